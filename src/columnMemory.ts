import type { RememberedColumns } from './domain/sheetReading'
import type { Services } from './store/services'

/** One forgets the export that was used a year ago. */
const MOST_KEPT = 50

/**
 * Columns that this user chose for files of a header, kept in this browser: by the header's hash, so that nothing of a file
 * stands there. A browser that keeps nothing remembers them as long as the page lives.
 *
 * @param name of the user's own place
 */
export function createColumnMemory(name: string): Services['columnMemory'] {
  const key = `${name}:columns`
  let kept: readonly RememberedColumns[] | undefined

  function list(): readonly RememberedColumns[] {
    kept ??= readKept(key)
    return kept
  }
  return {
    list,
    remember: (columns) => {
      const others = list().filter(
        ({ kind, signature }) => kind !== columns.kind || signature !== columns.signature,
      )
      kept = [columns, ...others].slice(0, MOST_KEPT)
      try {
        // oxlint-disable-next-line no-restricted-globals -- a header's hash and column numbers: nothing of a tenant
        localStorage.setItem(key, JSON.stringify(kept))
      } catch {
        // It is remembered until the page goes.
      }
    },
  }
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

const isColumn = (value: unknown) => Number.isInteger(value) && Number(value) >= 0

// Other versions of this page, and other programs, write there too.
function isRemembered(value: unknown): value is RememberedColumns {
  const { kind, signature, columns } = (value ?? {}) as Record<string, unknown>
  if (typeof signature !== 'string' || typeof columns !== 'object' || columns === null) return false
  const { subOrderId, skuId, quantity } = columns as Record<string, unknown>
  if (kind === 'sub-orders') return isColumn(subOrderId)
  return kind === 'line-items' && [subOrderId, skuId, quantity].every(isColumn)
}
