import { markCell } from '../../domain/ids/cellMarks'
import { isBlank } from '../../domain/ids/cleanText'
import { lowerBound } from '../../domain/lists/lowerBound'
import { createRowPacker } from '../../domain/sheet/packedRows'
import { createRowList, type RowList } from '../../domain/sheet/rowList'
import type { CellRange, SheetSight } from '../../domain/sheet/sheetSight'
import { ITEMS_A_STEP, type Steps } from '../../domain/time/steps'
import type { ColumnMap } from '../../domain/sheet/columnMeaning'

/** By row number: the columns that count whose value lies under a merged cell, which shows another one. */
type Covered = Map<number, number[]>

/** What nobody sees of the rows of a worksheet. */
interface Unseen {
  /** Numbers of rows of which nothing that counts is seen, or whose column is hidden. */
  readonly hidden: readonly number[]
  /**
   * All rows. Where a row is seen but for a value under a merged cell, that one says so: the row is a line, and what
   * it is a line of is not in it.
   */
  readonly rows: RowList
}

/**
 * Finds rows of which a value that counts is seen nowhere: its column is hidden, or another cell lies over it and
 * shows another text.
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
    .toSorted((one, other) => one.firstRow - other.firstRow)
  let position = 0
  for (const [place, range] of over.entries()) {
    if (place % ITEMS_A_STEP === 0) yield undefined
    position = findFrom(rows, position, range.firstRow)
    const top = rows.at(position)
    // Many programs write what is seen into each of the cells.
    const seen = top?.row === range.firstRow ? (top.cells[range.firstColumn] ?? '') : ''
    for (let row = rows.at(position); row && row.row <= range.lastRow; row = rows.at(position)) {
      const text = row.cells[column] ?? ''
      if (!isBlank(text) && text !== seen) covered.set(row.row, [...(covered.get(row.row) ?? []), column])
      position += 1
      if (position % ITEMS_A_STEP === 0) yield undefined
    }
  }
}

/** A row of which nothing else is seen is hidden; in all others the value says that nobody sees it. */
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
 * The first position from here on whose row is this one or one below. Ever longer steps: the next one is mostly near.
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
