import { describe, expect, it } from '@jest/globals'
import { createGate } from '../../mocks/script'
import { CANCELLED, type Outcome } from '../../src/domain/run/outcome'
import type { Reading } from '../../src/domain/run/reading'
import { requestStateAt } from '../../src/domain/run/requestState'
import { checkUnknown, stopCheck } from '../../src/store/run/checkUnknown'
import { markUnknown } from '../../src/store/run/resolveThunks'
import { continueRun, retryFailed, sendUnknownAgain, startAll } from '../../src/store/run/runThunks'
import { createWholes } from '../domain/requests'
import { createFakeClock, START } from '../run/fakeClock'
import { done, refusedOutcome, scriptCancel, unknownOutcome } from '../run/scriptedCancel'
import { createTestStore, letPromisesRun, planRequests, type ServiceOverrides } from './testStore'

const refusal: Outcome = {
  status: 'failed',
  failure: { code: 'BAD_DATA', message: 'Invoiced', httpStatus: 400 },
}
const unclear = { kind: 'settled', outcome: unknownOutcome } as const
const cancelled: Reading = { kind: 'read', isCancelled: true }
const open: Reading = { kind: 'read', isCancelled: false }

/** A run of three that has ended, of which the first two are unknown. Reads are answered in turn, then `open`. */
async function openEnded(readings: readonly Reading[] = [], more: ServiceOverrides = {}) {
  const asked: string[] = []
  const clock = createFakeClock('held')
  const test = createTestStore(scriptCancel([unclear, unclear, done]), {
    clock,
    calls: {
      // Without pauses between the calls, the waits on record are those for the delivery deadline.
      pacer: { nextTurn: () => undefined, started: () => undefined },
      readSubOrder: async ({ subOrderId }) => {
        asked.push(subOrderId)
        return readings[asked.length - 1] ?? open
      },
    },
    host: { readAbilities: () => ({ canRead: true, repeatIsSafe: false }), ...more.host },
  })
  const id = planRequests(test.store, createWholes(3))
  await test.store.dispatch(startAll(id))
  const readStates = () => {
    const cancellation = test.store.getState().runs.byId[id]
    return (
      cancellation && [...cancellation.requests].map((_, position) => requestStateAt(cancellation, position))
    )
  }
  const readStatuses = () => readStates()?.map(({ status }) => status)
  return { ...test, id, clock, asked, readStates, readStatuses }
}

