import { markCell } from '../../domain/ids/cellMarks'
import { isBlank } from '../../domain/ids/cleanText'
import { lowerBound } from '../../domain/lists/lowerBound'
import { createRowPacker } from '../../domain/sheet/packedRows'
import { createRowList, type RowList } from '../../domain/sheet/rowList'
import type { CellRange, SheetSight } from '../../domain/sheet/sheetSight'
import { ITEMS_A_STEP, type Steps } from '../../domain/time/steps'
import type { ColumnMap } from '../../domain/sheet/columnMeaning'

/** The columns with a meaning whose value lies under a merged cell with another text, by row number. */
type Covered = Map<number, number[]>

/** The invisible parts of the rows of a worksheet. */
interface Unseen {
  /** Numbers of rows without a visible value in a column with a meaning. */
  readonly hidden: readonly number[]
  /**
   * All rows. In a row with other visible values, a mark replaces the value under a merged cell: the row is a line
   * item, but its sub-order is not visible.
   */
  readonly rows: RowList
}

/**
 * Finds rows with an invisible value in a column with a meaning: the column is hidden, or a merged cell with another
 * text covers the value.
 */
export function* findUnseen(rows: RowList, columns: ColumnMap, sight: SheetSight): Steps<Unseen> {
  const counting = [...new Set(Object.values(columns))]
  const hidden: number[] = []
  const isHidden = counting.some((column) =>
    sight.hiddenColumns.some(([first, last]) => column >= first && column <= last),
  )
  if (isHidden) {
    for (const { row } of rows) if (hidden.push(row) % ITEMS_A_STEP === 0) yield undefined
    return { hidden, rows }
  }
  const covered: Covered = new Map()
  for (const column of counting) yield* findCovered(rows, column, sight.merged, covered)
  return covered.size > 0 ? yield* markCovered(rows, counting, covered) : { hidden, rows }
}

function* findCovered(
  rows: RowList,
  column: number,
  merged: readonly CellRange[],
  covered: Covered,
): Steps<void> {
  const over = merged
    .filter(({ firstColumn, lastColumn }) => column >= firstColumn && column <= lastColumn)
    .toSorted((range, next) => range.firstRow - next.firstRow)
  let position = 0
  for (const [place, range] of over.entries()) {
    if (place % ITEMS_A_STEP === 0) yield undefined
    position = findFrom(rows, position, range.firstRow)
    const top = rows.at(position)
    // Many programs write the visible text into each of the merged cells.
    const seen = top?.row === range.firstRow ? (top.cells[range.firstColumn] ?? '') : ''
    for (let row = rows.at(position); row && row.row <= range.lastRow; row = rows.at(position)) {
      const text = row.cells[column] ?? ''
      if (!isBlank(text) && text !== seen) covered.set(row.row, [...(covered.get(row.row) ?? []), column])
      position += 1
      if (position % ITEMS_A_STEP === 0) yield undefined
    }
  }
}

/** A row without another visible value is hidden; in all other rows a mark replaces the covered value. */
function* markCovered(rows: RowList, counting: readonly number[], covered: Covered): Steps<Unseen> {
  const hidden: number[] = []
  const packer = createRowPacker()
  for (const { row, cells, badQuotes = false } of rows) {
    const under = covered.get(row)
    const isSeen = (column: number) => !under?.includes(column) && !isBlank(cells[column] ?? '')
    if (under && !counting.some(isSeen)) hidden.push(row)
    const isMarked = (column: number) => under?.includes(column) === true && hidden.at(-1) !== row
    const shown = under
      ? cells.map((cell, at) => (isMarked(at) ? markCell(cell, 'under a merged cell') : cell))
      : cells
    packer.add(row, shown, badQuotes)
    if (packer.length % ITEMS_A_STEP === 0) yield undefined
  }
  return { hidden, rows: createRowList(packer.finish()) }
}

/**
 * The first position from `from` on with this row number or a higher one. The steps grow, because the position is
 * mostly near.
 */
function findFrom(rows: RowList, from: number, row: number): number {
  const isAbove = (position: number) => position < rows.length && (rows.at(position)?.row ?? row) < row
  let low = from
  let step = 1
  while (isAbove(low + step - 1)) {
    low += step
    step *= 2
  }
  const high = Math.min(low + step - 1, rows.length)
  return low + lowerBound(high - low, (index) => isAbove(low + index))
}
