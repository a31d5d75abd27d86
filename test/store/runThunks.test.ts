import { describe, expect, it } from '@jest/globals'
import { createGate } from '../../mocks/script'
import { CANCELLED } from '../../src/domain/run/outcome'
import { requestStateAt } from '../../src/domain/run/requestState'
import {
  continueRun,
  readTypedId,
  retryFailed,
  startAll,
  startSingle,
  stopRun,
} from '../../src/store/run/runThunks'
import { selectStatus } from '../../src/store/selectors'
import type { Store } from '../../src/store/store'
import { singleTextChanged, userChanged } from '../../src/store/slices/viewSlice'
import { createWhole, createWholes, refused } from '../domain/requests'
import { done, holdCall, lost, scriptCancel, signedOut, unknownOutcome } from '../run/scriptedCancel'
import { createTestStore, letPromisesRun, planRequests, type TestStore } from './testStore'

const refusal = { kind: 'settled', outcome: refused } as const

function readStates(store: Store, id: string) {
  const cancellation = store.getState().runs.byId[id]
  return (
    cancellation &&
    [...cancellation.requests].map((_, position) => requestStateAt(cancellation, position).status)
  )
}
const readRun = (store: Store, id: string) => store.getState().runs.byId[id]?.run
const readIds = ({ calls }: { calls: readonly { request: { subOrderId: string } }[] }) =>
  calls.map(({ request }) => request.subOrderId)

describe('start', () => {
  it('runs to the end and tells of each step in order', async () => {
    const { store, sentNews, script } = createTestStore(scriptCancel([done, refusal]))
    const id = planRequests(store, createWholes(2))
    await store.dispatch(startAll(id))
    expect(readStates(store, id)).toEqual(['succeeded', 'failed'])
    expect(sentNews).toEqual([
      { type: 'started' },
      { type: 'outcome', outcome: CANCELLED, subOrderId: 'so-1', source: 'answer' },
      { type: 'outcome', outcome: refused, subOrderId: 'so-2', source: 'answer' },
      { type: 'finished' },
    ])
    expect(script.calls.length).toBe(2)
    expect(selectStatus(store.getState())).toEqual({ phase: 'idle', done: 2, total: 2 })
  })

  it('twice makes one run', async () => {
    const { store, sentNews, script } = createTestStore()
    const id = planRequests(store, createWholes(3))
    await Promise.all([store.dispatch(startAll(id)), store.dispatch(startAll(id))])
    await store.dispatch(startAll(id))
    expect([readIds(script), script.mostAtOnce()]).toEqual([['so-1', 'so-2', 'so-3'], 1])
    expect(sentNews.filter(({ type }) => type === 'started')).toHaveLength(1)
  })

  it('does nothing while another run goes on', async () => {
    const held = holdCall(0)
    const { store, script } = createTestStore(scriptCancel([], held.beforeAnswer))
    const first = planRequests(store, createWholes(1), 'first')
    const second = planRequests(store, [createWhole('so-9')], 'second')
    const run = store.dispatch(startAll(first))
    await held.arrived
    await store.dispatch(startAll(second))
    expect([readRun(store, second), script.calls.length]).toEqual([null, 1])
    held.answer()
    await run
    await store.dispatch(startAll(second))
    expect(readStates(store, second)).toEqual(['succeeded'])
  })

  it('does nothing for a user who may not cancel', async () => {
    const { store, script, sentNews } = createTestStore(scriptCancel(), { host: { isAllowed: () => false } })
    const id = planRequests(store, createWholes(1))
    await store.dispatch(startAll(id))
    expect([readRun(store, id), script.calls, sentNews]).toEqual([null, [], []])
  })
})

