import type { Doubt, RememberedColumns } from '../domain/sheet/sheetReading'
import type { FilesPort } from '../store/services'

/** Files with so many different headers are remembered; the oldest are forgotten. */
const MOST_KEPT = 50

/**
 * Remembers in this browser the columns that the user chose for files with a header. The key is the header's hash, so
 * that nothing of a file is kept. A browser without storage remembers them as long as the page lives.
 *
 * @param name of the user's own part of the storage
 */
export function createColumnMemory(name: string): FilesPort['columnMemory'] {
  const key = `${name}:columns`
  let kept: readonly RememberedColumns[] | undefined

  function list(): readonly RememberedColumns[] {
    kept ??= readKept(key)
    return kept
  }
  return {
    list,
    remember: (columns) => {
      const isSame = ({ kind, signature }: RememberedColumns) =>
        kind === columns.kind && signature === columns.signature
      const others = list().filter((entry) => !isSame(entry))
      kept = [join(list().find(isSame), columns), ...others].slice(0, MOST_KEPT)
      try {
        // oxlint-disable-next-line no-restricted-globals -- a header's hash and column numbers: nothing of a tenant
        localStorage.setItem(key, JSON.stringify(kept))
      } catch {
        // The page itself remembers the columns until it closes.
      }
    },
  }
}

const listAnswers = ({ answers = ['columns'] }: RememberedColumns): readonly Doubt[] => answers

/** Joins two entries for one header: all answers hold, and the last columns. */
function join(before: RememberedColumns | undefined, columns: RememberedColumns): RememberedColumns {
  const answers = [...new Set([...(before ? listAnswers(before) : []), ...listAnswers(columns)])]
  const { answers: _, ...rest } = columns
  return answers.length === 1 && answers[0] === 'columns' ? rest : { ...rest, answers }
}

function readKept(key: string): readonly RememberedColumns[] {
  try {
    // oxlint-disable-next-line no-restricted-globals -- as above
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isRemembered) : []
  } catch {
    return []
  }
}

const doubts: ReadonlySet<Doubt> = new Set(['columns', 'heading', 'line-columns', 'line-rows'])

const isColumn = (value: unknown) => Number.isInteger(value) && Number(value) >= 0

// Other versions of this page, and other programs, write to the same storage.
function isRemembered(value: unknown): value is RememberedColumns {
  const { kind, signature, columns, answers = [] } = (value ?? {}) as Record<string, unknown>
  if (!Array.isArray(answers) || !answers.every((answer) => doubts.has(answer as Doubt))) return false
  if (typeof signature !== 'string' || typeof columns !== 'object' || columns === null) return false
  const { subOrderId, skuId, quantity } = columns as Record<string, unknown>
  if (kind === 'sub-orders') return isColumn(subOrderId)
  return kind === 'line-items' && [subOrderId, skuId, quantity].every(isColumn)
}
