import { describe, expect, it } from '@jest/globals'
import { createGate } from '../../mocks/script'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { Journal } from '../../src/domain/record/journal'
import { readAndCheck } from '../../src/reading/readAndCheck'
import { requestsPlanned } from '../../src/store/slices/runActions'
import { continueRun, startAll } from '../../src/store/run/runThunks'
import type { FilesPort } from '../../src/store/services'
import { answerQuestion, askColumnsAgain, takeFileToTab } from '../../src/store/sheet/answerQuestion'
import { findEarlierRuns } from '../../src/store/sheet/findEarlierRuns'
import { loadFile, stopReading } from '../../src/store/sheet/loadFile'
import { removeSheet, showPrevious } from '../../src/store/sheet/slotThunks'
import type { Store } from '../../src/store/store'
import { holdCall, lost, scriptCancel } from '../run/scriptedCancel'
import { writeWorkbook } from '../support/workbook'
import { createTestStore, type TestStore } from './testStore'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

const subOrders = (...ids: string[]) => `Increff Sub Order ID\n${ids.join('\n')}\n`
const lineItems = 'Sub Order ID,Increff SKU ID,Quantity\n1,A,2\n'

const createFile = (name: string, text: string) => new File([text], name)

/** A file that cannot be read before the gate is open. */
function createSlowFile(name: string, text: string) {
  const gate = createGate()
  const file = createFile(name, text)
  const read = file.arrayBuffer.bind(file)
  return { file: Object.assign(file, { arrayBuffer: () => gate.opened.then(read) }), open: gate.open }
}

/** What lies in a slot, by the names of the files. */
function readSlot(store: Store, kind: SheetKind = 'sub-orders') {
  const { reading, problem, sheet, previous } = store.getState().sheets[kind]
  return {
    reading: reading?.fileName ?? null,
    problem: problem?.code ?? null,
    sheet: sheet?.checked.sheet.fileName ?? null,
    previous: previous?.checked.sheet.fileName ?? null,
  }
}
const readId = (store: Store, kind: SheetKind = 'sub-orders') => store.getState().sheets[kind].sheet?.id ?? ''
const load = (store: Store, name: string, text: string, kind: SheetKind = 'sub-orders') =>
  store.dispatch(loadFile(kind, createFile(name, text)))
const nothing = { reading: null, problem: null, sheet: null, previous: null }

describe('a file whose reading comes to a fault', () => {
  const broken = () => {
    throw Object.create(null)
  }

  it.each<[string, Partial<FilesPort>]>([
    ['the reader rejects', { readFile: () => Promise.reject(new Error('a bug')) }],
    ['the reader throws', { readFile: broken }],
    ['the limits cannot be read', { readLimits: broken }],
  ])('is refused, and is not "being read" for ever: %s', async (_, files) => {
    const { store } = createTestStore(scriptCancel(), { files })
    await load(store, 'a.csv', subOrders('1'))
    expect(readSlot(store)).toEqual({ ...nothing, problem: 'UNREADABLE' })
  })

  it('is refused, and the newer one that was chosen meanwhile is not', async () => {
    const gate = createGate()
    let reads = 0
    const { store } = createTestStore(scriptCancel(), {
      files: {
        readFile: async (file, request, onProgress) => {
          reads += 1
          if (reads > 1) return readAndCheck(file, request, neverYield, onProgress)
          await gate.opened
          throw new Error('a bug')
        },
      },
    })
    const first = load(store, 'a.csv', subOrders('1'))
    await load(store, 'b.csv', subOrders('2'))
    gate.open()
    await first
    expect(readSlot(store)).toEqual({ ...nothing, sheet: 'b.csv' })
  })

  it('is in its slot if only the look-up of earlier runs fails: the start looks again', async () => {
    const { services } = createTestStore()
    const { journal } = await services.record.openJournal()
    const openJournal = async () => ({
      journal: { ...journal, findEarlier: broken },
      keeping: 'kept' as const,
    })
    const { store } = createTestStore(scriptCancel(), { record: { openJournal } })
    await load(store, 'a.csv', subOrders('1'))
    expect(readSlot(store)).toEqual({ ...nothing, sheet: 'a.csv' })
  })

  it('is read where the columns that were chosen before cannot be had or kept', async () => {
    const { store } = createTestStore(scriptCancel(), {
      files: { columnMemory: { list: broken, remember: broken } },
    })
    await load(store, 'a.csv', 'Number\n1\n')
    const columns = { subOrderId: 0 }
    await store.dispatch(answerQuestion('sub-orders', { header: { row: 1, columns } }))
    expect(readSlot(store)).toEqual({ ...nothing, sheet: 'a.csv' })
  })
})

