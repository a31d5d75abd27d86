import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { createGate } from '../../mocks/script'
import type { Attempt } from '../../src/domain/run/cancellation'
import { deriveIdempotencyKey } from '../../src/domain/ids/idempotencyKey'
import { ALREADY_CANCELLED, CANCELLED, type Outcome } from '../../src/domain/run/outcome'
import { outcomeAt } from '../../src/domain/run/outcomeList'
import type { RunEvent } from '../../src/domain/run/run'
import { createMemoryTables } from '../../src/journal/tables/memoryTables'
import { createPacer } from '../../src/run/pacer'
import { runRequests } from '../../src/run/runRequests'
import { createUuid } from '../../src/browser/uuid'
import { createWholes } from '../domain/requests'
import { createFailing } from '../journal/describeTables'
import { type Book, openBook } from '../journal/openBook'
import { createFakeClock, type FakeClock, START } from './fakeClock'
import {
  already,
  done,
  forbidden,
  holdCall,
  loginPage,
  lost,
  nonsense,
  refusedOutcome,
  type ScriptedCancel,
  scriptCancel,
  serverDown,
  signedOut,
  tooMany,
  unknownOutcome,
} from './scriptedCancel'

const id = '5a1f33c2-6c1e-4d35-9a52-0d5e1f6b7a10'
const keyAt = (index: number) => deriveIdempotencyKey(id, index)

interface Setting {
  readonly count?: number
  readonly picks?: readonly number[]
  readonly done?: number
  readonly script: ScriptedCancel
  readonly clock?: FakeClock
  readonly stop?: AbortSignal
  readonly isUserHere?: () => boolean
  readonly isAllowed?: () => boolean
  /** Where the stints of one run are to share their record. */
  readonly book?: Book
}

async function* startRun({
  count = 3,
  picks,
  done: from = 0,
  script,
  clock = createFakeClock(),
  stop,
  isUserHere = () => true,
  isAllowed = () => true,
  book = openBook(createWholes(count)),
}: Setting): AsyncGenerator<RunEvent, void> {
  const work = { picks: picks ?? null, total: picks?.length ?? count, done: from }
  const recorder = await book.take({ ...work, runId: id })
  const pacer = createPacer(clock, () => 200)
  yield* runRequests(
    { ...work, id },
    createWholes(count),
    { cancelSubOrder: script.cancelSubOrder, clock, pacer, recorder, isUserHere, isAllowed },
    stop ?? new AbortController().signal,
  )
}

async function collect(run: AsyncGenerator<RunEvent, void>, events: RunEvent[] = []): Promise<RunEvent[]> {
  for await (const event of run) events.push(event)
  return events
}

const sending = (index: number): RunEvent => ({ type: 'sending', index })
const settled = (index: number, outcome: Outcome = CANCELLED): RunEvent => ({
  type: 'settled',
  index,
  outcome,
})
const paused = (reason: Extract<RunEvent, { type: 'paused' }>['reason']): RunEvent => ({
  type: 'paused',
  reason,
})
/** Sent and settled, one after the other, from the position given. */
const heard = (from: number, ...outcomes: Outcome[]): RunEvent[] =>
  outcomes.flatMap((outcome, at) => [sending(from + at), settled(from + at, outcome)])

const readCalls = ({ calls }: ScriptedCancel) => calls.map(({ request, key }) => [request.subOrderId, key])

