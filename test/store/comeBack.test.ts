import { describe, expect, it } from '@jest/globals'
import { createGate } from '../../mocks/script'
import { CANCELLED, type Outcome } from '../../src/domain/run/outcome'
import { requestStateAt } from '../../src/domain/run/requestState'
import { downloadById, downloadResults } from '../../src/store/run/downloadThunks'
import { closeRun, showPastRun } from '../../src/store/record/pastRuns'
import { markUnknown } from '../../src/store/run/resolveThunks'
import { continueRun, startAll } from '../../src/store/run/runThunks'
import { loadFile } from '../../src/store/sheet/loadFile'
import type { Store } from '../../src/store/store'
import { askOtherToStop } from '../../src/store/run/tabThunks'
import { createJournal } from '../../src/journal/createJournal'
import type { Journal } from '../../src/domain/record/journal'
import { createMemoryTables } from '../../src/journal/tables/memoryTables'
import { refused } from '../domain/requests'
import { createFailing } from '../journal/describeTables'
import { createFakeClock } from '../run/fakeClock'
import { done, holdCall, scriptCancel, signedOut, unknownOutcome } from '../run/scriptedCancel'
import { createBrowser, type Tab } from './testBrowser'
import { letPromisesRun, words } from './testStore'

const text = 'Note,Sub Order ID\na,1\nb,2\nc,2\nd,3\ne,4\n'
const refusal = { kind: 'settled', outcome: refused } as const

const readId = (store: Store) => store.getState().sheets['sub-orders'].sheet?.id ?? ''
const readRun = ({ store }: Tab, id = readId(store)) => store.getState().runs.byId[id]?.run
const readIds = ({ script }: Tab) => script.calls.map(({ request }) => request.subOrderId)
function readStates({ store }: Tab, id = readId(store)) {
  const cancellation = store.getState().runs.byId[id]
  return (
    cancellation &&
    [...cancellation.requests].map((_, position) => requestStateAt(cancellation, position).status)
  )
}
async function load({ store }: Tab, content = text, name = 'monday.csv'): Promise<string> {
  await store.dispatch(loadFile('sub-orders', new File([content], name)))
  return readId(store)
}
async function readSaved({ saved }: Tab): Promise<readonly string[]> {
  return ((await saved.at(-1)?.content.text()) ?? '').replace('\ufeff', '').trimEnd().split('\r\n')
}

/** A browser whose page went away while the third of four calls was out. */
async function cutOff(browser = createBrowser()) {
  const held = holdCall(2)
  const first = browser.openTab(scriptCancel([done, refusal], held.beforeAnswer))
  await first.restored
  void first.store.dispatch(startAll(await load(first)))
  await held.arrived
  first.crash()
  return { browser, first, held }
}

