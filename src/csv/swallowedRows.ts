import { isBlank } from '../domain/cleanText'
import { readSkuId, readSubOrderId } from '../domain/identifiers'
import { readQuantity } from '../domain/quantity'
import type { ColumnMap } from '../domain/sheet'

/** The columns of a table whose rows may stand in one of its cells. */
export interface TableShape {
  readonly width: number
  readonly columns: ColumnMap
}

const delimiters = [',', ';', '\t', '|'] as const
const lineEnd = /\r\n|\r|\n/
const anyLineEnd = /[\r\n]/

// IDs of one table differ by a digit or two in length: `SO-9`, `SO-10`.
const LENGTHS_APART = 2
// So many characters at the beginning are no chance.
const LEAST_SHARED = 3
// A line that begins with a house number, or with the number of a floor, is no row.
const LEAST_ID = 4
/** Characters; no ID is so long. */
const LONGEST_ID = 300

/** What an ID is made of: digits, letters and signs, each run of them as one. */
const readMake = (id: string): string => id.replace(/[A-Za-z]+/g, 'A').replace(/\d+/g, '9')

function isAlike(id: string, model: string | undefined): boolean {
  if (id.length < LEAST_ID) return false
  if (model === undefined) return true
  return Math.abs(id.length - model.length) <= LENGTHS_APART && readMake(id) === readMake(model)
}

function sharesBeginning(id: string, model: string | undefined): boolean {
  if (model === undefined) return false
  const least = Math.max(LEAST_SHARED, Math.floor(model.length * 0.4))
  return id.length >= least && id.slice(0, least) === model.slice(0, least)
}

function readId(text: string | undefined): string | undefined {
  if (text === undefined || text.length > LONGEST_ID) return undefined
  const read = readSubOrderId(text.replaceAll('"', ''))
  return read.ok ? read.id : undefined
}

/** One cell of a record, its lines parted by a delimiter. */
interface Suspect {
  readonly cells: readonly string[]
  /** Its column. */
  readonly column: number
  readonly lines: readonly string[]
  readonly delimiter: string
}

function isLine(parts: readonly string[], { skuId = -1, quantity = -1 }: ColumnMap): boolean {
  return readSkuId(parts[skuId] ?? '').ok && readQuantity(parts[quantity] ?? '').ok
}

/** Whether a line behind the first reads as a row of the table, or as its beginning where the quote closes. */
function holdsRow({ cells, column, lines, delimiter }: Suspect, { width, columns }: TableShape): boolean {
  const first = [...cells.slice(0, column), ...(lines[0] ?? '').split(delimiter)]
  const own = column === columns.subOrderId ? undefined : cells[columns.subOrderId]
  const model = readId(first[columns.subOrderId]) ?? readId(own)
  const behind = cells.slice(column + 1)
  const filled = behind.findLastIndex((cell) => !isBlank(cell)) + 1
  return lines.slice(1).some((line, at) => {
    const parts = line.split(delimiter)
    if (parts.length < 2) return false
    const isLast = at === lines.length - 2
    const isWhole =
      parts.length === width ||
      (isLast && (parts.length + behind.length === width || parts.length + filled === width))
    const id = readId(parts[columns.subOrderId])
    // A line below its sub-order has none of its own.
    if (isBlank(parts[columns.subOrderId] ?? '-'))
      return isWhole && first.length === width && columns.quantity !== undefined && isLine(parts, columns)
    if (id === undefined || !isAlike(id, model)) return false
    if (isWhole && (first.length === width || sharesBeginning(id, model))) return true
    return columns.quantity !== undefined && parts.length <= width && isLine(parts, columns)
  })
}

/**
 * Finds out whether two stray quotes have made one cell of what stands between them: a cell with line ends whose lines are rows of
 * this very table. An address or a note over several lines is none.
 *
 * @returns the delimiter between their cells
 */
export function findSwallowed(cells: readonly string[], shape: TableShape): string | undefined {
  // One column: IDs below one another in a cell are refused as they are.
  if (shape.width < 2) return undefined
  for (const [column, cell] of cells.entries()) {
    if (!anyLineEnd.test(cell)) continue
    const lines = cell.split(lineEnd)
    const found = delimiters.find(
      (delimiter) => cell.includes(delimiter) && holdsRow({ cells, column, lines, delimiter }, shape),
    )
    if (found) return found
  }
  return undefined
}

/** The text of a record as it may have stood in its file. */
export function writeRawRecord(cells: readonly string[], delimiter: string): string {
  const quote = (cell: string): string =>
    anyLineEnd.test(cell) || cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell
  return cells.map(quote).join(delimiter)
}
