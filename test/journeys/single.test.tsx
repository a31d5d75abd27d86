import { expect, it } from '@jest/globals'
import { screen, within } from '@testing-library/dom'
import { startPretendOms } from '../../mocks/node'
import { obstacles } from '../../mocks/replies'
import { dropped, say } from '../../mocks/script'
import { openScreen, submitSingle } from '../support/openScreen'

const question = 'Cancel sub-order 1253231242? The marketplace is told at once. This cannot be undone.'

it('a single sub-order is cancelled with Enter and a confirmation, and the result stands in place', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const { user } = openScreen()
  await submitSingle(user, ' 1253231242 ')
  const dialog = await screen.findByRole('dialog', { name: question })
  expect(oms.calls).toEqual([])
  await user.click(within(dialog).getByRole('button', { name: 'Start' }))
  expect(await screen.findByText('SUCCESS')).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent('1253231242SUCCESS')
  expect(oms.calls.map((call) => [call.path, call.body])).toEqual([['orders/1253231242/cancel', {}]])
})

it('Go back sends nothing', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const { user } = openScreen()
  await submitSingle(user, '1253231242')
  await user.click(await screen.findByRole('button', { name: 'Go back' }))
  expect([screen.queryByRole('status'), oms.calls]).toEqual([null, []])
  expect(screen.getByRole('textbox')).toHaveValue('1253231242')
})

it('an invalid ID is refused in place, and asks nothing', async () => {
  const { user } = openScreen()
  await submitSingle(user, 'SO 12/17')
  const field = screen.getByRole('textbox', { name: 'Increff Sub Order ID' })
  const advice = 'Not an ID. Use the Increff ID: letters, digits, "_", "-" and ".", at most 255.'
  expect(screen.getByRole('alert')).toHaveTextContent(advice)
  expect(field).toHaveAccessibleDescription(advice)
  expect(field).toBeInvalid()
  expect(field).toHaveFocus()
  expect(screen.queryByRole('dialog')).toBeNull()

  await user.clear(field)
  expect(screen.queryByRole('alert')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Submit' }))
  expect(screen.getByRole('alert')).toHaveTextContent('No sub-order ID. Fill it in or delete the row.')
})

it('a refused one shows the words of the server, and what to do', async () => {
  startPretendOms({ subOrders: [{ id: '1253231242', invoiced: true }] })
  const { user } = openScreen()
  await submitSingle(user, '1253231242')
  await user.click(await screen.findByRole('button', { name: 'Start' }))
  expect(await screen.findByText('ERROR')).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent(
    'Sub order is invoiced, cancellation is not allowed (use the returns flow)',
  )
})

it('a session that has expired leaves it not sent, and Continue sends it with the same key', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  oms.script('1253231242', [say(obstacles.signedOut)])
  const { user } = openScreen()
  await submitSingle(user, '1253231242')
  await user.click(await screen.findByRole('button', { name: 'Start' }))
  await user.click(await screen.findByRole('button', { name: 'Continue' }))
  expect(await screen.findByText('SUCCESS')).toBeVisible()
  const keys = oms.calls.map((call) => call.idempotencyKey)
  expect([oms.calls.map((call) => call.answered), new Set(keys).size]).toEqual([[401, 200], 1])
})

it('one whose answer was lost is unknown', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  oms.script('1253231242', [dropped])
  const { user } = openScreen()
  await submitSingle(user, '1253231242')
  await user.click(await screen.findByRole('button', { name: 'Start' }))
  expect(await screen.findByText('UNKNOWN')).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent(
    'The connection was lost before the answer came; it may have been cancelled. Look the sub-order up before you send it again.',
  )
})