describe('a page that comes after a crash', () => {
  it('shows what happened, and sends nothing by itself', async () => {
    const { browser } = await cutOff()
    const second = browser.openTab()
    await second.restored
    expect(readStates(second)).toEqual(['succeeded', 'failed', 'unknown', 'not-sent'])
    expect(readRun(second)).toMatchObject({ phase: 'paused', pausedBy: 'interrupted', done: 3, total: 4 })
    expect(second.store.getState().sheets['sub-orders'].sheet?.restored).toMatchObject({
      by: 'Priya Nair',
      lacksColumns: true,
    })
    await letPromisesRun()
    expect(second.script.calls).toEqual([])
  })

  it('knows what an earlier run has cancelled before it can be continued, and asks about nothing that it cancelled itself', async () => {
    const tables = createMemoryTables()
    const { browser } = await cutOff(createBrowser(tables))
    const journal = createJournal({ tables, wallNow: () => 0, page: 'second' })
    const earlier = { id: 'earlier', fileName: 'a.csv', at: 0, standing: 'done' } as const
    const asked: string[][] = []
    const findEarlier: Journal['findEarlier'] = (_, requests) => {
      asked.push([...requests].map(({ subOrderId }) => subOrderId))
      // The last request that is asked about is the last of the list.
      return Promise.resolve(new Map([[requests.length - 1, earlier]]))
    }
    const second = browser.openTab(scriptCancel(), {
      record: { openJournal: async () => ({ journal: { ...journal, findEarlier }, keeping: 'kept' }) },
    })
    await second.restored
    expect(readStates(second)).toEqual(['succeeded', 'failed', 'unknown', 'not-sent'])
    expect(asked.map((ids) => ids.length)).toEqual([3])
    const [run] = Object.values(second.store.getState().runs.byId)
    expect([...(run?.skipped ?? [])]).toEqual([[3, earlier]])
  })

  it('goes on where it was, when asked to: nothing is sent twice', async () => {
    const { browser, first } = await cutOff()
    const second = browser.openTab()
    await second.restored
    await second.store.dispatch(continueRun(readId(second.store)))
    expect([readIds(first), readIds(second)]).toEqual([['1', '2', '3'], ['4']])
    expect(readStates(second)).toEqual(['succeeded', 'failed', 'unknown', 'succeeded'])
    expect(new Set([...first.script.calls, ...second.script.calls].map(({ key }) => key)).size).toBe(4)
  })

  it('sends the host the lines that the first could not send, in order and without a gap', async () => {
    const { browser, first } = await cutOff()
    const second = browser.openTab()
    await second.restored
    await second.store.dispatch(continueRun(readId(second.store)))
    const sentNews = [...first.entries, ...second.entries].map(({ sequence, news }) => [sequence, news.type])
    expect([...new Map(sentNews.map(([sequence, type]) => [sequence, type]))]).toEqual([
      [1, 'started'],
      [2, 'outcome'],
      [3, 'outcome'],
      [4, 'outcome'],
      [5, 'paused'],
      [6, 'continued'],
      [7, 'outcome'],
      [8, 'finished'],
    ])
  })

  it('has all downloads from the journal alone, and the user’s own columns with the same file', async () => {
    const { browser } = await cutOff()
    const second = browser.openTab()
    await second.restored
    const id = readId(second.store)
    await second.store.dispatch(downloadResults('sub-orders', 'all', words))
    expect(await readSaved(second)).toEqual([
      'Sub Order ID,Status,Error Code,Error Message',
      '1,succeeded,,',
      '2,failed,BAD_DATA,Sub order is invoiced',
      '2,not-sent,DUPLICATE_ID,Fix DUPLICATE_ID',
      '3,unknown,,',
      '4,not-sent,,',
    ])
    await load(second, text, 'renamed.csv')
    expect([readId(second.store), readRun(second)?.done]).toEqual([id, 3])
    await second.store.dispatch(downloadResults('sub-orders', 'failed', words))
    expect(await readSaved(second)).toEqual([
      'Note,Sub Order ID,Status,Error Code,Error Message',
      'b,2,failed,BAD_DATA,Sub order is invoiced',
    ])
  })

  it('takes the same file for another run where its rows are judged in another way now', async () => {
    const { browser, first } = await cutOff()
    const { fileHash } = first.store.getState().sheets['sub-orders'].sheet ?? {}
    const second = browser.openTab(scriptCancel(), {
      files: {
        readFile: async (...order) => {
          const read = await first.services.files.readFile(...order)
          return read.type === 'checked' && fileHash !== undefined ? { ...read, fileHash } : read
        },
      },
    })
    await second.restored
    const old = readId(second.store)
    const id = await load(second, text.replace('d,3', 'd,33'))
    const { sheet, previous } = second.store.getState().sheets['sub-orders']
    expect([id === old, previous?.id === old, sheet?.restored]).toEqual([false, true, undefined])
  })

  it('recovers it later where the storage does not write at first', async () => {
    const { tables, trouble } = createFailing(createMemoryTables())
    const { browser } = await cutOff(createBrowser(tables))
    trouble.isOn = true
    const clock = createFakeClock('held')
    const second = browser.openTab(scriptCancel(), { clock })
    await second.restored
    const { journal } = await second.services.record.openJournal()
    const readPhases = async () => (await journal.list()).map(({ phase }) => phase)
    const before = await readPhases()
    trouble.isOn = false
    clock.pass(5_000)
    for (let turns = 0; turns < 50; turns += 1) await letPromisesRun()
    expect([before, await readPhases(), readStates(second)]).toEqual([
      ['running'],
      ['paused'],
      ['succeeded', 'failed', 'unknown', 'not-sent'],
    ])
  })

  it('takes another file for another run, of which earlier sub-orders are skipped', async () => {
    const { browser } = await cutOff()
    const second = browser.openTab()
    await second.restored
    const old = readId(second.store)
    const id = await load(second, 'Sub Order ID\n3\n1\n2\n9\n')
    expect(id).not.toBe(old)
    await second.store.dispatch(startAll(id))
    expect([readIds(second), readStates(second, id)]).toEqual([
      ['2', '9'],
      ['not-sent', 'not-sent', 'succeeded', 'succeeded'],
    ])
    expect(second.store.getState().sheets['sub-orders'].previous?.id).toBe(old)
  })

  it('a second time finds the same', async () => {
    const { browser } = await cutOff()
    const second = browser.openTab()
    await second.restored
    const states = readStates(second)
    second.crash()
    const third = browser.openTab()
    await third.restored
    expect([readStates(third), readRun(third)?.done, third.entries]).toEqual([states, 3, []])
  })
})

