import { expect, it } from '@jest/globals'
import { CANCELLED } from '../../src/domain/run/outcome'
import { applyEvents } from '../../src/domain/run/applyEvents'
import { beginRun } from '../../src/domain/run/beginRun'
import { type Cancellation, createCancellation } from '../../src/domain/run/run'
import { chooseFresh, findSkippingRun } from '../../src/domain/run/findSkippingRun'
import { countSkipped } from '../../src/store/selectors'
import { continueRun, startAll } from '../../src/store/run/runThunks'
import { canContinue } from '../../src/store/run/stints'
import { createWholes } from '../domain/requests'
import { createBrowser } from './testBrowser'
import { planRequests } from './testStore'
import type { EarlierRun } from '../../src/domain/run/earlierRun'

const earlier: EarlierRun = { id: 'earlier', fileName: 'monday.csv', at: 1, standing: 'done' }

/** Four sub-orders, the first two of them skipped. */
function skipTwo(): Cancellation {
  const skipped = new Map([0, 1].map((position) => [position, earlier]))
  return { ...createCancellation(createWholes(4)), skipped }
}

const includeAll = (cancellation: Cancellation): Cancellation => ({
  ...cancellation,
  included: cancellation.skipped,
})

function finish(cancellation: Cancellation, picks: readonly number[]): Cancellation {
  const events = picks.map((_, index) => ({ type: 'settled' as const, index, outcome: CANCELLED }))
  const begun = beginRun(cancellation, { id: 'run', picks, at: 0 })
  return applyEvents(begun, [...events, { type: 'finished' }], 1)
}

it('requests that an earlier run has dealt with and no later run has sent count as skipped', () => {
  expect(countSkipped(skipTwo())).toBe(2)
  expect(countSkipped(finish(skipTwo(), [2]))).toBe(2)
  const sent = finish(skipTwo(), [1, 2])
  expect(countSkipped(sent)).toBe(1)
  expect(countSkipped({ ...sent, skipped: new Map([[1, earlier]]) })).toBe(0)
  expect(countSkipped(includeAll(skipTwo()))).toBe(0)
})

it('a request is skipped again if another run has dealt with it since the user included it', () => {
  const included = includeAll(skipTwo())
  const since = { ...earlier, id: 'by hand', at: 2 }
  const skipped = new Map([...included.skipped, [0, since], [3, since]])
  const now = { ...included, skipped }
  expect({ held: [0, 1, 2, 3].filter((at) => findSkippingRun(now, at)), fresh: chooseFresh(now) }).toEqual({
    held: [0, 3],
    fresh: [1, 2],
  })
})

it('a finished run goes on only for what is neither sent nor skipped', () => {
  const isLeft = (picks: readonly number[]) => canContinue(finish(skipTwo(), picks))
  expect([[2], [2, 3], [0, 2, 3]].map(isLeft)).toEqual([true, false, false])
  expect(canContinue(includeAll(finish(skipTwo(), [2, 3])))).toBe(true)
})

it('Continue ends a run if all that is left is skipped for earlier runs', async () => {
  const { openTab } = createBrowser()
  const tab = openTab()
  await tab.restored
  const id = planRequests(tab.store, createWholes(2))
  const running = tab.store.dispatch(startAll(id))
  tab.services.calls.stopSwitch.raise('user')
  await running
  const other = planRequests(tab.store, createWholes(2).slice(1), 'by hand')
  await tab.store.dispatch(startAll(other))
  const readPhase = () => tab.store.getState().runs.byId[id]?.run
  for (let time = 0; time < 3 && readPhase()?.phase !== 'finished'; time += 1)
    await tab.store.dispatch(continueRun(id))
  expect({ phase: readPhase()?.phase, calls: tab.script.calls.length }).toEqual({
    phase: 'finished',
    calls: 2,
  })
})
