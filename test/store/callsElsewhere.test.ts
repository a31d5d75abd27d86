import { expect, it } from '@jest/globals'
import type { Attempt } from '../../src/domain/run/cancellation'
import type { Outcome } from '../../src/domain/run/outcome'
import { openRun } from '../../src/store/record/openRun'
import { markUnknown } from '../../src/store/run/resolveThunks'
import { continueRun, retryFailed, startAll } from '../../src/store/run/runThunks'
import { createWholes, refused } from '../domain/requests'
import { scriptCancel, unknownOutcome } from '../run/scriptedCancel'
import { createBrowser } from './testBrowser'
import { letPromisesRun, planRequests } from './testStore'

/** Two tabs that show the run of the first, whose one call was given up and is out. */
async function openTwo() {
  let answer: (outcome: Outcome) => void = () => undefined
  const late = new Promise<Outcome>((resolve) => {
    answer = resolve
  })
  const timedOut: Attempt = { kind: 'settled', outcome: unknownOutcome, late }
  const browser = createBrowser()
  const sender = browser.openTab(scriptCancel([timedOut]))
  await sender.restored
  const id = planRequests(sender.store, createWholes(1))
  await sender.store.dispatch(startAll(id))
  const other = browser.openTab()
  await other.restored
  await other.store.dispatch(openRun(id))
  async function hear(outcome: Outcome): Promise<void> {
    answer(outcome)
    await letPromisesRun()
    await letPromisesRun()
  }
  const readSent = () => [other.store.getState().runs.refusal, other.script.calls.length]
  return { sender, other, id, hear, readSent }
}

it('a failure that another living tab has heard is retried from this tab', async () => {
  const { other, id, hear, readSent } = await openTwo()
  await hear(refused)
  await other.store.dispatch(retryFailed(id))
  expect(readSent()).toEqual([null, 1])
})

it('an open sub-order whose call was answered in another tab is sent from this tab', async () => {
  const { sender, other, id, hear, readSent } = await openTwo()
  await sender.store.dispatch(markUnknown(id, 0, false))
  await hear(unknownOutcome)
  await other.store.dispatch(continueRun(id))
  expect(readSent()).toEqual([null, 1])
})
