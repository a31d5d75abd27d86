import { markCell, readMark } from '../../domain/ids/cellMarks'
import { isBlank } from '../../domain/ids/cleanText'
import { isTotalText } from '../../domain/ids/totalText'
import type { ColumnMap, ColumnMeaning } from '../../domain/sheet/columnMeaning'
import type { RowMark } from '../../domain/sheet/rowMark'

/** The meanings of the columns in which a mark counts. */
const meaningsOf: Readonly<Record<RowMark['where'], readonly ColumnMeaning[]>> = {
  all: ['subOrderId', 'skuId', 'quantity'],
  ids: ['subOrderId', 'skuId'],
  subOrderId: ['subOrderId'],
  quantity: ['quantity'],
}

/** Writes the faults of a row into the cells whose columns count; all other cells stay as they are. */
export function applyMarks(cells: string[], marks: readonly RowMark[], columns: ColumnMap): void {
  for (const { column, lastColumn = column, write, where } of marks) {
    for (const meaning of meaningsOf[where]) {
      const own = columns[meaning] ?? -1
      if (own < column || own > lastColumn) continue
      if (write) cells[own] = write()
      else markTotal(cells, columns.subOrderId)
    }
  }
}

function markTotal(cells: string[], column: number): void {
  const text = cells[column] ?? ''
  // The mark of a formula without a result says more.
  if (isTotalText(text) || readMark(text) !== undefined) return
  cells[column] = isBlank(text) ? 'Total' : markCell(text, 'a total')
}
