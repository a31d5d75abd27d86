import { expect, it } from '@jest/globals'
import { screen, waitFor } from '@testing-library/dom'
import { userEvent } from '@testing-library/user-event'
import { startPretendOms } from '../../mocks/node'
import { obstacles } from '../../mocks/replies'
import { createGate, held, respondWith } from '../../mocks/script'
import type { PluginEvent } from '../../src/host/contract'
import {
  createTestHost,
  findHeadline,
  mountScreen,
  openScreen,
  startCancellation,
  uploadCsv,
  writeSheet,
} from '../support/openScreen'

const sheet = writeSheet(['1253231242', '1253231259', '1253231276'])
const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

/** True where the page may be left without a question. */
function mayLeave(): boolean {
  return window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
}

function withoutWhen({ at: _, runId: __, ...event }: PluginEvent) {
  return event
}

it('the host is told of each step of a run in order, numbered without a gap', async () => {
  const oms = startPretendOms({
    subOrders: [
      { id: '1253231242', status: 'CANCELLED' },
      { id: '1253231259' },
      { id: '1253231276', invoiced: true },
    ],
  })
  oms.script('1253231259', [respondWith(obstacles.signedOut)])
  const { user, host } = openScreen()
  await uploadCsv(user, sheet)
  await startCancellation(user)
  await user.click(await screen.findByRole('button', { name: 'Continue' }))
  await findHeadline('2 of 3 sub-orders are cancelled')
  expect(host.events.map(withoutWhen)).toEqual([
    { type: 'run-started', sequence: 1, done: 0, total: 3 },
    {
      type: 'outcome',
      sequence: 2,
      done: 1,
      total: 3,
      subOrderId: '1253231242',
      outcome: 'already-cancelled',
    },
    { type: 'run-paused', sequence: 3, done: 1, total: 3, reason: 'session' },
    { type: 'run-continued', sequence: 4, done: 1, total: 3 },
    { type: 'outcome', sequence: 5, done: 2, total: 3, subOrderId: '1253231259', outcome: 'cancelled' },
    {
      type: 'outcome',
      sequence: 6,
      done: 3,
      total: 3,
      subOrderId: '1253231276',
      outcome: 'failed',
      code: 'BAD_DATA',
      message: 'Sub order is invoiced, cancellation is not allowed',
    },
    { type: 'run-finished', sequence: 7, done: 3, total: 3 },
  ])
  expect(new Set(host.events.map((event) => event.runId)).size).toBe(1)
  expect(host.events[0]?.runId).toMatch(UUID)
  expect(host.events.map((event) => new Date(event.at).toISOString())).toEqual(
    host.events.map((event) => event.at),
  )
})

function fail(): never {
  throw new Error('audit is down')
}

it.each<[string, PropertyDescriptor]>([
  ['throws at an event', { value: fail }],
  // One that nobody takes would fail the test.
  ['answers with a rejection', { value: () => Promise.reject(new Error('audit is down')) }],
  ['throws where it is asked for its listener', { get: fail }],
])('a host that %s does not hurt the run', async (_, onEvent) => {
  startPretendOms({ knowsEveryId: true })
  const user = userEvent.setup({ delay: null })
  mountScreen(Object.defineProperty(createTestHost(), 'onEvent', onEvent))
  await uploadCsv(user, sheet)
  await startCancellation(user)
  expect(await findHeadline('All 3 sub-orders are cancelled')).toBeVisible()
})

it('leaving the page is asked about while calls go out, and only then', async () => {
  const oms = startPretendOms({ knowsEveryId: true })
  const gate = createGate()
  oms.script('1253231259', [held(gate.opened)])
  const { user, host } = openScreen()
  await uploadCsv(user, sheet)
  await findHeadline('3 sub-orders ready')
  expect([mayLeave(), host.reasonsToStay()]).toEqual([true, []])

  await startCancellation(user)
  await waitFor(() => expect(oms.calls.length).toBe(2))
  expect([mayLeave(), host.reasonsToStay()]).toEqual([
    false,
    [
      'Cancellations are going out. If you close or reload this page, the rest is not sent. Other menus of the portal are fine: the run continues.',
    ],
  ])
  await user.click(screen.getByRole('button', { name: 'Stop' }))
  expect(mayLeave()).toBe(false)
  gate.open()
  await findHeadline('Stopped after 2 of 3')
  expect([mayLeave(), host.reasonsToStay()]).toEqual([true, []])
})