describe('a run', () => {
  it('sends the requests one at a time, in order, each with its own key', async () => {
    const script = scriptCancel([done, already, done])
    expect(await collect(startRun({ script }))).toEqual([
      ...heard(0, CANCELLED, ALREADY_CANCELLED, CANCELLED),
      { type: 'finished' },
    ])
    expect(readCalls(script)).toEqual([
      ['so-1', keyAt(0)],
      ['so-2', keyAt(1)],
      ['so-3', keyAt(2)],
    ])
    expect(script.mostAtOnce()).toBe(1)
  })

  it('sends the next request only after the answer to the last one', async () => {
    const held = holdCall(0)
    const script = scriptCancel([], held.beforeAnswer)
    const events: RunEvent[] = []
    const run = collect(startRun({ count: 2, script }), events)
    await held.arrived
    expect([events, script.calls.length]).toEqual([[sending(0)], 1])
    held.answer()
    await run
    expect(script.calls.length).toBe(2)
  })

  it('says what it sends before it sends it', async () => {
    const script = scriptCancel()
    const run = startRun({ count: 1, script })
    expect([await run.next(), script.calls.length]).toEqual([{ done: false, value: sending(0) }, 0])
  })

  it('over chosen requests sends these alone, with keys by their place in the run', async () => {
    const script = scriptCancel()
    await collect(startRun({ count: 5, picks: [4, 1], script }))
    expect(readCalls(script)).toEqual([
      ['so-5', keyAt(0)],
      ['so-2', keyAt(1)],
    ])
  })

  it('over an empty list is finished', async () => {
    expect(await collect(startRun({ count: 0, script: scriptCancel() }))).toEqual([{ type: 'finished' }])
  })

  it('goes on after a refusal', async () => {
    const refusal: Attempt = { kind: 'settled', outcome: refusedOutcome }
    const script = scriptCancel([refusal, refusal, refusal, refusal])
    expect(await collect(startRun({ count: 4, script }))).toEqual([
      ...heard(0, refusedOutcome, refusedOutcome, refusedOutcome, refusedOutcome),
      { type: 'finished' },
    ])
  })

  it('hands on the promise of a late answer', async () => {
    const late = Promise.resolve(CANCELLED)
    const script = scriptCancel([{ kind: 'settled', outcome: unknownOutcome, trouble: 'server', late }])
    const events = await collect(startRun({ count: 2, script }))
    const handed = events[1]?.type === 'settled' ? events[1].late : undefined
    expect(events[1]).toEqual({
      type: 'settled',
      index: 0,
      outcome: unknownOutcome,
      late: { call: expect.any(String), outcome: expect.any(Promise) },
    })
    expect(await handed?.outcome).toEqual(CANCELLED)
  })

  it('whose list has no such request fails loudly', async () => {
    const script = scriptCancel()
    await expect(collect(startRun({ count: 1, picks: [0, 7], script }))).rejects.toThrow(
      'has no request at 1',
    )
    expect(script.calls.length).toBe(1)
  })
})

describe('stop', () => {
  it('lets the request in flight finish, and starts no other', async () => {
    const held = holdCall(1)
    const script = scriptCancel([], held.beforeAnswer)
    const stop = new AbortController()
    const events: RunEvent[] = []
    const run = collect(startRun({ script, stop: stop.signal }), events)
    await held.arrived
    stop.abort('user')
    expect(events).toEqual([...heard(0, CANCELLED), sending(1)])
    held.answer()
    expect(await run).toEqual([...heard(0, CANCELLED, CANCELLED), { type: 'stopped' }])
    expect(script.calls.length).toBe(2)
  })

  it('before the start sends nothing', async () => {
    const script = scriptCancel()
    expect(await collect(startRun({ script, stop: AbortSignal.abort('user') }))).toEqual([
      { type: 'stopped' },
    ])
    expect(script.calls).toEqual([])
  })

  it('during the last request leaves nothing to stop', async () => {
    const held = holdCall(0)
    const stop = new AbortController()
    const run = collect(
      startRun({ count: 1, script: scriptCancel([], held.beforeAnswer), stop: stop.signal }),
    )
    await held.arrived
    stop.abort('user')
    held.answer()
    expect(await run).toEqual([...heard(0, CANCELLED), { type: 'finished' }])
  })

  /** Resolves when the run waits for the clock. */
  function watchWaits(clock: FakeClock): { readonly clock: FakeClock; readonly waiting: Promise<void> } {
    const gate = createGate()
    const wait: FakeClock['wait'] = (ms, stop) => {
      gate.open()
      return clock.wait(ms, stop)
    }
    return { clock: { ...clock, wait }, waiting: gate.opened }
  }

  it('during the gap between two calls takes effect at once', async () => {
    const { clock, waiting } = watchWaits(createFakeClock('held'))
    const script = scriptCancel()
    const stop = new AbortController()
    const run = collect(startRun({ script, clock, stop: stop.signal }))
    await waiting
    stop.abort('user')
    expect(await run).toEqual([...heard(0, CANCELLED), { type: 'stopped' }])
    expect([script.calls.length, clock.now()]).toEqual([1, 1000])
  })

  it('during the wait after a 429 takes effect at once, and the request is as it was', async () => {
    const { clock, waiting } = watchWaits(createFakeClock('held'))
    const script = scriptCancel([tooMany(5000)])
    const stop = new AbortController()
    const run = collect(startRun({ script, clock, stop: stop.signal }))
    await waiting
    stop.abort('user')
    expect(await run).toEqual([
      sending(0),
      { type: 'returned', index: 0 },
      { type: 'waiting', until: START + 5000 },
      { type: 'stopped' },
    ])
    expect(script.calls.length).toBe(1)
  })

  it('for a change of user pauses the run instead of stopping it', async () => {
    const script = scriptCancel()
    const events = await collect(startRun({ script, stop: AbortSignal.abort('principal-changed') }))
    expect([events, script.calls]).toEqual([[paused('principal-changed')], []])
  })
})

