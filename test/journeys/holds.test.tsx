import { expect, it } from '@jest/globals'
import { screen, waitFor } from '@testing-library/dom'
import { startPretendOms } from '../../mocks/node'
import { obstacles } from '../../mocks/replies'
import { createGate, dropped, held, respondWith } from '../../mocks/script'
import {
  expectColumn,
  findHeadline,
  openScreen,
  startCancellation,
  uploadCsv,
  writeSheet,
} from '../support/openScreen'

const ids = ['1253231242', '1253231259', '1253231276', '1253231293', '1253231310']
const sheet = writeSheet(ids)

it('a session that has expired pauses the run, nothing is red, and Continue finishes it with the same key', async () => {
  const oms = startPretendOms({ knowsEveryId: true, sessionEndsAfter: 2 })
  const { user, handle } = openScreen()
  await uploadCsv(user, sheet)
  await startCancellation(user)
  await findHeadline('Paused after 2 of 5')
  expect(screen.getByRole('alert')).toHaveTextContent(
    'Session expired. 3 sub-orders are not sent yet. Sign in (another tab is fine), then press Continue.',
  )
  await expectColumn('Status', ['SUCCESS', 'SUCCESS', 'NOT SENT', 'NOT SENT', 'NOT SENT'])
  expect(handle.status()).toEqual({ phase: 'paused', done: 2, total: 5 })

  oms.obstacles.change({ signedIn: true })
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await findHeadline('All 5 sub-orders are cancelled')
  expect(oms.calls.map((call) => [call.subOrderId, call.answered])).toEqual([
    [ids[0], 200],
    [ids[1], 200],
    [ids[2], 401],
    [ids[2], 200],
    [ids[3], 200],
    [ids[4], 200],
  ])
  expect(oms.calls[3]?.idempotencyKey).toBe(oms.calls[2]?.idempotencyKey)
  expect(new Set(oms.calls.map((call) => call.idempotencyKey)).size).toBe(5)
  expect(handle.status()).toEqual({ phase: 'idle', done: 5, total: 5 })
})

it('a run waits for a rate limit with a countdown, then sends the same sub-order again with the same key', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  oms.script('1253231259', [respondWith(obstacles.tooManyRequests('1'))])
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await startCancellation(user)
  await screen.findByText('Rate limit reached. Resuming in 1 s.')
  await expectColumn('Status', ['SUCCESS', 'NOT SENT', 'NOT SENT', 'NOT SENT', 'NOT SENT'])
  await findHeadline('All 5 sub-orders are cancelled')
  const both = oms.calls.filter((call) => call.subOrderId === '1253231259')
  expect(both.map((call) => call.answered)).toEqual([429, 200])
  expect(new Set(both.map((call) => call.idempotencyKey)).size).toBe(1)
})

it('Stop ends the wait for a rate limit at once, and Continue goes on', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  oms.script('1253231259', [respondWith(obstacles.tooManyRequests('3000'))])
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await startCancellation(user)
  await screen.findByText(/^Rate limit reached\. Resuming in 50 min\./)
  await user.click(screen.getByRole('button', { name: 'Stop' }))
  await findHeadline('Stopped after 1 of 5')
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await findHeadline('All 5 sub-orders are cancelled')
  expect(oms.calls.length).toBe(6)
})

it('a run does not wait for a break of more than an hour', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  oms.script('1253231259', [respondWith(obstacles.tooManyRequests('3601'))])
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await startCancellation(user)
  await findHeadline('Paused after 1 of 5')
  expect(screen.getByRole('alert')).toHaveTextContent(
    'Rate limit reached for more than an hour. Come back later, then press Continue.',
  )
})

it('Stop waits for the call that was sent and starts no more; Continue sends the rest, and nothing twice', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const gate = createGate()
  oms.script('1253231259', [held(gate.opened)])
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await startCancellation(user)
  await waitFor(() => expect(oms.calls.length).toBe(2))
  await user.click(screen.getByRole('button', { name: 'Stop' }))
  expect(screen.getByRole('button', { name: 'Stop' })).toBeDisabled()
  expect(screen.getByText('Stopping: waiting for the answer to the one that was sent.')).toBeVisible()
  gate.open()
  await findHeadline('Stopped after 2 of 5')
  expect(
    screen.getByText('3 sub-orders not sent yet. Continue sends them; nothing is sent twice.'),
  ).toBeVisible()
  await expectColumn('Status', ['SUCCESS', 'SUCCESS', 'NOT SENT', 'NOT SENT', 'NOT SENT'])

  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await findHeadline('All 5 sub-orders are cancelled')
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(ids)
})

it.each([
  [
    '403',
    obstacles.forbidden,
    'The server refused three in a row for lack of permission. Ask for it, then press Continue.',
    'ERROR',
  ],
  [
    '503',
    obstacles.serviceDown,
    'The server failed three times in a row. Wait until it is back, then press Continue.',
    'UNKNOWN',
  ],
])('three times %s in a row pause the run', async (_, answer, words, status) => {
  const oms = startPretendOms({ knowsEveryId: true })
  for (const id of ids.slice(0, 3)) oms.script(id, [respondWith(answer)])
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await startCancellation(user)
  await findHeadline('Paused after 3 of 5')
  expect(screen.getByText(words)).toHaveAttribute('role', 'alert')
  await expectColumn('Status', [status, status, status, 'NOT SENT', 'NOT SENT'])
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await findHeadline('2 of 5 sub-orders are cancelled')
})

it('a lost connection pauses the run at once and leaves the sub-order that was sent unknown', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  oms.script('1253231259', [dropped])
  const { user } = openScreen()
  await uploadCsv(user, sheet)
  await startCancellation(user)
  await findHeadline('Paused after 2 of 5')
  await expectColumn('Status', ['SUCCESS', 'UNKNOWN', 'NOT SENT', 'NOT SENT', 'NOT SENT'])
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await findHeadline('4 of 5 sub-orders are cancelled')
  expect(screen.getByRole('alert')).toHaveTextContent('1 sub-order is unconfirmed')
  expect(screen.queryByRole('button', { name: 'Retry failed' })).toBeNull()
  expect(oms.calls.map((call) => call.subOrderId)).toEqual(ids)
})
