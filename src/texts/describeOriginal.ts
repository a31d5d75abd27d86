import { findMeantCells } from '../domain/edit/editRow'
import { findWrongWidth } from '../domain/sheet/rowShape'
import type { Sheet } from '../domain/sheet/sheet'
import type { Messages } from './messages'
import type { SheetRow } from '../domain/sheet/sheetRow'

/** Describes a row as uploaded and as it is now: the changed cells, or the sub-order ID if no cell changed. */
export function describeOriginal(
  sheet: Sheet,
  row: SheetRow,
  { edit }: Messages,
): { was: string; now: string } {
  const names = edit.columnNames[sheet.kind]
  const was = row.original ?? row
  const before = findMeantCells(sheet, was)
  const after = findMeantCells(sheet, row)
  const meanings = (['subOrderId', 'skuId', 'quantity'] as const).filter((one) => after[one] !== undefined)
  const changed = meanings.filter((one) => before[one] !== after[one])
  const told = changed.length > 0 ? changed : meanings.slice(0, 1)
  const write = (cells: typeof before) =>
    told
      .map((one) => {
        const text = cells[one] || edit.nothing
        return one === 'subOrderId' ? text : edit.was({ column: names[one], text })
      })
      .join('; ')
  if (was.cells.length === 0) return { was: edit.notKept, now: write(after) }
  const isWhole = was.badQuotes || findWrongWidth(sheet, was) !== undefined
  return { was: isWhole ? was.cells.join(sheet.delimiter) : write(before), now: write(after) }
}