describe('a request proven not processed', () => {
  it('is returned and pauses the run on 401; continuing sends it again with the same key', async () => {
    const script = scriptCancel([done, signedOut])
    const book = openBook(createWholes(3))
    expect(await collect(startRun({ script, book }))).toEqual([
      ...heard(0, CANCELLED),
      sending(1),
      { type: 'returned', index: 1 },
      paused('session'),
    ])
    expect(await collect(startRun({ script, book, done: 1 }))).toEqual([
      ...heard(1, CANCELLED, CANCELLED),
      { type: 'finished' },
    ])
    expect(readCalls(script)).toEqual([
      ['so-1', keyAt(0)],
      ['so-2', keyAt(1)],
      ['so-2', keyAt(1)],
      ['so-3', keyAt(2)],
    ])
  })

  it('is sent again after the wait the server asked for, with the same key', async () => {
    const clock = createFakeClock()
    const script = scriptCancel([tooMany(3000)])
    expect(await collect(startRun({ count: 1, script, clock }))).toEqual([
      sending(0),
      { type: 'returned', index: 0 },
      { type: 'waiting', until: START + 3000 },
      ...heard(0, CANCELLED),
      { type: 'finished' },
    ])
    expect([readCalls(script), clock.waits]).toEqual([
      [
        ['so-1', keyAt(0)],
        ['so-1', keyAt(0)],
      ],
      [3000],
    ])
  })

  it('waits for the next minute where the server does not say how long', async () => {
    const clock = createFakeClock()
    await collect(startRun({ count: 1, script: scriptCancel([tooMany()]), clock }))
    // It is 20 seconds past noon.
    expect(clock.waits).toEqual([40_000])
  })

  it('keeps the pace even where the server asks for no wait', async () => {
    const clock = createFakeClock()
    await collect(startRun({ count: 1, script: scriptCancel([tooMany(0), tooMany(0)]), clock }))
    expect(clock.waits).toEqual([0, 300, 0, 300])
  })

  it('pauses the run where the wait is too long', async () => {
    const clock = createFakeClock()
    const script = scriptCancel([tooMany(3_600_001)])
    expect(await collect(startRun({ script, clock }))).toEqual([
      sending(0),
      { type: 'returned', index: 0 },
      paused('rate-limited'),
    ])
    expect(clock.waits).toEqual([])
  })
})

