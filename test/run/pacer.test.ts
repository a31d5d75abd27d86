import { expect, it } from '@jest/globals'
import { createPacer } from '../../src/run/pacer'
import { createFakeClock } from './fakeClock'

const { signal: noStop } = new AbortController()

it('the first call may start at once', () => {
  expect(createPacer(createFakeClock(), () => 200).nextTurn(noStop)).toBeUndefined()
})

it('the next call may start once the gap is over, counted from start to start', async () => {
  const clock = createFakeClock()
  const pacer = createPacer(clock, () => 200)
  pacer.started()
  clock.pass(120)
  await pacer.nextTurn(noStop)
  expect([clock.waits, clock.now()]).toEqual([[180], 1300])
  expect(pacer.nextTurn(noStop)).toBeUndefined()
})

it('a timer that fires early is asked to wait for the rest', async () => {
  const clock = createFakeClock('held')
  const asked: number[] = []
  const hasty = {
    ...clock,
    wait: (ms: number) => {
      asked.push(ms)
      clock.pass(ms > 10 ? ms - 10 : ms)
      return Promise.resolve()
    },
  }
  const pacer = createPacer(hasty, () => 200)
  pacer.started()
  await pacer.nextTurn(noStop)
  expect(asked).toEqual([300, 10])
})

it('waits for whole milliseconds, so that 7 calls a minute never become 8', async () => {
  const clock = createFakeClock()
  const pacer = createPacer(clock, () => 7)
  pacer.started()
  await pacer.nextTurn(noStop)
  expect(clock.waits).toEqual([8572])
})

it('reads the pace at each call', () => {
  const clock = createFakeClock()
  let callsPerMinute = 200
  const pacer = createPacer(clock, () => callsPerMinute)
  pacer.started()
  clock.pass(200)
  callsPerMinute = 600
  expect(pacer.nextTurn(noStop)).toBeUndefined()
})

it('stop ends the wait', async () => {
  const clock = createFakeClock('held')
  const pacer = createPacer(clock, () => 200)
  pacer.started()
  const stop = new AbortController()
  const turn = pacer.nextTurn(stop.signal)
  stop.abort()
  await turn
  expect([clock.waits, clock.now()]).toEqual([[300], 1000])
})
