import { describe, expect, it } from '@jest/globals'
import type { Resolution } from '../../src/domain/journal'
import type { Outcome } from '../../src/domain/outcome'
import { readRequestState } from '../../src/domain/requestState'
import { createWholes, unanswered } from '../domain/requests'
import { START } from '../run/fakeClock'
import { describeTables } from './describeTables'
import { openBook } from './openBook'

const RUN = '5a1f33c2-6c1e-4d35-9a52-0d5e1f6b7a10'
const cancelled = { status: 'succeeded', how: 'cancelled' } as const
const refused = { status: 'failed', failure: { code: '', message: 'Invoiced', httpStatus: 400 } } as const
const byPerson = { by: 'person', name: 'Priya Nair', at: START } as const
const byRead = { by: 'status-read', at: START } as const

describeTables((open) => {
  /** A run over two requests that has ended; the first ended like this. */
  async function openEnded(outcome: Outcome) {
    const tables = await open()
    const book = openBook(createWholes(2), { tables })
    const recorder = await book.take({ runId: RUN, total: 2 })
    await recorder.write({ next: { position: 0, key: 'first' }, done: 0 })
    await recorder.write({ settled: { position: 0, outcome }, next: { position: 1, key: 'b' }, done: 1 })
    await recorder.write({
      settled: { position: 1, outcome: cancelled },
      done: 2,
      end: { phase: 'finished' },
    })
    const readState = async () => readRequestState((await book.load()).cancellation, 0)
    return { tables, book, recorder, readState }
  }

  describe('an unknown request', () => {
    it.each<[string, Resolution]>([
      ['a late answer that it was cancelled', { position: 0, outcome: cancelled, source: 'late-answer' }],
      ['a late answer that it was refused', { position: 0, outcome: refused, source: 'late-answer' }],
      [
        'a read of its state',
        { position: 0, outcome: { ...cancelled, verdict: byRead }, source: 'status-read', verdict: byRead },
      ],
      [
        'a person',
        { position: 0, outcome: { ...cancelled, verdict: byPerson }, source: 'person', verdict: byPerson },
      ],
    ])('is settled by %s, on record and in the log', async (_, resolution) => {
      const { book, readState } = await openEnded(unanswered)
      const { outcome, source } = resolution
      expect(await book.journal.resolve(book.id, [resolution])).toEqual({
        ok: true,
        log: [
          {
            line: 5,
            runId: RUN,
            sequence: 5,
            at: START,
            done: 2,
            total: 2,
            news: { type: 'outcome', subOrderId: 'so-1', outcome, source },
          },
        ],
      })
      const { entry, cancellation } = await book.load()
      expect([await readState(), entry.tally.unknown, cancellation.tally]).toEqual([outcome, 0, entry.tally])
    })

    it.each([byPerson, byRead])(
      'that was not cancelled is pending again, with its key: by $by',
      async (verdict) => {
        const { book, readState } = await openEnded(unanswered)
        const written = await book.journal.resolve(book.id, [
          { position: 0, outcome: null, source: verdict.by, verdict },
        ])
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

    it('stands in the way of a later upload until it is known that it was not cancelled', async () => {
      const { tables, book } = await openEnded(unanswered)
      const other = openBook(createWholes(1), { tables, plan: { id: 'upload' } })
      const recorder = await other.take({ runId: 'another', total: 1 })
      const send = () => recorder.write({ next: { position: 0, key: 'new' }, done: 0 })
      expect(await send()).toEqual({ ok: false, why: 'done-elsewhere' })
      await book.journal.resolve(book.id, [{ position: 0, outcome: null, source: 'person' }])
      expect(await send()).toMatchObject({ ok: true })
    })

    it('is settled although another tab holds the run by now', async () => {
      const { tables, book, readState } = await openEnded(unanswered)
      await openBook(createWholes(2), { tables }).take({ runId: RUN, total: 2, done: 2 })
      await book.journal.resolve(book.id, [{ position: 0, outcome: cancelled, source: 'late-answer' }])
      expect(await readState()).toEqual(cancelled)
    })
  })

  describe('nothing is resolved', () => {
    it.each<[string, Outcome]>([
      ['that was cancelled', cancelled],
      ['that was refused', refused],
    ])('%s', async (_, outcome) => {
      const { book, readState } = await openEnded(outcome)
      const resolution = { position: 0, outcome: null, source: 'person' } as const
      expect(await book.journal.resolve(book.id, [resolution])).toEqual({ ok: false, why: 'not-pending' })
      expect(await readState()).toEqual(outcome)
    })

    it('twice: the first word stands', async () => {
      const { book, readState } = await openEnded(unanswered)
      await book.journal.resolve(book.id, [{ position: 0, outcome: refused, source: 'late-answer' }])
      const second = { position: 0, outcome: cancelled, source: 'person' } as const
      expect(await book.journal.resolve(book.id, [second])).toEqual({ ok: false, why: 'not-pending' })
      expect(await readState()).toEqual(refused)
    })

    it('of several, where one of them is unknown no more', async () => {
      const { book, readState } = await openEnded(unanswered)
      const resolutions = [0, 1].map(
        (position) => ({ position, outcome: cancelled, source: 'person' }) as const,
      )
      expect(await book.journal.resolve(book.id, resolutions)).toEqual({ ok: false, why: 'not-pending' })
      expect(await readState()).toEqual(unanswered)
    })

    it('of a run that is gone', async () => {
      const { book } = await openEnded(unanswered)
      await book.journal.remove(book.id)
      const resolution = { position: 0, outcome: cancelled, source: 'late-answer' } as const
      expect(await book.journal.resolve(book.id, [resolution])).toEqual({ ok: false, why: 'storage' })
    })
  })
})
