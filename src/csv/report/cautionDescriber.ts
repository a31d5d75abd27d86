import type { Caution } from '../../domain/sheet/caution'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

/** What became of a row of a caution: `sent` says that a person wants it sent, and the status how that ended. */
function describeFate({ decision }: Caution, isSent: boolean): string {
  if (decision === 'leave-out') return 'left out'
  if (decision === undefined) return 'not decided'
  return isSent ? 'sent' : 'held back'
}

/**
 * Says of one row after the other, in file order, what was odd about it and what was decided: `LOOKS_LIKE_DATE (sent)`.
 * Nothing where nothing was.
 */
export function createCautionDescriber({
  cautions,
  requestOfRow,
}: CheckedSheet): (position: number) => string {
  const nexts = cautions.map(() => 0)
  return (position) => {
    const said: string[] = []
    for (const [index, caution] of cautions.entries()) {
      const next = nexts[index] ?? 0
      if (caution.positions[next] !== position) continue
      nexts[index] = next + 1
      said.push(`${caution.code} (${describeFate(caution, (requestOfRow[position] ?? -1) >= 0)})`)
    }
    return said.join('; ')
  }
}
