import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { screen } from '@testing-library/dom'
import { startPretendOms } from '../../mocks/node'
import {
  expectColumn,
  expectTable,
  findHeadline,
  openScreen,
  startCancellation,
  uploadCsv,
  writeSheet,
} from '../support/openScreen'
import { writeWorkbook, writeZip } from '../support/workbook'

const lineItems = 'Sub Order ID,Increff SKU ID,Quantity\r\n1253231242,8647326934,2\r\n'

/** A file of the given bytes; it bears the name of a CSV, as some do that are none. */
async function takeFixture(name: string): Promise<File> {
  const bytes = await readFile(join(__dirname, '../fixtures/sheets', name))
  return new File([new Uint8Array(bytes)], 'sheet.csv', { type: 'text/csv' })
}

/** The same file after it was changed on disk: the page keeps its handle and reads it anew. */
function change(file: File, read: () => Promise<ArrayBuffer>): File {
  return Object.assign(file, { arrayBuffer: read })
}

function text(content: string): Promise<File> {
  return Promise.resolve(new File([content], 'sheet.csv', { type: 'text/csv' }))
}

function binary(content: Uint8Array): Promise<File> {
  return Promise.resolve(new File([content as BlobPart], 'sheet.csv', { type: 'text/csv' }))
}

const problems: readonly (readonly [code: string, title: string, file: () => Promise<File>])[] = [
  ['EMPTY_FILE', 'The file is empty', () => text('')],
  ['NO_ROWS', 'There are no rows below the header', () => text('Sub Order ID\r\n')],
  ['MISSING_HEADER', 'No column named "Increff Sub Order ID"', () => text('Order\r\n1253231242\r\n')],
  [
    'DUPLICATE_HEADER',
    'Two columns mean the same: "Increff Sub Order ID"',
    () => text('Sub Order ID,System Sub Order ID\r\n1,2\r\n'),
  ],
  ['WRONG_SHEET', 'This file belongs to Cancel Sub-order Line Items', () => text(lineItems)],
  ['UNTERMINATED_QUOTE', 'A quote that opens in row 3 never closes', () => takeFixture('unterminated.csv')],
  ['FILE_IS_XLSX', 'This Excel workbook (.xlsx) cannot be read', () => takeFixture('excel.csv')],
  ['FILE_IS_XLS', 'This is an old Excel workbook (.xls), not a CSV file', () => takeFixture('old-excel.xls')],
  ['FILE_IS_HTML', 'This is a web page, not a CSV file', () => takeFixture('login-page.csv')],
  ['FILE_IS_BINARY', 'This is not a text file but gzip', () => takeFixture('sheet.csv.gz')],
  [
    'FILE_IS_ZIP',
    'This is a zip archive with orders.csv in it',
    () => binary(writeZip({ 'orders.csv': 'x' })),
  ],
  [
    'FILE_IS_OTHER_WORKBOOK',
    'This is a workbook of another kind (.numbers)',
    () => binary(writeZip({ 'Index/Document.iwa': 'x' })),
  ],
  [
    'FILE_IS_LOCK',
    'This is a lock file, not your file',
    () => text(',anita,desk,27.11.2026 10:00,file:///home/anita/.config/libreoffice/4;'),
  ],
  [
    'HIDDEN_SHEETS',
    'Only hidden worksheets hold anything: Orders',
    () => binary(writeWorkbook({ sheets: [{ name: 'Orders', rows: [['SO-1']], state: 'hidden' }] })),
  ],
  ['UNSUPPORTED_ENCODING', 'The encoding UTF-32 LE cannot be read', () => takeFixture('utf32le.csv')],
  ['TOO_MANY_ROWS', 'The file has more than 3 rows', () => text(writeSheet(['A1', 'A2', 'A3', 'A4']))],
  [
    'TOO_LARGE',
    'The file is larger than 128 MB',
    async () => Object.defineProperty(await text('x'), 'size', { value: 129 * 1024 * 1024 }),
  ],
  [
    'UNREADABLE',
    'The browser could not read the file',
    async () => change(await text('x'), () => Promise.reject(new Error('moved'))),
  ],
]

