import { expect, it } from '@jest/globals'
import { createGate } from '../../mocks/script'
import { createDeliveryDeadlines } from '../../src/run/deliveryDeadlines'
import { createFakeClock } from './fakeClock'

const NEVER = Number.POSITIVE_INFINITY

function open() {
  const clock = createFakeClock('held')
  return { clock, ...createDeliveryDeadlines(clock, 100) }
}

it('a call of this page stays out when the run is read again', async () => {
  const { clock, trackLateCall, trackUnknown, deliveryDeadline } = open()
  const gate = createGate()
  trackLateCall('run', 0, { id: 'page.1', ended: gate.opened })
  clock.pass(1000)
  trackUnknown('run', 0)
  trackUnknown('run', 0, [{ id: 'other.1', ended: Promise.resolve() }])
  await Promise.resolve()
  const between = deliveryDeadline('run', 0)
  clock.pass(1000)
  gate.open()
  await gate.opened
  expect([between, deliveryDeadline('run', 0)]).toEqual([NEVER, clock.now() + 100])
})

it('the calls of other pages are those of the last reading', async () => {
  const { clock, trackUnknown, deliveryDeadline } = open()
  const gates = [createGate(), createGate()] as const
  trackUnknown('run', 0, [
    { id: 'other.1', ended: gates[0].opened },
    { id: 'other.2', ended: gates[1].opened },
  ])
  gates[0].open()
  await gates[0].opened
  const oneLeft = deliveryDeadline('run', 0)
  trackUnknown('run', 0)
  expect([oneLeft, deliveryDeadline('run', 0)]).toEqual([NEVER, clock.now() + 100])
})

it('a call that nobody has noted may have gone out just now', () => {
  const { clock, deliveryDeadline } = open()
  clock.pass(1000)
  expect(deliveryDeadline('run', 7)).toBe(clock.now() + 100)
})
