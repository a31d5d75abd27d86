import { expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/dom'
import { expectTable, findHeadline, openScreen, uploadCsv } from '../support/openScreen'

const lines = 'Sub Order ID,SKU,Quantity\r\n1253231242,A1,2\r\n1253231259,A2,1\r\n'
const all = { name: 'Cancel whole sub-orders anyway' }

it('a file of line items is read as whole sub-orders by one press of a key', async () => {
  const { user } = openScreen()
  await uploadCsv(user, lines)
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'It has a column for a product ("SKU") and one for an amount ("Quantity"), as line items have. Nothing was loaded here.',
  )
  const title = await screen.findByRole('heading', { name: 'Or are whole sub-orders meant?' })
  await waitFor(() => expect(title).toHaveFocus())
  expect(screen.getAllByRole('status').map((told) => told.textContent)).toContain(
    'Confirm that whole sub-orders are meant to load the file here.',
  )
  await user.tab()
  expect(screen.getByRole('button', all)).toHaveFocus()
  await user.keyboard('{Enter}')
  await findHeadline('2 sub-orders ready')
  await expectTable([
    ['2', '1253231242', 'NOT SENT', ''],
    ['3', '1253231259', 'NOT SENT', ''],
  ])
})

it('the answer is remembered for the same doubt alone, says so, and can be given again', async () => {
  const { user } = openScreen()
  await uploadCsv(user, lines)
  await user.click(await screen.findByRole('button', all))
  await findHeadline('2 sub-orders ready')

  await uploadCsv(user, `${lines}1253231276,A2,1\r\n`, 'next.csv')
  await findHeadline('3 sub-orders ready')
  const note = screen.getByRole('note', { name: 'About this file' })
  expect(note).toHaveTextContent('Whole sub-orders are cancelled, as you chose last time for this header.')

  await uploadCsv(user, `${lines}1253231259,A3,1\r\n`, 'repeated.csv')
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Sub-order 1253231259 is in rows 3 and 4 with different values in "SKU": these are line items.',
  )
  await user.click(await screen.findByRole('button', all))
  await findHeadline('2 sub-orders ready')
  await uploadCsv(user, `${lines}1253231259,A3,1\r\n1253231276,A2,1\r\n`, 'repeated-again.csv')
  await findHeadline('3 sub-orders ready')
  const again = screen.getByRole('note', { name: 'About this file' })
  await user.click(within(again).getByRole('button', { name: 'Choose the columns again' }))
  await screen.findByRole('button', all)
})

it('whole sub-orders and a column that is not known are two steps', async () => {
  const { user } = openScreen()
  await uploadCsv(user, lines.replace('Sub Order ID', 'Order No'))
  await user.click(await screen.findByRole('button', all))
  const select = await screen.findByRole('combobox', { name: 'Which column holds the Increff Sub Order ID?' })
  await user.selectOptions(select, 'Order No')
  await user.click(screen.getByRole('button', { name: 'Load file' }))
  await findHeadline('2 sub-orders ready')
  await uploadCsv(user, `${lines.replace('Sub Order ID', 'Order No')}1253231276,A2,1\r\n`, 'next.csv')
  await findHeadline('3 sub-orders ready')
  expect(screen.getByRole('note', { name: 'About this file' })).toHaveTextContent('Order No')
})

it('where the table begins is agreed to by one key, and remembered', async () => {
  const { user } = openScreen()
  const content =
    'Järjestys,Sub Order ID\r\nSivu,1\r\nKopio,1\r\nSub Order ID,City\r\n1253231242,Pune\r\n1253231259,Agra\r\n'
  await uploadCsv(user, content)
  expect(await screen.findByRole('alert')).toHaveTextContent('It is not clear in which row the table begins')
  await screen.findByRole('heading', { name: 'Is this where the table begins?' })
  await waitFor(() => expect(screen.getByRole('button', { name: 'Load file' })).toHaveFocus())
  await user.keyboard('{Enter}')
  await findHeadline('2 sub-orders ready')
  await uploadCsv(user, `${content}1253231276,Pune\r\n`, 'next.csv')
  await findHeadline('3 sub-orders ready')
})

it('rows of another table are listed with the row that heads it', async () => {
  const { user } = openScreen()
  await uploadCsv(user, 'Sub Order ID,City\r\n1253231242,Pune\r\nSKU ID,Stock\r\n8647326934,3\r\n')
  await findHeadline('1 sub-order ready')
  expect(screen.getByText(/This row is below row 3, where another part of the file begins/)).toBeVisible()
})

it('the row that heads the table is chosen among those that may, and the choice is remembered', async () => {
  const { user } = openScreen()
  const labels = 'Sorted by,Sub Order ID\r\nPage,1\r\n\r\nTilaus,Alitilaus\r\n'
  await uploadCsv(user, `${labels}4040,1253231242\r\n`)
  const rows = await screen.findByRole('combobox', { name: 'Which row is the header?' })
  expect(
    within(rows)
      .getAllByRole('option')
      .map((option) => option.textContent),
  ).toEqual(['Row 1: Sorted by, Sub Order ID', 'Row 4: Tilaus, Alitilaus'])
  expect(rows).toHaveDisplayValue('Row 4: Tilaus, Alitilaus')
  await user.selectOptions(rows, 'Row 1: Sorted by, Sub Order ID')
  const column = { name: 'Which column holds the Increff Sub Order ID?' }
  expect(screen.getByRole('combobox', column)).toHaveDisplayValue('Sub Order ID')
  await user.selectOptions(rows, 'Row 4: Tilaus, Alitilaus')
  await user.selectOptions(screen.getByRole('combobox', column), 'Alitilaus')
  await user.click(screen.getByRole('button', { name: 'Load file' }))
  await findHeadline('1 sub-order ready')
  await uploadCsv(user, `${labels}4040,1253231242\r\n4041,1253231259\r\n`, 'next.csv')
  await findHeadline('2 sub-orders ready')
})
