import { isBlank } from '../domain/cleanText'
import { lowerBound } from '../domain/lowerBound'
import type { RowList } from '../domain/rowList'
import type { ColumnMap } from '../domain/sheet'
import type { CellRange, SheetSight } from '../domain/sheetSight'
import { ITEMS_A_STEP } from '../domain/steps'

/** A row that was found, or undefined: a step after which somebody else may have a turn. */
type Found = Generator<number | undefined>

/** Rows of which a value that counts is seen nowhere: its column is hidden, or another cell lies over it and shows another text. */
export function* findUnseen(rows: RowList, columns: ColumnMap, sight: SheetSight): Found {
  const counting = [...new Set(Object.values(columns))]
  const isHidden = counting.some((column) =>
    sight.hiddenColumns.some(([first, last]) => column >= first && column <= last),
  )
  if (isHidden) {
    let walked = 0
    for (const { row } of rows) {
      yield row
      walked += 1
      if (walked % ITEMS_A_STEP === 0) yield undefined
    }
    return
  }
  for (const column of counting) yield* findCovered(rows, column, sight.merged)
}

function* findCovered(rows: RowList, column: number, merged: readonly CellRange[]): Found {
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
      if (!isBlank(text) && text !== seen) yield row.row
      position += 1
      if (position % ITEMS_A_STEP === 0) yield undefined
    }
  }
}

/** The first position from here on whose row is this one or one below. Ever longer steps: the next one is mostly near. */
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