describe('a run that has ended', () => {
  it('is in the history, not in the slot, and opens with its table', async () => {
    const browser = createBrowser()
    const first = browser.openTab()
    await first.restored
    await first.store.dispatch(startAll(await load(first)))
    first.crash()
    const second = browser.openTab()
    await second.restored
    expect(second.store.getState().sheets['sub-orders'].sheet).toBeNull()
    const [entry] = second.store.getState().journal.history
    expect(entry).toMatchObject({ fileName: 'monday.csv', by: 'Priya Nair', phase: 'finished', issues: 1 })
    await second.store.dispatch(showPastRun(entry?.id ?? ''))
    expect(readStates(second)).toEqual(['succeeded', 'succeeded', 'succeeded', 'succeeded'])
    await second.store.dispatch(downloadById(entry?.id ?? '', 'skipped', words))
    expect((await readSaved(second)).slice(1)).toEqual(['2,not-sent,DUPLICATE_ID,Fix DUPLICATE_ID'])
  })

  it('that is closed is gone from slot, history and journal, here and in the other tab', async () => {
    const browser = createBrowser()
    const first = browser.openTab()
    await first.restored
    const id = await load(first)
    await first.store.dispatch(startAll(id))
    const other = browser.openTab()
    await other.restored
    await other.store.dispatch(showPastRun(id))
    await first.store.dispatch(closeRun(id))
    await letPromisesRun()
    for (const { store } of [first, other]) {
      const { sheets, runs, journal } = store.getState()
      expect([sheets['sub-orders'].sheet, runs.byId, journal.history]).toEqual([null, {}, []])
    }
  })
})

