import { hasDigit } from '../ids/isDigits'
import { isBlank } from '../ids/cleanText'
import { readSubOrderId } from '../ids/identifiers'
import { createIdMakes, type IdMakes } from '../makes/idMake'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import { isHeading } from './headingWords'
import { isMarketplace } from './marketplace'
import { isWordy } from './otherHeading'
import { areValueHeadings } from './valueHeading'

/** The test reads so many rows above a row of words, each row once: a list shows its makes in fewer rows. */
const MOST_ABOVE = 1000
const MOST_BELOW = 20
/** In so many rows near a row of words, the same word in a cell shows that it is a value. */
const MOST_COMPARED = 50
/** In a list with so many rows of words, words are values. */
const MOST_LOOKS = 200
/** Characters; shorter IDs are like the sizes, prices and counts of any other table. */
const LEAST_LENGTH = 5

/** Tells whether a row of words begins another table: a table whose IDs look like none of the IDs above. */
export interface MakesTest {
  /** @param position of a row whose ID cell holds words */
  headsOtherMake(row: SheetRow, position: number): boolean
  /** Whether the list goes on below a row of words that could head a table: the next IDs are like the IDs above. */
  goesOnBelow(row: SheetRow, position: number): boolean
}

const readCell = ({ original, cells }: SheetRow, column: number): string =>
  (original?.cells ?? cells)[column] ?? ''

/** Whether some column holds the same value in both rows: then both rows are data. */
function sharesValue(row: SheetRow, other: SheetRow, idColumn: number): boolean {
  return row.cells.some(
    (cell, column) => column !== idColumn && !isBlank(cell) && cell.trim() === readCell(other, column).trim(),
  )
}

/** Whether words stand in a column of numbers, or numbers follow below where the row above has words or nothing. */
function differsInKind(words: SheetRow, above: SheetRow, below: SheetRow, idColumn: number): boolean {
  return words.cells.some((cell, column) => {
    if (column === idColumn || isBlank(cell)) return false
    const [before, after] = [readCell(above, column), readCell(below, column)]
    return !isBlank(after) && (hasDigit(before) || hasDigit(after))
  })
}

/** A row's ID, as uploaded; undefined where the row has none with a digit. */
function readId({ columns, idRule }: Sheet, row: SheetRow): string | undefined {
  if (row.badQuotes) return undefined
  const read = readSubOrderId(readCell(row, columns.subOrderId), idRule)
  return read.ok && hasDigit(read.id) ? read.id : undefined
}

/** Gathers the makes of the IDs above a position. */
function createGatherer(sheet: Sheet): (position: number) => IdMakes {
  const makes = createIdMakes()
  let seen = 0
  return (position) => {
    for (let at = Math.max(seen, position - MOST_ABOVE); at < position; at += 1) {
      const row = sheet.rows.at(at)
      const id = row && readId(sheet, row)
      if (id !== undefined) makes.add(id)
    }
    seen = position
    return makes
  }
}

/** The rows below a position, up to the next row without an ID. */
function listBelow(sheet: Sheet, position: number): readonly SheetRow[] {
  const below = sheet.rows.slice(position + 1, position + 1 + MOST_BELOW)
  const end = below.findIndex((row) => readId(sheet, row) === undefined)
  return end < 0 ? below : below.slice(0, end)
}

/** The position of the next row with an ID, unless a blank row stands between. Parts of a split row share a number. */
function findNext(sheet: Sheet, position: number): number | undefined {
  const near = sheet.rows.slice(position, position + 1 + MOST_BELOW)
  const at = near.findIndex((row, place) => place > 0 && readId(sheet, row) !== undefined)
  const hasGap = near.slice(1, at + 1).some((row, place) => row.row - (near[place]?.row ?? 0) > 1)
  return at < 0 || hasGap ? undefined : position + at
}

/** Whether each heading may be a value, and none stands above numbers where all columns have a heading. */
function isOfValues({ columns }: Sheet, { cells }: SheetRow, next: SheetRow): boolean {
  if (!areValueHeadings(cells, columns.subOrderId)) return false
  const others = next.cells.map((cell, column) => (column === columns.subOrderId ? '' : cell))
  if (others.some((cell, column) => !isBlank(cell) && isBlank(cells[column] ?? ''))) return true
  return !others.some((cell, column) => hasDigit(cell) && isHeading(cells[column] ?? ''))
}

function isValue({ rows, columns }: Sheet, row: SheetRow, position: number): boolean {
  const near = [
    ...rows.slice(Math.max(0, position - MOST_COMPARED), position),
    ...rows.slice(position + 1, position + 1 + MOST_BELOW),
  ]
  return near.some((other) => sharesValue(row, other, columns.subOrderId))
}

/** Whether the IDs below are like the IDs above. */
function areAlike(above: IdMakes, ids: readonly string[]): boolean {
  // Right below the header there is no ID to compare with.
  if (above.count === 0) return ids.every((id) => id.length >= LEAST_LENGTH)
  return above.shortest >= LEAST_LENGTH && ids.every((id) => above.hasLikeOf(id))
}

/** A test over the rows of a sheet; rows have to come in order. */
export function createMakesTest(sheet: Sheet): MakesTest {
  const { rows } = sheet
  const idColumn = sheet.columns.subOrderId
  const gatherAbove = createGatherer(sheet)
  /** How many rows of words the test has looked at. */
  let looks = 0
  return {
    headsOtherMake: (row, position) => {
      const shown = row.cells.filter((cell) => !isBlank(cell))
      if (looks >= MOST_LOOKS || !shown.every(isWordy)) return false
      const word = readCell(row, idColumn)
      if (isBlank(word) || (shown.length === 1 && isMarketplace(word))) return false
      looks += 1
      const below = listBelow(sheet, position)
      const above = gatherAbove(position)
      const [first] = below
      const last = rows.at(position - 1)
      if (position === 0 || !first || !last) return false
      const differs = () => differsInKind(row, last, first, idColumn)
      // Where all rows above are refused, only the cells beside the IDs can tell.
      if (above.count === 0) return shown.length > 1 && !isValue(sheet, row, position) && differs()
      if (below.some((other) => above.hasLikeOf(readId(sheet, other) ?? ''))) return false
      if (isValue(sheet, row, position)) return false
      if (above.count > 1 && below.length > 1) return true
      return shown.length === 1 ? isHeading(word) : differs()
    },
    goesOnBelow: (row, position) => {
      if (looks >= MOST_LOOKS) return false
      looks += 1
      const at = findNext(sheet, position)
      const next = at === undefined ? undefined : rows.at(at)
      if (at === undefined || !next || !isOfValues(sheet, row, next)) return false
      const ids = listBelow(sheet, at - 1).map((other) => readId(sheet, other) ?? '')
      return areAlike(gatherAbove(position), ids)
    },
  }
}
