import { expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/dom'
import type { UserEvent } from '@testing-library/user-event'
import { strToU8, zipSync } from 'fflate'
import { expectTable, findHeadline, openScreen, uploadCsv } from '../support/openScreen'

const lines = [
  'Order no.,Channel,Item,Pieces',
  '1253231242,Myntra,8647326934,2',
  '1253231259,Ajio,8647326935,1',
  '',
].join('\r\n')

async function openLineItems(user: UserEvent): Promise<void> {
  await user.click(await screen.findByRole('tab', { name: 'Cancel Sub-order Line Items' }))
}

const findSelect = (name: string) =>
  screen.findByRole('combobox', { name: `Which column holds the ${name}?` })

async function chooseColumns(user: UserEvent, id: string, sku: string, quantity: string): Promise<void> {
  await user.selectOptions(await findSelect('Sub Order ID'), id)
  await user.selectOptions(await findSelect('Increff SKU ID'), sku)
  await user.selectOptions(await findSelect('Quantity'), quantity)
}

it('a file whose columns are unknown is read once the user has said which is which', async () => {
  const { user } = openScreen()
  await openLineItems(user)
  await uploadCsv(user, lines)
  const title = await screen.findByRole('heading', { name: 'Match columns' })
  await waitFor(() => expect(title).toHaveFocus())
  expect(screen.getAllByRole('status').map((told) => told.textContent)).toContain(
    'Match the columns to load the file.',
  )
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'No columns named "Sub Order ID", "Increff SKU ID", "Quantity"',
  )
  await chooseColumns(user, 'Order no.', 'Item', 'Pieces')
  expect(screen.getByText('Your choice is remembered for files with this header.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Load file' }))
  await findHeadline('2 line items of 2 sub-orders ready')
  await expectTable(
    [
      ['1253231242', '1', '2', 'NOT SENT', ''],
      ['1253231259', '1', '1', 'NOT SENT', ''],
    ],
    'Sub-orders with line items',
  )
})

it('the first rows of the file are shown, and the chosen columns bear their meaning', async () => {
  const { user } = openScreen()
  await openLineItems(user)
  await uploadCsv(user, lines)
  await user.selectOptions(await findSelect('Increff SKU ID'), 'Item')
  const table = screen.getByRole<HTMLTableElement>('table', { name: 'First rows of the file' })
  expect([...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()))).toEqual([
    ['Row', 'A', 'B', 'C Increff SKU ID', 'D'],
    ['1 header', 'Order no.', 'Channel', 'Item', 'Pieces'],
    ['2', '1253231242', 'Myntra', '8647326934', '2'],
    ['3', '1253231259', 'Ajio', '8647326935', '1'],
  ])
})

it('nothing is read while a column is missing or two meanings share one', async () => {
  const { user } = openScreen()
  await openLineItems(user)
  await uploadCsv(user, lines)
  await chooseColumns(user, 'Order no.', 'Item', 'Item')
  const read = screen.getByRole('button', { name: 'Load file' })
  expect(read).toBeDisabled()
  expect(screen.getByText('Increff SKU ID and Quantity cannot share one column.')).toBeVisible()
  await user.selectOptions(await findSelect('Quantity'), 'Choose a column')
  expect(read).toBeDisabled()
  expect(screen.getByText('Choose a column for Quantity.')).toBeVisible()
  await user.selectOptions(await findSelect('Quantity'), 'Pieces')
  expect(read).toBeEnabled()
})

it('known columns are chosen already', async () => {
  const { user } = openScreen()
  await openLineItems(user)
  await uploadCsv(user, lines.replace('Item', 'SKU ID'))
  expect(await findSelect('Increff SKU ID')).toHaveDisplayValue('SKU ID')
  expect(await findSelect('Sub Order ID')).toHaveDisplayValue('Choose a column')
})

it('of two columns with one meaning the user says which one counts', async () => {
  const { user } = openScreen()
  await uploadCsv(user, 'Sub Order ID,System Sub Order ID\r\n1,1253231242\r\n')
  await screen.findByRole('heading', { name: 'Choose which column to use' })
  await user.selectOptions(await findSelect('Increff Sub Order ID'), 'System Sub Order ID')
  await user.click(screen.getByRole('button', { name: 'Load file' }))
  expect(await findHeadline('1 sub-order ready')).toBeVisible()
  await expectTable([['2', '1253231242', 'NOT SENT', '']])
})