describe('stop and continue', () => {
  it('wait for the answer, then go on with the next', async () => {
    const held = holdCall(0)
    const { store, script, sentNews } = createTestStore(scriptCancel([], held.beforeAnswer))
    const id = planRequests(store, createWholes(3))
    const run = store.dispatch(startAll(id))
    await held.arrived
    store.dispatch(stopRun())
    expect([readRun(store, id)?.phase, readStates(store, id)]).toEqual([
      'stopping',
      ['sending', 'not-sent', 'not-sent'],
    ])
    held.answer()
    await run
    expect([readRun(store, id)?.phase, readStates(store, id)]).toEqual([
      'stopped',
      ['succeeded', 'not-sent', 'not-sent'],
    ])
    expect(selectStatus(store.getState())).toEqual({ phase: 'paused', done: 1, total: 3 })
    await store.dispatch(continueRun(id))
    expect([readRun(store, id)?.phase, readIds(script)]).toEqual(['finished', ['so-1', 'so-2', 'so-3']])
    expect(sentNews.map(({ type }) => type)).toEqual([
      'started',
      'outcome',
      'stopped',
      'continued',
      'outcome',
      'outcome',
      'finished',
    ])
  })

  it('continue keeps the key of the request that the run held at', async () => {
    const { store, script } = createTestStore(scriptCancel([done, signedOut]))
    const id = planRequests(store, createWholes(2))
    await store.dispatch(startAll(id))
    expect(readRun(store, id)).toMatchObject({ phase: 'paused', pausedBy: 'session', done: 1 })
    await store.dispatch(continueRun(id))
    const [first, before, after] = script.calls.map(({ key }) => key)
    expect([after, readIds(script)]).toEqual([before, ['so-1', 'so-2', 'so-2']])
    expect(first).not.toBe(before)
  })

  it('continue twice makes one stint, and none of a run that has ended', async () => {
    const { store, script } = createTestStore(scriptCancel([lost]))
    const id = planRequests(store, createWholes(2))
    await store.dispatch(startAll(id))
    await Promise.all([store.dispatch(continueRun(id)), store.dispatch(continueRun(id))])
    await store.dispatch(continueRun(id))
    expect([readIds(script), script.mostAtOnce()]).toEqual([['so-1', 'so-2'], 1])
  })

  it('continue does nothing once the permission is gone', async () => {
    let isAllowed = true
    const { store, script } = createTestStore(scriptCancel([lost]), { host: { isAllowed: () => isAllowed } })
    const id = planRequests(store, createWholes(2))
    await store.dispatch(startAll(id))
    isAllowed = false
    await store.dispatch(continueRun(id))
    expect([readRun(store, id)?.phase, script.calls.length]).toEqual(['paused', 1])
  })

  it('stop without a run does nothing', () => {
    const { store } = createTestStore()
    const before = store.getState()
    store.dispatch(stopRun())
    expect(store.getState()).toBe(before)
  })

  it('stop for a change of user pauses the run', async () => {
    const held = holdCall(0)
    const { store } = createTestStore(scriptCancel([], held.beforeAnswer))
    const id = planRequests(store, createWholes(2))
    const run = store.dispatch(startAll(id))
    await held.arrived
    store.dispatch(stopRun('principal-changed'))
    held.answer()
    await run
    expect(readRun(store, id)).toMatchObject({ phase: 'paused', pausedBy: 'principal-changed', done: 1 })
  })
})

describe('retry', () => {
  it('runs exactly the failed ones, with new keys', async () => {
    const { store, script } = createTestStore(scriptCancel([refusal, done, refusal, done]))
    const id = planRequests(store, createWholes(4))
    await store.dispatch(startAll(id))
    await store.dispatch(retryFailed(id))
    expect(readIds(script)).toEqual(['so-1', 'so-2', 'so-3', 'so-4', 'so-1', 'so-3'])
    expect(new Set(script.calls.map(({ key }) => key)).size).toBe(6)
    expect(readStates(store, id)).toEqual(['succeeded', 'succeeded', 'succeeded', 'succeeded'])
  })

  it('never sends an unknown one again', async () => {
    const unclear = { kind: 'settled', outcome: unknownOutcome } as const
    const { store, script } = createTestStore(scriptCancel([unclear, refusal]))
    const id = planRequests(store, createWholes(2))
    await store.dispatch(startAll(id))
    await store.dispatch(retryFailed(id))
    expect([readIds(script), readStates(store, id)]).toEqual([
      ['so-1', 'so-2', 'so-2'],
      ['unknown', 'succeeded'],
    ])
  })

  it('does nothing before the run has ended, and nothing where nothing failed', async () => {
    const { store, script } = createTestStore(scriptCancel([refusal, lost]))
    const id = planRequests(store, createWholes(3))
    await store.dispatch(startAll(id))
    await store.dispatch(retryFailed(id))
    expect(script.calls.length).toBe(2)
    await store.dispatch(continueRun(id))
    await store.dispatch(retryFailed(id))
    await store.dispatch(retryFailed(id))
    expect(readIds(script)).toEqual(['so-1', 'so-2', 'so-3', 'so-1'])
  })
})

