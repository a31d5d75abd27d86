import { describe, expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { Edit } from '../../src/domain/edit/edit'
import { editSheet } from '../../src/domain/edit/editSheet'
import { createRowList } from '../../src/domain/sheet/rowList'
import type { Sheet } from '../../src/domain/sheet/sheet'
import { validateRows } from '../../src/domain/check/validateRows'

function createSheet(...rows: readonly (readonly string[])[]): Sheet {
  return {
    kind: 'sub-orders',
    fileName: 'orders.csv',
    delimiter: ',',
    header: ['Sub Order ID', 'City'],
    columns: { subOrderId: 0 },
    rows: createRowList([rows.map((cells, at) => ({ row: at + 2, cells }))]),
  }
}

async function check(sheet: Sheet): Promise<object> {
  const { requests, issues } = await validateRows(sheet, neverYield)
  return {
    sent: [...requests].map(({ subOrderId }) => subOrderId),
    listed: issues.map(({ row, code }) => `${row} ${code}`),
  }
}

const sheet = createSheet(['1253231242', 'Pune'], ['SKU ID', 'Stock'], ['8647326934', '3'])
const checkAfter = (edit: Edit) => check(editSheet(sheet, edit))

describe('a row below the heading of another table', () => {
  it('is not sent if the heading is removed', async () => {
    expect(await checkAfter({ type: 'remove', positions: [1] })).toEqual({
      sent: ['1253231242'],
      listed: ['3 DROPPED_ROW', '4 OTHER_TABLE'],
    })
  })
  it('is not sent if an ID is typed over the heading; the heading is sent then', async () => {
    const cells = { subOrderId: '1253231259' }
    expect(await checkAfter({ type: 'edit', position: 1, cells })).toEqual({
      sent: ['1253231242', '1253231259'],
      listed: ['4 OTHER_TABLE'],
    })
  })
  it('is sent if a person types the ID', async () => {
    const cells = { subOrderId: '1253231259' }
    expect(await checkAfter({ type: 'edit', position: 2, cells })).toEqual({
      sent: ['1253231242', '1253231259'],
      listed: ['3 INVALID_ID'],
    })
  })
  it('has an issue that names the heading and holds all cells', async () => {
    const { issues } = await validateRows(sheet, neverYield)
    expect(issues.at(-1)).toEqual({ row: 4, code: 'OTHER_TABLE', value: '8647326934,3', otherRow: 3 })
  })
})

it('a heading whose first column reads as an ID ends a table of numbers', async () => {
  const rows = [
    ['1253231242', 'Pune'],
    ['Address1', 'Sub Order ID'],
    ['4040404041', '1253231243'],
  ]
  expect(await check(createSheet(...rows))).toEqual({
    sent: ['1253231242'],
    listed: ['3 OTHER_TABLE', '4 OTHER_TABLE'],
  })
})

it('IDs with letters among numbers do not end the table', async () => {
  const rows = [
    ['1253231242', 'Pune'],
    ['SO12', 'Agra'],
    ['Retry1', 'Agra'],
  ]
  expect(await check(createSheet(...rows))).toEqual({ sent: ['1253231242', 'SO12', 'Retry1'], listed: [] })
})

describe('a label below the list', () => {
  const listed: Sheet = {
    ...createSheet(['Pune', '1253231242'], ['Page', '1']),
    header: ['City', 'Sub Order ID'],
    columns: { subOrderId: 1 },
  }

  it('is not sent, and its issue says that it is a label', async () => {
    const { issues } = await validateRows(listed, neverYield)
    expect(issues).toEqual([
      { row: 3, code: 'INVALID_ID', value: '1', column: 'Sub Order ID', hint: 'label' },
    ])
  })
  it('is sent if a person types the ID', async () => {
    const cells = { subOrderId: '12' }
    expect(await check(editSheet(listed, { type: 'edit', position: 1, cells }))).toEqual({
      sent: ['1253231242', '12'],
      listed: [],
    })
  })
})
