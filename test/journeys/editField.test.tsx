import { expect, it } from '@jest/globals'
import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import type { UserEvent } from '@testing-library/user-event'
import { findHeadline, openScreen, uploadCsv, writeSheet } from '../support/openScreen'

const cell = (row: number) =>
  screen.findByRole('button', { name: new RegExp(`^Edit Increff Sub Order ID of row ${row}\\b`) })
const queryField = (row: number) =>
  screen.queryByRole('textbox', { name: `Increff Sub Order ID of row ${row}` })
const startButton = () => screen.findByRole('button', { name: 'Start Cancellation' })

const ids = (count: number) => Array.from({ length: count }, (_, index) => String(1253231242 + index))
/** An edit of this sheet takes so long that a person can do something meanwhile. */
const longSheet = (...first: readonly string[]) => writeSheet([...first, ...ids(60_000)])

/** Types into the cell of row 2 and scrolls its row out of the page. */
async function typeAndScrollAway(user: UserEvent, id: string): Promise<void> {
  await uploadCsv(user, writeSheet(Array.from({ length: 300 }, (_, index) => `SO ${index}`)))
  await user.click(await cell(2))
  await user.keyboard(id)
  const scroller = screen.getByRole('group', { name: 'Issues' })
  scroller.scrollTop = 8800
  fireEvent.scroll(scroller)
  await waitFor(() => expect(queryField(2)).toBeNull())
}

it('a field that is scrolled out of sight keeps its text, and is there again when it comes back', async () => {
  const { user } = openScreen()
  await typeAndScrollAway(user, '12532312')
  const scroller = screen.getByRole('group', { name: 'Issues' })
  // As a finger does that scrolls.
  fireEvent.pointerDown(scroller)
  scroller.scrollTop = 0
  fireEvent.scroll(scroller)
  await waitFor(() => expect(queryField(2)).toHaveFocus())
  expect(queryField(2)).toHaveValue('12532312')
  await user.keyboard('59')
  expect(queryField(2)).toHaveValue('1253231259')
})

it('a field out of sight is committed when another cell is opened', async () => {
  const { user } = openScreen()
  await typeAndScrollAway(user, '1253231259')
  await user.click(await cell(201))
  expect(await findHeadline('1 sub-order ready')).toBeVisible()
  expect(queryField(201)).toHaveFocus()
})

it('a field out of sight is committed when the rows are hidden', async () => {
  const { user } = openScreen()
  await typeAndScrollAway(user, '1253231259')
  // Without a pointer, as assistive software presses.
  fireEvent.click(screen.getByRole('button', { name: 'Hide rows' }))
  expect(await findHeadline('1 sub-order ready')).toBeVisible()
})

it('a user who goes on elsewhere commits a field out of sight, and the run that the dialog asks about has it', async () => {
  const { user } = openScreen()
  await uploadCsv(
    user,
    writeSheet(['1253231242', ...Array.from({ length: 300 }, (_, index) => `SO ${index}`)]),
  )
  await user.click(await cell(3))
  await user.keyboard('1253231259')
  const scroller = screen.getByRole('group', { name: 'Issues' })
  scroller.scrollTop = 8800
  fireEvent.scroll(scroller)
  await waitFor(() => expect(queryField(3)).toBeNull())
  await user.click(await startButton())
  expect(
    await within(await screen.findByRole('dialog')).findByText('Cancel 2 sub-orders?'),
  ).toBeInTheDocument()
})

it('a field that was opened before the last edit was applied does not put the old text back', async () => {
  const { user } = openScreen()
  await uploadCsv(user, longSheet('SO 1'))
  await user.click(await cell(2))
  await user.keyboard('SO 9{Enter}{Escape}')
  await user.click(await cell(2))
  expect(queryField(2)).toHaveValue('SO 1')
  await waitFor(() => expect(screen.queryByText('Checking all rows …')).toBeNull())
  await user.click(await findHeadline('60,000 sub-orders ready'))
  await waitFor(async () => expect(await cell(2)).toHaveTextContent('SO 9'))
  await waitFor(() => expect(screen.queryByText('Checking all rows …')).toBeNull())
  expect(await cell(2)).toHaveTextContent('SO 9')
})