describe('Check unknown', () => {
  it('settles cancelled ones at once, and open ones once no call can be delivered any more', async () => {
    const test = await openEnded([cancelled, open, open])
    const { store, id, clock, asked } = test
    const check = store.dispatch(checkUnknown(id))
    await letPromisesRun()
    expect([test.readStatuses(), asked, clock.waits]).toEqual([
      ['succeeded', 'unknown', 'succeeded'],
      ['so-1', 'so-2'],
      [180_000],
    ])
    clock.pass(179_999)
    await letPromisesRun()
    expect(test.readStatuses()).toEqual(['succeeded', 'unknown', 'succeeded'])
    clock.pass(1)
    expect(await check).toEqual({ settled: 2, left: 0 })
    expect([test.readStatuses(), asked]).toEqual([
      ['succeeded', 'not-sent', 'succeeded'],
      ['so-1', 'so-2', 'so-2'],
    ])
    expect(test.sentNews.slice(-2)).toEqual([
      {
        type: 'outcome',
        subOrderId: 'so-1',
        source: 'status-read',
        outcome: { status: 'succeeded', how: 'cancelled', verdict: { by: 'status-read', at: START } },
      },
      { type: 'reopened', subOrderId: 'so-2', verdict: { by: 'status-read', at: START + 180_000 } },
    ])
  })

  it('leaves sub-orders unknown whose calls are still out, also after the second look, and says so', async () => {
    const late = new Promise<Outcome>(() => undefined)
    const asked: string[] = []
    const clock = createFakeClock('held')
    const test = createTestStore(scriptCancel([{ ...unclear, late }, unclear]), {
      clock,
      calls: {
        pacer: { nextTurn: () => undefined, started: () => undefined },
        readSubOrder: async ({ subOrderId }) => {
          asked.push(subOrderId)
          return open
        },
      },
      host: { readAbilities: () => ({ canRead: true, repeatIsSafe: false }) },
    })
    const id = planRequests(test.store, createWholes(2))
    await test.store.dispatch(startAll(id))
    const check = test.store.dispatch(checkUnknown(id))
    await letPromisesRun()
    clock.pass(180_000)
    const result = await check
    const cancellation = test.store.getState().runs.byId[id]
    const statuses = [0, 1].map((position) => cancellation && requestStateAt(cancellation, position).status)
    expect({ result, statuses, asked }).toEqual({
      result: { settled: 1, left: 1, trouble: 'still-out' },
      statuses: ['unknown', 'not-sent'],
      asked: ['so-1', 'so-2', 'so-2'],
    })
  })

  it('counts a sub-order as cancelled that is found cancelled while it waits', async () => {
    const test = await openEnded([open, open, cancelled, open])
    const check = test.store.dispatch(checkUnknown(test.id))
    await letPromisesRun()
    test.clock.pass(180_000)
    expect(await check).toEqual({ settled: 2, left: 0 })
    expect(test.readStatuses()).toEqual(['succeeded', 'not-sent', 'succeeded'])
  })

  it('believes an open sub-order at once if its call was long ago', async () => {
    const test = await openEnded()
    test.clock.pass(180_000)
    expect(await test.store.dispatch(checkUnknown(test.id))).toEqual({ settled: 2, left: 0 })
    expect([test.readStatuses(), test.clock.waits]).toEqual([['not-sent', 'not-sent', 'succeeded'], []])
  })

  it.each<[string, Reading]>([
    ['session', { kind: 'session' }],
    ['server', { kind: 'server' }],
    ['no-answer', { kind: 'no-answer' }],
  ])('ends with trouble (%s), and leaves the rest unknown', async (trouble, reading) => {
    const test = await openEnded([cancelled, reading])
    expect(await test.store.dispatch(checkUnknown(test.id))).toEqual({ settled: 1, left: 1, trouble })
    expect(test.readStatuses()).toEqual(['succeeded', 'unknown', 'succeeded'])
  })

  it('passes over one that is not to be read', async () => {
    const test = await openEnded([{ kind: 'refused', httpStatus: 404 }, cancelled])
    expect(await test.store.dispatch(checkUnknown(test.id))).toEqual({
      settled: 1,
      left: 1,
      trouble: 'refused',
    })
    expect(test.readStatuses()).toEqual(['unknown', 'succeeded', 'succeeded'])
  })

  it('can be stopped while it waits: settled requests stay settled', async () => {
    const test = await openEnded([cancelled, open])
    const check = test.store.dispatch(checkUnknown(test.id))
    await letPromisesRun()
    test.store.dispatch(stopCheck())
    expect(await check).toEqual({ settled: 1, left: 1 })
    expect([test.readStatuses(), test.asked.length, test.store.getState().runs.check]).toEqual([
      ['succeeded', 'unknown', 'succeeded'],
      2,
      null,
    ])
  })

  it('lets no run start meanwhile', async () => {
    const test = await openEnded()
    const check = test.store.dispatch(checkUnknown(test.id))
    await letPromisesRun()
    const other = planRequests(test.store, createWholes(1), 'other')
    await test.store.dispatch(startAll(other))
    expect(test.store.getState().runs.byId['other']?.run).toBeNull()
    test.store.dispatch(stopCheck())
    await check
    expect(test.script.calls.length).toBe(3)
  })
})

describe('a person’s word', () => {
  it.each([
    [true, 'succeeded'],
    [false, 'not-sent'],
  ] as const)('settles an unknown one, with who and when: %s', async (wasCancelled, status) => {
    const test = await openEnded()
    const verdict = { by: 'person', name: 'Priya Nair', at: START }
    expect(await test.store.dispatch(markUnknown(test.id, 0, wasCancelled))).toBe(true)
    expect([test.readStatuses()?.[0], test.sentNews.at(-1)]).toEqual([
      status,
      wasCancelled
        ? {
            type: 'outcome',
            subOrderId: 'so-1',
            source: 'person',
            outcome: { status: 'succeeded', how: 'cancelled', verdict },
          }
        : { type: 'reopened', subOrderId: 'so-1', verdict },
    ])
  })

  it('that it was not cancelled lets Continue send it, with the key it had', async () => {
    const test = await openEnded()
    await test.store.dispatch(markUnknown(test.id, 1, false))
    const run = test.store.dispatch(continueRun(test.id))
    await run
    const calls = test.script.calls.map(({ request, key }) => [request.subOrderId, key])
    expect(calls[3]).toEqual(calls[1])
    expect([calls.length, test.readStatuses()]).toEqual([4, ['unknown', 'succeeded', 'succeeded']])
  })

  it('counts only where the request is unknown, and from a user who may', async () => {
    const test = await openEnded()
    expect(await test.store.dispatch(markUnknown(test.id, 2, false))).toBe(false)
    let isHere = true
    const other = await openEnded([], { host: { isUserHere: () => isHere } })
    isHere = false
    expect(await other.store.dispatch(markUnknown(other.id, 0, true))).toBe(false)
    expect([test.readStatuses(), other.readStatuses()]).toEqual([
      ['unknown', 'unknown', 'succeeded'],
      ['unknown', 'unknown', 'succeeded'],
    ])
  })
})

