import type { Caution } from '../../domain/sheet/caution'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

/** The end of a row with a caution. `sent`: the user wants the row sent; its status tells the outcome. */
function describeFate({ decision }: Caution, isSent: boolean): string {
  if (decision === 'leave-out') return 'left out'
  if (decision === undefined) return 'not decided'
  return isSent ? 'sent' : 'skipped'
}

/**
 * Describes the cautions of a row and the user's decisions: `LOOKS_LIKE_DATE (sent)`; empty for a row without
 * cautions. The caller has to ask in file order.
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
