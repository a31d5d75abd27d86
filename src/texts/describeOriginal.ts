import { findMeantCells } from '../domain/edit/editRow'
import { findWrongWidth } from '../domain/sheet/rowShape'
import type { Sheet } from '../domain/sheet/sheet'
import type { Messages } from './messages'
import type { SheetRow } from '../domain/sheet/sheetRow'

/** What a row was when it was uploaded, and what it is: the cells that were changed, or all that have a meaning. */
export function describeOriginal(
  sheet: Sheet,
  row: SheetRow,
  { mend }: Messages,
): { was: string; now: string } {
  const names = mend.columnNames[sheet.kind]
  const was = row.original ?? row
  const before = findMeantCells(sheet, was)
  const after = findMeantCells(sheet, row)
  const meanings = (['subOrderId', 'skuId', 'quantity'] as const).filter((one) => after[one] !== undefined)
  const changed = meanings.filter((one) => before[one] !== after[one])
  const told = changed.length > 0 ? changed : meanings.slice(0, 1)
  const write = (cells: typeof before) =>
    told
      .map((one) => {
        const text = cells[one] || mend.nothing
        return one === 'subOrderId' ? text : mend.was({ column: names[one], text })
      })
      .join('; ')
  if (was.cells.length === 0) return { was: mend.notKept, now: write(after) }
  const isWhole = was.badQuotes || findWrongWidth(sheet, was) !== undefined
  return { was: isWhole ? was.cells.join(sheet.delimiter) : write(before), now: write(after) }
}
