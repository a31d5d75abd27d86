import { describe, expect, it } from '@jest/globals'
import type { Keeping } from '../../src/domain/record/journal'
import { createJournal } from '../../src/journal/createJournal'
import { createMemoryTables } from '../../src/journal/tables/memoryTables'
import { downloadResults } from '../../src/store/run/downloadThunks'
import { consentGiven } from '../../src/store/slices/journalSlice'
import { restoreRuns } from '../../src/store/record/restoreRuns'
import { continueRun, startAll } from '../../src/store/run/runThunks'
import { loadFile } from '../../src/store/sheet/loadFile'
import { createFailing } from '../journal/describeTables'
import { START } from '../run/fakeClock'
import { scriptCancel } from '../run/scriptedCancel'
import { createTestStore, type ServiceOverrides, words } from './testStore'

/** A sheet of so many sub-orders in the slot of a page that has been opened. */
async function openDesk(
  count: number,
  keeping: Keeping,
  more: ServiceOverrides = {},
  script = scriptCancel(),
) {
  const { tables, trouble } = createFailing(createMemoryTables())
  const journal = createJournal({ tables, wallNow: () => START, page: 'page' })
  const test = createTestStore(script, {
    record: { openJournal: async () => ({ journal, keeping }) },
    ...more,
  })
  await test.store.dispatch(restoreRuns(new AbortController().signal))
  const text = `Note,Sub Order ID\n${Array.from({ length: count }, (_, index) => `n,${index + 1}`).join('\n')}\n`
  await test.store.dispatch(loadFile('sub-orders', new File([text], 'orders.csv')))
  const id = test.store.getState().sheets['sub-orders'].sheet?.id ?? ''
  const readRuns = () => test.store.getState().runs
  return { ...test, id, trouble, readRuns }
}

describe('in a browser that keeps nothing', () => {
  it('nothing starts without the user’s word, and everything with it', async () => {
    const { store, id, script, readRuns } = await openDesk(2, 'memory')
    await store.dispatch(startAll(id))
    expect([script.calls, readRuns().refusal]).toEqual([[], { id, why: 'needs-consent' }])
    store.dispatch(consentGiven(true))
    await store.dispatch(startAll(id))
    expect([script.calls.length, readRuns().byId[id]?.run?.phase, readRuns().refusal]).toEqual([
      2,
      'finished',
      null,
    ])
  })

  it('more than 500 are never started', async () => {
    for (const [count, calls] of [
      [501, 0],
      [500, 500],
    ] as const) {
      const { store, id, script, readRuns } = await openDesk(count, 'memory')
      store.dispatch(consentGiven(true))
      await store.dispatch(startAll(id))
      expect([script.calls.length, readRuns().refusal?.why ?? null]).toEqual([
        calls,
        calls === 0 ? 'too-many' : null,
      ])
    }
  })

  it('the results are saved after each hundred', async () => {
    const { store, id, saved } = await openDesk(250, 'memory')
    store.dispatch(consentGiven(true))
    await store.dispatch(startAll(id))
    const counts = await Promise.all(
      saved.map(async ({ name, content }) => [name, (await content.text()).match(/succeeded/g)?.length]),
    )
    expect(counts).toEqual([
      ['orders-results.csv', 100],
      ['orders-results.csv', 200],
    ])
  })
})

it('beside a newer version of the screen nothing starts', async () => {
  const { store, id, script, readRuns } = await openDesk(2, 'newer')
  store.dispatch(consentGiven(true))
  await store.dispatch(startAll(id))
  expect([script.calls, readRuns().refusal]).toEqual([[], { id, why: 'newer' }])
})

it('in a browser that keeps the journal nothing is saved by itself', async () => {
  const { store, id, saved } = await openDesk(200, 'kept')
  await store.dispatch(startAll(id))
  expect(saved).toEqual([])
})

describe('a browser that stops writing', () => {
  it('lets no run begin that is not on record', async () => {
    const { store, id, script, trouble, readRuns } = await openDesk(2, 'kept')
    trouble.isOn = true
    await store.dispatch(startAll(id))
    expect([script.calls, readRuns().refusal, readRuns().byId[id]?.run]).toEqual([
      [],
      { id, why: 'storage' },
      null,
    ])
  })

  it('pauses the run before the next call; outcomes so far are shown and can be downloaded', async () => {
    const fault = { turnOn: () => undefined as void }
    const script = scriptCancel([], (call) => {
      if (call === 1) fault.turnOn()
    })
    const test = await openDesk(4, 'kept', {}, script)
    fault.turnOn = () => {
      test.trouble.isOn = true
    }
    await test.store.dispatch(startAll(test.id))
    expect([script.calls.length, test.readRuns().byId[test.id]?.run]).toEqual([
      2,
      expect.objectContaining({ phase: 'paused', pausedBy: 'storage', done: 2 }),
    ])
    await test.store.dispatch(downloadResults('sub-orders', 'succeeded', words))
    expect(await test.saved.at(-1)?.content.text()).toBe(
      'Note,Sub Order ID,Status,Error Code,Error Message\r\nn,1,succeeded,,\r\nn,2,succeeded,,\r\n',
    )
    await test.store.dispatch(continueRun(test.id))
    expect([script.calls.length, test.readRuns().refusal?.why]).toEqual([2, 'storage'])

    test.trouble.isOn = false
    await test.store.dispatch(continueRun(test.id))
    expect(script.calls.map(({ request }) => request.subOrderId)).toEqual(['1', '2', '3', '4'])
    expect(test.entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})
