import { markCell, readMark } from '../../domain/ids/cellMarks'
import { isBlank } from '../../domain/ids/cleanText'
import { isTotalText } from '../../domain/ids/totalText'
import type { ColumnMap, ColumnMeaning } from '../../domain/sheet/columnMeaning'

/** What is wrong with cells of a workbook's row, should their columns count. */
export interface RowMark {
  readonly column: number
  /** Where it is about several cells. */
  readonly lastColumn?: number
  /** What is written in its place; absent: the row is a total. */
  readonly write?: () => string
  readonly where: 'all' | 'ids' | 'subOrderId' | 'quantity'
}

const MEANT: Readonly<Record<RowMark['where'], readonly ColumnMeaning[]>> = {
  all: ['subOrderId', 'skuId', 'quantity'],
  ids: ['subOrderId', 'skuId'],
  subOrderId: ['subOrderId'],
  quantity: ['quantity'],
}

/** Writes what is wrong with cells into those whose columns count; all others stay as they are. */
export function applyMarks(cells: string[], marks: readonly RowMark[], columns: ColumnMap): void {
  for (const { column, lastColumn = column, write, where } of marks) {
    for (const meaning of MEANT[where]) {
      const own = columns[meaning] ?? -1
      if (own < column || own > lastColumn) continue
      if (write) cells[own] = write()
      else markTotal(cells, columns.subOrderId)
    }
  }
}

function markTotal(cells: string[], column: number): void {
  const text = cells[column] ?? ''
  // A formula that nobody has worked out says more.
  if (isTotalText(text) || readMark(text) !== undefined) return
  cells[column] = isBlank(text) ? 'Total' : markCell(text, 'a total')
}
