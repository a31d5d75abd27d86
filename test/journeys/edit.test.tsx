import { expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/dom'
import type { UserEvent } from '@testing-library/user-event'
import { startPretendOms } from '../../mocks/node'
import { createGate, held } from '../../mocks/script'
import {
  expectTable,
  findHeadline,
  openScreen,
  save,
  startCancellation,
  uploadCsv,
  writeSheet,
} from '../support/openScreen'

const sheet = writeSheet(['1253231242', 'SO 12/17', '1253231242', '1.25323E+09', '1253231242', '#N/A'])

const cell = (row: number) =>
  screen.findByRole('button', { name: new RegExp(`^Edit Increff Sub Order ID of row ${row}\\b`) })
const field = (row: number) => screen.findByRole('textbox', { name: `Increff Sub Order ID of row ${row}` })

/** Waits until the rows with an issue have these numbers. */
async function expectIssues(rows: readonly string[]): Promise<void> {
  await waitFor(() => {
    const table = screen.getByRole<HTMLTableElement>('table', { name: 'Issues' })
    expect([...table.rows].slice(1).map((row) => row.cells[0]?.textContent)).toEqual(rows)
  })
}

const chip = (name: RegExp) => screen.findByRole('button', { name, pressed: false })
const choose = async (user: UserEvent, name: RegExp) => user.click(await chip(name))

it('the run sends an ID that the user has edited in its cell, not the wrong one', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await user.click(await cell(3))
  expect(await field(3)).toHaveFocus()
  await user.keyboard('1253231259{Enter}')
  await findHeadline('2 sub-orders ready')
  await expectIssues(['4', '5', '6', '7'])
  await startCancellation(user)
  await findHeadline('All 2 sub-orders are cancelled')
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(['1253231242', '1253231259'])
})

it('while the user types, the field says whether the row could be sent', async () => {
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await user.click(await cell(3))
  const input = await field(3)
  const look = () => [
    input.getAttribute('aria-invalid'),
    document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent,
  ]
  await user.keyboard('SO 1')
  expect(look()).toEqual([
    'true',
    '"SO 1" contains a space. IDs have only letters, digits, "_", "." and "-".',
  ])
  await user.clear(input)
  await user.keyboard('1253231242')
  expect(look()).toEqual(['true', 'Duplicate of row 2, which will be sent. Remove this row.'])
  await user.keyboard('7')
  expect(look()).toEqual(['false', 'This row can be sent.'])
})

it('Escape leaves the cell as it was', async () => {
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await user.click(await cell(3))
  await user.keyboard('1253231259{Escape}')
  expect(await cell(3)).toHaveFocus()
  expect(await cell(3)).toHaveTextContent('SO 12/17')
  await findHeadline('1 sub-order ready')
})

it('a field that is left is committed', async () => {
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await user.click(await cell(3))
  await user.keyboard('1253231259')
  await user.click(await findHeadline('1 sub-order ready'))
  expect(await findHeadline('2 sub-orders ready')).toBeVisible()
})

it('a window that loses the focus commits nothing: the ID is being looked up', async () => {
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await user.click(await cell(3))
  await user.keyboard('12532312')
  const input = await field(3)
  // The browser fires it, and leaves the element the active one.
  input.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  expect([input.isConnected, document.activeElement]).toEqual([true, input])
  await user.keyboard('59')
  expect(input).toHaveValue('1253231259')
  await findHeadline('1 sub-order ready')
})

it('Enter goes on to the same cell of the next row, and after the last one to the title', async () => {
  const { user } = openScreen()
  await uploadCsv(user, writeSheet(['SO 1', 'SO 2']))
  await user.click(await cell(2))
  await user.keyboard('1253231242{Enter}')
  await waitFor(async () => expect(await field(3)).toHaveFocus())
  await user.keyboard('1253231259{Enter}')
  await findHeadline('2 sub-orders ready')
  await waitFor(() => expect(screen.getByText('All problems resolved')).toHaveFocus())
})

it('Enter stays in a cell that is still wrong', async () => {
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await user.click(await cell(3))
  await user.keyboard('SO 99{Enter}')
  await waitFor(() => expect(screen.getByText('Not an ID').closest('button')).toHaveTextContent('1'))
  expect(await field(3)).toHaveFocus()
  expect(await field(3)).toHaveValue('SO 99')
})

it('after a drop the focus is in the row that took its place', async () => {
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await user.click(await screen.findByRole('button', { name: 'Remove row 3' }))
  await expectIssues(['4', '5', '6', '7'])
  await waitFor(async () => expect(await cell(4)).toHaveFocus())
})

