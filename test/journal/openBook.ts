import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { CancellationRequest } from '../../src/domain/run/cancellation'
import type { Journal } from '../../src/domain/record/journal'
import type { Recorder } from '../../src/domain/record/step'
import type { RunPlan, SavedRun } from '../../src/domain/record/runEntry'
import type { Taken, Taking } from '../../src/domain/record/stint'
import { createJournal } from '../../src/journal/createJournal'
import { createMemoryTables } from '../../src/journal/tables/memoryTables'
import type { Tables } from '../../src/journal/tables/tables'
import { START } from '../run/fakeClock'

type Stint = Pick<Taking, 'runId' | 'total'> & Partial<Taking>

/** One cancellation in a journal, whose stints a test takes one after the other. */
export interface Book {
  readonly journal: Journal
  readonly id: string
  /** A stint of a run as the journal's state stands; it begins the run unless `isNew` or `done` say otherwise. */
  take(stint: Stint): Promise<Recorder>
  /** The same, and what it came to. */
  tryTake(stint: Stint): Promise<Taken>
  load(): Promise<SavedRun>
}

export function createPlan(requests: readonly CancellationRequest[], more: Partial<RunPlan> = {}): RunPlan {
  return {
    id: 'sheet-1',
    kind: 'single',
    fileName: 'orders.csv',
    fileHash: 'abc',
    by: 'Priya Nair',
    requests,
    checked: null,
    ...more,
  }
}

export interface BookSetting {
  readonly tables?: Tables
  readonly wallNow?: () => number
  /** Default: another one for each book. */
  readonly page?: string
  readonly plan?: Partial<RunPlan>
}

let pages = 0

/** @param more what is other than in a plain journal: where it lives, what time it is, what is planned */
export function openBook(requests: readonly CancellationRequest[], more: BookSetting = {}): Book {
  const { tables = createMemoryTables(), wallNow = () => START } = more
  pages += 1
  const journal = createJournal({ tables, wallNow, page: more.page ?? `page${pages}` })
  const plan = createPlan(requests, more.plan)

  async function load(): Promise<SavedRun> {
    const saved = await journal.load(plan.id, neverYield)
    if (!saved) throw new Error('the journal does not hold the run')
    return saved
  }
  async function tryTake({ runId, total, ...given }: Stint): Promise<Taken> {
    const saved = await journal.load(plan.id, neverYield)
    if (!saved) await journal.create(plan, neverYield)
    const epoch = saved?.cancellation.epoch ?? 0
    const isNew = (given.done ?? 0) === 0
    const stint = { picks: null, done: 0, isNew, repeatsUnknown: false, included: new Map(), epoch }
    return journal.take({ ...stint, id: plan.id, runId, total, ...given })
  }
  return {
    journal,
    id: plan.id,
    load,
    tryTake,
    take: async (stint) => {
      const taken = await tryTake(stint)
      if (!taken.ok) throw new Error(`not taken: ${taken.why}`)
      return taken.recorder
    },
  }
}
