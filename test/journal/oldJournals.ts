import 'fake-indexeddb/auto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from '../../src/domain/run/outcome'
import { type RequestState, requestStateAt } from '../../src/domain/run/requestState'
import type { Run, RunEvent } from '../../src/domain/run/run'
import { openIdbTables } from '../../src/journal/tables/idbTables'
import type { Tables } from '../../src/journal/tables/tables'
import { createPacer } from '../../src/run/pacer'
import { runRequests } from '../../src/run/runRequests'
import { createFakeClock } from '../run/fakeClock'
import type { ScriptedCancel } from '../run/scriptedCancel'
import { type Book, openBook } from './openBook'

/** What `test/fixtures/journals` holds; its README says what each is. */
export const OLD_FIXTURES = [
  'cut-off',
  'paused',
  'finished',
  'retry-cut-off',
  'line-items',
  'issues',
  'included',
  'single',
] as const

/** Of the second schema, as the code wrote it before the sources moved. */
export const SECOND_FIXTURES = ['second-edited', 'second-line-items'] as const

type OldFixture = (typeof OLD_FIXTURES)[number] | (typeof SECOND_FIXTURES)[number]

/** UUIDs of the runs in them: the first, and the next. */
export const OLD_RUN = '5a1f33c2-6c1e-4d35-9a52-0d5e1f6b7a10'
export const OLD_RETRY = '77aa11bb-6c1e-4d35-9a52-0d5e1f6b7a10'

/** Outcomes that stand in them, or come of what stands in them. */
export const oldOutcomes = {
  timedOut: { status: 'unknown', reason: { why: 'timed-out', afterMs: 30_000 } },
  noAnswer: { status: 'unknown', reason: { why: 'no-answer' } },
  interrupted: { status: 'unknown', reason: { why: 'interrupted' } },
  invoiced: {
    status: 'failed',
    failure: { code: 'BAD_DATA', message: 'Sub order is invoiced', httpStatus: 400 },
  },
  packed: {
    status: 'failed',
    failure: { code: 'BAD_DATA', message: 'Sub order is packed', httpStatus: 400 },
  },
} as const satisfies Record<string, Outcome>

/** The first of the sub-orders in them. */
export function createOldIds(count: number): string[] {
  return Array.from({ length: count }, (_, at) => String(8_000_000_001 + at))
}

type Entries = readonly (readonly [IDBValidKey, unknown])[]

type StoreName = 'runs' | 'plan' | 'state' | 'ledger' | 'log'

/** A database as an older schema has left it: each store's keys with their values; the second schema has one store more. */
export interface OldJournal {
  readonly version: 1 | 2
  readonly stores: Readonly<Record<StoreName, Entries>>
}

export async function readOldJournal(name: OldFixture): Promise<OldJournal> {
  const text = await readFile(join(__dirname, '../fixtures/journals', `${name}.json`), 'utf8')
  return JSON.parse(text) as OldJournal
}

function wait<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Writes a database with nothing of today's code. @returns it, open, as a page of that time holds it */
export function writeOldJournal(name: string, { version, stores }: OldJournal): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version)
  request.onupgradeneeded = () => {
    for (const [store, entries] of Object.entries(stores)) {
      const created = request.result.createObjectStore(store)
      for (const [key, value] of entries) created.put(value, key)
    }
  }
  return wait(request)
}

/** What stands in a database, read with nothing of today's code. */
export async function readDatabase(
  name: string,
): Promise<{ readonly version: number; readonly stores: object }> {
  const db = await wait(indexedDB.open(name))
  const read = [...db.objectStoreNames].map(async (kind) => {
    const store = db.transaction(kind).objectStore(kind)
    const [keys, values] = await Promise.all([wait(store.getAllKeys()), wait<unknown[]>(store.getAll())])
    return [kind, keys.map((key, at) => [key, values[at]])] as const
  })
  const stores = Object.fromEntries(await Promise.all(read))
  const { version } = db
  db.close()
  return { version, stores }
}

let databases = 0

/** Opens with today's code what an older schema has written. */
export async function openOldJournal(
  fixture: OldFixture,
): Promise<{ readonly name: string; readonly old: OldJournal; readonly tables: Tables }> {
  databases += 1
  const name = `old-${fixture}-${databases}`
  const old = await readOldJournal(fixture)
  ;(await writeOldJournal(name, old)).close()
  return { name, old, tables: await openIdbTables(name) }
}

/** One of its runs. Default: the first. */
export function openOldRun(tables: Tables, id = 'run-a'): Book {
  return openBook([], { tables, plan: { id } })
}

/** The same after its recovery, as a page that has loaded it anew finds it. */
export async function recoverOldRun(fixture: OldFixture, id?: string) {
  const { tables } = await openOldJournal(fixture)
  const book = openOldRun(tables, id)
  await book.journal.recover()
  // What the journal has not read it cannot write to.
  await book.load()
  return { tables, book }
}

/** What is known of each request, in file order. */
export async function readStates(book: Book): Promise<readonly RequestState[]> {
  const { cancellation } = await book.load()
  return [...cancellation.requests].map((_, position) => requestStateAt(cancellation, position))
}

export async function readStatuses(book: Book): Promise<readonly string[]> {
  return (await readStates(book)).map(({ status }) => status)
}

export async function readRun(book: Book): Promise<Run> {
  const { run } = (await book.load()).cancellation
  if (!run) throw new Error('the run was never begun')
  return run
}

/** Continue: the run goes on where it stands, with the present loop. @returns what happens, up to its end or next hold */
export async function goOn(book: Book, script: ScriptedCancel, repeatsUnknown = false): Promise<RunEvent[]> {
  const { requests, included } = (await book.load()).cancellation
  const { id: runId, picks, total, done } = await readRun(book)
  const work = { picks, total, done }
  const recorder = await book.take({ ...work, runId, included, isNew: false, repeatsUnknown })
  const clock = createFakeClock()
  const ports = {
    cancelSubOrder: script.cancelSubOrder,
    clock,
    pacer: createPacer(clock, () => 200),
    recorder,
    isUserHere: () => true,
    isAllowed: () => true,
  }
  const events: RunEvent[] = []
  for await (const event of runRequests(
    { ...work, id: runId },
    requests,
    ports,
    new AbortController().signal,
  ))
    events.push(event)
  return events
}