describe('trouble', () => {
  it.each([
    ['a page where an answer was due', loginPage, 'session'],
    ['a lost connection', lost, 'connection'],
    ['an answer that is none', nonsense, 'contract'],
  ] as const)('%s pauses the run at once', async (_, attempt, reason) => {
    const script = scriptCancel([attempt])
    expect(await collect(startRun({ script }))).toEqual([...heard(0, unknownOutcome), paused(reason)])
  })

  it.each([
    ['403', forbidden, refusedOutcome, 'forbidden'],
    ['5xx', serverDown, unknownOutcome, 'server'],
  ] as const)('three %s in a row pause the run', async (_, attempt, outcome, reason) => {
    const script = scriptCancel([attempt, attempt, attempt])
    expect(await collect(startRun({ count: 5, script }))).toEqual([
      ...heard(0, outcome, outcome, outcome),
      paused(reason),
    ])
  })

  it('a success breaks a streak', async () => {
    const script = scriptCancel([serverDown, serverDown, done, serverDown, serverDown])
    const events = await collect(startRun({ count: 6, script }))
    expect(events.at(-1)).toEqual({ type: 'finished' })
  })

  it('a refusal breaks a streak, and so does other trouble', async () => {
    const refusal: Attempt = { kind: 'settled', outcome: refusedOutcome }
    const script = scriptCancel([
      forbidden,
      forbidden,
      serverDown,
      serverDown,
      refusal,
      serverDown,
      forbidden,
    ])
    const events = await collect(startRun({ count: 8, script }))
    expect(events.at(-1)).toEqual({ type: 'finished' })
  })

  it('a 429 in between does not break a streak: it settles nothing', async () => {
    const script = scriptCancel([serverDown, serverDown, tooMany(0), serverDown])
    const events = await collect(startRun({ count: 6, script }))
    expect(events.slice(-2)).toEqual([settled(2, unknownOutcome), paused('server')])
  })

  it('four calls that were given up and are still out pause the run, whatever came between them', async () => {
    const never = new Promise<Outcome>(() => undefined)
    const givenUp: Attempt = { kind: 'settled', outcome: unknownOutcome, trouble: 'server', late: never }
    const script = scriptCancel([givenUp, done, givenUp, done, givenUp, done, givenUp])
    const events = await collect(startRun({ count: 9, script }))
    expect([script.calls.length, events.at(-1)]).toEqual([7, paused('server')])
  })

  it('a call that was given up no longer counts once it is answered', async () => {
    const back: Attempt = {
      kind: 'settled',
      outcome: unknownOutcome,
      trouble: 'server',
      late: Promise.resolve(CANCELLED),
    }
    const script = scriptCancel([back, done, back, done, back, done, back, done, back])
    const events = await collect(startRun({ count: 9, script }))
    expect([script.calls.length, events.at(-1)]).toEqual([9, { type: 'finished' }])
  })

  it('a streak begins anew when the run goes on', async () => {
    const script = scriptCancel([serverDown, serverDown, serverDown, serverDown, serverDown])
    const book = openBook(createWholes(6))
    await collect(startRun({ count: 6, script, book }))
    const events = await collect(startRun({ count: 6, script, book, done: 3 }))
    expect(events.at(-1)).toEqual({ type: 'finished' })
  })

  it.each([
    ['a lost connection', [done, done, lost], 'connection'],
    ['three 5xx', [serverDown, serverDown, serverDown], 'server'],
  ] as const)(
    'with the last request, %s pauses as well: the operator must hear of it',
    async (_, attempts, reason) => {
      const book = openBook(createWholes(3))
      const events = await collect(startRun({ count: 3, script: scriptCancel(attempts), book }))
      expect(events.at(-1)).toEqual(paused(reason))
      // Continue then has nothing to send, and ends it.
      expect(await collect(startRun({ count: 3, done: 3, script: scriptCancel(), book }))).toEqual([
        { type: 'finished' },
      ])
    },
  )
})

describe('the pace', () => {
  it('keeps the starts of calls apart: an answer that takes longer than the gap costs no wait', async () => {
    const clock = createFakeClock()
    const durations = [100, 450, 0, 300]
    const script = scriptCancel([], (call) => clock.pass(durations[call] ?? 0))
    await collect(startRun({ count: 4, script, clock }))
    expect(clock.waits).toEqual([200, 300])
  })
})

