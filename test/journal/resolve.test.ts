import { describe, expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { readCallPage } from '../../src/domain/run/call'
import type { Recorder } from '../../src/domain/record/step'
import type { Resolution } from '../../src/domain/record/journal'
import type { Outcome } from '../../src/domain/run/outcome'
import { requestStateAt } from '../../src/domain/run/requestState'
import type { Tables } from '../../src/journal/tables/tables'
import { createWholes, unanswered } from '../domain/requests'
import { START } from '../run/fakeClock'
import { describeTables } from './describeTables'
import { type Book, openBook } from './openBook'

const RUN = '5a1f33c2-6c1e-4d35-9a52-0d5e1f6b7a10'
const cancelled = { status: 'succeeded', how: 'cancelled' } as const
const refused = { status: 'failed', failure: { code: '', message: 'Invoiced', httpStatus: 400 } } as const
const byPerson = { by: 'person', name: 'Priya Nair', at: START } as const
const byRead = { by: 'status-read', at: START } as const

type Judge = typeof byPerson | typeof byRead

/** The word of a person or of a read on the first request: it was cancelled, or it was not. */
const decide = (verdict: Judge, wasCancelled: boolean, isQuiet = false): Resolution => ({
  position: 0,
  outcome: wasCancelled ? { ...cancelled, verdict } : null,
  source: verdict.by,
  verdict,
  isQuiet,
})

/** The fifth line of the log, after two outcomes, a start and an end. */
const logged = (news: unknown) => ({ line: 5, runId: RUN, sequence: 5, at: START, done: 2, total: 2, news })

/** The call that was written before it goes out. */
function readCall(written: Awaited<ReturnType<Recorder['write']>>): string {
  return (written.ok && written.call) || ''
}

describeTables((open) => {
  /** A run over two requests that has ended; the first ended like this. */
  async function openEnded(outcome: Outcome, isOut = false) {
    const tables = await open()
    const book = openBook(createWholes(2), { tables })
    const recorder = await book.take({ runId: RUN, total: 2 })
    const call = readCall(await recorder.write({ next: { position: 0, key: 'first' }, done: 0 }))
    await recorder.write({
      settled: { position: 0, outcome, isOut },
      next: { position: 1, key: 'b' },
      done: 1,
    })
    await recorder.write({
      settled: { position: 1, outcome: cancelled },
      done: 2,
      end: { phase: 'finished' },
    })
    const readState = async () => requestStateAt((await book.load()).cancellation, 0)
    const hear = (said: Outcome, which = call) =>
      book.journal.hear(book.id, { position: 0, call: which, outcome: said })
    return { tables, book, recorder, readState, call, hear }
  }

  describe('an unknown request', () => {
    it.each<[string, Judge]>([
      ['a read of its state', byRead],
      ['a person', byPerson],
    ])('is settled by %s, on record and in the log', async (_, judge) => {
      const { book, readState } = await openEnded(unanswered)
      const resolution = decide(judge, true)
      const { outcome, source } = resolution
      expect(await book.journal.resolve(book.id, [resolution])).toEqual({
        ok: true,
        log: [logged({ type: 'outcome', subOrderId: 'so-1', outcome, source })],
      })
      const { entry, cancellation } = await book.load()
      expect({ state: await readState(), tally: cancellation.tally, unknown: entry.tally.unknown }).toEqual({
        state: outcome,
        tally: entry.tally,
        unknown: 0,
      })
    })

    it.each<[string, Outcome]>([
      ['that it was cancelled', cancelled],
      ['that it was refused', refused],
    ])('is settled by a late answer %s, on record and in the log', async (_, outcome) => {
      const { hear, readState } = await openEnded(unanswered, true)
      expect(await hear(outcome)).toEqual({
        ok: true,
        outcome,
        log: [logged({ type: 'outcome', subOrderId: 'so-1', outcome, source: 'late-answer' })],
      })
      expect(await readState()).toEqual(outcome)
    })

    it('stays unknown where its call ends without an answer, and its call is no longer out', async () => {
      const { book, call, hear, readState } = await openEnded(unanswered, true)
      const before = (await book.load()).callsOut
      expect(await hear({ status: 'unknown', reason: { why: 'no-answer' } })).toEqual({ ok: true, log: [] })
      expect({ before, after: (await book.load()).callsOut, state: await readState() }).toEqual({
        before: new Map([[0, [call]]]),
        after: new Map(),
        state: unanswered,
      })
    })

    it.each([byPerson, byRead])(
      'that was not cancelled is pending again, with its key: by $by',
      async (verdict) => {
        const { book, readState } = await openEnded(unanswered)
        const written = await book.journal.resolve(book.id, [decide(verdict, false)])
        expect([written.ok && written.log.map(({ news }) => news), await readState()]).toEqual([
          [{ type: 'reopened', subOrderId: 'so-1', verdict }],
          { status: 'not-sent' },
        ])
        const again = await book.take({ runId: 'another', total: 1, picks: [0] })
        expect(await again.write({ next: { position: 0, key: 'new' }, done: 0 })).toMatchObject({
          ok: true,
          key: 'first',
        })
      },
    )

    it('makes a later upload skipped until it is known not to be cancelled', async () => {
      const { tables, book } = await openEnded(unanswered)
      const other = openBook(createWholes(1), { tables, plan: { id: 'upload' } })
      const recorder = await other.take({ runId: 'another', total: 1 })
      const send = () => recorder.write({ next: { position: 0, key: 'new' }, done: 0 })
      expect(await send()).toEqual({ ok: false, why: 'done-elsewhere' })
      await book.journal.resolve(book.id, [decide(byPerson, false)])
      expect(await send()).toMatchObject({ ok: true })
    })

    it('is settled although another tab holds the run meanwhile', async () => {
      const { tables, hear, readState } = await openEnded(unanswered, true)
      await openBook(createWholes(2), { tables }).take({ runId: RUN, total: 2, done: 2 })
      await hear(cancelled)
      expect(await readState()).toEqual(cancelled)
    })
  })

  describe('a late answer', () => {
    it.each<[string, Resolution, Outcome, Outcome | 'not-sent']>([
      ['cancelled wins over "not cancelled"', decide(byPerson, false), cancelled, cancelled],
      ['cancelled wins over a read that found it open', decide(byRead, false, true), cancelled, cancelled],
      ['refused wins over "not cancelled"', decide(byPerson, false), refused, refused],
      ['refused wins over "cancelled" of a person', decide(byPerson, true), refused, refused],
      [
        'refused loses against a read that found it cancelled',
        decide(byRead, true),
        refused,
        { ...cancelled, verdict: byRead },
      ],
      ['nothing leaves the word of a person', decide(byPerson, false), unanswered, 'not-sent'],
    ])('%s', async (_, word, said, expected) => {
      const { book, hear, readState } = await openEnded(unanswered, true)
      await book.journal.resolve(book.id, [word])
      await hear(said)
      expect(await readState()).toEqual(expected === 'not-sent' ? { status: 'not-sent' } : expected)
    })

    it('is kept while the repeat is out, and settles the request however the repeat ends', async () => {
      for (const end of [unanswered, refused, 'returned'] as const) {
        const { book, hear, readState } = await openEnded(unanswered, true)
        const again = await book.take({ runId: 'again', total: 1, picks: [0], repeatsUnknown: true })
        await again.write({ next: { position: 0, key: 'new' }, done: 0 })
        await hear(cancelled)
        const step =
          end === 'returned' ? { returned: 0, done: 0 } : { settled: { position: 0, outcome: end }, done: 1 }
        const written = await again.write({ ...step, end: { phase: 'stopped' } })
        expect({ end, ok: written.ok, state: await readState() }).toEqual({ end, ok: true, state: cancelled })
      }
    })
  })

  describe('a refusal of a repeat', () => {
    const sendAgain = async (book: Book) => {
      const again = await book.take({ runId: 'again', total: 1, picks: [0], repeatsUnknown: true })
      const call = readCall(await again.write({ next: { position: 0, key: 'new' }, done: 0 }))
      return { again, call }
    }
    const refusedAgain = {
      status: 'unknown',
      reason: { why: 'refused-again', failure: refused.failure },
    }

    it('settles nothing while the call before may have acted', async () => {
      const { book, readState } = await openEnded(unanswered)
      const { again } = await sendAgain(book)
      const written = await again.write({ settled: { position: 0, outcome: refused }, done: 1 })
      expect({ written: written.ok && written.settled, state: await readState() }).toEqual({
        written: refusedAgain,
        state: refusedAgain,
      })
    })

    it('settles the request once the call before was refused too, in either order of the answers', async () => {
      const { book, hear, readState } = await openEnded(unanswered, true)
      const { again } = await sendAgain(book)
      await again.write({ settled: { position: 0, outcome: refused }, done: 1, end: { phase: 'finished' } })
      await hear(refused)
      expect(await readState()).toEqual(refused)
    })

    it('of the first call settles nothing while the repeat may have acted', async () => {
      const { book, hear, readState } = await openEnded(unanswered, true)
      const { again, call } = await sendAgain(book)
      await again.write({
        settled: { position: 0, outcome: unanswered, isOut: true },
        done: 1,
        end: { phase: 'finished' },
      })
      await hear(refused)
      const between = await readState()
      await hear(refused, call)
      expect({ between, after: await readState() }).toEqual({ between: unanswered, after: refused })
    })

    it.each([
      ['is one after a look, when nothing could arrive any more, found it open', true, refused],
      ['is none after a word that came before that', false, refusedAgain],
    ])('%s', async (_, isQuiet, expected) => {
      const { book, readState } = await openEnded(unanswered)
      await book.journal.resolve(book.id, [decide(byPerson, false, isQuiet)])
      const { again } = await sendAgain(book)
      await again.write({ settled: { position: 0, outcome: refused }, done: 1 })
      expect(await readState()).toEqual(expected)
    })
  })

  it('a request that was ever unknown keeps its key for ever, also after a refusal', async () => {
    const { book, hear } = await openEnded(unanswered, true)
    await hear(refused)
    const again = await book.take({ runId: 'again', total: 1, picks: [0] })
    expect(await again.write({ next: { position: 0, key: 'new' }, done: 0 })).toMatchObject({ key: 'first' })
  })

  describe('a call that is out', () => {
    /** The same record in another page, with the open pages that the test names. */
    async function sendElsewhere(tables: Tables, alivePages: ReadonlySet<string>) {
      const other = openBook(createWholes(2), { tables })
      await other.load()
      const recorder = await other.take({ runId: 'again', total: 1, picks: [0], alivePages })
      return recorder.write({ next: { position: 0, key: 'new' }, done: 0 })
    }

    it.each([
      ['keeps its request closed in every tab while its page lives, whatever a person says', true],
      ['keeps nothing closed once its page is gone', false],
    ])('%s', async (_, isAlive) => {
      const { tables, book, call } = await openEnded(unanswered, true)
      await book.journal.resolve(book.id, [decide(byPerson, false)])
      const alive = new Set(isAlive ? [readCallPage(call)] : [])
      expect(await sendElsewhere(tables, alive)).toMatchObject(
        isAlive ? { ok: false, why: 'still-out' } : { ok: true, key: 'first' },
      )
    })

    it('makes another run skip the request too, even where a person includes it', async () => {
      const { tables, call } = await openEnded(unanswered, true)
      const other = openBook(createWholes(1), { tables, plan: { id: 'upload' } })
      const included = await other.journal.findEarlier('upload', createWholes(1), neverYield)
      const alivePages = new Set([readCallPage(call)])
      const recorder = await other.take({ runId: 'another', total: 1, included, alivePages })
      expect(await recorder.write({ next: { position: 0, key: 'new' }, done: 0 })).toEqual({
        ok: false,
        why: 'still-out',
      })
    })
  })

  describe('nothing is resolved', () => {
    it.each<[string, Outcome]>([
      ['that was cancelled', cancelled],
      ['that was refused', refused],
    ])('%s', async (_, outcome) => {
      const { book, readState } = await openEnded(outcome)
      expect(await book.journal.resolve(book.id, [decide(byPerson, false)])).toEqual({
        ok: false,
        why: 'not-pending',
      })
      expect(await readState()).toEqual(outcome)
    })

    it('by a person once the server has spoken', async () => {
      const { book, hear, readState } = await openEnded(unanswered, true)
      await hear(refused)
      expect(await book.journal.resolve(book.id, [decide(byPerson, true)])).toEqual({
        ok: false,
        why: 'not-pending',
      })
      expect(await readState()).toEqual(refused)
    })

    it('of several requests, where one of them is no longer unknown', async () => {
      const { book, readState } = await openEnded(unanswered)
      const resolutions = [0, 1].map((position) => ({ ...decide(byPerson, true), position }))
      expect(await book.journal.resolve(book.id, resolutions)).toEqual({ ok: false, why: 'not-pending' })
      expect(await readState()).toEqual(unanswered)
    })

    it('of a run that is gone', async () => {
      const { book } = await openEnded(unanswered, true)
      await book.journal.remove(book.id)
      expect(await book.journal.resolve(book.id, [decide(byPerson, true)])).toEqual({
        ok: false,
        why: 'storage',
      })
    })
  })
})
