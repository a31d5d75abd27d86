import { describe, expect, it } from '@jest/globals'
import type { Outcome } from '../../src/domain/run/outcome'
import { ALREADY_CANCELLED, CANCELLED } from '../../src/domain/run/outcome'
import { requestStateAt } from '../../src/domain/run/requestState'
import type { Tables } from '../../src/journal/tables/tables'
import { createWholes, refused, unanswered } from '../domain/requests'
import { START } from '../run/fakeClock'
import { createFailing, describeTables } from './describeTables'
import { type Book, openBook } from './openBook'

const RUN = '5a1f33c2-6c1e-4d35-9a52-0d5e1f6b7a10'
const NEXT_RUN = '77aa11bb-6c1e-4d35-9a52-0d5e1f6b7a10'

const send = (position: number, key = `key-${position}`) => ({ next: { position, key } })
const hear = (position: number, outcome: Outcome = CANCELLED) => ({ settled: { position, outcome } })
const refusedFor = (why: string) => ({ ok: false, why })

async function readStates(book: Book): Promise<readonly string[]> {
  const { cancellation } = await book.load()
  return [...cancellation.requests].map((_, position) => requestStateAt(cancellation, position).status)
}
/** Reads everything in the stores, to see that nothing was written. */
function readAll(tables: Tables): Promise<unknown> {
  return tables.read(['runs', 'state', 'ledger', 'log'], (tx) =>
    Promise.all((['runs', 'state', 'ledger', 'log'] as const).map((store) => tx.getAll(store))),
  )
}

