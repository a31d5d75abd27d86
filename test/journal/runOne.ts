import type { CancellationRequest } from '../../src/domain/run/cancellation'
import type { Outcome } from '../../src/domain/run/outcome'
import type { Tables } from '../../src/journal/tables/tables'
import { type Book, type BookSetting, openBook } from './openBook'
import type { EarlierRun } from '../../src/domain/run/earlierRun'

/** How the one call of a run has ended. */
interface Ending extends Pick<BookSetting, 'wallNow' | 'page'> {
  readonly outcome: Outcome
  /** It was given up, and its answer may still come. */
  readonly isOut?: boolean
  readonly included?: ReadonlyMap<number, EarlierRun>
}

/** A run over one request that has come to its end. @returns its journal, and the name of its call */
export async function runOne(
  tables: Tables,
  id: string,
  request: CancellationRequest,
  { outcome, isOut = false, included = new Map(), ...setting }: Ending,
): Promise<{ readonly book: Book; readonly call: string }> {
  const book = openBook([request], { ...setting, tables, plan: { id, fileName: `${id}.csv` } })
  const recorder = await book.take({ runId: `run-${id}`, total: 1, included })
  const written = await recorder.write({ next: { position: 0, key: `key-${id}` }, done: 0 })
  if (!written.ok) throw new Error(`not sent: ${written.why}`)
  const settled = { position: 0, outcome, isOut }
  await recorder.write({ settled, done: 1, end: { phase: 'finished' } })
  return { book, call: written.call ?? '' }
}

/** What comes of a run of its own over one request: `sent`, or why it was not. */
export async function trySending(
  tables: Tables,
  request: CancellationRequest,
  included: ReadonlyMap<number, EarlierRun>,
  setting: Pick<BookSetting, 'page'> = {},
): Promise<string> {
  const book = openBook([request], { ...setting, tables, plan: { id: 'next' } })
  const recorder = await book.take({ runId: 'run-next', total: 1, included })
  const written = await recorder.write({ next: { position: 0, key: 'key-next' }, done: 0 })
  return written.ok ? 'sent' : written.why
}
