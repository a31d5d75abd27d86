import { expect, it } from '@jest/globals'
import { createGate } from '../../mocks/script'
import type { Attempt } from '../../src/domain/run/cancellation'
import { CANCELLED, type Outcome } from '../../src/domain/run/outcome'
import { requestStateAt } from '../../src/domain/run/requestState'
import { createMemoryTables } from '../../src/journal/tables/memoryTables'
import type { Tables } from '../../src/journal/tables/tables'
import { openRun } from '../../src/store/record/openRun'
import { continueRun, startAll, stopRun } from '../../src/store/run/runThunks'
import { createWholes } from '../domain/requests'
import { createFakeClock } from '../run/fakeClock'
import { scriptCancel, unknownOutcome } from '../run/scriptedCancel'
import { createBrowser } from './testBrowser'
import { letPromisesRun, planRequests } from './testStore'

/** Stores whose writes fail, before they are written (`failed`) or after that (`lost`), when `chooseFate` says so. */
function createTroubled(chooseFate: (stores: readonly string[]) => 'written' | 'failed' | 'lost'): Tables {
  const inner = createMemoryTables()
  return {
    ...inner,
    write: async (stores, work) => {
      const fate = chooseFate(stores)
      if (fate === 'failed') throw new Error('the disk is full')
      const result = await inner.write(stores, work)
      if (fate === 'lost') throw new Error('nobody heard that it was written')
      return result
    },
  }
}

const isStep = (stores: readonly string[]) => stores.join() === 'runs,state,ledger,log'

it.each([1, 2, 3, 4])('a run goes on after its step %i was written and said to have failed', async (lost) => {
  let steps = 0
  const tables = createTroubled((stores) => {
    if (isStep(stores)) steps += 1
    return isStep(stores) && steps === lost ? 'lost' : 'written'
  })
  const tab = createBrowser(tables).openTab()
  await tab.restored
  const id = planRequests(tab.store, createWholes(3))
  await tab.store.dispatch(startAll(id))
  expect(tab.store.getState().runs.byId[id]?.run?.pausedBy).toBe('storage')
  await tab.store.dispatch(continueRun(id))
  await tab.store.dispatch(continueRun(id))
  const { runs } = tab.store.getState()
  expect([runs.byId[id]?.run?.phase, runs.refusal]).toEqual(['finished', null])
})

it('a run goes on after its end alone was written and said to have failed', async () => {
  let isLost = false
  const tables = createTroubled((stores) => {
    const fate = isStep(stores) && isLost ? 'lost' : 'written'
    if (fate === 'lost') isLost = false
    return fate
  })
  const turn = createGate()
  const tab = createBrowser(tables).openTab(scriptCancel(), {
    calls: { pacer: { nextTurn: () => turn.opened, started: () => undefined } },
  })
  await tab.restored
  const id = planRequests(tab.store, createWholes(2))
  const run = tab.store.dispatch(startAll(id))
  while (tab.store.getState().runs.activeId === null) await letPromisesRun()
  isLost = true
  tab.store.dispatch(stopRun())
  turn.open()
  await run
  await tab.store.dispatch(continueRun(id))
  await tab.store.dispatch(continueRun(id))
  const { runs } = tab.store.getState()
  expect([runs.byId[id]?.run?.phase, runs.refusal]).toEqual(['finished', null])
})

it('a tab whose storage writes nothing takes the place of one that died without trying again at once', async () => {
  let fails = false
  let tries = 0
  const browser = createBrowser(
    createTroubled(() => {
      if (fails) tries += 1
      return fails ? 'failed' : 'written'
    }),
  )
  const gate = createGate()
  const first = browser.openTab(scriptCancel([], () => gate.opened))
  await first.restored
  const id = planRequests(first.store, createWholes(2))
  void first.store.dispatch(startAll(id))
  await letPromisesRun()
  const second = browser.openTab(scriptCancel(), { clock: createFakeClock('held') })
  const { runs } = second.store.getState()
  const isObserving = new Promise<void>((resolve) => {
    second.store.subscribe(() => {
      if (second.store.getState().runs.isWaiting) resolve()
    })
  })
  if (!runs.isWaiting) await isObserving
  await letPromisesRun()
  fails = true
  first.crash()
  for (let turn = 0; turn < 25; turn += 1) await letPromisesRun()
  const soon = tries
  for (let turn = 0; turn < 25; turn += 1) await letPromisesRun()
  expect([soon > 0, tries - soon, second.store.getState().runs.observedId]).toEqual([true, 0, null])
})

it('a late answer whose write failed is written once the storage works, though its run is over', async () => {
  let fails = false
  let answer: (outcome: Outcome) => void = () => undefined
  const late = new Promise<Outcome>((resolve) => {
    answer = resolve
  })
  const timedOut: Attempt = { kind: 'settled', outcome: unknownOutcome, late }
  const browser = createBrowser(createTroubled(() => (fails ? 'failed' : 'written')))
  const clock = createFakeClock('held')
  const tab = browser.openTab(scriptCancel([timedOut]), { clock })
  await tab.restored
  const id = planRequests(tab.store, createWholes(1))
  await tab.store.dispatch(startAll(id))
  fails = true
  answer(CANCELLED)
  await letPromisesRun()
  fails = false
  clock.pass(60_000)
  await letPromisesRun()
  const next = browser.openTab()
  await next.restored
  await next.store.dispatch(openRun(id))
  const shown = next.store.getState().runs.byId[id]
  expect(shown && requestStateAt(shown, 0)).toEqual(CANCELLED)
})
