import * as fc from 'fast-check'
import type { Edit } from '../../src/domain/edit/edit'
import type { Sheet } from '../../src/domain/sheet/sheet'
import type { SheetRow } from '../../src/domain/sheet/sheetRow'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

const id = fc.constantFrom(
  '1',
  '2',
  '3',
  '="04"',
  '5.0',
  '',
  'x',
  '1E+9',
  'EXAMPLE',
  '6, 7',
  '8;9;1',
  '#N/A',
  'Total',
)
const skuId = fc.constantFrom('A', 'B', '', 'a,b', '1E+9')
const quantity = fc.constantFrom('1', '2.0', '0', 'x', '')
const note = fc.constantFrom('', 'n')

/** Sheets of either kind with rows of all sorts: short ones, long ones, and some whose quotes are bad. */
export const sheets: fc.Arbitrary<Sheet> = fc
  .tuple(
    fc.constantFrom<SheetKind>('sub-orders', 'line-items'),
    fc.array(fc.tuple(fc.tuple(id, skuId, quantity, note), fc.integer({ min: 0, max: 12 })), {
      minLength: 1,
      maxLength: 12,
    }),
  )
  .map(([kind, records]): Sheet => {
    const isLines = kind === 'line-items'
    const rows = records.map(([[idCell, skuCell, quantityCell, noteCell], oddity], index): SheetRow => {
      const row = 2 * index + 3
      const cells = isLines ? [noteCell, idCell, skuCell, quantityCell] : [noteCell, idCell]
      if (oddity === 0) return { row, cells: [`"x"${cells.join(',')}`], badQuotes: true }
      if (oddity === 1) return { row, cells: [...cells, 'more'] }
      return oddity === 2 ? { row, cells: cells.slice(0, -1) } : { row, cells }
    })
    return {
      kind,
      fileName: 'orders.csv',
      delimiter: ',',
      header: isLines ? ['Note', 'Sub Order ID', 'SKU ID', 'Qty'] : ['Note', 'Sub Order ID'],
      columns: isLines ? { subOrderId: 1, skuId: 2, quantity: 3 } : { subOrderId: 1 },
      rows,
    }
  })

/** An edit of any rows; `fitEdit` fits its positions to a sheet. */
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    type: fc.constant('edit' as const),
    position: fc.nat(40),
    cells: fc.record({ subOrderId: id, skuId, quantity }, { requiredKeys: [] }),
  }),
  fc.record({
    type: fc.constantFrom('remove' as const, 'split' as const, 'undo' as const),
    positions: fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }),
  }),
)

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(anyEdit, { minLength: 1, maxLength: 10 })

/** The edit with positions that the sheet has. */
export function fitEdit(edit: Edit, { rows }: Sheet): Edit {
  if (edit.type === 'edit') return { ...edit, position: edit.position % rows.length }
  // A fill is always planned from a check: see `fillDown.test.ts`.
  if (edit.type === 'fill') return edit
  return { ...edit, positions: edit.positions.map((position) => position % rows.length) }
}
