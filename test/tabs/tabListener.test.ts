import { expect, it } from '@jest/globals'
import { createGate } from '../../mocks/script'
import { CANCELLED } from '../../src/domain/run/outcome'
import type { TabMessage, SharedEvent } from '../../src/domain/run/tabMessage'
import { requestStateAt } from '../../src/domain/run/requestState'
import { observationChanged } from '../../src/store/slices/runActions'
import { startAll } from '../../src/store/run/runThunks'
import { createTabListener } from '../../src/app/tabListener'
import { createWholes, unanswered } from '../domain/requests'
import { START } from '../run/fakeClock'
import { scriptCancel } from '../run/scriptedCancel'
import { createTestStore, letPromisesRun, planRequests } from '../store/testStore'

/** A page that shows a finished run of three, and counts how often it is read from the journal. */
async function openPage() {
  const loads = { count: 0, gate: createGate() }
  const { services } = createTestStore()
  const { journal } = await services.record.openJournal()
  const openJournal = async () => ({
    journal: {
      ...journal,
      load: async (...order: Parameters<typeof journal.load>) => {
        loads.count += 1
        await loads.gate.opened
        return journal.load(...order)
      },
    },
    keeping: 'kept' as const,
  })
  const { store } = createTestStore(undefined, { record: { openJournal } })
  const id = planRequests(store, createWholes(3))
  await store.dispatch(startAll(id))
  const hear = createTabListener(store, new AbortController().signal)
  return { loads, id, hear, store, readShown: () => store.getState().runs.byId[id] }
}

const strange: readonly SharedEvent[] = [
  { type: 'settled', index: 3, outcome: CANCELLED },
  { type: 'sending', index: 99 },
  { type: 'passed', index: 3 },
  { type: 'resolved', position: 3, outcome: CANCELLED },
]

it.each(strange)(
  'an event of a place that the run does not have is not applied: the run is read anew: %j',
  async (event) => {
    const { loads, id, hear, readShown } = await openPage()
    const before = readShown()
    hear({ type: 'happened', id, events: [event] })
    expect([loads.count, readShown() === before]).toEqual([0, true])
    await letPromisesRun()
    loads.gate.open()
    await letPromisesRun()
    expect([loads.count, readShown()?.tally]).toEqual([1, before?.tally])
  },
)

it('a run that is being read is read once more, however often it changes meanwhile', async () => {
  const { loads, id, hear } = await openPage()
  for (let times = 0; times < 20; times += 1) hear({ type: 'changed', id })
  await letPromisesRun()
  expect(loads.count).toBe(1)
  loads.gate.open()
  for (let turns = 0; turns < 20; turns += 1) await letPromisesRun()
  expect(loads.count).toBe(2)
})

it('a run that another tab changes while it is read is shown as it stands then', async () => {
  const { services } = createTestStore()
  const { journal } = await services.record.openJournal()
  const [read, gate] = [createGate(), createGate()]
  const openJournal = async () => ({
    journal: {
      ...journal,
      load: async (...order: Parameters<typeof journal.load>) => {
        const saved = await journal.load(...order)
        read.open()
        await gate.opened
        return saved
      },
    },
    keeping: 'kept' as const,
  })
  const { store } = createTestStore(scriptCancel([{ kind: 'settled', outcome: unanswered }]), {
    record: { openJournal },
  })
  const id = planRequests(store, createWholes(1))
  await store.dispatch(startAll(id))
  const hear = createTabListener(store, new AbortController().signal)
  hear({ type: 'changed', id })
  await read.opened
  const verdict = { by: 'status-read', at: START } as const
  const outcome = { status: 'succeeded', how: 'cancelled', verdict } as const
  await journal.resolve(id, [{ position: 0, outcome, source: verdict.by, verdict, isQuiet: false }])
  hear({ type: 'ended', id })
  gate.open()
  for (let turns = 0; turns < 20; turns += 1) await letPromisesRun()
  const shown = store.getState().runs.byId[id]
  expect(shown && requestStateAt(shown, 0)).toEqual(outcome)
})

it('messages from before a run was read do not set it back', async () => {
  const { id, hear, store, readShown } = await openPage()
  store.dispatch(observationChanged({ id }))
  const { run } = readShown() ?? {}
  hear({ type: 'happened', id, runId: run?.id ?? '', events: [{ type: 'passed', index: 0 }] })
  await letPromisesRun()
  expect([run?.done, readShown()?.run?.done]).toEqual([3, 3])
})

it('messages about runs that this page does not have throw nothing', async () => {
  const { hear, readShown } = await openPage()
  const before = readShown()
  const messages: TabMessage[] = [
    { type: 'hello' },
    { type: 'began', id: 'x' },
    { type: 'ended', id: 'x' },
    { type: 'stop', id: 'x' },
    { type: 'changed', id: '__proto__' },
    { type: 'happened', id: 'constructor', events: [...strange].reverse() },
    { type: 'happened', id: 'x', events: [] },
  ]
  for (const message of messages) hear(message)
  await letPromisesRun()
  expect(readShown()).toEqual(before)
})
