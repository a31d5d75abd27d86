import { describe, expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { deriveIdempotencyKey } from '../../src/domain/ids/idempotencyKey'
import type { Recorded } from '../../src/domain/record/step'
import type { Resolution } from '../../src/domain/record/journal'
import { CANCELLED, type Outcome } from '../../src/domain/run/outcome'
import type { Tables } from '../../src/journal/tables/tables'
import { createWhole } from '../domain/requests'
import { START } from '../run/fakeClock'
import { done, forbidden, refusedOutcome, scriptCancel } from '../run/scriptedCancel'
import {
  createOldIds,
  goOn,
  OLD_RETRY,
  OLD_RUN,
  oldOutcomes,
  openOldRun,
  readRun,
  readStates,
  readStatuses,
  recoverOldRun,
} from './oldJournals'
import { type Book, openBook } from './openBook'

const NEW_RUN = '0f0f0f0f-6c1e-4d35-9a52-0d5e1f6b7a10'
const { noAnswer, interrupted, invoiced } = oldOutcomes
const refusedAgain: Outcome = {
  status: 'unknown',
  reason: { why: 'refused-again', failure: { code: 'FORBIDDEN', message: 'Not allowed', httpStatus: 403 } },
}

const createRequests = (ids: readonly string[]) => ids.map((id, at) => createWhole(id, at + 2))

describe('an UNKNOWN of the first schema', () => {
  const KEY = `${OLD_RUN}-1`
  const byPerson = { by: 'person', name: 'Arjun Rao', at: START } as const
  const byRead = { by: 'status-read', at: START } as const
  const decide = (
    verdict: Resolution['verdict'],
    outcome: Resolution['outcome'],
    isQuiet = true,
  ): Resolution => ({
    position: 1,
    outcome,
    source: verdict.by,
    verdict,
    isQuiet,
  })

  /** Sends the second request of the finished run once more, in a run of its own. */
  async function sendAgain(book: Book, outcome: Outcome, runId = NEW_RUN) {
    const recorder = await book.take({ runId, total: 1, picks: [1], repeatsUnknown: true })
    const intent = await recorder.write({ next: { position: 1, key: `${runId}-0` }, done: 0 })
    const end = await recorder.write({
      settled: { position: 1, outcome },
      done: 1,
      end: { phase: 'finished' },
    })
    if (!intent.ok || !end.ok) throw new Error('not written')
    const { key, isRepeat }: Recorded = intent
    return { key, isRepeat, comesTo: end.settled }
  }

  it('is sent again with its own key, and a refusal of that leaves it UNKNOWN', async () => {
    const { book } = await recoverOldRun('finished')
    const repeat = { key: KEY, isRepeat: true, comesTo: refusedAgain }
    expect(await sendAgain(book, refusedOutcome)).toEqual(repeat)
    expect((await readStates(book))[1]).toEqual(refusedAgain)
    expect(await sendAgain(book, refusedOutcome, 'another')).toEqual(repeat)
  })

  it('is sent again with its own key, and is cancelled when the server says so', async () => {
    const { book } = await recoverOldRun('finished')
    expect(await sendAgain(book, CANCELLED)).toEqual({ key: KEY, isRepeat: true, comesTo: CANCELLED })
    expect((await readStates(book))[1]).toEqual(CANCELLED)
  })

  it('is not sent again where the host does not say that a repeat is safe', async () => {
    const { book } = await recoverOldRun('finished')
    const recorder = await book.take({ runId: NEW_RUN, total: 1, picks: [1] })
    expect(await recorder.write({ next: { position: 1, key: 'new' }, done: 0 })).toEqual({
      ok: false,
      why: 'settled',
    })
  })

  it('stays UNKNOWN when the run that was sending it again is cut off, and is refused after that', async () => {
    const { book } = await recoverOldRun('retry-cut-off')
    expect((await readStates(book)).slice(2)).toEqual([interrupted, invoiced, noAnswer])
    const script = scriptCancel([done, forbidden])
    expect((await goOn(book, script, true)).at(-1)).toEqual({ type: 'finished' })
    expect(script.calls.map(({ request, key }) => [request.subOrderId, key])).toEqual([
      ['8000000004', deriveIdempotencyKey(OLD_RETRY, 2)],
      ['8000000005', `${OLD_RUN}-4`],
    ])
    expect((await readStates(book)).slice(2)).toEqual([interrupted, CANCELLED, refusedAgain])
  })

  it.each([
    ['a person', byPerson],
    ['a read', byRead],
  ] as const)('is settled by the word of %s', async (_, verdict) => {
    const { book } = await recoverOldRun('finished')
    const cancelled = { ...CANCELLED, verdict } as NonNullable<Resolution['outcome']>
    expect(await book.journal.resolve(book.id, [decide(verdict, cancelled)])).toMatchObject({ ok: true })
    expect((await readStates(book))[1]).toEqual(cancelled)
  })

  it.each([
    ['a person', byPerson],
    ['a read', byRead],
  ] as const)('is opened by the word of %s, and keeps its key for good', async (_, verdict) => {
    const { book } = await recoverOldRun('finished')
    expect(await book.journal.resolve(book.id, [decide(verdict, null)])).toMatchObject({ ok: true })
    expect((await readStates(book))[1]).toEqual({ status: 'not-sent' })
    const refused = { key: KEY, isRepeat: false, comesTo: refusedOutcome }
    expect(await sendAgain(book, refusedOutcome)).toEqual(refused)
    expect(await sendAgain(book, refusedOutcome, 'another')).toEqual(refused)
  })

  it('opened while its call may still be delivered, is UNKNOWN again when it is refused', async () => {
    const { book } = await recoverOldRun('finished')
    await book.journal.resolve(book.id, [decide(byPerson, null, false)])
    expect(await sendAgain(book, refusedOutcome)).toEqual({ key: KEY, isRepeat: true, comesTo: refusedAgain })
  })

  it('that a person has opened again, or a late answer has refused, goes out with its own key or a new one', async () => {
    const { book } = await recoverOldRun('finished')
    const recorder = await book.take({ runId: NEW_RUN, total: 2, picks: [3, 5] })
    const opened = await recorder.write({ next: { position: 3, key: 'new' }, done: 0 })
    const settled = { position: 3, outcome: CANCELLED }
    const failed = await recorder.write({ settled, next: { position: 5, key: 'new' }, done: 1 })
    expect([opened, failed]).toMatchObject([
      { ok: true, key: `${OLD_RUN}-3`, isRepeat: false },
      { ok: true, key: 'new', isRepeat: false, settled: CANCELLED },
    ])
  })

  it('that was cut off keeps its key for good', async () => {
    const { book } = await recoverOldRun('cut-off')
    await book.journal.resolve(book.id, [{ ...decide(byRead, null), position: 4 }])
    const send = async (runId: string) => {
      const recorder = await book.take({ runId, total: 1, picks: [4] })
      const intent = await recorder.write({ next: { position: 4, key: 'new' }, done: 0 })
      await recorder.write({ settled: { position: 4, outcome: refusedOutcome }, done: 1 })
      return intent.ok && 'key' in intent && intent.key
    }
    expect([await send(NEW_RUN), await send('another')]).toEqual([`${OLD_RUN}-4`, `${OLD_RUN}-4`])
  })
})

describe('a request that a run of the first schema has dealt with', () => {
  const ids = [...createOldIds(5), '8000000009']
  const morning = { id: 'run-a', fileName: 'morning.csv' }
  const again = { id: 'run-b', fileName: 'again.csv' }

  async function find(tables: Tables, id: string) {
    return openOldRun(tables).journal.findEarlier(id, createRequests(ids), neverYield)
  }

  it('is skipped in a new upload', async () => {
    const { tables } = await recoverOldRun('included')
    const upload = openBook(createRequests(ids), { tables, plan: { id: 'upload' } })
    const recorder = await upload.take({ runId: NEW_RUN, total: ids.length })
    const written: unknown[] = []
    for (let position = 0; position < ids.length; position += 1) {
      const result = await recorder.write({ next: { position, key: `key-${position}` }, done: position })
      written.push(result.ok || result.why)
    }
    expect(written).toEqual([...ids.slice(1).map(() => 'done-elsewhere'), true])
  })

  it('is shown with the run that has dealt with it, and with the runs before', async () => {
    const { tables } = await recoverOldRun('included')
    const at = (seconds: number) => 1_768_467_600_000 + seconds * 1000
    const doubt = (run: typeof morning, seconds: number) => ({ ...run, at: at(seconds), standing: 'doubt' })
    expect(await find(tables, 'upload')).toEqual(
      new Map<number, unknown>([
        [0, { ...morning, at: at(1.6), standing: 'done' }],
        [1, { ...doubt(again, 4.8), over: doubt(morning, 1.6) }],
        [2, { ...doubt(again, 5.2), over: doubt(morning, 2) }],
        [3, { ...morning, at: at(2.8), standing: 'done' }],
        [4, doubt(morning, 2.8)],
      ]),
    )
  })

  it('needs a new tick in a run that included it: one tick for all is no tick for each', async () => {
    const { tables, book } = await recoverOldRun('included', 'run-b')
    const held = scriptCancel()
    expect((await goOn(book, held)).at(-1)).toEqual({ type: 'paused', reason: 'done-elsewhere' })
    expect(held.calls).toEqual([])
    await book.journal.include('run-b', await find(tables, 'run-b'))
    const script = scriptCancel()
    expect((await goOn(book, script)).at(-1)).toEqual({ type: 'finished' })
    expect(script.calls.map(({ request }) => request.subOrderId)).toEqual(ids.slice(3))
    expect([await readStatuses(book), (await readRun(book)).phase]).toEqual([
      ['failed', 'unknown', 'unknown', 'succeeded', 'succeeded', 'succeeded'],
      'finished',
    ])
  })

  it('stays in doubt because of the run before, when a later run that included it leaves nothing', async () => {
    const { tables, book } = await recoverOldRun('included', 'run-b')
    const verdict = { by: 'status-read', at: START } as const
    await book.journal.resolve('run-b', [
      { position: 1, outcome: null, source: 'status-read', verdict, isQuiet: true },
    ])
    expect((await find(tables, 'upload')).get(1)).toEqual({
      ...morning,
      at: 1_768_467_601_600,
      standing: 'doubt',
    })
  })

  it('stays known when the run is removed', async () => {
    const { tables, book } = await recoverOldRun('finished')
    expect(await book.journal.remove('run-a')).toBe(true)
    const found = await find(tables, 'upload')
    expect([...found].map(([position, { standing }]) => [position, standing])).toEqual([
      [0, 'done'],
      [1, 'doubt'],
      [4, 'done'],
    ])
  })

  it('skips the line items that were cancelled or are in doubt', async () => {
    const { book } = await recoverOldRun('line-items')
    const { requests } = (await book.load()).cancellation
    const found = await book.journal.findEarlier('upload', requests, neverYield)
    expect([...found].map(([position, { standing }]) => [position, standing])).toEqual([
      [0, 'done'],
      [1, 'doubt'],
      [2, 'doubt'],
    ])
  })
})