it('a dropped row is not sent, is named in the dialog, and comes back with Undo', async () => {
  startPretendOms({ knowsEveryId: true })
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await user.click(await screen.findByRole('button', { name: 'Remove row 3' }))
  await expectIssues(['4', '5', '6', '7'])
  await user.click(screen.getByRole('button', { name: 'Start Cancellation' }))
  const dialog = await screen.findByRole('dialog')
  expect(
    within(dialog)
      .getAllByRole('listitem')
      .map((note) => note.textContent),
  ).toEqual(['4 rows with issues will be skipped.', '1 row that you removed will not be sent.'])
  await user.click(within(dialog).getByRole('button', { name: 'Go back' }))
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await expectIssues(['3', '4', '5', '6', '7'])
})

it('issues are grouped by kind with their counts', async () => {
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  const group = await screen.findByRole('group', { name: 'Show issues of a kind' })
  expect(
    within(group)
      .getAllByRole('button')
      .map((one) => one.textContent),
  ).toEqual(['All 5', 'Not an ID 1', 'Excel errors 1', 'Rounded by Excel 1', 'Duplicates 2'])
  await choose(user, /^Duplicates/)
  await expectIssues(['4', '6'])
})

it('all duplicates are dropped with one action, and taken back with one', async () => {
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await choose(user, /^Duplicates/)
  expect(screen.getByText('The first row of each ID stays and will be sent.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Remove all 2 duplicates' }))
  await expectIssues(['3', '5', '7'])
  expect(screen.getAllByText('2 rows removed.').length).toBeGreaterThan(0)
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await expectIssues(['4', '6'])
})

it('"Drop all" does not drop a row that the same click has edited', async () => {
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await choose(user, /^Duplicates/)
  await user.click(await cell(4))
  await user.keyboard('1253231259')
  await user.click(screen.getByRole('button', { name: 'Remove all 2 duplicates' }))
  expect(await findHeadline('2 sub-orders ready')).toBeVisible()
  await expectIssues(['3', '5', '7'])
  await choose(user, /^Changed/)
  await expectTable(
    [
      ['4', '1253231242', '1253231259', 'Undo'],
      ['6', '1253231242', 'Removed', 'Undo'],
    ],
    'Changed rows',
  )
})

it('several IDs in one cell are split into rows of their own', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const { user } = openScreen()
  await uploadCsv(user, 'Increff Sub Order ID,Channel\r\n"1253231242, 1253231259 1253231276",Myntra\r\n')
  await user.click(await screen.findByRole('button', { name: 'Split into 3 rows: row 2' }))
  await findHeadline('3 sub-orders ready')
  await startCancellation(user)
  await findHeadline('All 3 sub-orders are cancelled')
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(['1253231242', '1253231259', '1253231276'])
})

it('the advice says in words what the cell looks like', async () => {
  const { user } = openScreen()
  await uploadCsv(
    user,
    writeSheet(['1253231242', 'Increff Sub Order ID', '#N/A', '1253231301/1253231302', 'Total']),
  )
  await expectTable(
    [
      ['3', 'Increff Sub Order ID', 'INVALID_ID', 'This row repeats the header; remove it.', 'Remove'],
      ['4', '#N/A', 'INVALID_ID', 'Excel could not compute this cell (#N/A): look the ID up.', 'Remove'],
      [
        '5',
        '1253231301/1253231302',
        'INVALID_ID',
        'Holds 2 IDs: split them into rows of their own.Split into 2 rows',
        'Remove',
      ],
      ['6', 'Total', 'INVALID_ID', 'Looks like a total line; remove it.', 'Remove'],
    ],
    'Issues',
  )
  expect(await findHeadline('1 sub-order ready')).toBeVisible()
})

it('edited rows are listed with their originals, and put back one by one or all at once', async () => {
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await user.click(await cell(3))
  await user.keyboard('1253231259{Enter}')
  await findHeadline('2 sub-orders ready')
  await user.click(screen.getByRole('button', { name: 'Remove row 7' }))
  await expectIssues(['4', '5', '6'])
  await choose(user, /^Changed/)
  await expectTable(
    [
      ['3', 'SO 12/17', '1253231259', 'Undo'],
      ['7', '#N/A', 'Removed', 'Undo'],
    ],
    'Changed rows',
  )
  await user.click(screen.getByRole('button', { name: 'Undo row 3' }))
  await expectTable([['7', '#N/A', 'Removed', 'Undo']], 'Changed rows')
  await user.click(screen.getByRole('button', { name: 'Undo all 1' }))
  await expectIssues(['3', '4', '5', '6', '7'])
  expect(await findHeadline('1 sub-order ready')).toBeVisible()
})

