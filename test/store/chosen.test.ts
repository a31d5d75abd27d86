import { expect, it } from '@jest/globals'
import { requestStateAt } from '../../src/domain/run/requestState'
import { continueRun, retryFailed, startAll } from '../../src/store/run/runThunks'
import { loadFile } from '../../src/store/sheet/loadFile'
import { refused } from '../domain/requests'
import { done, holdCall, scriptCancel } from '../run/scriptedCancel'
import { createBrowser, type Tab, type TestBrowser } from './testBrowser'

const refusal = { kind: 'settled', outcome: refused } as const
const sheet = (ids: readonly string[]) => `Sub Order ID\n${ids.join('\n')}\n`

const readId = ({ store }: Tab) => store.getState().sheets['sub-orders'].sheet?.id ?? ''
const readIds = ({ script }: Tab) => script.calls.map(({ request }) => request.subOrderId)
const load = ({ store }: Tab, ids: readonly string[], name: string) =>
  store.dispatch(loadFile('sub-orders', new File([sheet(ids)], name)))

function readStates(tab: Tab) {
  const cancellation = tab.store.getState().runs.byId[readId(tab)]
  return (
    cancellation &&
    [...cancellation.requests].map((_, position) => requestStateAt(cancellation, position).status)
  )
}

/** A page that goes away while its first call is out. */
async function cutOff(tab: Tab, held: ReturnType<typeof holdCall>, begin: () => unknown): Promise<void> {
  void begin()
  await held.arrived
  tab.crash()
}

/** The next page continues the run, and goes away in the midst of its own first call. */
async function continueAndCrash(browser: TestBrowser): Promise<readonly string[]> {
  const held = holdCall(0)
  const tab = browser.openTab(scriptCancel([], held.beforeAnswer))
  await tab.restored
  await cutOff(tab, held, () => tab.store.dispatch(continueRun(readId(tab))))
  return readIds(tab)
}

async function continueToEnd(browser: TestBrowser): Promise<Tab> {
  const tab = browser.openTab()
  await tab.restored
  await tab.store.dispatch(continueRun(readId(tab)))
  return tab
}

it('rows that an earlier run has dealt with stay left out over two crashes, and every other row is sent once', async () => {
  const browser = createBrowser()
  const held = holdCall(2)
  const first = browser.openTab(scriptCancel([], held.beforeAnswer))
  await first.restored
  await load(first, ['1', '2'], 'monday.csv')
  await first.store.dispatch(startAll(readId(first)))
  await load(first, ['1', '2', '3', '4', '5', '6'], 'tuesday.csv')
  await cutOff(first, held, () => first.store.dispatch(startAll(readId(first))))

  const second = await continueAndCrash(browser)
  const third = await continueToEnd(browser)
  expect([readIds(first), second, readIds(third)]).toEqual([['1', '2', '3'], ['4'], ['5', '6']])
  expect(readStates(third)).toEqual(['not-sent', 'not-sent', 'unknown', 'unknown', 'succeeded', 'succeeded'])
})

it('a retry covers the refused rows alone over two crashes, and sends each of them once more', async () => {
  const browser = createBrowser()
  const held = holdCall(5)
  const attempts = [done, refusal, done, refusal, refusal]
  const first = browser.openTab(scriptCancel(attempts, held.beforeAnswer))
  await first.restored
  await load(first, ['1', '2', '3', '4', '5'], 'monday.csv')
  await first.store.dispatch(startAll(readId(first)))
  await cutOff(first, held, () => first.store.dispatch(retryFailed(readId(first))))

  const second = await continueAndCrash(browser)
  const third = await continueToEnd(browser)
  expect([readIds(first).slice(5), second, readIds(third)]).toEqual([['2'], ['4'], ['5']])
  expect(readStates(third)).toEqual(['succeeded', 'unknown', 'succeeded', 'unknown', 'succeeded'])
})
