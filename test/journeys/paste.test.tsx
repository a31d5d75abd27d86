import { expect, it, jest } from '@jest/globals'
import { fireEvent, screen } from '@testing-library/dom'
import { startPretendOms } from '../../mocks/node'
import { createGate, held } from '../../mocks/script'
import {
  expectTable,
  findHeadline,
  openScreen,
  startCancellation,
  uploadCsv,
  writeSheet,
} from '../support/openScreen'

/** What a browser fires for Ctrl+V. @returns whether the screen took it */
function paste(text: string, target: Element = document.body): boolean {
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true, composed: true }), {
    clipboardData: { getData: (type: string) => (type === 'text/plain' ? text : '') },
  })
  target.dispatchEvent(event)
  return event.defaultPrevented
}

const cells = 'Increff Sub Order ID\tChannel\r\n1253231242\tMyntra\r\n1253231259\tAjio\r\n'
const uploadInput = () => screen.findByLabelText('Upload CSV')

it('cells that are pasted onto the screen are read as a sheet', async () => {
  openScreen()
  await uploadInput()
  expect(paste(cells)).toBe(true)
  await findHeadline('2 sub-orders ready')
  expect(screen.getByText(/^Pasted \d+ \w+, \d\d:\d\d$/)).toBeVisible()
  await expectTable([
    ['2', '1253231242', 'NOT SENT', ''],
    ['3', '1253231259', 'NOT SENT', ''],
  ])
})

it('a pasted list without a header is read at once, with a note', async () => {
  openScreen()
  await uploadInput()
  paste('1253231242\r\n1253231259')
  await findHeadline('2 sub-orders ready')
  expect(screen.getByRole('note')).toHaveTextContent('Read without a header: the first row is data.')
})

it('text that is pasted into a field, ours or the host’s, stays there', async () => {
  const { user } = openScreen()
  await uploadInput()
  const hostField = document.body.appendChild(document.createElement('textarea'))
  expect(paste(cells, hostField)).toBe(false)
  const elsewhere = document.body.appendChild(document.createElement('button'))
  expect(paste(cells, elsewhere)).toBe(false)
  await uploadCsv(user, writeSheet(['1253231242']))
  await findHeadline('1 sub-order ready')
  expect(paste(cells, await screen.findByRole('textbox', { name: 'Search by ID' }))).toBe(false)
})

it('an ID that is pasted onto a cell with an issue opens it, and is not read as a sheet', async () => {
  const { user } = openScreen()
  await uploadCsv(user, writeSheet(['1253231242', 'SO 1']))
  const cell = () => screen.findByRole('button', { name: /^Edit Increff Sub Order ID of row 3/ })
  await user.click(await cell())
  await user.keyboard('{Escape}')
  expect(paste('1253231259\r\n', await cell())).toBe(true)
  const field = await screen.findByRole('textbox', { name: 'Increff Sub Order ID of row 3' })
  expect(field).toHaveValue('1253231259')
  expect(field).toHaveFocus()
  await findHeadline('1 sub-order ready')
  await user.keyboard('{Escape}')
  expect(await cell()).toHaveTextContent('SO 1')
})

it('several cells that are pasted onto a row with an issue change nothing', async () => {
  const { user } = openScreen()
  await uploadCsv(user, writeSheet(['1253231242', 'SO 1']))
  expect(
    paste(cells, await screen.findByRole('button', { name: /^Edit Increff Sub Order ID of row 3/ })),
  ).toBe(false)
  expect(paste('1253231259', await screen.findByRole('button', { name: 'Remove row 3' }))).toBe(false)
  await findHeadline('1 sub-order ready')
  expect(screen.getByText('sheet.csv')).toBeVisible()
})

it('the screen takes no paste while a dialog is open', async () => {
  const { user } = openScreen()
  await uploadCsv(user, writeSheet(['1253231242']))
  await user.click(await screen.findByRole('button', { name: 'Start Cancellation' }))
  await screen.findByRole('dialog')
  expect(paste(cells)).toBe(false)
})

