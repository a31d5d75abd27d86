import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { Journal } from '../../src/domain/record/journal'
import { nameDatabase } from '../../src/journal/fingerprint'
import { openIdbTables } from '../../src/journal/tables/idbTables'
import { openJournal } from '../../src/journal/openJournal'
import { SCHEMA_VERSION } from '../../src/journal/tables/records'
import { createWholes } from '../domain/requests'
import { START } from '../run/fakeClock'
import { createFailing } from './describeTables'
import { createPlan, openBook } from './openBook'

const RUN = '5a1f33c2-6c1e-4d35-9a52-0d5e1f6b7a10'
const storage = { ok: false, why: 'storage' }
const step = { next: { position: 0, key: 'a' }, done: 0 }
let users = 0

/** A user without a database in this browser. */
function createUser() {
  users += 1
  return { tenant: 'acme', id: `user-${users}` }
}

const open = (user: { tenant: string; id: string }) => openJournal(user, () => START, 'page')

function create(journal: Journal) {
  return journal.create(createPlan(createWholes(1)), neverYield)
}

/** Resolves once nothing holds the database any more. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
  })
}

/** Opens the database as a newer version of the screen does. */
function openNewer(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, SCHEMA_VERSION + 1)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

describe('a journal', () => {
  it('stays in the browser for the next page of the same user', async () => {
    const user = createUser()
    const first = await open(user)
    await create(first.journal)
    const second = await open({ ...user })
    expect([first.keeping, first.journal.isDurable]).toEqual(['kept', true])
    expect((await second.journal.list()).map(({ id }) => id)).toEqual(['sheet-1'])
  })

  it.each([
    ['another user', { id: 'someone.else' }],
    ['another tenant', { tenant: 'elsewhere' }],
  ])('shows %s nothing of it', async (_, other) => {
    const user = createUser()
    await create((await open(user)).journal)
    const theirs = await open({ ...user, ...other })
    expect(await theirs.journal.list()).toEqual([])
    expect(nameDatabase({ ...user, ...other })).not.toBe(nameDatabase(user))
  })

  it('has a name that does not tell whose it is', () => {
    expect(nameDatabase({ tenant: 'acme-retail', id: 'priya.nair' })).toMatch(
      /^sub-order-cancellation-[\da-f]{32}$/,
    )
    expect(nameDatabase({ tenant: 'a', id: 'b","c' })).not.toBe(nameDatabase({ tenant: 'a","b', id: 'c' }))
  })

  it('writes strictly: what is reported as written is on the disk', async () => {
    const { journal } = await open(createUser())
    const begin = jest.spyOn(IDBDatabase.prototype, 'transaction')
    await create(journal)
    const options = begin.mock.calls.map((call) => call[2])
    begin.mockRestore()
    expect(options).toEqual(options.map(() => ({ durability: 'strict' })))
    expect(options.length).toBeGreaterThan(0)
  })
})

describe('where the browser keeps nothing', () => {
  const { indexedDB: real } = globalThis
  afterEach(() => {
    Object.assign(globalThis, { indexedDB: real })
  })

  it.each([
    ['there is no IndexedDB', undefined],
    [
      'it may not be opened',
      {
        open: () => {
          throw new DOMException('no', 'SecurityError')
        },
      },
    ],
  ])('the journal lives in memory: %s', async (_, fake) => {
    Object.assign(globalThis, { indexedDB: fake })
    const { journal, keeping } = await open(createUser())
    await create(journal)
    expect([keeping, journal.isDurable, (await journal.list()).length]).toEqual(['memory', false, 1])
  })
})

describe('a database of a newer version of the screen', () => {
  it('is left alone', async () => {
    const user = createUser()
    ;(await openNewer(nameDatabase(user))).close()
    const { keeping } = await open(user)
    expect(keeping).toBe('newer')
  })

  it('does not wait for this version, which writes nothing more', async () => {
    const user = createUser()
    const { journal } = await open(user)
    await create(journal)
    const newer = await openNewer(nameDatabase(user))
    expect(await create(journal)).toEqual(storage)
    newer.close()
  })
})

describe('a database that goes away under a run', () => {
  it('refuses the next step after its deletion, and is not opened again', async () => {
    const name = `deleted-${RUN}`
    const book = openBook(createWholes(1), { tables: await openIdbTables(name) })
    const recorder = await book.take({ runId: RUN, total: 1 })
    await deleteDatabase(name)
    expect(await recorder.write(step)).toEqual(storage)
    expect(await book.journal.list()).toEqual([])
    await expect(book.journal.load(book.id, neverYield)).rejects.toThrow(
      'the database of the journal was closed',
    )
    expect(await book.journal.findEarlier('x', createWholes(1), neverYield)).toEqual(new Map())
    expect(await book.journal.readPending()).toEqual([])
    expect(await book.journal.recover()).toBeUndefined()
    expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name)
  })

  it('refuses the next step after it was closed', async () => {
    const tables = await openIdbTables(`closed-${RUN}`)
    const book = openBook(createWholes(1), { tables })
    const recorder = await book.take({ runId: RUN, total: 1 })
    tables.close()
    expect(await recorder.write(step)).toEqual(storage)
  })
})

describe('a browser that does not write', () => {
  it('refuses a new run, which does not exist then', async () => {
    const { tables, trouble } = createFailing(await openIdbTables(`full-${RUN}`))
    const { journal } = openBook([], { tables })
    trouble.isOn = true
    expect(await create(journal)).toEqual(storage)
    trouble.isOn = false
    expect(await journal.list()).toEqual([])
  })

  it('may lose the note that the log was sent: its entries are pending again', async () => {
    const { tables, trouble } = createFailing(await openIdbTables(`told-${RUN}`))
    const book = openBook(createWholes(1), { tables })
    await book.take({ runId: RUN, total: 1 })
    trouble.isOn = true
    await book.journal.noteSent(book.id, 1)
    trouble.isOn = false
    expect((await book.journal.readPending())[0]?.entries.map(({ line }) => line)).toEqual([1])
  })

  it('writes nothing of a transaction where one record cannot be stored', async () => {
    const tables = await openIdbTables(`uncloneable-${RUN}`)
    const written = tables.write(['ledger'], async (tx) => {
      tx.put('ledger', 'a', { id: 'a', fileName: '', at: 0, standing: 'done' })
      const uncloneable = { id: () => 'b' } as unknown as {
        id: string
        fileName: ''
        at: 0
        standing: 'done'
      }
      tx.put('ledger', 'b', uncloneable)
    })
    await expect(written).rejects.toThrow(/could not be cloned/)
    expect(await tables.read(['ledger'], (tx) => tx.getAllKeys('ledger'))).toEqual([])
  })
})
