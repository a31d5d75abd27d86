import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { openBytes, readAll } from './readAll'

function readFixture(name: string): Promise<Uint8Array> {
  return readFile(join(__dirname, '../fixtures/workbooks', name))
}

it.each(['libreoffice.xlsx', 'libreoffice.xlsm'])(
  'reads %s: texts, padded numbers, dates, formulas, errors',
  async (name) => {
    const bytes = await readFixture(name)
    expect(await openBytes(bytes)).toMatchObject({ ok: true, sheets: [{ name: 'Orders' }] })
    expect(await readAll(bytes)).toEqual([
      [1, ['Sub Order ID', 'Increff SKU ID', 'Quantity', 'Ordered', 'Price']],
      [2, ['0012532312', '8647326934', '2', '2026-05-01 00:00', '1299.5']],
      [3, ['0012532313', 'SKU & bold <1>', '3']],
      [6, ['12345678901234500000.0', 'two\nlines', '#N/A', '1', 'SO-2']],
    ])
  },
)

it.each(['sheetjs.xlsx', 'hucre.xlsx'])('reads %s', async (name) => {
  expect(await readAll(await readFixture(name))).toEqual([
    [1, ['Sub Order ID', 'Quantity', 'Ordered']],
    [2, ['0012532312', '2', '2026-05-01 00:00']],
    [3, ['1253231242', '3']],
    [5, ['SO-9', '1', 'TRUE']],
  ])
})

it.each(['libreoffice.ods', 'sheetjs.xlsb'])('%s is no workbook that we read', async (name) => {
  expect(await readAll(await readFixture(name))).toMatchObject({ ok: false, why: 'no-workbook' })
})