it('the screen takes no paste while the sheet’s run goes on', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const gate = createGate()
  oms.script('1253231242', [held(gate.opened)])
  const { user } = openScreen()
  await uploadCsv(user, writeSheet(['1253231242', '1253231259']))
  await startCancellation(user)
  await findHeadline('Cancelling: 0 of 2 done')
  expect(paste(cells)).toBe(false)
  expect(screen.getByRole('button', { name: 'Paste from Excel' })).toBeDisabled()
  gate.open()
  await findHeadline('All 2 sub-orders are cancelled')
})

it('the panel of a single sub-order takes no paste', async () => {
  const { user } = openScreen()
  await user.click(await screen.findByRole('radio', { name: 'Single Sub-Order' }))
  expect(paste(cells)).toBe(false)
})

it('the screen takes no paste once it is gone', async () => {
  const { handle } = openScreen()
  await uploadInput()
  await handle.unmount()
  expect(paste(cells)).toBe(false)
})

it('the button reads the clipboard where the browser lets it', async () => {
  const { user } = openScreen()
  await uploadInput()
  await navigator.clipboard.writeText(cells)
  await user.click(screen.getByRole('button', { name: 'Paste from Excel' }))
  expect(await findHeadline('2 sub-orders ready')).toBeVisible()
})

it('the button opens a box to paste into where the browser does not let it read the clipboard', async () => {
  const { user } = openScreen()
  await uploadInput()
  jest.spyOn(navigator.clipboard, 'readText').mockRejectedValue(new Error('denied'))
  await user.click(screen.getByRole('button', { name: 'Paste from Excel' }))
  const box = await screen.findByRole('textbox', { name: 'Paste the cells here' })
  expect(box).toHaveFocus()
  expect(screen.getByRole('button', { name: 'Load' })).toBeDisabled()
  await user.click(box)
  await user.paste(cells)
  await user.click(screen.getByRole('button', { name: 'Load' }))
  await findHeadline('2 sub-orders ready')
})

it('Escape closes the box, but not while it ends the choice of an input method', async () => {
  const { user } = openScreen()
  await uploadInput()
  await navigator.clipboard.writeText(' ')
  await user.click(screen.getByRole('button', { name: 'Paste from Excel' }))
  const box = await screen.findByRole('textbox', { name: 'Paste the cells here' })
  fireEvent.keyDown(box, { key: 'Escape', isComposing: true })
  await user.type(box, '1253231242')
  expect(box).toHaveValue('1253231242')
  expect(screen.getByRole('textbox', { name: 'Paste the cells here' })).toBe(box)
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('textbox', { name: 'Paste the cells here' })).toBeNull()
})

it('the box says that the clipboard has no cells, and gives the focus back', async () => {
  const { user } = openScreen()
  await uploadInput()
  await navigator.clipboard.writeText(' ')
  await user.click(screen.getByRole('button', { name: 'Paste from Excel' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The clipboard holds no cells. Copy them in Excel first.',
  )
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.getByRole('button', { name: 'Paste from Excel' })).toHaveFocus()
})

it('reading can be stopped, and the sheet before stays', async () => {
  const { user } = openScreen()
  const file = new File([writeSheet(['1253231242'])], 'slow.csv')
  // As from a network drive that does not answer.
  const gate = createGate()
  Object.assign(file, { arrayBuffer: () => gate.opened.then(() => new ArrayBuffer(8)) })
  await uploadCsv(user, file)
  await screen.findByRole('progressbar', { name: 'Reading slow.csv' })
  await user.click(screen.getByRole('button', { name: 'Stop reading' }))
  gate.open()
  await screen.findByRole('button', { name: 'Paste from Excel' })
  expect(screen.queryByRole('alert')).toBeNull()
})
