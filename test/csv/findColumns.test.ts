import { describe, expect, it } from '@jest/globals'
import { findColumns } from '../../src/csv/cells/findColumns'

describe('on the sub-orders tab', () => {
  it.each([
    'Increff Sub Order ID',
    'Sub Order ID',
    'System Sub Order ID',
    'increff_sub-order id',
    ' SUBORDERID ',
    '\ufeffSub\u200b\u00a0Order ID',
  ])('%j is the ID', (header) => {
    expect(findColumns(['Note', header], 'sub-orders')).toEqual({ ok: true, columns: { subOrderId: 1 } })
  })

  it.each(['Order ID', 'Sub Order', 'ID', 'Sub Order ID 2', '__proto__', 'constructor', ''])(
    '%j is a column of the user',
    (header) => {
      expect(findColumns([header], 'sub-orders')).toEqual({
        ok: false,
        problem: { code: 'MISSING_HEADER', columns: ['Increff Sub Order ID'], found: header },
      })
    },
  )

  it('two columns that claim to be the ID are one too many', () => {
    expect(findColumns(['Sub Order ID', 'Note', 'system_sub_order_id'], 'sub-orders')).toEqual({
      ok: false,
      problem: {
        code: 'DUPLICATE_HEADER',
        columns: ['Increff Sub Order ID'],
        found: 'Sub Order ID, Note, system_sub_order_id',
      },
    })
  })

  it('a file with SKUs and quantities belongs to the other tab, and is never read as whole sub-orders', () => {
    expect(findColumns(['Sub Order ID', 'SKU ID', 'Qty'], 'sub-orders')).toEqual({
      ok: false,
      problem: {
        code: 'WRONG_SHEET',
        belongsTo: 'line-items',
        columns: ['SKU ID', 'Qty'],
        found: 'Sub Order ID, SKU ID, Qty',
      },
    })
  })

  it.each(['Qty to cancel', 'Units', 'Cancelled Quantity'])(
    'so does one whose quantities are called %s: whole sub-orders must not be cancelled in their place',
    (quantity) => {
      const found = findColumns(['Sub Order ID', 'SKU ID', quantity], 'sub-orders')
      expect(found).toMatchObject({ ok: false, problem: { code: 'WRONG_SHEET', belongsTo: 'line-items' } })
    },
  )

  it('a header of thousands of characters is told in part', () => {
    const found = findColumns(['x'.repeat(5000)], 'sub-orders')
    expect(found).toMatchObject({ ok: false, problem: { found: `${'x'.repeat(200)}…` } })
  })

  it.each([['SKU ID'], ['Quantity']])('a column %s alone, or twice, is a column of the user', (header) => {
    expect(findColumns(['Sub Order ID', header, header], 'sub-orders')).toEqual({
      ok: true,
      columns: { subOrderId: 0 },
    })
  })
})

describe('on the line-items tab', () => {
  it.each([
    ['Sub Order ID', 'Increff SKU ID', 'Quantity'],
    ['Increff Sub Order ID', 'SKU ID', 'Qty'],
    ['System Sub Order ID', 'Global SKU ID', 'Cancel Quantity'],
    ['sub-order-id', 'INCREFF_SKU', 'cancel_quantity'],
  ])('%s, %s and %s are the columns', (id, sku, quantity) => {
    expect(findColumns([quantity, '__proto__', sku, id], 'line-items')).toEqual({
      ok: true,
      columns: { subOrderId: 3, skuId: 2, quantity: 0 },
    })
  })

  it('names all missing columns by the header of the sample', () => {
    expect(findColumns(['SKU ID'], 'line-items')).toEqual({
      ok: false,
      problem: { code: 'MISSING_HEADER', columns: ['Sub Order ID', 'Quantity'], found: 'SKU ID' },
    })
  })

  it('names all doubled columns by the header of the sample', () => {
    const header = ['Sub Order ID', 'SKU ID', 'Global SKU ID', 'Qty', 'Quantity']
    expect(findColumns(header, 'line-items')).toEqual({
      ok: false,
      problem: {
        code: 'DUPLICATE_HEADER',
        columns: ['Increff SKU ID', 'Quantity'],
        found: 'Sub Order ID, SKU ID, Global SKU ID, Qty, Quantity',
      },
    })
  })

  it('a file that speaks of SKUs or quantities in other words lacks columns: it is not one of whole sub-orders', () => {
    expect(findColumns(['Sub Order ID', 'Item SKU', 'Units'], 'line-items')).toMatchObject({
      ok: false,
      problem: { code: 'MISSING_HEADER', columns: ['Increff SKU ID', 'Quantity'] },
    })
  })

  it('a file of IDs without SKU and quantity belongs to the other tab', () => {
    expect(findColumns(['Increff Sub Order ID', 'Note'], 'line-items')).toEqual({
      ok: false,
      problem: { code: 'WRONG_SHEET', belongsTo: 'sub-orders', found: 'Increff Sub Order ID, Note' },
    })
  })
})

it('a header of more than 1,000 characters means nothing: it would be cleaned again with each row that may be one', () => {
  const pad = (length: number) => 'Sub Order ID'.padEnd(length)
  expect(findColumns([pad(1000)], 'sub-orders')).toEqual({ ok: true, columns: { subOrderId: 0 } })
  expect(findColumns([pad(1001)], 'sub-orders')).toMatchObject({
    ok: false,
    problem: { code: 'MISSING_HEADER' },
  })
})

describe('a quantity of ours beside what is to be cancelled of it', () => {
  const find = (...amounts: readonly string[]) => {
    const found = findColumns(['Sub Order ID', 'SKU ID', ...amounts], 'line-items')
    return found.ok ? found.columns.quantity : found.problem.code
  }
  it.each([
    'Qty to cancel',
    'Cancel Qty',
    'cancel_qty',
    'Cancellation Qty',
    'Units to be cancelled',
    'No. of units to cancel',
    'To cancel',
    'Storno-Menge',
    'Quantité à annuler',
    'Quantité annulation',
  ])('is asked about: %s', (name) => {
    expect([find('Quantity', name), find(name, 'Qty')]).toEqual(['DUPLICATE_HEADER', 'DUPLICATE_HEADER'])
  })
  it.each([
    'Cancelled Qty',
    'Canceled Quantity',
    'Cancellable Qty',
    'Cancel Reason',
    'Cancel',
    'Cancel Date',
    'Cancelled On',
    'Cancel Price',
    'SKU to cancel',
    'Ordered Qty',
    'Stornierte Menge',
    'Quantité annulée',
  ])('is the quantity: %s', (name) => {
    expect([find('Quantity', name), find(name, 'Quantity')]).toEqual([2, 3])
  })
  it('says itself that it is to be cancelled', () => {
    expect(find('Ordered Qty', 'Cancel Quantity')).toBe(3)
  })
})
