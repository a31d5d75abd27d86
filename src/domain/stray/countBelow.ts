import type { CancellationRequest } from '../run/cancellation'
import type { Sheet } from '../sheet/sheet'
import { readsAsCount } from '../makes/shortNumbers'
import type { StrayRows } from './strayFinder'

const namedCount =
  /^(?:grand)?(?:total|count|sum|rows?|records?|anzahl|gesamt|summe|suma|totale)s?[-_.]?(\d{1,7})$/i

// So much shorter than every ID, that a count with the header in it is none of them.
const MUCH_SHORTER = 2

/** How many characters shorter an ID is than each of the first requests; 0: it is not. */
function measureGap(requests: readonly CancellationRequest[], first: number, id: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at < first && least > id.length; at += 1)
    least = Math.min(least, requests[at]?.subOrderId.length ?? least)
  return Math.max(0, least - id.length)
}

/** Rows above a position that two stray quotes have made cells of others. */
function countSwallowed({ rows }: Sheet, position: number): number {
  let count = 0
  let at = 0
  for (const row of rows) {
    if (at === position) break
    at += 1
    if (row.badQuotes) count += (row.cells[0] ?? '').split('\n').length - 1
  }
  return count
}

/** The rows above a position, as uploaded: a row that was split on the screen is one all the same. */
function countUploaded({ rows, hasEdits }: Sheet, position: number): number {
  if (!hasEdits) return position
  let count = 0
  let before = -1
  for (let at = 0; at < position; at += 1) {
    const row = rows.at(at)?.row ?? -1
    if (row !== before) count += 1
    before = row
  }
  return count
}

const readDigits = (id: string): string | undefined =>
  namedCount.exec(id)?.[1] ?? (readsAsCount(id) ? id : undefined)

/** Rows that quotes have made cells of: whoever has more sees no list. */
const MOST_SWALLOWED = 1000

/** Counts of one list stand below each other: of its rows, and of the IDs that differ. */
const MOST_COUNTS = 3

/** Two rows of figures below line items would be anything. */
function isCountOfLines(request: CancellationRequest | undefined, counts: number): boolean {
  if (request?.kind !== 'line-items') return true
  return counts === 1 && request.lineItems.length === 1 && readsAsCount(request.lineItems[0].skuId)
}

/**
 * Finds the last requests that are no IDs but the number of rows above them, as a formula or a table's totals row leaves it: a bare number
 * that is shorter than every ID. Among IDs that are as short it is an ID.
 */
export function findCountsBelow(
  sheet: Sheet,
  requests: readonly CancellationRequest[],
  requestOfRow: Int32Array,
): StrayRows {
  const findPosition = (request: number) => requestOfRow.lastIndexOf(request)
  for (let counts = Math.min(MOST_COUNTS, requests.length); counts > 0; counts -= 1) {
    const first = requests.length - counts
    const last = requests.slice(first).map(({ subOrderId }) => subOrderId as string)
    if (!last.every((id) => readDigits(id) !== undefined)) continue
    if (!isCountOfLines(requests.at(-1), counts)) continue
    const position = findPosition(first)
    const rows = countUploaded(sheet, position)
    const above = new Set([rows, first].filter((count) => count > 0))
    const mayCount = (count: number): boolean => {
      if (count <= first || count > rows + MOST_SWALLOWED) return false
      return count < rows || count <= rows + countSwallowed(sheet, position)
    }
    const isCount = (id: string): boolean => {
      const digits = readDigits(id) ?? ''
      const gap = digits === id ? measureGap(requests, first, id) : MUCH_SHORTER
      const count = Number(digits)
      if (above.has(count)) return gap > 0
      // Of the rows that are refused, whoever counted has left some out: a rule, a header once more.
      return gap >= MUCH_SHORTER && (above.has(count - 1) || mayCount(count))
    }
    if (position > 0 && last.every(isCount))
      return new Map(last.map((_, at) => [findPosition(first + at), 'total']))
  }
  return new Map()
}