describe('a file', () => {
  it('is read, checked, and laid in its slot with its requests planned', async () => {
    const { store } = createTestStore()
    await load(store, 'a.csv', subOrders('1', '', '2', '2'))
    expect(readSlot(store)).toEqual({ ...nothing, sheet: 'a.csv' })
    expect(store.getState().runs.byId[readId(store)]?.requests).toEqual([
      { kind: 'whole', subOrderId: '1', row: 2 },
      { kind: 'whole', subOrderId: '2', row: 4 },
    ])
  })

  it('that is being read is named meanwhile', async () => {
    const { store } = createTestStore()
    const slow = createSlowFile('slow.csv', subOrders('1'))
    const loading = store.dispatch(loadFile('sub-orders', slow.file))
    expect(readSlot(store)).toEqual({ ...nothing, reading: 'slow.csv' })
    slow.open()
    await loading
    expect(readSlot(store)).toEqual({ ...nothing, sheet: 'slow.csv' })
  })

  it('that cannot be loaded leaves nothing in the slot that somebody could start', async () => {
    const { store } = createTestStore()
    await load(store, 'a.csv', subOrders('1'))
    await load(store, 'empty.csv', '')
    expect(readSlot(store)).toEqual({ ...nothing, problem: 'EMPTY_FILE' })
    expect(store.getState().runs.byId).toEqual({})
  })

  it.each(['first', 'second'])(
    'wins where it was chosen last, whichever is read first: the %s',
    async (quick) => {
      const { store } = createTestStore()
      const first = createSlowFile('first.csv', subOrders('1'))
      const second = createSlowFile('second.csv', subOrders('2'))
      const loads = [first, second].map(({ file }) => store.dispatch(loadFile('sub-orders', file)))
      const order = quick === 'first' ? [0, 1] : [1, 0]
      for (const at of order) {
        ;[first, second][at]?.open()
        await loads[at]
      }
      expect(readSlot(store)).toEqual({ ...nothing, sheet: 'second.csv' })
      expect(Object.keys(store.getState().runs.byId)).toEqual([readId(store)])
    },
  )

  it('does not wait for the file of the other tab', async () => {
    const { store } = createTestStore()
    const slow = createSlowFile('slow.csv', subOrders('1'))
    const loading = store.dispatch(loadFile('sub-orders', slow.file))
    await load(store, 'lines.csv', lineItems, 'line-items')
    slow.open()
    await loading
    expect([readSlot(store).sheet, readSlot(store, 'line-items').sheet]).toEqual(['slow.csv', 'lines.csv'])
  })
})

describe('the file of the other tab', () => {
  it('is refused, and taken there when asked', async () => {
    const { store } = createTestStore()
    await load(store, 'lines.csv', lineItems)
    expect([readSlot(store).problem, store.getState().view.tab]).toEqual(['WRONG_SHEET', 'sub-orders'])
    await store.dispatch(takeFileToTab('sub-orders', 'line-items'))
    expect([readSlot(store), readSlot(store, 'line-items'), store.getState().view.tab]).toEqual([
      nothing,
      { ...nothing, sheet: 'lines.csv' },
      'line-items',
    ])
  })
})

describe('a sheet with results', () => {
  async function createRunSheet(script = scriptCancel()) {
    const test = createTestStore(script)
    await load(test.store, 'done.csv', subOrders('1', '2'))
    await test.store.dispatch(startAll(readId(test.store)))
    return test
  }

  it('is put aside by a newer file, and can be shown again', async () => {
    const { store } = await createRunSheet()
    await load(store, 'next.csv', subOrders('3'))
    expect(readSlot(store)).toEqual({ ...nothing, sheet: 'next.csv', previous: 'done.csv' })
    store.dispatch(showPrevious('sub-orders'))
    expect(readSlot(store)).toEqual({ ...nothing, sheet: 'done.csv', previous: 'next.csv' })
    expect(store.getState().runs.byId[readId(store)]?.tally).toMatchObject({ cancelled: 2 })
  })

  it('stays put aside where files come and go that were never started', async () => {
    const { store } = await createRunSheet()
    await load(store, 'next.csv', subOrders('3'))
    await load(store, 'broken.csv', '')
    store.dispatch(removeSheet('sub-orders'))
    await load(store, 'last.csv', subOrders('4'))
    expect(readSlot(store)).toEqual({ ...nothing, sheet: 'last.csv', previous: 'done.csv' })
    expect(Object.keys(store.getState().runs.byId)).toHaveLength(2)
  })

  it('makes room for a newer one with results', async () => {
    const { store } = await createRunSheet()
    await load(store, 'next.csv', subOrders('3'))
    await store.dispatch(startAll(readId(store)))
    await load(store, 'last.csv', subOrders('4'))
    expect(readSlot(store)).toEqual({ ...nothing, sheet: 'last.csv', previous: 'next.csv' })
    expect(Object.keys(store.getState().runs.byId)).toHaveLength(2)
  })

  it('is put aside when it is removed', async () => {
    const { store } = await createRunSheet()
    store.dispatch(removeSheet('sub-orders'))
    expect(readSlot(store)).toEqual({ ...nothing, previous: 'done.csv' })
  })

  it('stays where it is while its run goes on', async () => {
    const held = holdCall(0)
    const { store } = createTestStore(scriptCancel([], held.beforeAnswer))
    await load(store, 'going.csv', subOrders('1'))
    const run = store.dispatch(startAll(readId(store)))
    await held.arrived
    await load(store, 'next.csv', subOrders('2'))
    store.dispatch(removeSheet('sub-orders'))
    store.dispatch(showPrevious('sub-orders'))
    expect(readSlot(store)).toEqual({ ...nothing, sheet: 'going.csv' })
    held.answer()
    await run
  })

  it('is not started or continued while a newer file is being read to replace it', async () => {
    const { store, script } = createTestStore(scriptCancel([lost]))
    const slow = createSlowFile('next.csv', subOrders('3'))
    await load(store, 'held.csv', subOrders('1', '2'))
    const id = readId(store)
    await store.dispatch(startAll(id))
    const loading = store.dispatch(loadFile('sub-orders', slow.file))
    await store.dispatch(continueRun(id))
    expect(script.calls.length).toBe(1)
    slow.open()
    await loading
    expect(readSlot(store)).toEqual({ ...nothing, sheet: 'next.csv', previous: 'held.csv' })
  })
})

