import { isBlank } from './cleanText'
import { DELIMITERS } from './delimiters'
import { readSubOrderId } from './identifiers'
import type { PackedRows } from './packedRows'
import { chunkRows, isPacked, type RowChunk, type RowList } from './rowList'
import type { Sheet, SheetRow } from './sheet'

/** How a file deals with blank cells at the end of its rows. */
interface Habit {
  /** Rows with something in the last column that has a name; by what was uploaded. */
  readonly filled: number
  readonly short: number
  readonly rows: number
  /** Number of the last row. */
  readonly last: number
}

const habits = new WeakMap<RowList, Habit>()

/** The last column that has a name: a header may end in delimiters. */
function findLastColumn({ header }: Sheet): number {
  let last = header.length - 1
  while (last > 0 && isBlank(header[last] ?? '')) last -= 1
  return last
}

/** Whether a cell of a packed row shows something, without making a string of each. */
function showsCell({ text, starts, ends, gap, firsts }: PackedRows, place: number, column: number): boolean {
  const first = firsts[place] ?? 0
  const to = ends[first + column] ?? 0
  const from = column === 0 ? (starts[place] ?? 0) : (ends[first + column - 1] ?? 0) + gap
  return to > from && !isBlank(text.slice(from, to))
}

function* readWidths(
  chunk: RowChunk,
  column: number,
): Generator<{ readonly isShort: boolean; readonly isFilled: boolean }> {
  if (isPacked(chunk)) {
    const bad = new Set(chunk.badQuotes)
    for (let place = 0; place < chunk.rows.length; place += 1) {
      const isShort = !bad.has(place) && (chunk.firsts[place + 1] ?? 0) - (chunk.firsts[place] ?? 0) <= column
      yield { isShort, isFilled: !isShort && !bad.has(place) && showsCell(chunk, place, column) }
    }
    return
  }
  let before = -1
  for (const one of chunk) {
    // What was uploaded counts, once for all rows in its place: no mend makes another row doubtful, or sends it.
    if (one.row === before) continue
    before = one.row
    const { cells, badQuotes } = one.was ?? one
    yield { isShort: !badQuotes && cells.length <= column, isFilled: !isBlank(cells[column] ?? '') }
  }
}

function findHabit(sheet: Sheet, column: number): Habit {
  const known = habits.get(sheet.rows)
  if (known) return known
  let filled = 0
  let short = 0
  let rows = 0
  for (const chunk of chunkRows(sheet.rows)) {
    for (const { isShort, isFilled } of readWidths(chunk, column)) {
      rows += 1
      if (isShort) short += 1
      if (isFilled) filled += 1
    }
  }
  const habit = { filled, short, rows, last: sheet.rows.at(sheet.rows.length - 1)?.row ?? 0 }
  habits.set(sheet.rows, habit)
  return habit
}

/**
 * Whether a row that has fewer cells than the header may have lost any other than blank ones at its end. Excel, Outlook and many
 * programs leave those out. A column that counts is missing from it; or the last column has something in most rows, so that a
 * cell in the middle may be missing; or it is the last of the file and the only short one, so that the file may have been cut.
 */
export function isDoubtfullyShort(sheet: Sheet, row: SheetRow): boolean {
  const { columns, delimiter } = sheet
  const { cells } = row
  const counting = Math.max(columns.subOrderId, columns.skuId ?? -1, columns.quantity ?? -1)
  if (cells.length <= counting) return true
  // A row of another file, pasted below: nobody has parted its cells.
  const idCell = cells[columns.subOrderId] ?? ''
  const isId = readSubOrderId(idCell, sheet.idRule).ok
  if (!isId && DELIMITERS.some((mark) => mark !== delimiter && idCell.includes(mark))) return true
  const column = findLastColumn(sheet)
  if (cells.length > column) return false
  const { filled, short, rows, last } = findHabit(sheet, column)
  const isMostlyFilled = filled * 2 > rows
  const needed = 1 + (columns.skuId === undefined ? 0 : 1) + (columns.quantity === undefined ? 0 : 1)
  // Where all columns that count stand first, a cell that is missing among them leaves one of them unreadable.
  const hasOthersBetween = counting + 1 > needed
  // What is no ID is refused for what it is: `(2 rows affected)`.
  const mayBeCut = short === 1 && row.row === last && isId
  return isMostlyFilled && (hasOthersBetween || mayBeCut)
}
