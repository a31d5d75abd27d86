import { expect, it } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/dom'
import { startPretendOms } from '../../mocks/node'
import { obstacles } from '../../mocks/replies'
import { dropped, reply, respondWith } from '../../mocks/script'
import { openScreen, submitSingle } from '../support/openScreen'

/** The part of the page that tells of the result; other parts speak of other things. */
const findResult = (text: string) => screen.getByText(text).closest('[role=status]')

const question = 'Cancel sub-order 1253231242? The marketplace is told at once. This cannot be undone.'

it('a single sub-order is cancelled with Enter and a confirmation, and the result stands in place', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const { user } = openScreen()
  await submitSingle(user, ' 1253231242 ')
  const dialog = await screen.findByRole('dialog', { name: question })
  expect(oms.calls).toEqual([])
  await user.click(within(dialog).getByRole('button', { name: 'Start' }))
  expect(await screen.findByText('SUCCESS')).toBeVisible()
  expect(findResult('SUCCESS')).toHaveTextContent('1253231242SUCCESS')
  expect(oms.calls.map((call) => [call.path, call.body])).toEqual([['orders/1253231242/cancel', {}]])
})

it('Go back sends nothing', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const { user } = openScreen()
  await submitSingle(user, '1253231242')
  await user.click(await screen.findByRole('button', { name: 'Go back' }))
  for (const told of screen.getAllByRole('status')) expect(told).toBeEmptyDOMElement()
  expect(oms.calls).toEqual([])
  expect(screen.getByRole('textbox')).toHaveValue('1253231242')
})

it('an invalid ID is refused in place, and asks nothing', async () => {
  const { user } = openScreen()
  await submitSingle(user, 'SO 12/17')
  const field = screen.getByRole('textbox', { name: 'Increff Sub Order ID' })
  const advice = '"SO 12/17" contains a space and "/". IDs have only letters, digits, "_", "." and "-".'
  expect(screen.getByRole('alert')).toHaveTextContent(advice)
  expect(field).toHaveAccessibleDescription(advice)
  expect(field).toBeInvalid()
  expect(field).toHaveFocus()
  expect(screen.queryByRole('dialog')).toBeNull()

  await user.clear(field)
  expect(screen.queryByRole('alert')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Submit' }))
  expect(screen.getByRole('alert')).toHaveTextContent('Enter a sub-order ID.')
})

it('a refused sub-order shows the words of the server, and advice', async () => {
  startPretendOms({ subOrders: [{ id: '1253231242', invoiced: true }] })
  const { user } = openScreen()
  await submitSingle(user, '1253231242')
  await user.click(await screen.findByRole('button', { name: 'Start' }))
  expect(await screen.findByText('ERROR')).toBeVisible()
  expect(screen.getByText('Sub order is invoiced, cancellation is not allowed')).toBeVisible()
  expect(screen.getByText('use the returns flow')).toBeVisible()
})

it('a session that has expired leaves it not sent, and Continue sends it with the same key', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  oms.script('1253231242', [respondWith(obstacles.signedOut)])
  const { user } = openScreen()
  await submitSingle(user, '1253231242')
  await user.click(await screen.findByRole('button', { name: 'Start' }))
  await user.click(await screen.findByRole('button', { name: 'Continue' }))
  expect(await screen.findByText('SUCCESS')).toBeVisible()
  const keys = oms.calls.map((call) => call.idempotencyKey)
  expect([oms.calls.map((call) => call.answered), new Set(keys).size]).toEqual([[401, 200], 1])
})

it('a sub-order whose answer was lost is unknown', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  oms.script('1253231242', [dropped])
  const { user } = openScreen()
  await submitSingle(user, '1253231242')
  await user.click(await screen.findByRole('button', { name: 'Start' }))
  expect(await screen.findByText('UNKNOWN')).toBeVisible()
  expect(findResult('UNKNOWN')).toHaveTextContent(
    'The connection was lost before the answer came; it may have been cancelled. Check the sub-order in the OMS before you send it again.',
  )
})

it('the run sends the cleaned ID that the dialog names', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const { user } = openScreen()
  await submitSingle(user, '1253231242.0')
  const dialog = await screen.findByRole('dialog', { name: question })
  await user.click(within(dialog).getByRole('button', { name: 'Start' }))
  expect(await screen.findByText('SUCCESS')).toBeVisible()
  expect(oms.calls.map((call) => call.path)).toEqual(['orders/1253231242/cancel'])
})

it('a sub-order that waits for a rate limit can be stopped, and sent later', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  oms.script('1253231242', [reply(429, undefined, { 'retry-after': '3000' })])
  const { user } = openScreen()
  await submitSingle(user, '1253231242')
  await user.click(await screen.findByRole('button', { name: 'Start' }))
  expect(await screen.findByText(/Rate limit reached/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Stop' }))
  await user.click(await screen.findByRole('button', { name: 'Continue' }))
  expect(await screen.findByText('SUCCESS')).toBeVisible()
})

it('one question starts one run: the same button clicked again, at once or after the end, sends nothing more', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const { user } = openScreen()
  await submitSingle(user, '1253231242')
  const start = await screen.findByRole('button', { name: 'Start' })
  start.click()
  start.click()
  expect(await screen.findByText('SUCCESS')).toBeVisible()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Submit' })).toBeEnabled())
  // The dialog is out of sight by now, and still in the page: a click that was on its way arrives.
  expect(start.isConnected).toBe(true)
  start.click()
  await user.clear(screen.getByRole('textbox', { name: 'Increff Sub Order ID' }))
  await submitSingle(user, '1253231259')
  await user.click(await screen.findByRole('button', { name: 'Start' }))
  await waitFor(() => expect(findResult('SUCCESS')).toHaveTextContent('1253231259SUCCESS'))
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(['1253231242', '1253231259'])
})

it('a question that was left with Go back starts nothing any more', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const { user } = openScreen()
  await submitSingle(user, '1253231242')
  const start = await screen.findByRole('button', { name: 'Start' })
  await user.click(screen.getByRole('button', { name: 'Go back' }))
  start.click()
  await submitSingle(user, '')
  await user.click(await screen.findByRole('button', { name: 'Start' }))
  expect(await screen.findByText('SUCCESS')).toBeVisible()
  expect(oms.calls.length).toBe(1)
})
