import { dropControls, isBlank } from '../../domain/ids/cleanText'
import { readSkuId } from '../../domain/ids/readSkuId'
import { readSubOrderId } from '../../domain/ids/identifiers'
import type { IdRule } from '../../domain/ids/idRule'
import { readQuantity } from '../../domain/ids/quantity'
import type { ColumnMap } from '../../domain/sheet/columnMeaning'

/** The columns of a table. Stray quotes may have put rows of it into a cell. */
export interface TableShape {
  readonly width: number
  readonly columns: ColumnMap
  readonly idRule?: IdRule
}

/** A cell of a record, with several lines that hold a delimiter. */
export interface Suspect {
  readonly cells: readonly string[]
  /** The column of the cell. */
  readonly column: number
  readonly lines: readonly string[]
  readonly delimiter: string
  /** The number of cells of the record without the blank ones at its end. */
  readonly filled: number
}

// IDs of a table differ by a digit or two in length: `SO-9`, `SO-10`.
const LENGTHS_APART = 2
// IDs rarely share this many first characters by chance.
const LEAST_SHARED = 3
// A line that begins with the number of a house or a floor is no row.
const LEAST_ID = 4
// A postal code has six characters.
const LONGER_THAN_POSTAL = 7
// Characters; no ID is this long.
const LONGEST_ID = 300

// No phone number has 13 digits, and no number of a flat has letters and four digits.
const telling = /^\d{13,}$|^(?=.*[A-Za-z])(?=.*\d{4}).{7,}$/

/** The make of an ID: its digits, letters and signs, each run of them once. */
const readMake = (id: string): string => id.replace(/[A-Za-z]+/g, 'A').replace(/\d+/g, '9')

export function isAlike(id: string, model: string | undefined): boolean {
  if (id.length < LEAST_ID) return false
  if (model === undefined) return true
  return Math.abs(id.length - model.length) <= LENGTHS_APART && readMake(id) === readMake(model)
}

export function sharesBeginning(id: string, model: string | undefined): boolean {
  if (model === undefined) return false
  const least = Math.max(LEAST_SHARED, Math.floor(model.length * 0.4))
  return id.length >= least && id.slice(0, least) === model.slice(0, least)
}

export function readId(text: string | undefined, idRule: IdRule | undefined): string | undefined {
  if (text === undefined || text.length > LONGEST_ID) return undefined
  // An ID with a control character is still the ID of its row.
  const read = readSubOrderId(dropControls(text.replaceAll('"', '')), idRule)
  return read.ok ? read.id : undefined
}

type ReadPart = (column: number) => string | undefined

export function isLine(readPart: ReadPart, { skuId = -1, quantity = -1 }: ColumnMap): boolean {
  return readSkuId(readPart(skuId) ?? '').ok && readQuantity(readPart(quantity) ?? '').ok
}

/**
 * Whether both rows have IDs that are alike in the ID's column, or are two lines of which only one has an ID.
 */
function haveIds(head: ReadPart, tail: ReadPart, { columns, idRule }: TableShape, isExact: boolean): boolean {
  const texts = [head(columns.subOrderId), tail(columns.subOrderId)] as const
  const [first, second] = [readId(texts[0], idRule), readId(texts[1], idRule)]
  const areLines = () => columns.quantity !== undefined && isLine(head, columns) && isLine(tail, columns)
  if (first === undefined || second === undefined) {
    const isBelow = (text: string | undefined): boolean => text !== undefined && isBlank(text)
    return isExact && (first ?? second) !== undefined && texts.some(isBelow) && areLines()
  }
  if (isAlike(first, second) || sharesBeginning(first, second)) return true
  if (!isExact) return false
  if (telling.test(first) && telling.test(second)) return true
  return Math.min(first.length, second.length) >= LONGER_THAN_POSTAL && areLines()
}

/**
 * Whether a cell is the end of a row and the beginning of another row: the cells before it and its first line make a
 * row of the table, and its last line and the cells behind it make another.
 */
export function joinsTwoRows(suspect: Suspect, shape: TableShape): boolean {
  const { cells, column, lines, delimiter, filled } = suspect
  const { width, columns } = shape
  const needed = Math.max(columns.subOrderId, columns.skuId ?? -1, columns.quantity ?? -1) + 1
  const first = (lines[0] ?? '').split(delimiter)
  const headWidth = column + first.length
  if (headWidth < needed || headWidth > width) return false
  const last = (lines.at(-1) ?? '').split(delimiter)
  const before = column + 1 - last.length
  const tailWidth = filled - before
  const fullWidth = cells.length - before
  if (fullWidth < needed || tailWidth > width) return false
  const isExact = headWidth === width && fullWidth >= width
  // Rows may leave out blank cells at their end. Then cells stay in their columns only if the quote closes in the
  // column where it opened.
  if (!isExact && before !== 0) return false
  const head: ReadPart = (at) => (at < column ? cells[at] : first[at - column])
  const tail: ReadPart = (at) => (at < last.length ? last[at] : cells[at + before])
  return haveIds(head, tail, shape, isExact)
}
