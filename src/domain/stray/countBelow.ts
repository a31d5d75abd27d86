import type { CancellationRequest } from '../run/cancellation'
import type { Sheet } from '../sheet/sheet'
import { readsAsCount } from '../makes/shortNumbers'
import type { StrayRows } from './strayFinder'

const namedCount =
  /^(?:grand)?(?:total|count|sum|rows?|records?|anzahl|gesamt|summe|suma|totale)s?[-_.]?(\d{1,7})$/i

// A number that is shorter by two characters than every ID is no ID, even if it counts the header, too.
const MUCH_SHORTER = 2

/** How many characters an ID is shorter than the shortest of the first requests; 0 where it is not shorter. */
function measureGap(requests: readonly CancellationRequest[], first: number, id: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at < first && least > id.length; at += 1)
    least = Math.min(least, requests[at]?.subOrderId.length ?? least)
  return Math.max(0, least - id.length)
}

/** How many rows above a position stray quotes have swallowed into cells of other rows. */
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

/** How many uploaded rows stand above a position: the parts of a split row count as one. */
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

/** More swallowed rows than this are no list any more. */
const MOST_SWALLOWED = 1000

/** A list has few counts below it: of its rows, and of its different IDs. */
const MOST_COUNTS = 3

/** Whether a request may be a count below line items: two rows of figures there could mean anything. */
function isCountOfLines(request: CancellationRequest | undefined, counts: number): boolean {
  if (request?.kind !== 'line-items') return true
  return counts === 1 && request.lineItems.length === 1 && readsAsCount(request.lineItems[0].skuId)
}

/**
 * Finds the last requests whose ID is the number of rows above, as a formula or a table's totals row writes it: a bare
 * number that is shorter than every ID. Among equally short IDs, such a number is an ID.
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
      // The count may leave refused rows out: a line of dashes, a repeated header.
      return gap >= MUCH_SHORTER && (above.has(count - 1) || mayCount(count))
    }
    if (position > 0 && last.every(isCount))
      return new Map(last.map((_, at) => [findPosition(first + at), 'total']))
  }
  return new Map()
}