it('each cell of a line item can be edited, and an edited line frees its sub-order', async () => {
  const items = [
    { skuId: '8647326934', ordered: 4 },
    { skuId: '8647326935', ordered: 1 },
  ]
  const oms = startPretendOms({ subOrders: [{ id: '1253231242', items }] })
  const { user } = openScreen()
  await user.click(await screen.findByRole('tab', { name: 'Cancel Sub-order Line Items' }))
  await uploadCsv(
    user,
    'Sub Order ID,Increff SKU ID,Quantity\r\n1253231242,8647326934,2\r\n1253231242,,0\r\n',
  )
  await user.click(await screen.findByRole('button', { name: /^Edit Increff SKU ID of row 3/ }))
  await user.keyboard('8647326935{Enter}')
  // The quantity is wrong as well: it is the next to fix.
  const quantity = await screen.findByRole('textbox', { name: 'Quantity of row 3' })
  await waitFor(() => expect(quantity).toHaveFocus())
  await user.keyboard('1{Enter}')
  await findHeadline('2 line items of 1 sub-order ready')
  await startCancellation(user)
  await findHeadline('Line items cancelled in 1 of 1 sub-order')
  expect(oms.calls.map((call) => call.body)).toEqual([
    {
      orderItems: [
        { skuId: '8647326934', cancelledQuantity: 2 },
        { skuId: '8647326935', cancelledQuantity: 1 },
      ],
    },
  ])
})

it('once a run was started, the rows can only be read', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const gate = createGate()
  oms.script('1253231242', [held(gate.opened)])
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await startCancellation(user)
  await user.click(await screen.findByRole('button', { name: 'Show rows' }))
  const table = await screen.findByRole('table', { name: 'Issues' })
  expect(within(table).queryAllByRole('button')).toEqual([])
  gate.open()
  await findHeadline('The sub-order is cancelled')
})

it('every fix stands in the results, with what was uploaded', async () => {
  startPretendOms({ knowsEveryId: true })
  const { user } = openScreen()
  await uploadCsv(user, writeSheet(['1253231242', 'SO 12/17', '1253231242']), 'monday.csv')
  await user.click(await cell(3))
  await user.keyboard('1253231259{Enter}')
  await findHeadline('2 sub-orders ready')
  await user.click(await screen.findByRole('button', { name: 'Remove row 4' }))
  await screen.findByText('All problems resolved')
  await startCancellation(user)
  await findHeadline('All 2 sub-orders are cancelled')
  const results = await save(user, screen.getByRole('button', { name: 'Download all results' }))
  expect(results.text.split('\r\n')).toEqual([
    'Increff Sub Order ID,Uploaded As,Status,Error Code,Error Message',
    '1253231242,,SUCCESS,,',
    '1253231259,SO 12/17,SUCCESS,,',
    '1253231242,,NOT SENT,DROPPED_ROW,You removed this row. It is not sent.',
    '',
  ])
})

it('the next file puts an edited sheet aside, and the sheet comes back with its edits', async () => {
  const { user } = openScreen()
  await uploadCsv(user, sheet, 'monday.csv')
  await user.click(await cell(3))
  await user.keyboard('1253231259{Enter}')
  await findHeadline('2 sub-orders ready')
  await uploadCsv(user, writeSheet(['1253231999']), 'tuesday.csv')
  await screen.findByText('monday.csv was closed. Your edits are kept.')
  await user.click(screen.getByRole('button', { name: 'Reopen' }))
  expect(await findHeadline('2 sub-orders ready')).toBeVisible()
})

it('lines without an ID get the one above with one click, and lose it with another', async () => {
  const { user } = openScreen()
  await user.click(await screen.findByRole('tab', { name: 'Cancel Sub-order Line Items' }))
  await uploadCsv(
    user,
    'Sub Order ID,SKU ID,Quantity\r\n1253231242,A1,2\r\n,A2,1\r\n,A3,4\r\n1253231243,A1,1\r\n',
    'lines.csv',
  )
  await findHeadline('1 line item of 1 sub-order ready')
  await expectIssues(['2', '3', '4'])
  await user.click(screen.getByRole('button', { name: 'Fill down 2 IDs' }))
  await findHeadline('4 line items of 2 sub-orders ready')
  expect(screen.getAllByText('2 rows filled from above.').length).toBeGreaterThan(0)
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await expectIssues(['2', '3', '4'])
  await user.click(screen.getByRole('button', { name: 'Fill down 2 IDs' }))
  await findHeadline('4 line items of 2 sub-orders ready')
  await user.click(screen.getByRole('button', { name: 'Start Cancellation' }))
  expect(await screen.findByRole('dialog', { name: /^Cancel 4 line items of 2 sub-orders\?/ })).toBeVisible()
})
