import { isBlank } from '../ids/cleanText'
import { isHeading } from './headingWords'
import { readSubOrderId } from '../ids/identifiers'
import { createIdMakes, type IdMakes } from '../makes/idMake'
import { isWordy } from './otherHeading'
import type { Sheet } from '../sheet/sheet'
import { areValueHeadings } from './valueHeading'
import type { SheetRow } from '../sheet/sheetRow'

/** The test reads so many rows above a row in words, each of them once: a list shows its makes in fewer. */
const MOST_ABOVE = 1000
const MOST_BELOW = 20
/** Rows whose cells may hold the same word: then it is a value. */
const MOST_COMPARED = 50
/** A list with so many rows in words has them for values. */
const MOST_LOOKS = 200
/** Characters; shorter IDs are like the sizes, prices and counts of any other table. */
const LEAST_LENGTH = 5

/** Names of marketplaces stand above groups of IDs, each group of its own make. */
const marketplace =
  /^(?:myntra|ajio|flipkart|amazon|nykaa|meesho|tata ?cliq|snapdeal|jiomart|shopify|lazada|shopee|zalora|zalando|noon|namshi|ebay|etsy|walmart|otto|first ?cry|limeroad|paytm|website|d2c|b2b)\b/i

/** Whether a text names a marketplace. */
export const isMarketplace = (text: string): boolean => marketplace.test(text.trim())

/** Tells whether a row in words begins another table: one whose IDs look like none of those above it. */
export interface MakesTest {
  /** @param position of a row whose ID cell holds words */
  headsOtherMake(row: SheetRow, position: number): boolean
  /** Whether the list goes on below a row whose words could head a table: they number nothing, and the next IDs are alike. */
  goesOnBelow(row: SheetRow, position: number): boolean
}

const readCell = ({ original, cells }: SheetRow, column: number): string =>
  (original?.cells ?? cells)[column] ?? ''

/** Whether a row holds in some column what the other row has there as well: such a row is data. */
function sharesValue(row: SheetRow, other: SheetRow, idColumn: number): boolean {
  return row.cells.some(
    (cell, column) => column !== idColumn && !isBlank(cell) && cell.trim() === readCell(other, column).trim(),
  )
}

/** Whether a row of words stands in a column of numbers, or below it numbers stand where those above it have words or nothing. */
function differsInKind(words: SheetRow, above: SheetRow, below: SheetRow, idColumn: number): boolean {
  return words.cells.some((cell, column) => {
    if (column === idColumn || isBlank(cell)) return false
    const [before, after] = [readCell(above, column), readCell(below, column)]
    return !isBlank(after) && (/\p{Nd}/u.test(before) || /\p{Nd}/u.test(after))
  })
}

export function createMakesTest(sheet: Sheet): MakesTest {
  const { rows, idRule } = sheet
  const idColumn = sheet.columns.subOrderId
  const makes = createIdMakes()
  let seen = 0
  let looks = 0

  function readId(row: SheetRow): string | undefined {
    if (row.badQuotes) return undefined
    const read = readSubOrderId(readCell(row, idColumn), idRule)
    return read.ok && /\p{Nd}/u.test(read.id) ? read.id : undefined
  }
  function gatherAbove(position: number): IdMakes {
    for (let at = Math.max(seen, position - MOST_ABOVE); at < position; at += 1) {
      const row = rows.at(at)
      const id = row && readId(row)
      if (id !== undefined) makes.add(id)
    }
    seen = position
    return makes
  }
  /** The rows below up to the next one without an ID. */
  function listBelow(position: number): readonly SheetRow[] {
    const below = rows.slice(position + 1, position + 1 + MOST_BELOW)
    const end = below.findIndex((row) => readId(row) === undefined)
    return end < 0 ? below : below.slice(0, end)
  }
  /** The place of the next row with an ID, where no blank row stands between; a row that was split is several of one number. */
  function findNext(position: number): number | undefined {
    const near = rows.slice(position, position + 1 + MOST_BELOW)
    const at = near.findIndex((other, place) => place > 0 && readId(other) !== undefined)
    const hasGap = near.slice(1, at + 1).some((other, place) => other.row - (near[place]?.row ?? 0) > 1)
    return at < 0 || hasGap ? undefined : position + at
  }
  /** Each heading may be a value, and none stands above numbers where all columns have one. */
  function isOfValues({ cells }: SheetRow, next: SheetRow): boolean {
    if (!areValueHeadings(cells, idColumn)) return false
    const others = next.cells.map((cell, column) => (column === idColumn ? '' : cell))
    if (others.some((cell, column) => !isBlank(cell) && isBlank(cells[column] ?? ''))) return true
    return !others.some((cell, column) => /\p{Nd}/u.test(cell) && isHeading(cells[column] ?? ''))
  }
  function isValue(row: SheetRow, position: number): boolean {
    const near = [
      ...rows.slice(Math.max(0, position - MOST_COMPARED), position),
      ...rows.slice(position + 1, position + 1 + MOST_BELOW),
    ]
    return near.some((other) => sharesValue(row, other, idColumn))
  }
  return {
    headsOtherMake: (row, position) => {
      const shown = row.cells.filter((cell) => !isBlank(cell))
      if (looks >= MOST_LOOKS || !shown.every(isWordy)) return false
      const word = readCell(row, idColumn)
      if (isBlank(word) || (shown.length === 1 && isMarketplace(word))) return false
      looks += 1
      const below = listBelow(position)
      const above = gatherAbove(position)
      const [first] = below
      const last = rows.at(position - 1)
      if (position === 0 || !first || !last) return false
      // Where all rows above are refused, only what stands beside the IDs can tell.
      if (above.count === 0)
        return shown.length > 1 && !isValue(row, position) && differsInKind(row, last, first, idColumn)
      if (below.some((other) => above.hasLikeOf(readId(other) ?? ''))) return false
      if (isValue(row, position)) return false
      const areSeveral = above.count > 1 && below.length > 1
      if (shown.length === 1) return areSeveral || isHeading(word)
      return areSeveral || differsInKind(row, last, first, idColumn)
    },
    goesOnBelow: (row, position) => {
      if (looks >= MOST_LOOKS) return false
      looks += 1
      const at = findNext(position)
      const next = at === undefined ? undefined : rows.at(at)
      if (at === undefined || !next || !isOfValues(row, next)) return false
      const above = gatherAbove(position)
      const ids = listBelow(at - 1).map((other) => readId(other) ?? '')
      // Right below the header there is none to be like.
      if (above.count === 0) return ids.every((id) => id.length >= LEAST_LENGTH)
      return above.shortest >= LEAST_LENGTH && ids.every((id) => above.hasLikeOf(id))
    },
  }
}