it.each(problems)('a file with the problem %s is refused with “%s”', async (code, title, file) => {
  const { user } = openScreen({ settings: { maxRows: 3 } })
  await uploadCsv(user, await file())
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent(title)
  expect(alert).toHaveTextContent(`sheet.csv · ${code}`)
  expect(screen.queryByRole('button', { name: 'Start Cancellation' })).toBeNull()
})

it('a lock file names the file that it belongs to', async () => {
  const { user } = openScreen()
  const lock = Uint8Array.from([
    1,
    65,
    ...Array.from({ length: 53 }, () => 32),
    1,
    0,
    ...Array.from({ length: 108 }, () => 32),
  ])
  await uploadCsv(user, new File([lock], '~$orders.xlsx'))
  expect(await screen.findByRole('alert')).toHaveTextContent('Choose the workbook itself: orders.xlsx.')
})

it('a file of the other tab is taken there by a button', async () => {
  const { user } = openScreen()
  await uploadCsv(user, lineItems)
  await user.click(await screen.findByRole('button', { name: 'Open it in Cancel Sub-order Line Items' }))
  await findHeadline('1 line item of 1 sub-order ready')
  expect(screen.getByRole('tab', { name: 'Cancel Sub-order Line Items' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expectTable([['1253231242', '1', '2', 'NOT SENT', '']])

  await uploadCsv(user, writeSheet(['1253231259']))
  await user.click(await screen.findByRole('button', { name: 'Open it in Cancel Sub-Orders' }))
  await findHeadline('1 sub-order ready')
  await expectTable([['2', '1253231259', 'NOT SENT', '']])
})

it('choosing the same file again after an edit loads it', async () => {
  const { user } = openScreen()
  const file = await uploadCsv(user, 'Order\r\n1253231242\r\n')
  await screen.findByRole('alert')
  const mended = new TextEncoder().encode(writeSheet(['1253231242'])).buffer
  await uploadCsv(
    user,
    change(file, () => Promise.resolve(mended)),
  )
  await findHeadline('1 sub-order ready')
  expect(screen.queryByRole('alert')).toBeNull()
})

it('a refused file takes the place of the sheet before it', async () => {
  const { user } = openScreen()
  await uploadCsv(user, writeSheet(['1253231242']))
  await findHeadline('1 sub-order ready')
  await uploadCsv(user, 'Order\r\n1253231242\r\n')
  await screen.findByRole('alert')
  expect(screen.queryByRole('table', { name: 'Sub-orders' })).toBeNull()
})

it('a sheet is removed with its button', async () => {
  const { user } = openScreen()
  await uploadCsv(user, writeSheet(['1253231242']), 'monday.csv')
  await user.click(await screen.findByRole('button', { name: 'Remove monday.csv' }))
  expect(screen.queryByRole('table')).toBeNull()
  expect(screen.getByRole('heading', { name: 'Get the sample' })).toBeVisible()
})

it('the sheet of a run is put aside by the next file, and can be shown again', async () => {
  startPretendOms({ subOrders: [{ id: '1253231242', invoiced: true }] })
  const { user } = openScreen()
  await uploadCsv(user, writeSheet(['1253231242']), 'monday.csv')
  await startCancellation(user)
  await findHeadline('0 of 1 sub-orders are cancelled')

  await uploadCsv(user, writeSheet(['1253231259']), 'tuesday.csv')
  await findHeadline('1 sub-order ready')
  expect(screen.getByText('monday.csv was closed. Its results are kept.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Reopen' }))
  await findHeadline('0 of 1 sub-orders are cancelled')
  await expectColumn('Status', ['ERROR'])

  await user.click(screen.getByRole('button', { name: 'Reopen' }))
  await expectTable([['2', '1253231259', 'NOT SENT', '']])
})
