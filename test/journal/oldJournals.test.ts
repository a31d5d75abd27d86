import { describe, expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { deriveIdempotencyKey } from '../../src/domain/ids/idempotencyKey'
import { CANCELLED } from '../../src/domain/run/outcome'
import { openIdbTables } from '../../src/journal/tables/idbTables'
import { createWhole } from '../domain/requests'
import { START } from '../run/fakeClock'
import { scriptCancel } from '../run/scriptedCancel'
import {
  createOldIds,
  goOn,
  OLD_FIXTURES,
  OLD_RETRY,
  OLD_RUN,
  oldOutcomes,
  openOldJournal,
  openOldRun,
  readDatabase,
  readOldJournal,
  readStates,
  readStatuses,
  recoverOldRun,
  writeOldJournal,
} from './oldJournals'
import { openBook } from './openBook'

const { timedOut, noAnswer, interrupted, invoiced, packed } = oldOutcomes

const DAY_MS = 24 * 60 * 60 * 1000

describe('a database of the first schema', () => {
  it.each(OLD_FIXTURES)('opens with everything that was written: %s', async (fixture) => {
    const { name, old } = await openOldJournal(fixture)
    expect(await readDatabase(name)).toEqual({ version: 2, stores: { ...old.stores, days: [] } })
  })

  it.each(OLD_FIXTURES)('lists its runs unchanged: %s', async (fixture) => {
    const { tables, old } = await openOldJournal(fixture)
    const list = await openOldRun(tables).journal.list()
    const written = old.stores.runs.map(([, record]) => record)
    expect(list.toSorted((a, b) => a.startedAt - b.startedAt)).toEqual(written)
  })

  it.each(OLD_FIXTURES)('loses nothing because of its age when it is first opened: %s', async (fixture) => {
    const { name, tables, old } = await openOldJournal(fixture)
    await openOldRun(tables).journal.forgetOld()
    const days = [['days', { day: 1, since: START }]]
    expect(await readDatabase(name)).toEqual({ version: 2, stores: { ...old.stores, days } })
  })

  it('ages by days of use from then on, and keeps a doubt as long as its run', async () => {
    const { tables } = await openOldJournal('finished')
    let now = START
    const book = openBook([], { tables, plan: { id: 'run-a' }, wallNow: () => now })
    const find = async () => {
      const found = await book.journal.findEarlier(
        'upload',
        createOldIds(6).map((id) => createWhole(id)),
        neverYield,
      )
      return [...found].map(([position, { standing }]) => [position, standing])
    }
    for (let day = 1; day < 30; day += 1) {
      await book.journal.forgetOld()
      now += DAY_MS
    }
    expect(await find()).toEqual([
      [0, 'done'],
      [1, 'doubt'],
      [4, 'done'],
    ])
    await book.journal.forgetOld()
    expect([await find(), (await book.journal.list()).length]).toEqual([[[1, 'doubt']], 1])
  })

  it('is closed by the page that has it open, whose old code can no longer open it', async () => {
    const page = await writeOldJournal('open-elsewhere', await readOldJournal('cut-off'))
    // The code of that page opens it so.
    page.onversionchange = () => page.close()
    await openIdbTables('open-elsewhere')
    expect(() => page.transaction('runs')).toThrow(expect.objectContaining({ name: 'InvalidStateError' }))
    const refused = await new Promise((resolve) => {
      const request = indexedDB.open('open-elsewhere', 1)
      request.onerror = () => resolve(request.error?.name)
      request.onsuccess = () => resolve('opened')
    })
    expect(refused).toBe('VersionError')
  })
})

describe('a run of the first schema', () => {
  it('that was cut off is paused, with the request in flight unknown and the rest unchanged', async () => {
    const { tables } = await openOldJournal('cut-off')
    const book = openOldRun(tables)
    const log = await book.journal.recover()
    const line = { runId: OLD_RUN, at: START, done: 5, total: 7 }
    expect(log).toEqual([
      {
        ...line,
        line: 6,
        sequence: 6,
        news: { type: 'outcome', subOrderId: '8000000005', outcome: interrupted, source: 'recovery' },
      },
      { ...line, line: 7, sequence: 7, news: { type: 'paused', reason: 'interrupted' } },
    ])
    expect(await readStates(book)).toEqual([
      CANCELLED,
      { status: 'succeeded', how: 'already-cancelled' },
      invoiced,
      timedOut,
      interrupted,
      { status: 'not-sent' },
      { status: 'not-sent' },
    ])
    const { entry, cancellation, checked } = await book.load()
    const tally = { total: 7, cancelled: 1, alreadyCancelled: 1, failed: 1, unknown: 2, notSent: 2 }
    expect([entry.phase, entry.pausedBy, entry.tally, cancellation.tally]).toEqual([
      'paused',
      'interrupted',
      tally,
      tally,
    ])
    expect([...(checked?.sheet.rows ?? [])]).toEqual(
      createOldIds(7).map((id, at) => ({ row: at + 2, cells: [id] })),
    )
    // The page had sent the log up to the third line when it went away.
    expect((await book.journal.readPending()).map(({ entries }) => entries.map((one) => one.line))).toEqual([
      [4, 5, 6, 7],
    ])
    expect(await book.journal.recover()).toEqual([])
  })

  it.each<[(typeof OLD_FIXTURES)[number], readonly string[], readonly (readonly [string, string])[]]>([
    [
      'cut-off',
      ['succeeded', 'succeeded', 'failed', 'unknown', 'unknown', 'succeeded', 'succeeded'],
      [
        ['8000000006', deriveIdempotencyKey(OLD_RUN, 5)],
        ['8000000007', deriveIdempotencyKey(OLD_RUN, 6)],
      ],
    ],
    [
      'paused',
      ['succeeded', 'failed', 'succeeded', 'succeeded', 'unknown', 'succeeded', 'succeeded'],
      [
        // Proven not processed, it keeps the key of its call.
        ['8000000006', `${OLD_RUN}-5`],
        ['8000000007', deriveIdempotencyKey(OLD_RUN, 6)],
      ],
    ],
    [
      'retry-cut-off',
      ['succeeded', 'succeeded', 'unknown', 'succeeded', 'unknown'],
      [['8000000004', deriveIdempotencyKey(OLD_RETRY, 2)]],
    ],
    [
      'line-items',
      ['succeeded', 'unknown', 'unknown', 'succeeded'],
      [['8000000004', deriveIdempotencyKey(OLD_RUN, 3)]],
    ],
    [
      'issues',
      ['succeeded', 'succeeded', 'succeeded', 'succeeded', 'succeeded'],
      [
        ['8000000002', deriveIdempotencyKey(OLD_RUN, 1)],
        ['8000000003', deriveIdempotencyKey(OLD_RUN, 2)],
        ['8000000016', deriveIdempotencyKey(OLD_RUN, 3)],
        ['8000000010', deriveIdempotencyKey(OLD_RUN, 4)],
      ],
    ],
    ['single', ['unknown'], []],
  ])('goes on to its end, and sends nothing that was sent: %s', async (fixture, statuses, calls) => {
    const { book } = await recoverOldRun(fixture)
    const script = scriptCancel()
    expect((await goOn(book, script)).at(-1)).toEqual({ type: 'finished' })
    expect(script.calls.map(({ request, key }) => [request.subOrderId, key])).toEqual(calls)
    expect(await readStatuses(book)).toEqual(statuses)
    const { entry, cancellation } = await book.load()
    expect([entry.phase, entry.tally]).toEqual(['finished', cancellation.tally])
  })

  it('sends the line items that were planned', async () => {
    const { book } = await recoverOldRun('line-items')
    const script = scriptCancel()
    await goOn(book, script)
    expect(script.calls.map(({ request }) => request)).toEqual([
      {
        kind: 'line-items',
        subOrderId: '8000000004',
        row: 8,
        lineItems: [
          { skuId: '8647326934', quantity: 2, row: 8 },
          { skuId: '8647326935', quantity: 1, row: 9 },
        ],
      },
    ])
  })

  it('shows rows with issues, edited rows and removed rows as they were kept', async () => {
    const { book } = await recoverOldRun('issues')
    const { checked } = await book.load()
    expect(checked?.issues).toEqual([
      { row: 5, code: 'DROPPED_ROW', value: '8000000001', column: 'Sub Order ID' },
      { row: 6, code: 'BAD_QUOTES', value: '"e"x,8000000005' },
      { row: 8, code: 'TOO_MANY_COLUMNS', value: 'g,8000000007,more' },
      { row: 9, code: 'SCIENTIFIC_ID', value: '1.25323E+09', column: 'Sub Order ID' },
      { row: 10, code: 'DROPPED_ROW', value: '', column: 'Sub Order ID' },
    ])
    expect([...(checked?.sheet.rows ?? [])]).toEqual([
      { row: 2, cells: ['8000000001'] },
      { row: 3, cells: ['8000000002'], original: { row: 3, cells: ['no id'] } },
      { row: 4, cells: ['8000000003'] },
      { row: 5, cells: ['8000000001'], removed: true },
      { row: 6, cells: ['"e"x,8000000005'], badQuotes: true },
      { row: 7, cells: ['8000000016'], original: { row: 7, cells: ['"f"x,8000000006'], badQuotes: true } },
      { row: 8, cells: ['8000000007'] },
      { row: 9, cells: ['1.25323E+09'] },
      { row: 10, cells: [''], removed: true },
      { row: 11, cells: ['8000000010'] },
    ])
    expect([...(checked?.requestOfRow ?? [])]).toEqual([0, 1, 2, -1, -1, 3, -1, -1, -1, 4])
  })

  it('that was finished shows its outcomes', async () => {
    const { book } = await recoverOldRun('finished')
    expect(await readStates(book)).toEqual([
      CANCELLED,
      noAnswer,
      invoiced,
      { status: 'not-sent' },
      { ...CANCELLED, verdict: { by: 'person', name: 'Priya Nair', at: 1_768_467_604_000 } },
      packed,
    ])
  })
})