describe('a late answer', () => {
  it('settles the unknown one and is sent to the host, even after the end of the run', async () => {
    const gate = createGate()
    const late = gate.opened.then(() => CANCELLED)
    const { store, sentNews } = createTestStore(
      scriptCancel([{ kind: 'settled', outcome: unknownOutcome, trouble: 'server', late }]),
    )
    const id = planRequests(store, createWholes(1))
    await store.dispatch(startAll(id))
    expect(readStates(store, id)).toEqual(['unknown'])
    gate.open()
    await letPromisesRun()
    expect([readStates(store, id), sentNews.at(-1)]).toEqual([
      ['succeeded'],
      { type: 'outcome', outcome: CANCELLED, subOrderId: 'so-1', source: 'late-answer' },
    ])
  })
})

it('a fault that comes again while the pause is told is reported too, and the run ends on record', async () => {
  const fault = new Error('a bug')
  const { store, services, faults } = createTestStore(scriptCancel(), {
    host: {
      sendEvent: ({ news }) => {
        if (news.type === 'outcome' || news.type === 'paused') throw fault
        return true
      },
    },
  })
  const id = planRequests(store, createWholes(3))
  await store.dispatch(startAll(id))
  expect(faults).toEqual([fault, fault])
  const { journal } = await services.record.openJournal()
  expect(
    (await journal.readPending()).flatMap(({ entries }) => entries.map(({ news }) => news.type)),
  ).toContain('paused')
  expect(readRun(store, id)).toMatchObject({ phase: 'paused', pausedBy: 'fault', inFlight: false })
})

it('a fault of our own pauses the run and is reported', async () => {
  const fault = new Error('a bug')
  const { store, faults, sentNews } = createTestStore(scriptCancel(), {
    calls: {
      cancelSubOrder: () => {
        throw fault
      },
    },
  })
  const id = planRequests(store, createWholes(2))
  await store.dispatch(startAll(id))
  expect(readRun(store, id)).toMatchObject({ phase: 'paused', pausedBy: 'fault', done: 0, inFlight: false })
  expect([faults, sentNews.at(-1)]).toEqual([[fault], { type: 'paused', reason: 'fault' }])
})

/** Starts what is typed, as the screen does once the dialog has been answered. */
async function startTyped(store: TestStore['store']): Promise<void> {
  const read = readTypedId(store.getState(), store.services)
  if (read.ok) await store.dispatch(startSingle(read.id))
}

describe('a single sub-order', () => {
  it('is cancelled as it is typed, cleaned', async () => {
    const { store, script } = createTestStore()
    store.dispatch(singleTextChanged(' 00123 '))
    await startTyped(store)
    expect(readIds(script)).toEqual(['00123'])
    expect(readStates(store, store.getState().view.singleId ?? '')).toEqual(['succeeded'])
  })

  it('is refused before it is sent where it is no ID', async () => {
    const { store, script } = createTestStore()
    store.dispatch(singleTextChanged('1.25323E+09'))
    expect(readTypedId(store.getState(), store.services)).toEqual({ ok: false, code: 'SCIENTIFIC_ID' })
    await startTyped(store)
    expect([script.calls, store.getState().view.singleId]).toEqual([[], null])
  })

  it('submitted twice is sent once; submitted after its end it is a new request', async () => {
    const { store, script } = createTestStore()
    store.dispatch(singleTextChanged('1'))
    await Promise.all([startTyped(store), startTyped(store)])
    expect(script.calls.length).toBe(1)
    await startTyped(store)
    const [first, second] = script.calls.map(({ key }) => key)
    expect(first).not.toBe(second)
    // Of single ones only the last is kept.
    expect(Object.keys(store.getState().runs.byId)).toEqual([store.getState().view.singleId])
  })
})

it('whether the user is here is kept apart from what was typed', () => {
  const { store } = createTestStore()
  store.dispatch(singleTextChanged('1'))
  store.dispatch(userChanged({ isHere: false }))
  expect(store.getState().view).toMatchObject({ isUserHere: false, singleText: '1' })
})