/** Two rows that may lack any of their cells: nearly all others have them all. */
const shapes = [
  'Channel,Increff Sub Order ID,City',
  'Myntra,1253231242',
  'Ajio,1253231259',
  ...ids(4).map((_, index) => `Myntra,${1253232001 + index},Pune`),
  '',
].join('\r\n')

it('Enter accepts a row that was refused for its shape as it reads', async () => {
  const { user } = openScreen()
  await uploadCsv(user, shapes)
  await findHeadline('4 sub-orders ready')
  await user.click(await cell(2))
  await user.keyboard('{Enter}')
  await findHeadline('5 sub-orders ready')
  await waitFor(() => expect(queryField(3)).toHaveFocus())
  await user.keyboard('{Enter}')
  expect(await findHeadline('6 sub-orders ready')).toBeVisible()
})

it('looking into a row that was refused for its shape accepts nothing', async () => {
  const { user } = openScreen()
  await uploadCsv(user, shapes)
  await user.click(await cell(2))
  await user.click(await cell(3))
  await user.click(await findHeadline('4 sub-orders ready'))
  expect([await cell(2), await cell(3)].map((one) => one.textContent)).toEqual([
    'Myntra,1253231242',
    'Ajio,1253231259',
  ])
  expect(screen.queryByRole('button', { name: /^Changed/ })).toBeNull()
})

it('Enter on a blank cell of a row whose quotes are wrong accepts nothing', async () => {
  const { user } = openScreen()
  await uploadCsv(user, 'Increff Sub Order ID,Channel\r\n"1253231242"x,Myntra\r\nSO 1,Ajio\r\n')
  await screen.findByText('BAD_QUOTES')
  await user.click(await cell(2))
  await user.keyboard('{Enter}')
  expect(queryField(3)).toHaveFocus()
  expect(screen.getByText('BAD_QUOTES')).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Changed/ })).toBeNull()
})

it('a field that is left does not speak the last action again', async () => {
  const { user } = openScreen()
  await uploadCsv(user, writeSheet(['1253231242', 'SO 1', 'SO 2']))
  await user.click(await screen.findByRole('button', { name: 'Remove row 3' }))
  const told = await screen.findByText('1 row removed.', { selector: '[aria-live]' })
  // The rows below it are drawn anew once it is gone.
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove row 3' })).toBeNull())
  await user.click(await cell(4))
  await user.keyboard('SO 3')
  await screen.findByText(/^"SO 3" contains/, { selector: '[aria-live]' })
  expect(told).toHaveTextContent('1 row removed.')
})

it('no run starts while an edit is being applied: Start asks at once, and waits for the edit', async () => {
  const { user } = openScreen()
  await uploadCsv(user, longSheet('SO 1'))
  await user.click(await cell(2))
  await user.keyboard('1253999999')
  await user.click(await startButton())
  const dialog = within(await screen.findByRole('dialog'))
  const start = dialog.getByRole('button', { name: 'Start' })
  expect(dialog.getByText('Checking the edited rows …')).toBeInTheDocument()
  expect(start).toBeDisabled()
  await dialog.findByText('Cancel 60,001 sub-orders?')
  expect(start).toBeEnabled()
})

it('a sheet with nothing left to send after an edit cannot be started', async () => {
  const { user } = openScreen()
  await user.click(await screen.findByRole('tab', { name: 'Cancel Sub-order Line Items' }))
  await uploadCsv(user, 'Sub Order ID,Increff SKU ID,Quantity\r\n1253231242,8647326934,2\r\nSO 1,,1\r\n')
  await user.click(await screen.findByRole('button', { name: /^Edit .* of row 3: SO 1/ }))
  // Of the same sub-order, and still wrong: none of it is sent.
  await user.keyboard('1253231242')
  await user.click(await startButton())
  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText('Nothing to send')).toBeInTheDocument()
  expect(dialog.getByRole('button', { name: 'Start' })).toBeDisabled()
})
