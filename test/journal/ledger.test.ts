import { describe, expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { CancellationRequest } from '../../src/domain/run/cancellation'
import type { Outcome } from '../../src/domain/run/outcome'
import { CANCELLED } from '../../src/domain/run/outcome'
import type { Tables } from '../../src/journal/tables/tables'
import { createLines, createWhole, createWholes, refused, unanswered } from '../domain/requests'
import { START } from '../run/fakeClock'
import { describeTables } from './describeTables'
import { type Book, type BookSetting, openBook } from './openBook'

const DAY_MS = 24 * 60 * 60 * 1000

/** The requests that a person includes after seeing those that are skipped now. */
function includeAll({ journal, id }: Book, requests: readonly CancellationRequest[]) {
  return journal.findEarlier(id, requests, neverYield)
}

/** Sends the first request of a cancellation of its own, and leaves it in this state. */
async function leave(
  tables: Tables,
  id: string,
  request: CancellationRequest,
  standing: Outcome | 'sending' | 'returned',
  more: BookSetting & { readonly includesEarlier?: boolean } = {},
): Promise<Book> {
  const book = openBook([request], { ...more, tables, plan: { id, fileName: `${id}.csv` } })
  const included = more.includesEarlier ? await includeAll(book, [request]) : new Map()
  const recorder = await book.take({ runId: `run-of-${id}`, total: 1, included })
  await recorder.write({ next: { position: 0, key: `key-of-${id}` }, done: 0 })
  if (standing === 'returned') await recorder.write({ returned: 0, done: 0, end: { phase: 'stopped' } })
  else if (standing !== 'sending') {
    await recorder.write({
      settled: { position: 0, outcome: standing },
      done: 1,
      end: { phase: 'finished' },
    })
  }
  return book
}

/** The earlier runs that a new upload finds, by position: their IDs and their standing. */
async function findEarlier(tables: Tables, requests: readonly CancellationRequest[]) {
  const { journal } = openBook(requests, { tables })
  const found = await journal.findEarlier('upload', requests, neverYield)
  return [...found].map(([position, { id, standing }]) => [position, id, standing])
}

let uploads = 0

/** The key with which a new run may send the request, or the reason why it may not. */
async function trySend(tables: Tables, request: CancellationRequest, includesEarlier = false) {
  uploads += 1
  const book = openBook([request], { tables, plan: { id: `upload-${uploads}` } })
  const included = includesEarlier ? await includeAll(book, [request]) : new Map()
  const recorder = await book.take({ runId: `run-of-upload-${uploads}`, total: 1, included })
  const written = await recorder.write({ next: { position: 0, key: 'new' }, done: 0 })
  return written.ok ? written.key : written.why
}

describeTables((open) => {
  describe('an earlier run', () => {
    it.each<[string, Outcome | 'sending', 'done' | 'doubt']>([
      ['that cancelled it', CANCELLED, 'done'],
      ['that found it cancelled', { status: 'succeeded', how: 'already-cancelled' }, 'done'],
      ['that does not know how it ended', unanswered, 'doubt'],
      ['that was sending it', 'sending', 'doubt'],
    ])('a sub-order is skipped: %s', async (_, standing, expected) => {
      const tables = await open()
      await leave(tables, 'earlier', createWhole('so-2'), standing)
      expect(await findEarlier(tables, createWholes(3))).toEqual([[1, 'earlier', expected]])
      expect(await trySend(tables, createWhole('so-2', 9))).toBe('done-elsewhere')
      expect(await trySend(tables, createWhole('so-3'))).toBe('new')
    })

    it.each<[string, Outcome | 'returned']>([
      ['whose sub-order was refused', refused],
      ['whose call was proven not processed', 'returned'],
    ])('no sub-order is skipped: %s', async (_, standing) => {
      const tables = await open()
      await leave(tables, 'earlier', createWhole('so-1'), standing)
      expect(await findEarlier(tables, createWholes(1))).toEqual([])
      expect(await trySend(tables, createWhole('so-1'))).toBe('new')
    })

    it('is named with its file and its time', async () => {
      const tables = await open()
      await leave(tables, 'earlier', createWhole('so-1'), CANCELLED)
      const { journal } = openBook([], { tables })
      expect(await journal.findEarlier('upload', createWholes(1), neverYield)).toEqual(
        new Map([[0, { id: 'earlier', fileName: 'earlier.csv', at: START, standing: 'done' }]]),
      )
    })

    it('does not stand against itself', async () => {
      const tables = await open()
      const { journal } = await leave(tables, 'earlier', createWhole('so-1'), unanswered)
      expect(await journal.findEarlier('earlier', createWholes(1), neverYield)).toEqual(new Map())
    })

    it('does not skip a request that the user includes', async () => {
      const tables = await open()
      await leave(tables, 'earlier', createWhole('so-1'), CANCELLED)
      expect(await trySend(tables, createWhole('so-1'), true)).toBe('new')
    })

    it('in doubt, which a person has included, makes the request skipped once it has cancelled it', async () => {
      const tables = await open()
      const { journal } = await leave(tables, 'earlier', createWhole('so-1'), unanswered)
      const book = openBook(createWholes(1), { tables, plan: { id: 'upload' } })
      const included = await includeAll(book, createWholes(1))
      const verdict = { by: 'person', name: 'Priya Nair', at: START } as const
      const outcome = { status: 'succeeded', how: 'cancelled', verdict } as const
      await journal.resolve('earlier', [{ position: 0, outcome, source: 'person', verdict, isQuiet: false }])
      const recorder = await book.take({ runId: 'run-of-upload', total: 1, included })
      expect(await recorder.write({ next: { position: 0, key: 'new' }, done: 0 })).toEqual({
        ok: false,
        why: 'done-elsewhere',
      })
    })

    it('that was closed still makes its sub-orders skipped', async () => {
      const tables = await open()
      const { journal } = await leave(tables, 'earlier', createWhole('so-1'), CANCELLED)
      await journal.remove('earlier')
      expect(await trySend(tables, createWhole('so-1'))).toBe('done-elsewhere')
    })

    it('that cancelled a request stays named for it, whatever a later run sends on purpose', async () => {
      const tables = await open()
      await leave(tables, 'earlier', createWhole('so-1'), CANCELLED)
      await leave(tables, 'later', createWhole('so-1'), unanswered, { includesEarlier: true })
      expect(await findEarlier(tables, createWholes(1))).toEqual([[0, 'earlier', 'done']])
    })

    it('stays in doubt where the call of a later run was proven not processed', async () => {
      const tables = await open()
      await leave(tables, 'earlier', createWhole('so-1'), unanswered)
      await leave(tables, 'later', createWhole('so-1'), 'returned', { includesEarlier: true })
      expect((await findEarlier(tables, createWholes(1))).map(([, , standing]) => standing)).toEqual([
        'doubt',
      ])
    })
  })

  describe('line items', () => {
    const lines = createLines('so-1', ['A', 2], ['B', 1])

    it.each<[string, CancellationRequest, boolean]>([
      ['the same ones', createLines('so-1', ['A', 2], ['B', 1]), true],
      ['the same ones in another order', createLines('so-1', ['B', 1], ['A', 2]), true],
      ['another quantity', createLines('so-1', ['A', 1], ['B', 1]), false],
      ['some of them', createLines('so-1', ['A', 2]), false],
      ['those of another sub-order', createLines('so-2', ['A', 2], ['B', 1]), false],
      ['the whole sub-order', createWhole('so-1'), false],
    ])('that were cancelled make the same request alone skipped: %s', async (_, request, isHeld) => {
      const tables = await open()
      await leave(tables, 'earlier', lines, CANCELLED)
      expect(await findEarlier(tables, [request])).toEqual(isHeld ? [[0, 'earlier', 'done']] : [])
      expect(await trySend(tables, request)).toBe(isHeld ? 'done-elsewhere' : 'new')
    })

    it('are skipped once the whole sub-order was cancelled', async () => {
      const tables = await open()
      await leave(tables, 'earlier', createWhole('so-1'), CANCELLED)
      expect(await findEarlier(tables, [lines])).toEqual([[0, 'earlier', 'done']])
      expect(await trySend(tables, lines)).toBe('done-elsewhere')
    })
  })

  it('holds no ID in plain text', async () => {
    const tables = await open()
    await leave(tables, 'earlier', createWhole('SO-4711'), CANCELLED)
    await leave(tables, 'lines', createLines('SO-4712', ['SKU-9', 1]), CANCELLED)
    const ledger = await tables.read(['ledger'], (tx) =>
      Promise.all([tx.getAllKeys('ledger'), tx.getAll('ledger')]),
    )
    expect(ledger[0]).toHaveLength(2)
    expect(JSON.stringify(ledger)).not.toMatch(/4711|4712|SKU-9/)
  })

  it('finds its way through more entries than are read at a time', async () => {
    const tables = await open()
    await tables.write(['ledger'], async (tx) => {
      for (let entry = 0; entry < 5000; entry += 1) {
        const print = `a-${String(entry).padStart(5, '0')}`
        tx.put('ledger', print, { id: 'another', fileName: 'a.csv', at: START, standing: 'done' })
      }
    })
    await leave(tables, 'earlier', createWhole('so-7'), CANCELLED)
    expect(await findEarlier(tables, createWholes(8))).toEqual([[6, 'earlier', 'done']])
  })

  describe('an old record', () => {
    /** A browser whose clock a test sets. `open` opens a page, which deletes old records. */
    async function openBrowser(standing: Outcome) {
      const tables = await open()
      const clock = { now: START }
      const book = await leave(tables, 'earlier', createWhole('so-1'), standing, { wallNow: () => clock.now })
      const tidy = () => book.journal.forgetOld()
      async function useFor(days: number) {
        for (let day = 0; day < days; day += 1) {
          clock.now += DAY_MS
          await tidy()
        }
      }
      const list = async () => (await book.journal.list()).map(({ id }) => id)
      return { tables, book, clock, tidy, useFor, list }
    }

    it('of a run is deleted after 7 days of use, and of its cancellations after 30', async () => {
      const { tables, tidy, useFor, list } = await openBrowser(CANCELLED)
      await tidy()
      await useFor(5)
      expect(await list()).toEqual(['earlier'])
      await useFor(1)
      expect(await list()).toEqual([])
      const left = await tables.read(['plan', 'state', 'log'], (tx) =>
        Promise.all((['plan', 'state', 'log'] as const).map((store) => tx.getAllKeys(store))),
      )
      expect({ left, earlier: await findEarlier(tables, createWholes(1)) }).toEqual({
        left: [[], [], []],
        earlier: [[0, 'earlier', 'done']],
      })
      await useFor(23)
      expect(await findEarlier(tables, createWholes(1))).toEqual([])
    })

    it.each([8, 31, 400])(
      'is not forgotten by a clock that is set %s days forward, and back',
      async (days) => {
        const { tables, clock, tidy, list } = await openBrowser(CANCELLED)
        for (let time = 0; time < 3; time += 1) {
          clock.now += days * DAY_MS
          await tidy()
          clock.now -= days * DAY_MS
          await tidy()
        }
        expect({ runs: await list(), earlier: await findEarlier(tables, createWholes(1)) }).toEqual({
          runs: ['earlier'],
          earlier: [[0, 'earlier', 'done']],
        })
      },
    )

    it('stays where the run has an unknown request, and so does its doubt', async () => {
      const { tables, useFor, list } = await openBrowser(unanswered)
      await useFor(40)
      expect({ runs: await list(), earlier: await findEarlier(tables, createWholes(1)) }).toEqual({
        runs: ['earlier'],
        earlier: [[0, 'earlier', 'doubt']],
      })
    })

    it('stays where the run is running or paused', async () => {
      const { book, tables, useFor, list } = await openBrowser(CANCELLED)
      const held = openBook(createWholes(2), { tables, plan: { id: 'held' } })
      const recorder = await held.take({ runId: 'run-of-held', total: 2 })
      await recorder.write({ done: 0, end: { phase: 'stopped' } })
      const going = openBook(createWholes(2), { tables, plan: { id: 'going' } })
      await going.take({ runId: 'run-of-going', total: 2 })
      await useFor(40)
      expect({ id: book.id, left: (await list()).sort() }).toEqual({ id: 'earlier', left: ['going', 'held'] })
    })
  })
})
