import { isBlank, measureWidth } from '../ids/cleanText'
import { DELIMITERS } from '../ids/delimiters'
import { readSubOrderId } from '../ids/identifiers'
import type { PackedRows } from './packedRows'
import { readQuantity } from '../ids/quantity'
import { blocksOf, isPacked, type RowBlock, type RowList } from './rowList'
import type { Sheet } from './sheet'
import type { SheetRow } from './sheetRow'

/** How a file deals with blank cells at the end of its rows, as uploaded. */
interface Habit {
  readonly column: number
  /** How many rows have a text in the column. */
  readonly filled: number
  /** How many rows end before the column. */
  readonly short: number
  /** How many rows have a blank cell in the column. */
  readonly blank: number
  readonly rows: number
  /** Row number of the last row. */
  readonly last: number
}

const habits = new WeakMap<RowList, readonly Habit[]>()

/** The last column that has a name: a header may end in delimiters. */
export function findLastColumn({ header }: Sheet): number {
  return Math.max(0, measureWidth(header) - 1)
}

/** Whether a cell of a packed row shows something. Makes no string of an empty cell. */
function showsCell({ text, starts, ends, gap, firsts }: PackedRows, place: number, column: number): boolean {
  const first = firsts[place] ?? 0
  const to = ends[first + column] ?? 0
  const from = column === 0 ? (starts[place] ?? 0) : (ends[first + column - 1] ?? 0) + gap
  return to > from && !isBlank(text.slice(from, to))
}

function* readWidths(
  block: RowBlock,
  column: number,
): Generator<{ readonly isShort: boolean; readonly isFilled: boolean; readonly isBad: boolean }> {
  if (isPacked(block)) {
    const bad = new Set(block.badQuotes)
    for (let place = 0; place < block.rows.length; place += 1) {
      const isBad = bad.has(place)
      const isShort = !isBad && (block.firsts[place + 1] ?? 0) - (block.firsts[place] ?? 0) <= column
      yield { isShort, isFilled: !isShort && !isBad && showsCell(block, place, column), isBad }
    }
    return
  }
  let before = -1
  for (const one of block) {
    // The upload counts, once for all parts of a split row: no edit makes another row doubtful, or sends it.
    if (one.row === before) continue
    before = one.row
    const { cells, badQuotes } = one.original ?? one
    const isBad = badQuotes === true
    yield { isShort: !isBad && cells.length <= column, isFilled: !isBlank(cells[column] ?? ''), isBad }
  }
}

function findHabit(sheet: Sheet, column: number): Habit {
  const known = habits.get(sheet.rows)?.find((habit) => habit.column === column)
  if (known) return known
  let filled = 0
  let short = 0
  let blank = 0
  let rows = 0
  for (const block of blocksOf(sheet.rows)) {
    for (const { isShort, isFilled, isBad } of readWidths(block, column)) {
      rows += 1
      if (isShort) short += 1
      else if (isFilled) filled += 1
      else if (!isBad) blank += 1
    }
  }
  const last = sheet.rows.at(sheet.rows.length - 1)?.row ?? 0
  const habit = { column, filled, short, blank, rows, last }
  habits.set(sheet.rows, [...(habits.get(sheet.rows) ?? []), habit])
  return habit
}

/**
 * Whether a row with fewer cells than the header may have lost other cells than blank ones at its end, which Excel,
 * Outlook and many programs leave out. The row is doubtful if it lacks a column that counts; if most rows have a text
 * in the last column, so that a cell in the middle may be missing; or if it is the last and the only short row, so that
 * the file may have been cut.
 */
export function isDoubtfullyShort(sheet: Sheet, row: SheetRow): boolean {
  const { columns, delimiter } = sheet
  const { cells } = row
  const counting = Math.max(columns.subOrderId, columns.skuId ?? -1, columns.quantity ?? -1)
  if (cells.length <= counting) return true
  // A row of another file, pasted below: its cells are not split.
  const idCell = cells[columns.subOrderId] ?? ''
  const isId = readSubOrderId(idCell, sheet.idRule).ok
  if (!isId && DELIMITERS.some((mark) => mark !== delimiter && idCell.includes(mark))) return true
  const column = findLastColumn(sheet)
  if (cells.length > column) return false
  const { filled, short, rows, last } = findHabit(sheet, column)
  const isMostlyFilled = filled * 2 > rows
  const needed = 1 + (columns.skuId === undefined ? 0 : 1) + (columns.quantity === undefined ? 0 : 1)
  // If the columns that count stand first, a missing cell among them makes one of them unreadable, and the row is
  // refused.
  const hasOthersBetween = counting + 1 > needed
  // A text without an ID is refused for its own reason: `(2 rows affected)`.
  const mayBeCut = short === 1 && row.row === last && isId
  return isMostlyFilled && (hasOthersBetween || mayBeCut)
}

/**
 * Whether an extra cell may have moved a row's last cell into a column without a name: the header ends with a
 * delimiter, and the other rows do not. If most rows have a text in that column, it is a column of the file.
 */
export function isDoubtfullyWide(sheet: Sheet, { cells }: SheetRow): boolean {
  const { columns, header } = sheet
  const last = findLastColumn(sheet)
  const value = cells[last + 1] ?? ''
  const isMovable = columns.skuId !== undefined || columns.subOrderId > 0
  if (last + 1 >= header.length || !isMovable || isBlank(value)) return false
  // The moved text has to fit the last column.
  if (last === columns.quantity && !readQuantity(value).ok) return false
  if (last === columns.subOrderId && !readSubOrderId(value, sheet.idRule).ok) return false
  const { blank, filled, rows } = findHabit(sheet, last + 1)
  return blank === 0 && (filled === 1 || filled * 2 <= rows)
}