describeTables((open) => {
  async function openTaken(count = 3) {
    const tables = await open()
    const book = openBook(createWholes(count), { tables, page: 'page' })
    const recorder = await book.take({ runId: RUN, total: count })
    return { tables, book, recorder }
  }

  describe('a step', () => {
    it('has the intent on record, with its key, before anybody can send', async () => {
      const { tables, book, recorder } = await openTaken()
      expect(await recorder.write({ ...send(0), done: 0 })).toEqual({
        ok: true,
        log: [],
        key: 'key-0',
        call: 'page.1',
        isRepeat: false,
      })
      expect(await tables.read(['state'], (tx) => tx.getAll('state'))).toEqual([
        { position: 0, runId: RUN, key: 'key-0', standing: 'sending', call: 'page.1' },
      ])
      expect((await book.load()).cancellation.run).toMatchObject({ inFlight: true, done: 0 })
    })

    it('writes the answer to the last call and the next intent together', async () => {
      const { book, recorder } = await openTaken()
      await recorder.write({ ...send(0), done: 0 })
      expect(await recorder.write({ ...hear(0, refused), ...send(1), done: 1 })).toEqual({
        ok: true,
        key: 'key-1',
        call: 'page.2',
        isRepeat: false,
        settled: refused,
        log: [
          {
            line: 2,
            runId: RUN,
            sequence: 2,
            at: START,
            done: 1,
            total: 3,
            news: { type: 'outcome', subOrderId: 'so-1', outcome: refused, source: 'answer' },
          },
        ],
      })
      expect(await readStates(book)).toEqual(['failed', 'sending', 'not-sent'])
    })

    it('that ends the run says how, and forgets it once the run goes on', async () => {
      const { book, recorder } = await openTaken(1)
      await recorder.write({ done: 0, end: { phase: 'paused', pausedBy: 'session' } })
      expect((await book.load()).entry).toMatchObject({ phase: 'paused', pausedBy: 'session' })
      await book.take({ runId: RUN, total: 1, isNew: false })
      const { entry } = await book.load()
      expect([entry.phase, 'pausedBy' in entry]).toEqual(['running', false])
    })

    it('counts each outcome once, as counting from nothing does', async () => {
      const { book, recorder } = await openTaken(4)
      const outcomes = [CANCELLED, ALREADY_CANCELLED, refused, unanswered]
      for (const [position, outcome] of outcomes.entries()) {
        await recorder.write({ ...send(position), done: position })
        await recorder.write({ ...hear(position, outcome), done: position + 1 })
      }
      const tally = { total: 4, cancelled: 1, alreadyCancelled: 1, failed: 1, unknown: 1, notSent: 0 }
      const { entry, cancellation } = await book.load()
      expect([entry.tally, cancellation.tally]).toEqual([tally, tally])
    })
  })

  describe('a request is sent only where it is pending', () => {
    it.each<[string, Outcome | 'sending', string]>([
      ['on its way', 'sending', 'not-pending'],
      ['cancelled', CANCELLED, 'settled'],
      ['cancelled before', ALREADY_CANCELLED, 'settled'],
      ['refused in the same run', refused, 'settled'],
      ['unknown', unanswered, 'settled'],
    ])('not where it is %s, and nothing is written', async (_, standing, why) => {
      const { tables, recorder } = await openTaken()
      await recorder.write({ ...send(0), done: 0 })
      if (standing !== 'sending') await recorder.write({ ...hear(0, standing), done: 1 })
      const before = await readAll(tables)
      expect(await recorder.write({ ...send(0, 'another'), done: 1 })).toEqual(refusedFor(why))
      expect(await readAll(tables)).toEqual(before)
    })

    it.each<[string, Outcome]>([
      ['cancelled', CANCELLED],
      ['unknown', unanswered],
    ])('not in a later run either where it is %s', async (_, outcome) => {
      const { book, recorder } = await openTaken(1)
      await recorder.write({ ...send(0), done: 0 })
      await recorder.write({ ...hear(0, outcome), done: 1, end: { phase: 'finished' } })
      const again = await book.take({ runId: NEXT_RUN, total: 1, picks: [0], isNew: true })
      expect(await again.write({ ...send(0), done: 0 })).toEqual(refusedFor('settled'))
    })

    it('and what was heard in the same step is not written either', async () => {
      const { tables, recorder } = await openTaken()
      await recorder.write({ ...send(0), done: 0 })
      await recorder.write({ ...hear(0), ...send(1), done: 1 })
      const before = await readAll(tables)
      expect(await recorder.write({ ...hear(1), ...send(0), done: 2 })).toEqual(refusedFor('settled'))
      expect(await readAll(tables)).toEqual(before)
    })

    it('what was not on its way has nothing to be heard of', async () => {
      const { tables, recorder } = await openTaken()
      const before = await readAll(tables)
      expect(await recorder.write({ ...hear(1), done: 1 })).toEqual(refusedFor('not-pending'))
      expect(await recorder.write({ returned: 1, done: 0 })).toEqual(refusedFor('not-pending'))
      expect(await readAll(tables)).toEqual(before)
    })
  })

  describe('the fence', () => {
    it('refuses whoever held the run before, whatever the step, and nothing is written', async () => {
      const { tables, recorder } = await openTaken()
      await recorder.write({ ...send(0), done: 0 })
      const other = openBook(createWholes(3), { tables })
      await other.take({ runId: RUN, total: 3, isNew: false })
      const before = await readAll(tables)
      for (const step of [send(1), { returned: 0 }, { end: { phase: 'stopped' } as const }]) {
        expect(await recorder.write({ ...step, done: 1 })).toEqual(refusedFor('fenced'))
      }
      expect(await readAll(tables)).toEqual(before)
    })

    it('keeps what the server said to whoever held the run before', async () => {
      const { tables, book, recorder } = await openTaken()
      await recorder.write({ ...send(0), done: 0 })
      const other = openBook(createWholes(3), { tables })
      await other.take({ runId: RUN, total: 3, isNew: false })
      const between = await readStates(book)
      expect(await recorder.write({ ...hear(0), ...send(1), done: 1 })).toEqual(refusedFor('fenced'))
      expect({ between, after: await readStates(book) }).toEqual({
        between: ['unknown', 'not-sent', 'not-sent'],
        after: ['succeeded', 'not-sent', 'not-sent'],
      })
    })

    it('lets a tab take a run only with the epoch that the tab knew last', async () => {
      const { tables, book } = await openTaken()
      const before = await readAll(tables)
      expect(await book.tryTake({ runId: NEXT_RUN, total: 3, epoch: 0 })).toEqual(refusedFor('fenced'))
      expect(await readAll(tables)).toEqual(before)
    })

    it('lets a tab take a run only where it shows the last line that was written', async () => {
      const { tables, book } = await openTaken()
      const before = await readAll(tables)
      const stint = { runId: NEXT_RUN, total: 3 }
      const refusals = await Promise.all([0, 2].map((line) => book.tryTake({ ...stint, line })))
      const after = await readAll(tables)
      expect([refusals, after]).toEqual([[refusedFor('fenced'), refusedFor('fenced')], before])
      expect(await book.tryTake({ ...stint, line: 1 })).toMatchObject({ ok: true })
    })

    it('is raised with each stint', async () => {
      const { book } = await openTaken()
      const second = await book.tryTake({ runId: RUN, total: 3, isNew: false })
      expect([second, (await book.load()).cancellation.epoch]).toEqual([
        expect.objectContaining({ ok: true, epoch: 2 }),
        2,
      ])
    })

    it('refuses a run that is gone', async () => {
      const { book, recorder } = await openTaken()
      await recorder.write({ done: 0, end: { phase: 'stopped' } })
      expect(await book.journal.remove(book.id)).toBe(true)
      expect(await recorder.write({ ...send(0), done: 0 })).toEqual(refusedFor('storage'))
    })
  })

  describe('the key', () => {
    it('of a request proven not processed is the same when it is sent again', async () => {
      const { book, recorder } = await openTaken()
      await recorder.write({ ...send(0, 'first'), done: 0 })
      await recorder.write({ returned: 0, done: 0, end: { phase: 'paused', pausedBy: 'session' } })
      expect(await readStates(book)).toEqual(['not-sent', 'not-sent', 'not-sent'])
      const again = await book.take({ runId: RUN, total: 3, isNew: false })
      expect(await again.write({ ...send(0, 'second'), done: 0 })).toMatchObject({ ok: true, key: 'first' })
    })

    it('of a refused request is a new one in the run that sends it again', async () => {
      const { book, recorder } = await openTaken(1)
      await recorder.write({ ...send(0, 'first'), done: 0 })
      await recorder.write({ ...hear(0, refused), done: 1, end: { phase: 'finished' } })
      const again = await book.take({ runId: NEXT_RUN, total: 1, picks: [0] })
      expect(await again.write({ ...send(0, 'second'), done: 0 })).toMatchObject({ ok: true, key: 'second' })
    })

    it('of an unknown request is kept where the host says that a repeat is safe', async () => {
      const { book, recorder } = await openTaken(1)
      await recorder.write({ ...send(0, 'first'), done: 0 })
      await recorder.write({ ...hear(0, unanswered), done: 1, end: { phase: 'finished' } })
      const again = await book.take({ runId: NEXT_RUN, total: 1, picks: [0], repeatsUnknown: true })
      expect(await again.write({ ...send(0, 'second'), done: 0 })).toMatchObject({ ok: true, key: 'first' })
    })

    it.each<['failed' | 'unknown', Outcome]>([
      ['failed', refused],
      ['unknown', unanswered],
    ])('and a repeat that proves not processed leaves it %s, as it was', async (status, outcome) => {
      const { tables, book, recorder } = await openTaken(1)
      await recorder.write({ ...send(0, 'first'), done: 0 })
      await recorder.write({ ...hear(0, outcome), done: 1, end: { phase: 'finished' } })
      const again = await book.take({ runId: NEXT_RUN, total: 1, picks: [0], repeatsUnknown: true })
      await again.write({ ...send(0, 'second'), done: 0 })
      await again.write({ returned: 0, done: 0 })
      expect([await readStates(book), await tables.read(['state'], (tx) => tx.getAll('state'))]).toEqual([
        [status],
        [
          {
            position: 0,
            runId: RUN,
            key: 'first',
            standing: outcome,
            ...(status === 'unknown' ? { calls: [{ id: 'page.1', isBack: true }], wasUnknown: true } : {}),
          },
        ],
      ])
    })
  })

  describe('a step that could not be written', () => {
    it('is refused, and leaves nothing in the stores', async () => {
      const { tables, trouble } = createFailing(await open())
      const book = openBook(createWholes(2), { tables })
      const recorder = await book.take({ runId: RUN, total: 2 })
      const before = await readAll(tables)
      trouble.isOn = true
      expect(await recorder.write({ ...send(0), done: 0 })).toEqual(refusedFor('storage'))
      expect(await book.tryTake({ runId: RUN, total: 2, isNew: false })).toEqual(refusedFor('storage'))
      expect(await readAll(tables)).toEqual(before)
    })

    it('is written before anything else once the run goes on', async () => {
      const { tables, trouble } = createFailing(await open())
      const book = openBook(createWholes(2), { tables })
      const recorder = await book.take({ runId: RUN, total: 2 })
      await recorder.write({ ...send(0), done: 0 })
      trouble.isOn = true
      expect(await recorder.write({ ...hear(0), ...send(1), done: 1 })).toEqual(refusedFor('storage'))
      expect(await book.tryTake({ runId: RUN, total: 2, done: 1 })).toEqual(refusedFor('storage'))
      trouble.isOn = false
      const taken = await book.tryTake({ runId: RUN, total: 2, done: 1 })
      expect(taken.ok && taken.log.map(({ sequence, news }) => [sequence, news.type])).toEqual([
        [2, 'outcome'],
        [3, 'continued'],
      ])
      expect(await readStates(book)).toEqual(['succeeded', 'not-sent'])
    })

    it('is made up for once, also where another tab has taken the run meanwhile', async () => {
      const { tables, trouble } = createFailing(await open())
      const book = openBook(createWholes(1), { tables })
      const recorder = await book.take({ runId: RUN, total: 1 })
      await recorder.write({ ...send(0), done: 0 })
      trouble.isOn = true
      await recorder.write({ ...hear(0, refused), done: 1, end: { phase: 'finished' } })
      trouble.isOn = false
      const other = openBook(createWholes(1), { tables })
      const again = await other.take({ runId: RUN, total: 1, isNew: false })
      await again.write({ done: 1, end: { phase: 'finished' } })
      expect(await book.tryTake({ runId: RUN, total: 1, isNew: false, epoch: 1 })).toEqual(
        refusedFor('fenced'),
      )
      const paid = await readStates(book)
      // The other tab sends it again without an answer, and later reads that it is open.
      const third = await other.take({ runId: NEXT_RUN, total: 1, picks: [0] })
      await third.write({ ...send(0), done: 0 })
      await third.write({ ...hear(0, unanswered), done: 1, end: { phase: 'finished' } })
      const verdict = { by: 'status-read', at: START } as const
      const word = { position: 0, outcome: null, source: verdict.by, verdict, isQuiet: true } as const
      await other.journal.resolve(other.id, [word])
      await book.take({ runId: RUN, total: 1, isNew: false })
      expect([paid, await readStates(book)]).toEqual([['failed'], ['not-sent']])
    })
  })

  it('the log is numbered without a gap over all runs, and within each', async () => {
    const { tables, book, recorder } = await openTaken(2)
    await recorder.write({ ...send(0), done: 0 })
    await recorder.write({ ...hear(0, refused), ...send(1), done: 1 })
    await recorder.write({ ...hear(1), done: 2, end: { phase: 'finished' } })
    const again = await book.take({ runId: NEXT_RUN, total: 1, picks: [0] })
    await again.write({ ...send(0), done: 0 })
    await again.write({ ...hear(0), done: 1, end: { phase: 'finished' } })
    const log = await tables.read(['log'], (tx) => tx.getAll('log'))
    expect(
      log.map(({ line, runId, sequence, done, total, news }) => [
        line,
        runId === RUN ? 'first' : 'second',
        sequence,
        `${done}/${total}`,
        news.type,
      ]),
    ).toEqual([
      [1, 'first', 1, '0/2', 'started'],
      [2, 'first', 2, '1/2', 'outcome'],
      [3, 'first', 3, '2/2', 'outcome'],
      [4, 'first', 4, '2/2', 'finished'],
      [5, 'second', 1, '0/1', 'started'],
      [6, 'second', 2, '1/1', 'outcome'],
      [7, 'second', 3, '1/1', 'finished'],
    ])
  })
})
