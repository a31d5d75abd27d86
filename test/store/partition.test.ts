import { expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { createGate } from '../../mocks/script'
import type { Attempt } from '../../src/domain/run/cancellation'
import { downloadResults, type ResultChoice } from '../../src/store/run/downloadThunks'
import { earlierIncluded } from '../../src/store/slices/runActions'
import { startAll } from '../../src/store/run/runThunks'
import { loadFile } from '../../src/store/sheet/loadFile'
import { refused } from '../domain/requests'
import { already, done, scriptCancel, signedOut, unknownOutcome } from '../run/scriptedCancel'
import { draws } from '../support/draws'
import { createBrowser, type Tab } from './testBrowser'
import { words } from './testStore'

const CHOICES: readonly Exclude<ResultChoice, 'all'>[] = [
  'succeeded',
  'failed',
  'unknown',
  'not-sent',
  'skipped',
]

const unclear: Attempt = { kind: 'settled', outcome: unknownOutcome }

const setting = fc.record({
  attempts: fc.array(
    fc.constantFrom<Attempt>(done, already, { kind: 'settled', outcome: refused }, unclear, signedOut),
    { maxLength: 12 },
  ),
  /** How many calls are answered; then one is out for good, if there is one more. */
  answered: fc.nat(12),
  ids: fc.array(fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '', 'x', '1E+9', '2 '), {
    minLength: 1,
    maxLength: 14,
  }),
  /** Cancelled by a run of the day before. */
  earlier: fc.uniqueArray(fc.constantFrom('1', '4', '6')),
  isIncluded: fc.boolean(),
})

async function download(tab: Tab, choose: ResultChoice): Promise<readonly string[]> {
  await tab.store.dispatch(downloadResults('sub-orders', choose, words))
  const [, ...records] = ((await tab.saved.at(-1)?.content.text()) ?? '').trimEnd().split('\r\n')
  // The number of the row stands in the user's own first column.
  return records.map((record) => record.split(',')[0] ?? '')
}

const load = (tab: Tab, ids: readonly string[]) => {
  const lines = ids.map((id, index) => `${index + 1},${id}`)
  const file = new File([`Number,Sub Order ID\n${lines.join('\n')}\n`], 'orders.csv')
  return tab.store.dispatch(loadFile('sub-orders', file))
}
const readId = (tab: Tab) => tab.store.getState().sheets['sub-orders'].sheet?.id ?? ''

/** The five downloads, and all rows, of a tab. */
async function readParts(tab: Tab) {
  const parts: (readonly string[])[] = []
  for (const choice of CHOICES) parts.push(await download(tab, choice))
  return { parts, all: await download(tab, 'all') }
}

it('the five downloads are disjoint and together exactly the uploaded rows, in order: mid-run and after a crash', async () => {
  await fc.assert(
    fc.asyncProperty(setting, async ({ attempts, answered, ids, earlier, isIncluded }) => {
      const browser = createBrowser()
      const before = browser.openTab()
      await before.restored
      if (earlier.length > 0) {
        await load(before, earlier)
        await before.store.dispatch(startAll(readId(before)))
      }
      before.crash()

      const stuck = createGate()
      const script = scriptCancel(attempts, (call) => {
        if (call < answered) return undefined
        stuck.open()
        return new Promise<void>(() => undefined)
      })
      const tab = browser.openTab(script)
      await tab.restored
      await load(tab, ids)
      tab.store.dispatch(earlierIncluded({ id: readId(tab), isIncluded }))
      await Promise.race([tab.store.dispatch(startAll(readId(tab))), stuck.opened])
      const live = await readParts(tab)
      const rows = ids.map((_, index) => String(index + 1))
      expect([live.all, live.parts.flat().sort(byNumber)]).toEqual([rows, rows])
      for (const part of live.parts) expect(part).toEqual([...part].sort(byNumber))

      const hasRun = Boolean(tab.store.getState().runs.byId[readId(tab)]?.run)
      tab.crash()
      if (!hasRun) return
      const after = browser.openTab()
      await after.restored
      const { history } = after.store.getState().journal
      if (history.every(({ phase }) => phase === 'finished')) return
      await load(after, ids)
      const back = await readParts(after)
      expect([back.all, back.parts.flat().sort(byNumber)]).toEqual([rows, rows])
      // What was shown as settled is on record; one call at most was cut off.
      for (const [at, part] of live.parts.slice(0, 3).entries()) {
        expect(back.parts[at]).toEqual(expect.arrayContaining([...part]))
      }
      const unanswered = attempts.slice(0, script.calls.length).filter((attempt) => attempt === unclear)
      expect((back.parts[2] ?? []).length).toBeLessThanOrEqual(unanswered.length + 1)
    }),
    { numRuns: draws(20, 60) },
  )
})

const byNumber = (one: string, other: string) => Number(one) - Number(other)
