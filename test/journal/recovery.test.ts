import { describe, expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { Outcome } from '../../src/domain/run/outcome'
import { CANCELLED } from '../../src/domain/run/outcome'
import { requestStateAt } from '../../src/domain/run/requestState'
import type { Tables } from '../../src/journal/tables/tables'
import { createWholes, refused, unanswered } from '../domain/requests'
import { START } from '../run/fakeClock'
import { createFailing, describeTables } from './describeTables'
import { type Book, openBook } from './openBook'

const RUN = '5a1f33c2-6c1e-4d35-9a52-0d5e1f6b7a10'
const NEXT_RUN = '77aa11bb-6c1e-4d35-9a52-0d5e1f6b7a10'
const interrupted: Outcome = { status: 'unknown', reason: { why: 'interrupted' } }

/** A run of which `cancelled` requests were cancelled, with the next request in flight. */
async function cutOff(tables: Tables, done: number, count = 4): Promise<Book> {
  const book = openBook(createWholes(count), { tables })
  const recorder = await book.take({ runId: RUN, total: count })
  for (let position = 0; position <= done; position += 1) {
    const before = position === 0 ? {} : { settled: { position: position - 1, outcome: CANCELLED } }
    await recorder.write({ ...before, next: { position, key: `key-${position}` }, done: position })
  }
  return book
}

async function readStates(book: Book): Promise<readonly string[]> {
  const { cancellation } = await book.load()
  return [...cancellation.requests].map((_, position) => requestStateAt(cancellation, position).status)
}

const readAll = (tables: Tables) =>
  tables.read(['runs', 'plan', 'state', 'ledger', 'log'], (tx) =>
    Promise.all(
      (['runs', 'plan', 'state', 'ledger', 'log'] as const).map((store) =>
        Promise.all([tx.getAllKeys(store), tx.getAll(store)]),
      ),
    ),
  )

describeTables((open) => {
  describe('recovery', () => {
    it('makes the request in flight unknown, and pauses the run', async () => {
      const tables = await open()
      const book = await cutOff(tables, 2)
      expect(await book.journal.recover()).toEqual([
        {
          line: 4,
          runId: RUN,
          sequence: 4,
          at: START,
          done: 3,
          total: 4,
          news: { type: 'outcome', subOrderId: 'so-3', outcome: interrupted, source: 'recovery' },
        },
        {
          line: 5,
          runId: RUN,
          sequence: 5,
          at: START,
          done: 3,
          total: 4,
          news: { type: 'paused', reason: 'interrupted' },
        },
      ])
      expect(await readStates(book)).toEqual(['succeeded', 'succeeded', 'unknown', 'not-sent'])
      const { entry, cancellation } = await book.load()
      expect(cancellation.run).toMatchObject({
        phase: 'paused',
        pausedBy: 'interrupted',
        done: 3,
        inFlight: false,
      })
      const tally = { total: 4, cancelled: 2, alreadyCancelled: 0, failed: 0, unknown: 1, notSent: 1 }
      expect([entry.tally, cancellation.tally]).toEqual([tally, tally])
    })

    it('changes nothing the second time', async () => {
      const tables = await open()
      const book = await cutOff(tables, 1)
      await book.journal.recover()
      const before = await readAll(tables)
      expect(await book.journal.recover()).toEqual([])
      expect(await readAll(tables)).toEqual(before)
    })

    it('of a run cut off between two calls leaves nothing unknown', async () => {
      const tables = await open()
      const book = openBook(createWholes(2), { tables })
      const recorder = await book.take({ runId: RUN, total: 2 })
      await recorder.write({ next: { position: 0, key: 'a' }, done: 0 })
      await recorder.write({ settled: { position: 0, outcome: CANCELLED }, done: 1 })
      expect((await book.journal.recover())?.map(({ news }) => news.type)).toEqual(['paused'])
      expect(await readStates(book)).toEqual(['succeeded', 'not-sent'])
    })

    it('fences the page that was sending', async () => {
      const tables = await open()
      const book = openBook(createWholes(2), { tables })
      const recorder = await book.take({ runId: RUN, total: 2 })
      await openBook([], { tables }).journal.recover()
      expect(await recorder.write({ next: { position: 0, key: 'a' }, done: 0 })).toEqual({
        ok: false,
        why: 'fenced',
      })
    })

    it.each<[string, Outcome]>([
      ['refused', refused],
      ['unknown', unanswered],
    ])('makes a repeat in flight unknown, where the request was %s before', async (_, before) => {
      const tables = await open()
      const book = openBook(createWholes(1), { tables })
      const first = await book.take({ runId: RUN, total: 1 })
      await first.write({ next: { position: 0, key: 'a' }, done: 0 })
      await first.write({ settled: { position: 0, outcome: before }, done: 1, end: { phase: 'finished' } })
      const second = await book.take({ runId: NEXT_RUN, total: 1, picks: [0], repeatsUnknown: true })
      await second.write({ next: { position: 0, key: 'b' }, done: 0 })
      await book.journal.recover()
      const tally = { total: 1, cancelled: 0, alreadyCancelled: 0, failed: 0, unknown: 1, notSent: 0 }
      const { entry, cancellation } = await book.load()
      expect([entry.tally, cancellation.tally, cancellation.run?.done]).toEqual([tally, tally, 1])
    })

    it('leaves runs that are paused or have ended as they are', async () => {
      const tables = await open()
      const book = openBook(createWholes(1), { tables })
      const recorder = await book.take({ runId: RUN, total: 1 })
      await recorder.write({ done: 0, end: { phase: 'stopped' } })
      const before = await readAll(tables)
      expect(await book.journal.recover()).toEqual([])
      expect(await readAll(tables)).toEqual(before)
    })

    it('lets the run go on where it was cut off, without the unknown request', async () => {
      const tables = await open()
      const book = await cutOff(tables, 1)
      await book.journal.recover()
      const { cancellation } = await book.load()
      const recorder = await book.take({ runId: RUN, total: 4, done: cancellation.run?.done ?? 0 })
      expect(await recorder.write({ next: { position: 1, key: 'again' }, done: 2 })).toEqual({
        ok: false,
        why: 'settled',
      })
      expect(await recorder.write({ next: { position: 2, key: 'key-2' }, done: 2 })).toMatchObject({
        ok: true,
        key: 'key-2',
      })
    })

    it('names the sub-order also far down the list', async () => {
      const tables = await open()
      const book = openBook(createWholes(2500), { tables })
      const recorder = await book.take({ runId: RUN, total: 1, picks: [2345] })
      await recorder.write({ next: { position: 2345, key: 'a' }, done: 0 })
      expect((await book.journal.recover())?.[0]?.news).toEqual({
        type: 'outcome',
        subOrderId: 'so-2346',
        outcome: interrupted,
        source: 'recovery',
      })
    })

    it('removes records that belong to no run, and keeps those of every run', async () => {
      const tables = await open()
      const book = openBook(createWholes(3), { tables })
      await book.take({ runId: RUN, total: 3, picks: [1] })
      await book.journal.recover()
      const before = await readAll(tables)
      await tables.write(['plan', 'state', 'log'], async (tx) => {
        tx.put('plan', ['another', 'wholes', 0], { part: 'wholes', ids: ['1'], rows: [2] })
        tx.put('state', ['zzz', 0], { position: 0, runId: 'x', key: 'x', standing: 'sending' })
      })
      await book.journal.recover()
      expect(await readAll(tables)).toEqual(before)
    })

    it('happens when a run is taken that a fault has left with a call in flight', async () => {
      const book = await cutOff(await open(), 1)
      const taken = await book.tryTake({ runId: RUN, total: 4, done: 1, isNew: false })
      const written = taken.ok && (await taken.recorder.write({ next: { position: 2, key: 'c' }, done: 2 }))
      expect([taken.ok && taken.found, written && written.ok, await readStates(book)]).toEqual([
        new Map([[1, interrupted]]),
        true,
        ['succeeded', 'unknown', 'sending', 'not-sent'],
      ])
    })

    it('says where it cannot be written, and works the next time', async () => {
      const { tables, trouble } = createFailing(await open())
      const book = await cutOff(tables, 0)
      trouble.isOn = true
      expect(await book.journal.recover()).toBeUndefined()
      trouble.isOn = false
      expect(await book.journal.recover()).toHaveLength(2)
    })
  })

  describe('a run that is removed', () => {
    it('leaves only the ledger, for which its sub-orders are skipped', async () => {
      const tables = await open()
      const book = await cutOff(tables, 1)
      expect(await book.journal.remove(book.id)).toBe(false)
      await book.journal.recover()
      const kept = openBook(createWholes(1), { tables, plan: { id: 'sheet-10' } })
      await kept.take({ runId: NEXT_RUN, total: 1 })
      expect(await book.journal.remove(book.id)).toBe(true)
      expect(await book.journal.load(book.id, neverYield)).toBeNull()
      const [runs, plan, state, ledger, log] = await readAll(tables)
      expect([runs?.[0], plan?.[0], state?.[0], ledger?.[0].length, log?.[0]]).toEqual([
        ['sheet-10'],
        [['sheet-10', 'wholes', 0]],
        [],
        2,
        [['sheet-10', 1]],
      ])
    })
  })

  describe('the history', () => {
    it('lists the latest run first, with file, person, counts and phase', async () => {
      const tables = await open()
      let now = START
      const setting = { tables, wallNow: () => now }
      const first = openBook(createWholes(2), { ...setting, plan: { id: 'a', fileName: 'a.csv' } })
      const begun = await first.take({ runId: RUN, total: 2 })
      await begun.write({ done: 0, end: { phase: 'stopped' } })
      now += 1000
      const second = openBook(createWholes(1), { ...setting, plan: { id: 'b', by: 'Arjun Rao' } })
      const recorder = await second.take({ runId: NEXT_RUN, total: 1 })
      await recorder.write({ done: 0, end: { phase: 'paused', pausedBy: 'session' } })
      expect(
        (await first.journal.list()).map(({ id, fileName, by, startedAt, phase, pausedBy }) => [
          id,
          fileName,
          by,
          startedAt,
          phase,
          pausedBy,
        ]),
      ).toEqual([
        ['b', 'orders.csv', 'Arjun Rao', START + 1000, 'paused', 'session'],
        ['a', 'a.csv', 'Priya Nair', START, 'stopped', undefined],
      ])
    })
  })

  describe('the pending entries of the log', () => {
    it('begin with the first line that is not noted as sent', async () => {
      const tables = await open()
      const book = await cutOff(tables, 2)
      const readLines = async () =>
        (await book.journal.readPending()).map(({ id, entries }) => [id, entries.map(({ line }) => line)])
      expect(await readLines()).toEqual([['sheet-1', [1, 2, 3]]])
      await book.journal.noteSent(book.id, 2)
      expect(await readLines()).toEqual([['sheet-1', [3]]])
      await book.journal.noteSent(book.id, 1)
      expect(await readLines()).toEqual([['sheet-1', [3]]])
      await book.journal.recover()
      expect(await readLines()).toEqual([['sheet-1', [3, 4, 5]]])
      await book.journal.noteSent(book.id, 5)
      expect(await readLines()).toEqual([])
    })

    it('stay pending where only later lines were sent', async () => {
      const tables = await open()
      const book = await cutOff(tables, 2)
      const recorder = await book.take({ runId: RUN, total: 4, done: 3, isNew: false })
      await recorder.write({ next: { position: 3, key: 'd' }, done: 3, sent: { from: 4, to: 5 } })
      const readLines = async () =>
        (await book.journal.readPending()).flatMap(({ entries }) => entries.map(({ line }) => line))
      const beyond = await readLines()
      await book.journal.noteSent(book.id, 5, 4)
      const noted = await readLines()
      await recorder.write({
        settled: { position: 3, outcome: CANCELLED },
        done: 4,
        sent: { from: 1, to: 4 },
      })
      expect([beyond, noted, await readLines()]).toEqual([
        [1, 2, 3, 4, 5],
        [1, 2, 3, 4, 5],
        [5, 6],
      ])
    })

    it('are noted with the next step as well', async () => {
      const tables = await open()
      const book = openBook(createWholes(2), { tables })
      const recorder = await book.take({ runId: RUN, total: 2 })
      await recorder.write({ next: { position: 0, key: 'a' }, done: 0, sent: { from: 1, to: 1 } })
      await recorder.write({
        settled: { position: 0, outcome: CANCELLED },
        done: 1,
        sent: { from: 1, to: 1 },
      })
      expect((await book.journal.readPending())[0]?.entries.map(({ line }) => line)).toEqual([2])
    })
  })
})
