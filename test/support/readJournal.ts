import type { Page } from '@playwright/test'
import { type PackedState, unpackState } from '../../src/journal/tables/packState'
import type { PlanChunk } from '../../src/journal/tables/planChunk'
import type { LedgerRecord, RunRecord, StateRecord } from '../../src/journal/tables/records'
import type { LogEntry } from '../../src/domain/record/logEntry'

/** Everything that one user's journal holds, as it stands on the disk. */
export interface JournalContent {
  readonly name: string
  readonly runs: readonly RunRecord[]
  readonly plan: readonly PlanChunk[]
  readonly state: readonly StateRecord[]
  readonly ledger: readonly LedgerRecord[]
  readonly log: readonly LogEntry[]
}

/** Reads all journals of the page's origin, with nothing of the product's but how a state is packed. */
export async function readJournals(page: Page): Promise<JournalContent[]> {
  const journals = await readStores(page)
  return journals.map(({ state, ...stores }) => ({ ...stores, state: state.map(unpackState) }))
}

type StoredContent = Omit<JournalContent, 'state'> & { readonly state: readonly PackedState[] }

function readStores(page: Page): Promise<StoredContent[]> {
  // No function in here has a name: a compiler that keeps names would call what the page does not have.
  return page.evaluate(async () => {
    const known = await indexedDB.databases()
    const names = known.flatMap(({ name }) => (name?.startsWith('sub-order-cancellation-') ? [name] : []))
    return Promise.all(
      names.map(async (name) => {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name)
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
        const tx = db.transaction(['runs', 'plan', 'state', 'ledger', 'log'])
        const [runs, plan, state, ledger, log] = await Promise.all(
          ['runs', 'plan', 'state', 'ledger', 'log'].map(
            (store) =>
              new Promise<unknown[]>((resolve, reject) => {
                const request = tx.objectStore(store).getAll()
                request.onsuccess = () => resolve(request.result)
                request.onerror = () => reject(request.error)
              }),
          ),
        )
        db.close()
        // Told apart by the names of the stores, which the schema fixes.
        return { name, runs, plan, state, ledger, log } as StoredContent
      }),
    )
  })
}

/** The one journal there is; an empty one where there is none yet. */
export async function readJournal(page: Page): Promise<JournalContent> {
  const [journal, ...others] = await readJournals(page)
  if (others.length > 0) throw new Error(`There are ${others.length + 1} journals`)
  return journal ?? { name: '', runs: [], plan: [], state: [], ledger: [], log: [] }
}

/** The sub-orders of the only run in it, by position. */
export function readPlanIds(journal: JournalContent): readonly string[] {
  return journal.plan.flatMap((chunk) => (chunk.part === 'wholes' ? chunk.ids : []))
}
