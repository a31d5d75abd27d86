import { isBlank, measureWidth } from '../../domain/ids/cleanText'
import { namesSubOrderId, signHeading } from '../../domain/sheet/columnNames'
import { DELIMITERS } from '../../domain/ids/delimiters'
import { isWordy } from '../../domain/tables/otherHeading'
import {
  isAlike,
  isLine,
  joinsTwoRows,
  readId,
  sharesBeginning,
  type Suspect,
  type TableShape,
} from './joinedRows'

const lineEnd = /\r\n|\r|\n/
const anyLineEnd = /[\r\n]/

/** Whether the cells of a line are words with the name of the ID among them: joined files repeat their header. */
const headsTable = (parts: readonly string[]): boolean =>
  parts.some((part) => namesSubOrderId(signHeading(part.replaceAll('"', '')))) && parts.every(isWordy)

/** Whether a line after the first is a row of the table, or the beginning of a row where the quote closes. */
function holdsRow(suspect: Suspect, shape: TableShape): boolean {
  const { cells, column, lines, delimiter, filled } = suspect
  const { width, columns, idRule } = shape
  const opened = (lines[0] ?? '').split(delimiter)
  const firstWidth = column + opened.length
  const { subOrderId } = columns
  const firstId = subOrderId < column ? cells[subOrderId] : opened[subOrderId - column]
  const own = column === columns.subOrderId ? undefined : cells[columns.subOrderId]
  const model = readId(firstId, idRule) ?? readId(own, idRule)
  const behind = cells.length - column - 1
  const filledBehind = Math.max(0, filled - column - 1)
  return lines.slice(1).some((line, at) => {
    const parts = line.split(delimiter)
    if (parts.length < 2) return false
    if (parts.length === width && headsTable(parts)) return true
    const isLast = at === lines.length - 2
    const isWhole =
      parts.length === width ||
      (isLast && (parts.length + behind === width || parts.length + filledBehind === width))
    const id = readId(parts[columns.subOrderId], idRule)
    const isItem = () => columns.quantity !== undefined && isLine((part) => parts[part], columns)
    // A line item below its sub-order has no ID of its own.
    if (isBlank(parts[columns.subOrderId] ?? '-')) return isWhole && firstWidth === width && isItem()
    if (id === undefined || !isAlike(id, model)) return false
    if (isWhole && (firstWidth === width || sharesBeginning(id, model))) return true
    return parts.length <= width && isItem()
  })
}

/**
 * Finds out whether two stray quotes turned rows into a cell: a cell with line ends whose lines are rows of this
 * table, or parts of rows. An address or a note over several lines is no such cell.
 *
 * @returns the delimiter of the swallowed rows
 */
export function findSwallowed(cells: readonly string[], shape: TableShape): string | undefined {
  // With a single column, the check of rows refuses several IDs in a cell.
  if (shape.width < 2) return undefined
  let filled: number | undefined
  for (const [column, cell] of cells.entries()) {
    if (!anyLineEnd.test(cell)) continue
    const lines = cell.split(lineEnd)
    const found = DELIMITERS.find((delimiter) => {
      if (!cell.includes(delimiter)) return false
      filled ??= measureWidth(cells)
      const suspect = { cells, column, lines, delimiter, filled }
      return joinsTwoRows(suspect, shape) || holdsRow(suspect, shape)
    })
    if (found) return found
  }
  return undefined
}

/** Writes a record as it may have stood in its file. */
export function writeRawRecord(cells: readonly string[], delimiter: string): string {
  const quote = (cell: string): string =>
    anyLineEnd.test(cell) || cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell
  return cells.map(quote).join(delimiter)
}