describe('Send again', () => {
  it('sends exactly the unknown ones with the keys they had, where the host says that is safe', async () => {
    const test = await openEnded([], {
      host: { readAbilities: () => ({ canRead: false, repeatIsSafe: true }) },
    })
    await test.store.dispatch(sendUnknownAgain(test.id))
    const calls = test.script.calls.map(({ request, key }) => [request.subOrderId, key])
    expect([calls.slice(3), test.readStatuses()]).toEqual([
      calls.slice(0, 2),
      ['succeeded', 'succeeded', 'succeeded'],
    ])
  })

  it.each([
    ['403 leaves it unknown: the call before may have been delivered', refusedOutcome, 'unknown'],
    ['success settles it', CANCELLED, 'succeeded'],
    ['refusal of the sub-order leaves it unknown too: the first call may have acted', refusal, 'unknown'],
  ] as const)('a late %s', async (_, late, status) => {
    const timedOut = { kind: 'settled', outcome: unknownOutcome, late: Promise.resolve(late) } as const
    const script = scriptCancel([unclear, timedOut])
    const test = createTestStore(script, {
      host: { readAbilities: () => ({ canRead: false, repeatIsSafe: true }) },
    })
    const id = planRequests(test.store, createWholes(1))
    await test.store.dispatch(startAll(id))
    await test.store.dispatch(sendUnknownAgain(id))
    await letPromisesRun()
    const cancellation = test.store.getState().runs.byId[id]
    expect([script.calls.length, cancellation && requestStateAt(cancellation, 0).status]).toEqual([2, status])
  })

  it('sends nothing where the host does not', async () => {
    const test = await openEnded()
    await test.store.dispatch(sendUnknownAgain(test.id))
    await test.store.dispatch(retryFailed(test.id))
    expect(test.script.calls.length).toBe(3)
  })
})

describe('a late answer', () => {
  /** A run over one request without an answer; the late one comes when the gate opens. */
  async function openLate(outcome: Outcome) {
    const gate = createGate()
    const late = gate.opened.then(() => outcome)
    const test = createTestStore(scriptCancel([{ ...unclear, late }]))
    const id = planRequests(test.store, createWholes(1))
    await test.store.dispatch(startAll(id))
    const answer = async () => {
      gate.open()
      await letPromisesRun()
    }
    const readState = () => {
      const cancellation = test.store.getState().runs.byId[id]
      return cancellation && requestStateAt(cancellation, 0)
    }
    return { ...test, id, answer, readState }
  }

  it('wins over a person’s word, and nothing is sent before it or after it', async () => {
    const test = await openLate(CANCELLED)
    await test.store.dispatch(markUnknown(test.id, 0, false))
    const marked = test.readState()
    await test.store.dispatch(continueRun(test.id))
    const { refusal: why } = test.store.getState().runs
    await test.answer()
    await test.store.dispatch(continueRun(test.id))
    expect({
      marked,
      why,
      after: test.readState(),
      told: test.sentNews.at(-1),
      calls: test.script.calls.length,
    }).toEqual({
      marked: { status: 'not-sent' },
      why: { id: test.id, why: 'still-out' },
      after: CANCELLED,
      told: { type: 'outcome', subOrderId: 'so-1', outcome: CANCELLED, source: 'late-answer' },
      calls: 1,
    })
  })

  it('that was refused settles it too, after a person’s word that it was cancelled', async () => {
    const test = await openLate(refusal)
    await test.store.dispatch(markUnknown(test.id, 0, true))
    await test.answer()
    expect(test.readState()).toEqual(refusal)
  })

  it('that tells nothing leaves it unknown', async () => {
    const test = await openLate(unknownOutcome)
    await test.answer()
    expect([test.readState()?.status, test.sentNews.at(-1)]).toEqual(['unknown', { type: 'finished' }])
  })

  it('is shown in the other tabs, and noted as sent', async () => {
    const test = await openLate(CANCELLED)
    await test.answer()
    const { journal } = await test.services.record.openJournal()
    expect([test.posted.at(-1), await journal.readPending()]).toEqual([
      { type: 'happened', id: test.id, events: [{ type: 'resolved', position: 0, outcome: CANCELLED }] },
      [],
    ])
  })
})