it('whatever the server answers, requests go out in order, one at a time, and twice only where proven not processed', async () => {
  const attempt = fc.constantFrom<Attempt>(
    done,
    already,
    forbidden,
    serverDown,
    loginPage,
    lost,
    signedOut,
    tooMany(),
    tooMany(1000),
    tooMany(9_999_999),
  )
  const setting = fc.record({
    attempts: fc.array(attempt, { maxLength: 30 }),
    count: fc.integer({ min: 0, max: 12 }),
  })
  await fc.assert(
    fc.asyncProperty(setting, async ({ attempts, count }) => {
      const script = scriptCancel(attempts)
      const book = openBook(createWholes(count))
      const events: RunEvent[] = []
      const isSettled = (event: RunEvent) => event.type === 'settled'
      // Continued until its end, as a patient user would.
      while (events.at(-1)?.type !== 'finished') {
        await collect(startRun({ count, script, book, done: events.filter(isSettled).length }), events)
      }
      const expected = script.calls.map((_, call) => {
        const settledBefore = script.calls
          .slice(0, call)
          .filter((__, at) => attempts[at]?.kind !== 'not-processed')
        return [`so-${settledBefore.length + 1}`, keyAt(settledBefore.length)]
      })
      expect(readCalls(script)).toEqual(expected)
      expect(events.filter(isSettled)).toHaveLength(count)
      expect(script.mostAtOnce()).toBeLessThanOrEqual(1)
    }),
  )
})

it('keys are UUIDs, and no two requests of any runs share one', () => {
  const runs = Array.from({ length: 50 }, createUuid)
  const keys = runs.flatMap((run) => [0, 1, 2, 99_999].map((index) => deriveIdempotencyKey(run, index)))
  expect(
    keys.filter((key) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(key)),
  ).toEqual([])
  expect(new Set(keys).size).toBe(200)
})

describe('the person', () => {
  it('is checked before each call: the run of a user who has signed out sends no more', async () => {
    const script = scriptCancel()
    const events = await collect(startRun({ count: 3, script, isUserHere: () => script.calls.length < 1 }))
    expect(events).toEqual([sending(0), settled(0), paused('principal-changed')])
  })

  it('needs the permission at each call: without it no more calls go out', async () => {
    const script = scriptCancel()
    const events = await collect(startRun({ count: 3, script, isAllowed: () => script.calls.length < 1 }))
    expect(events).toEqual([sending(0), settled(0), paused('not-allowed')])
  })
})

describe('a stop raised by a listener to the sending event', () => {
  it('prevents that call', async () => {
    const stop = new AbortController()
    const script = scriptCancel()
    const events: RunEvent[] = []
    for await (const event of startRun({ count: 3, script, stop: stop.signal })) {
      events.push(event)
      if (event.type === 'sending') stop.abort('user')
    }
    expect(events).toEqual([sending(0), { type: 'returned', index: 0 }, { type: 'stopped' }])
    expect(script.calls).toEqual([])
  })
})