it('a choice is remembered for the next file with the same header, says so, and can be made again', async () => {
  const { user } = openScreen()
  await openLineItems(user)
  await uploadCsv(user, lines)
  await chooseColumns(user, 'Order no.', 'Item', 'Pieces')
  await user.click(screen.getByRole('button', { name: 'Load file' }))
  await findHeadline('2 line items of 2 sub-orders ready')
  expect(screen.queryByRole('note', { name: 'About this file' })).toBeNull()

  await uploadCsv(user, `${lines}1253231276,Ajio,8647326935,1\r\n`, 'next.csv')
  await findHeadline('3 line items of 3 sub-orders ready')
  const note = screen.getByRole('note', { name: 'About this file' })
  expect(note).toHaveTextContent('Columns as you chose them last time: Order no., Item, Pieces.')
  await user.click(within(note).getByRole('button', { name: 'Choose the columns again' }))
  await screen.findByRole('heading', { name: 'Match columns' })
})

it('a first row that is data is read as data', async () => {
  const { user } = openScreen()
  await openLineItems(user)
  await uploadCsv(user, '1253231242,8647326934,2\r\n1253231259,8647326935,1\r\n')
  const tick = await screen.findByRole('checkbox', { name: 'The first row is data, not a header' })
  expect(tick).toBeChecked()
  await chooseColumns(user, 'Column A (1253231242)', 'Column B (8647326934)', 'Column C (2)')
  await user.click(screen.getByRole('button', { name: 'Load file' }))
  await findHeadline('2 line items of 2 sub-orders ready')
  expect(screen.getByText('Read without a header: the first row is data.')).toBeVisible()
})

it('a bare list of IDs is read as such with one button', async () => {
  const { user } = openScreen()
  await uploadCsv(user, '1253231242\r\n1253231259\r\n')
  await user.click(await screen.findByRole('button', { name: 'Read all rows as Increff Sub Order IDs' }))
  expect(await findHeadline('2 sub-orders ready')).toBeVisible()
  await expectTable([
    ['1', '1253231242', 'NOT SENT', ''],
    ['2', '1253231259', 'NOT SENT', ''],
  ])
})

it('title rows that were left out are noted', async () => {
  const { user } = openScreen()
  await uploadCsv(user, 'Export of Monday\r\n\r\nIncreff Sub Order ID\r\n1253231242\r\n')
  await findHeadline('1 sub-order ready')
  expect(screen.getByRole('note')).toHaveTextContent('1 title row above the header left out: row 1.')
})

it('a plain sheet comes without notes', async () => {
  const { user } = openScreen()
  await uploadCsv(user, 'Increff Sub Order ID\r\n1253231242\r\n')
  await findHeadline('1 sub-order ready')
  expect(screen.queryByRole('note')).toBeNull()
})

/** A workbook as small as one can be. */
function writeWorkbook(sheets: Readonly<Record<string, readonly string[]>>): File {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const names = Object.keys(sheets)
  const entries = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  const links = names.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const parts = Object.values(sheets).map((texts, at) => {
    const rows = texts.map(
      (text, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t>${text}</t></is></c></row>`,
    )
    const content = `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`
    return [`xl/worksheets/sheet${at + 1}.xml`, strToU8(content)]
  })
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const bytes = zipSync({
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${entries.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${packages}">${links.join('')}</Relationships>`,
    ),
    ...Object.fromEntries(parts),
  })
  return new File([new Uint8Array(bytes)], 'week.xlsx')
}

it('of several worksheets the user says which one is meant', async () => {
  const { user } = openScreen()
  await uploadCsv(
    user,
    writeWorkbook({ Returns: ['Note', 'none'], Orders: ['Increff Sub Order ID', '1253231242'] }),
  )
  const title = await screen.findByRole('heading', { name: 'Which worksheet holds the sub-orders?' })
  await waitFor(() => expect(title).toHaveFocus())
  expect(screen.getByText('week.xlsx has 2 worksheets with something in them.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Orders' }))
  await findHeadline('1 sub-order ready')
})