describe('two tabs', () => {
  /** A tab whose second call is held, and another that opens then. */
  async function openBoth() {
    const browser = createBrowser()
    const held = holdCall(1)
    const first = browser.openTab(scriptCancel([], held.beforeAnswer))
    await first.restored
    const id = await load(first)
    const run = first.store.dispatch(startAll(id))
    await held.arrived
    const seen = createGate()
    const other = browser.openTab()
    const stop = other.store.subscribe(() => {
      if (other.store.getState().runs.byId[id]) seen.open()
    })
    await seen.opened
    stop()
    await letPromisesRun()
    return { browser, first, other, held, id, run }
  }

  it('the second shows the run of the first as it goes, and starts nothing', async () => {
    const { other, held, id, run } = await openBoth()
    expect([other.store.getState().runs.observedId, readStates(other)]).toEqual([
      id,
      ['succeeded', 'sending', 'not-sent', 'not-sent'],
    ])
    await other.store.dispatch(continueRun(id))
    await other.store.dispatch(startAll(await load(other, 'Sub Order ID\n77\n')))
    held.answer()
    await run
    await other.restored
    expect([readStates(other, id), other.script.calls, other.store.getState().runs.observedId]).toEqual([
      ['succeeded', 'succeeded', 'succeeded', 'succeeded'],
      [],
      null,
    ])
  })

  it('the second can ask the first to stop', async () => {
    const { first, other, held, id, run } = await openBoth()
    other.store.dispatch(askOtherToStop())
    await letPromisesRun()
    held.answer()
    await run
    await other.restored
    expect([readIds(first), readRun(first)?.phase, readRun(other, id)?.phase]).toEqual([
      ['1', '2'],
      'stopped',
      'stopped',
    ])
    await other.store.dispatch(continueRun(id))
    expect(readIds(other)).toEqual(['3', '4'])
  })

  it('the second can go on once the first has died', async () => {
    const { first, other, id } = await openBoth()
    first.crash()
    await other.restored
    expect([readStates(other, id), other.store.getState().runs.observedId]).toEqual([
      ['succeeded', 'unknown', 'not-sent', 'not-sent'],
      null,
    ])
    await other.store.dispatch(continueRun(id))
    expect([readIds(first), readIds(other)]).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it('the same file in two tabs: each sub-order is sent once, and never two at a time', async () => {
    const browser = createBrowser()
    const script = scriptCancel()
    const tabs = [browser.openTab(script), browser.openTab(script)]
    for (const tab of tabs) await tab.restored
    const ids = await Promise.all(tabs.map((tab) => load(tab)))
    await Promise.all(tabs.map((tab, at) => tab.store.dispatch(startAll(ids[at] ?? ''))))
    for (const tab of tabs) await tab.restored
    for (const [at, tab] of tabs.entries()) await tab.store.dispatch(startAll(ids[at] ?? ''))
    expect(script.calls.map(({ request }) => request.subOrderId).sort()).toEqual(['1', '2', '3', '4'])
    expect(script.mostAtOnce()).toBe(1)
  })

  it('continue in both tabs goes on in one of them', async () => {
    const browser = createBrowser()
    const script = scriptCancel([done, signedOut])
    const first = browser.openTab(script)
    await first.restored
    const id = await load(first)
    await first.store.dispatch(startAll(id))
    const other = browser.openTab(script)
    await other.restored
    await Promise.all([first, other].map((tab) => tab.store.dispatch(continueRun(id))))
    await letPromisesRun()
    await Promise.all([first, other].map((tab) => tab.store.dispatch(continueRun(id))))
    expect(script.calls.map(({ request }) => request.subOrderId)).toEqual(['1', '2', '2', '3', '4'])
    expect(script.mostAtOnce()).toBe(1)
  })

  it('the second skips requests whose calls are out in the first, and sends the rest', async () => {
    const browser = createBrowser()
    const unclear = { kind: 'settled', outcome: unknownOutcome } as const
    const late = new Promise<Outcome>(() => undefined)
    const first = browser.openTab(scriptCancel([{ ...unclear, late }, done, unclear]))
    await first.restored
    const id = await load(first, 'Sub Order ID\n1\n2\n3\n')
    await first.store.dispatch(startAll(id))
    for (const position of [0, 2]) await first.store.dispatch(markUnknown(id, position, false))
    const second = browser.openTab()
    await second.restored
    await second.store.dispatch(showPastRun(id))
    await second.store.dispatch(continueRun(id))
    expect([readIds(second), readStates(second, id)]).toEqual([['3'], ['not-sent', 'succeeded', 'succeeded']])
  })

  it('an outcome that one tab settles is shown in the other', async () => {
    const browser = createBrowser()
    const gate = createGate()
    const late = gate.opened.then(() => CANCELLED)
    const unknown = {
      kind: 'settled',
      outcome: { status: 'unknown', reason: { why: 'no-answer' } },
      late,
    } as const
    const first = browser.openTab(scriptCancel([unknown]))
    await first.restored
    const id = await load(first)
    await first.store.dispatch(startAll(id))
    const other = browser.openTab()
    await other.restored
    await other.store.dispatch(showPastRun(id))
    expect(readStates(other)?.[0]).toBe('unknown')
    gate.open()
    await letPromisesRun()
    expect([readStates(first)?.[0], readStates(other)?.[0]]).toEqual(['succeeded', 'succeeded'])
  })
})