describe('the record', () => {
  it('holds each request before its call goes out, with the key that goes with it', async () => {
    const book = openBook(createWholes(2))
    const seen: unknown[] = []
    const script = scriptCancel([], async (call) => {
      const { cancellation } = await book.load()
      seen.push([call, cancellation.run?.inFlight, cancellation.run?.done])
    })
    await collect(startRun({ count: 2, script, book }))
    expect(seen).toEqual([
      [0, true, 0],
      [1, true, 1],
    ])
  })

  it('holds an outcome before the run yields it', async () => {
    const book = openBook(createWholes(3))
    const script = scriptCancel([done, { kind: 'settled', outcome: refusedOutcome }])
    for await (const event of startRun({ script, book })) {
      if (event.type !== 'settled') continue
      const { cancellation } = await book.load()
      expect(outcomeAt(cancellation.outcomes, event.index)).toEqual(event.outcome)
    }
  })

  it('gets the last answer before the run waits for the next turn', async () => {
    const clock = createFakeClock('held')
    const book = openBook(createWholes(2))
    const waiting = createGate()
    const wait: FakeClock['wait'] = (ms, stop) => {
      waiting.open()
      return clock.wait(ms, stop)
    }
    const stop = new AbortController()
    const run = collect(
      startRun({ count: 2, script: scriptCancel(), clock: { ...clock, wait }, book, stop: stop.signal }),
    )
    await waiting.opened
    expect((await book.load()).cancellation).toMatchObject({
      tally: { cancelled: 1 },
      run: { inFlight: false },
    })
    stop.abort('user')
    await run
  })

  it('that cannot be written lets no call go out', async () => {
    const { tables, trouble } = createFailing(createMemoryTables())
    const book = openBook(createWholes(3), { tables })
    const script = scriptCancel([], (call) => {
      trouble.isOn = call === 1
    })
    expect(await collect(startRun({ script, book }))).toEqual([
      ...heard(0, CANCELLED, CANCELLED),
      paused('storage'),
    ])
    expect(script.calls.length).toBe(2)
  })

  it('taken over by another tab lets no further call go out', async () => {
    const tables = createMemoryTables()
    const book = openBook(createWholes(3), { tables })
    const script = scriptCancel([], async (call) => {
      if (call === 0) await openBook(createWholes(3), { tables }).take({ runId: id, total: 3, isNew: false })
    })
    expect(await collect(startRun({ script, book }))).toEqual([...heard(0, CANCELLED), paused('interrupted')])
    expect(script.calls.length).toBe(1)
  })

  it('of an earlier run pauses the run, and keeps the answer that was heard before', async () => {
    const tables = createMemoryTables()
    const earlier = openBook(createWholes(3).slice(1, 2), { tables, plan: { id: 'earlier' } })
    const recorder = await earlier.take({ runId: 'of-earlier', total: 1 })
    await recorder.write({ next: { position: 0, key: 'x' }, done: 0 })
    const book = openBook(createWholes(3), { tables })
    const script = scriptCancel()
    expect(await collect(startRun({ script, book }))).toEqual([
      ...heard(0, CANCELLED),
      paused('done-elsewhere'),
    ])
    const { cancellation } = await book.load()
    expect([script.calls.length, cancellation.tally.cancelled, cancellation.run]).toEqual([
      1,
      1,
      expect.objectContaining({ phase: 'paused', pausedBy: 'done-elsewhere', done: 1 }),
    ])
  })

  it('takes back the request that a stop withdrew, with its key', async () => {
    const book = openBook(createWholes(1))
    const stop = new AbortController()
    const script = scriptCancel()
    for await (const event of startRun({ count: 1, script, book, stop: stop.signal })) {
      if (event.type === 'sending') stop.abort('user')
    }
    expect((await book.load()).cancellation).toMatchObject({
      tally: { notSent: 1 },
      run: { phase: 'stopped', inFlight: false, done: 0 },
    })
    await collect(
      startRun({
        count: 1,
        script,
        book: { ...book, take: (stint) => book.take({ ...stint, isNew: false }) },
      }),
    )
    expect(readCalls(script)).toEqual([['so-1', keyAt(0)]])
  })
})

describe('a machine that has slept', () => {
  it('is checked before the next call, and pauses the run where the check finds a reason', async () => {
    const book = openBook(createWholes(3))
    const recorder = await book.take({ runId: id, total: 3 })
    const script = scriptCancel()
    const clock = createFakeClock()
    const ports = {
      cancelSubOrder: script.cancelSubOrder,
      clock,
      pacer: createPacer(clock, () => 200),
      recorder,
      isUserHere: () => true,
      isAllowed: () => true,
      checkAwake: () => (script.calls.length === 2 ? Promise.resolve('session' as const) : undefined),
    }
    const work = { id, picks: null, total: 3, done: 0 }
    expect(await collect(runRequests(work, createWholes(3), ports, new AbortController().signal))).toEqual([
      ...heard(0, CANCELLED, CANCELLED),
      paused('session'),
    ])
    expect(script.calls.length).toBe(2)
  })
})
