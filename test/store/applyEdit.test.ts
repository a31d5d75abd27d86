import { expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { findEditedRows, findRowsWithOriginal } from '../../src/store/sheet/findEditedRows'
import { selectMayEdit, applyEdit } from '../../src/store/sheet/applyEdit'
import { startAll } from '../../src/store/run/runThunks'
import { loadFile } from '../../src/store/sheet/loadFile'
import type { Store } from '../../src/store/store'
import { createTestStore } from './testStore'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

const readSlot = (store: Store, kind: SheetKind = 'sub-orders') => store.getState().sheets[kind]
const readRows = (store: Store) => readSlot(store).sheet?.checked.sheet.rows ?? []

async function load(store: Store, text: string, kind: SheetKind = 'sub-orders'): Promise<string> {
  await store.dispatch(loadFile(kind, new File([text], 'orders.csv')))
  return readSlot(store, kind).sheet?.id ?? ''
}

it('a fault while an edit is applied leaves the sheet as it was, and editable', async () => {
  let isBroken = false
  const createYieldIfDue = () => () => {
    if (isBroken) throw new Error('a bug of ours')
    return neverYield()
  }
  const { store, script } = createTestStore(undefined, { createYieldIfDue })
  const id = await load(store, 'Increff Sub Order ID\n1\n2\n')
  const { sheet } = readSlot(store)
  isBroken = true
  await expect(store.dispatch(applyEdit('sub-orders', { type: 'remove', positions: [0] }))).rejects.toThrow(
    'a bug of ours',
  )
  isBroken = false
  expect([
    readSlot(store).isEditing,
    readSlot(store).sheet,
    selectMayEdit(store.getState(), 'sub-orders'),
  ]).toEqual([false, sheet, true])
  await store.dispatch(startAll(id))
  expect(script.calls.map(({ request }) => request.subOrderId)).toEqual(['1', '2'])
})

it('a line with a cell too many is not sent before all three of its cells were typed', async () => {
  const { store, script } = createTestStore()
  const id = await load(store, 'Sub Order ID,SKU ID,Quantity\n1001x,AB,2,5\n', 'line-items')
  const edit = (cells: object) =>
    store.dispatch(applyEdit('line-items', { type: 'edit', position: 0, cells }))
  await edit({ subOrderId: '1001' })
  expect(readSlot(store, 'line-items').sheet?.checked.requests).toEqual([])
  await edit({ skuId: 'AB,2' })
  await edit({ quantity: '5' })
  await store.dispatch(startAll(id))
  expect(script.calls.map(({ request }) => request)).toEqual([
    { kind: 'line-items', subOrderId: '1001', row: 2, lineItems: [{ skuId: 'AB,2', quantity: 5, row: 2 }] },
  ])
})

it('the rows that have other cells than they were uploaded with are found once for each list of rows', async () => {
  const { store } = createTestStore()
  await load(store, 'Increff Sub Order ID,Note\n1,a\n"2, 3",b\nx,c\n')
  const edit = (change: Parameters<typeof applyEdit>[1]) => store.dispatch(applyEdit('sub-orders', change))
  await edit({ type: 'split', positions: [1] })
  await edit({ type: 'edit', position: 3, cells: { subOrderId: '4' } })
  await edit({ type: 'remove', positions: [0] })
  const rows = readRows(store)
  if (!('at' in rows)) throw new Error('no rows')
  expect([...findEditedRows(rows)]).toEqual([0, 1, 2, 3])
  const found = findRowsWithOriginal(rows)
  expect([...found].map(([row, { cells, original }]) => [row, cells[0], original?.cells[0]])).toEqual([
    [3, '2', '2, 3'],
    [4, '4', 'x'],
  ])
  expect(findRowsWithOriginal(rows)).toBe(found)
})
