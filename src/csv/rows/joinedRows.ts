import { dropControls, isBlank } from '../../domain/ids/cleanText'
import { readSkuId, readSubOrderId } from '../../domain/ids/identifiers'
import type { IdRule } from '../../domain/ids/idRule'
import { readQuantity } from '../../domain/ids/quantity'
import type { ColumnMap } from '../../domain/sheet/columnMeaning'

/** The columns of a table whose rows may stand in one of its cells. */
export interface TableShape {
  readonly width: number
  readonly columns: ColumnMap
  readonly idRule?: IdRule
}

/** One cell of a record, its lines parted by a delimiter. */
export interface Suspect {
  readonly cells: readonly string[]
  /** Its column. */
  readonly column: number
  readonly lines: readonly string[]
  readonly delimiter: string
  /** Cells of the record without the blank ones at its end. */
  readonly filled: number
}

// IDs of one table differ by a digit or two in length: `SO-9`, `SO-10`.
const LENGTHS_APART = 2
// So many characters at the beginning are no chance.
const LEAST_SHARED = 3
// A line that begins with a house number, or with the number of a floor, is no row.
const LEAST_ID = 4
// The postal code of an address has six.
const LONGER_THAN_POSTAL = 7
/** Characters; no ID is so long. */
const LONGEST_ID = 300

// No phone number has as many digits; and no flat is numbered with letters and four of them.
const telling = /^\d{13,}$|^(?=.*[A-Za-z])(?=.*\d{4}).{7,}$/

/** What an ID is made of: digits, letters and signs, each run of them as one. */
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
 * Whether both readings have an ID in its place, like one another; or two lines of which one has the ID of the other.
 */
function haveIds(head: ReadPart, tail: ReadPart, { columns, idRule }: TableShape, isExact: boolean): boolean {
  const texts = [head(columns.subOrderId), tail(columns.subOrderId)] as const
  const [one, other] = [readId(texts[0], idRule), readId(texts[1], idRule)]
  const areLines = () => columns.quantity !== undefined && isLine(head, columns) && isLine(tail, columns)
  if (one === undefined || other === undefined) {
    const isBelow = (text: string | undefined): boolean => text !== undefined && isBlank(text)
    return isExact && (one ?? other) !== undefined && texts.some(isBelow) && areLines()
  }
  if (isAlike(one, other) || sharesBeginning(one, other)) return true
  if (!isExact) return false
  if (telling.test(one) && telling.test(other)) return true
  return Math.min(one.length, other.length) >= LONGER_THAN_POSTAL && areLines()
}

/**
 * Whether a cell is the end of one row and the beginning of another: its first line goes on with what stands before
 * it, its last line is completed by what stands behind it, and both come to a row of the table.
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
  // Rows that leave out blank cells at their end: only a quote that closes in the column where it opened leaves each
  // in its place.
  if (!isExact && before !== 0) return false
  const head: ReadPart = (at) => (at < column ? cells[at] : first[at - column])
  const tail: ReadPart = (at) => (at < last.length ? last[at] : cells[at + before])
  return haveIds(head, tail, shape, isExact)
}