/** A store whose reading of `slow.csv` ends only by a stop. */
function createStoppableStore() {
  return createTestStore(undefined, {
    files: {
      readFile: (file, request, onProgress, stop) =>
        file.name === 'slow.csv'
          ? new Promise((resolve) => {
              stop.addEventListener('abort', () => resolve({ type: 'stopped' }))
            })
          : readAndCheck(file, request, neverYield, onProgress),
    },
  })
}

async function stopSlowly({ store }: TestStore): Promise<void> {
  const loading = store.dispatch(loadFile('sub-orders', createFile('slow.csv', subOrders('9'))))
  store.dispatch(stopReading('sub-orders'))
  await loading
}

describe('a reading that is stopped', () => {
  it('leaves the slot as it was, with what it said or asked', async () => {
    const test = createStoppableStore()
    await load(test.store, 'list.csv', '1253231242\n1253231259\n')
    const before = test.store.getState().sheets['sub-orders']
    expect([before.problem?.code, before.question?.type]).toEqual(['MISSING_HEADER', 'columns'])
    await stopSlowly(test)
    expect(test.store.getState().sheets['sub-orders']).toEqual(before)
    expect([...test.services.files.chosenFiles.values()].map(({ file }) => file.name)).toEqual(['list.csv'])
  })

  it('does not become the file that a later answer is about', async () => {
    const test = createStoppableStore()
    await load(test.store, 'list.csv', '1253231242\n1253231259\n')
    await stopSlowly(test)
    const header = { row: null, columns: { subOrderId: 0 } }
    await test.store.dispatch(answerQuestion('sub-orders', { header }))
    expect(readSlot(test.store)).toEqual({ ...nothing, sheet: 'list.csv' })
  })
})

it('a workbook that asks for its worksheet, and then for a column, has both answers', async () => {
  const { store } = createTestStore()
  const list = (name: string, ...ids: string[]) => ({ name, rows: ids.map((id) => [id]) })
  const bytes = writeWorkbook({
    sheets: [list('Pune', '1253231242', '1253231259'), list('Delhi', '1253231276')],
  })
  await store.dispatch(loadFile('sub-orders', new File([bytes as BlobPart], 'orders.xlsx')))
  expect(store.getState().sheets['sub-orders'].question?.type).toBe('worksheet')
  await store.dispatch(answerQuestion('sub-orders', { worksheet: 'Delhi' }))
  expect(store.getState().sheets['sub-orders'].question?.type).toBe('columns')
  await store.dispatch(answerQuestion('sub-orders', { header: { row: null, columns: { subOrderId: 0 } } }))
  expect(store.getState().runs.byId[readId(store)]?.requests).toEqual([
    { kind: 'whole', subOrderId: '1253231276', row: 1 },
  ])
  await store.dispatch(askColumnsAgain('sub-orders'))
  expect(store.getState().sheets['sub-orders'].question?.type).toBe('columns')
})

it('a look-up of earlier runs that began before an edit says nothing about the edited sheet', async () => {
  const { store, services } = createTestStore()
  await load(store, 'monday.csv', subOrders('1', '2'))
  await store.dispatch(startAll(readId(store)))
  await load(store, 'tuesday.csv', subOrders('1', '2'))
  const id = readId(store)
  const { skipped } = store.getState().runs.byId[id] ?? {}
  expect([...(skipped?.keys() ?? [])]).toEqual([0, 1])
  const { journal } = await services.record.openJournal()
  const asked = createGate()
  const gate = createGate()
  const findEarlier: Journal['findEarlier'] = async (...of) => {
    asked.open()
    await gate.opened
    return journal.findEarlier(...of)
  }
  const slow = {
    ...services,
    record: {
      ...services.record,
      openJournal: async () => ({ journal: { ...journal, findEarlier }, keeping: 'kept' as const }),
    },
  }
  const looking = findEarlierRuns(id)(store.dispatch, store.getState, slow)
  await asked.opened
  const requests = store.getState().runs.byId[id]?.requests ?? []
  store.dispatch(requestsPlanned({ id, requests: requests.slice(1, requests.length) }))
  gate.open()
  await looking
  expect(store.getState().runs.byId[id]?.skipped.size).toBe(0)
})
