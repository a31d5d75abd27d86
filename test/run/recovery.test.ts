import { describe, expect, it } from '@jest/globals'
import { createGate } from '../../mocks/script'
import type { Reading } from '../../src/domain/run/reading'
import { createSleepCheck, waitForRecovery } from '../../src/run/recovery'
import { createWhole } from '../domain/requests'
import { createFakeClock } from './fakeClock'

const open: Reading = { kind: 'read', isCancelled: false }
const next = createWhole('so-2')

/** A world in which the server answers reads in turn, then says that all is well. */
function createWorld(readings: readonly Reading[] = [], canRead = true, isOnline = true) {
  const clock = createFakeClock()
  const line = { isOnline, gate: createGate() }
  const asked: string[] = []
  return {
    clock,
    line,
    asked,
    network: {
      isOnline: () => line.isOnline,
      untilOnline: async (stop: AbortSignal) => {
        await Promise.race([
          line.gate.opened,
          new Promise((resolve) => stop.addEventListener('abort', resolve)),
        ])
      },
    },
    readSubOrder: async ({ subOrderId }: { subOrderId: string }) => {
      asked.push(subOrderId)
      return readings[asked.length - 1] ?? open
    },
    canRead: () => canRead,
  }
}

const never = () => new AbortController().signal

describe('waiting for recovery', () => {
  it('tries the next sub-order, ever more rarely, until an answer comes', async () => {
    const world = createWorld([{ kind: 'no-answer' }, { kind: 'server' }, { kind: 'no-answer' }])
    const { isPossible, end } = waitForRecovery(world, 'connection', next, never())
    expect([isPossible, await end, world.asked, world.clock.waits]).toEqual([
      true,
      'back',
      ['so-2', 'so-2', 'so-2', 'so-2'],
      [2000, 4000, 8000, 16_000],
    ])
  })

  it('tries once a minute in the end', async () => {
    const world = createWorld(Array.from({ length: 7 }, () => ({ kind: 'server' as const })))
    expect(await waitForRecovery(world, 'server', next, never()).end).toBe('back')
    expect(world.clock.waits).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
  })

  it('takes a refusal for an answer: the server is there', async () => {
    const world = createWorld([{ kind: 'refused', httpStatus: 404 }])
    expect(await waitForRecovery(world, 'server', next, never()).end).toBe('back')
  })

  it('gives up where the session has ended: a person has to sign in', async () => {
    const world = createWorld([{ kind: 'server' }, { kind: 'session' }])
    expect(await waitForRecovery(world, 'server', next, never()).end).toBe('session')
  })

  it('waits until the browser is online again, and asks nothing before', async () => {
    const world = createWorld([], true, false)
    const { end } = waitForRecovery(world, 'connection', next, never())
    await Promise.resolve()
    expect([world.asked, world.clock.waits]).toEqual([[], []])
    world.line.isOnline = true
    world.line.gate.open()
    expect([await end, world.asked]).toEqual(['back', ['so-2']])
  })

  it('does not begin where recovery cannot be noticed: a cancel is no probe', async () => {
    const world = createWorld([], false)
    for (const reason of ['connection', 'server'] as const) {
      const { isPossible, end } = waitForRecovery(world, reason, next, never())
      expect([isPossible, await end]).toEqual([false, 'given-up'])
    }
    expect(world.asked).toEqual([])
  })

  it('ends at once when it is stopped, offline or between two tries', async () => {
    for (const isOnline of [true, false]) {
      const stop = new AbortController()
      const world = createWorld([], true, isOnline)
      const clock = createFakeClock('held')
      const { end } = waitForRecovery({ ...world, clock }, 'connection', next, stop.signal)
      stop.abort()
      expect([await end, world.asked]).toEqual(['given-up', []])
    }
  })
})

describe('before a call', () => {
  /** The reason to pause after this time on each clock. */
  async function checkAfter(
    monotonicMs: number,
    wallMs: number,
    readings: readonly Reading[] = [],
    setting: { canRead?: boolean; isOnline?: boolean } = {},
  ) {
    const world = createWorld(readings, setting.canRead ?? true, setting.isOnline ?? true)
    const time = { now: 0, wall: 1_000_000 }
    const clock = { ...world.clock, now: () => time.now, wallNow: () => time.wall }
    const check = createSleepCheck({ ...world, clock })
    time.now += monotonicMs
    time.wall += wallMs
    const answer = check(next)
    return { isAsked: answer !== undefined, trouble: await answer, asked: world.asked }
  }
  const calm = { isAsked: false, trouble: undefined, asked: [] }

  it.each([
    ['at once', 0, 0],
    ['after a slow answer', 120_000, 120_000],
    ['after a rate limit', 3_600_000, 3_600_000],
    ['where the clocks drift a little', 60_000, 89_000],
  ])('nothing is asked %s', async (_, monotonic, wall) => {
    expect(await checkAfter(monotonic, wall)).toEqual(calm)
  })

  it.each([
    ['the monotonic clock stood still', 0, 31_000],
    ['both went on', 3_600_000 + 31_000, 3_600_000 + 31_000],
    ['somebody set the clock back', 1000, -40_000],
  ])('after a sleep the next sub-order is read first: %s', async (_, monotonic, wall) => {
    expect(await checkAfter(monotonic, wall)).toEqual({
      isAsked: true,
      trouble: undefined,
      asked: ['so-2'],
    })
  })

  it.each<[string, Reading, string | undefined]>([
    ['the session has ended', { kind: 'session' }, 'session'],
    ['the connection is gone', { kind: 'no-answer' }, 'connection'],
    ['the server struggles: the calls themselves will tell', { kind: 'server' }, undefined],
    ['the sub-order is not to be read', { kind: 'refused', httpStatus: 404 }, undefined],
  ])('after a sleep %s', async (_, reading, trouble) => {
    expect((await checkAfter(0, 60_000, [reading])).trouble).toBe(trouble)
  })

  it('after a sleep, offline is known without a read', async () => {
    expect(await checkAfter(0, 60_000, [], { isOnline: false })).toEqual({
      isAsked: true,
      trouble: 'connection',
      asked: [],
    })
  })

  it('after a sleep nothing is asked where a sub-order cannot be read', async () => {
    expect(await checkAfter(0, 60_000, [], { canRead: false })).toEqual({
      isAsked: true,
      trouble: undefined,
      asked: [],
    })
  })
})
