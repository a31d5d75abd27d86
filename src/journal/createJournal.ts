import type { Journal } from '../domain/record/journal'
import { attempt } from './attempt'
import { createRecorder } from './createRecorder'
import { createRun } from './createRun'
import { findEarlier } from './findEarlier'
import { forgetOld } from './forgetOld'
import { hear, hearOwed } from './hearCalls'
import {
  createJournalContext,
  type JournalContext,
  type JournalServices,
  NOTHING_OWED,
  readRowContext,
} from './journalContext'
import { keepIncluded } from './plan/keepIncluded'
import { loadRun } from './loadRun'
import { readPending } from './readPending'
import { STORE_NAMES } from './tables/records'
import { recoverRuns } from './recoverRuns'
import { resolveRequests } from './resolveRequests'
import { rangeOf, type Tables } from './tables/tables'
import { takeOwnership } from './takeOwnership'
import type { Taken, Taking } from '../domain/record/stint'

async function take(journal: JournalContext, taking: Taking): Promise<Taken> {
  const { tables, page, nameCall } = journal
  const { id } = taking
  const owed = journal.owed.get(id)
  journal.owed.delete(id)
  const taken = await attempt(async () => {
    const print = (position: number) => journal.print(id, position)
    const services = { at: journal.wallNow(), page, print, nameCall }
    const { context, log, found, done } = await takeOwnership(tables, taking, owed, services)
    return { log, found, done, epoch: context.epoch, recorder: createRecorder(journal, context) }
  })
  // The storage may have refused another answer meanwhile.
  if (!taken.ok && owed) {
    const { heard } = journal.owed.get(id) ?? NOTHING_OWED
    journal.owed.set(id, { ...owed, heard: [...owed.heard, ...heard] })
  }
  // Another tab has gone on with the run: the answers that this page got are still kept.
  if (!taken.ok && taken.why === 'fenced') await hearOwed(journal, id)
  return taken
}

/** @returns false where the run goes on in some tab, and stays */
async function removeRun({ tables, owed }: JournalContext, id: string): Promise<boolean> {
  const isRemoved = await tables.write(STORE_NAMES, async (tx) => {
    const phase = (await tx.get('runs', id))?.phase
    if (phase === 'running' || phase === 'stopping') return false
    tx.delete('runs', id)
    for (const store of ['plan', 'state', 'log'] as const) tx.delete(store, rangeOf(id))
    return true
  })
  if (isRemoved) owed.delete(id)
  return isRemoved
}

function noteSent(tables: Tables, id: string, line: number, from: number): Promise<void> {
  return tables.write(['runs'], async (tx) => {
    const record = await tx.get('runs', id)
    if (record && record.told < line && record.told >= from - 1) tx.put('runs', id, { ...record, told: line })
  })
}

type Reads = 'readLine' | 'list' | 'load' | 'findEarlier' | 'readPending'

function createReads({ tables, plans, included }: JournalContext): Pick<Journal, Reads> {
  return {
    readLine: async (id) => {
      const record = await tables.read(['runs'], (tx) => tx.get('runs', id)).catch(() => undefined)
      return record?.written
    },
    list: async () => {
      const records = await tables.read(['runs'], (tx) => tx.getAll('runs')).catch(() => [])
      return [...records].sort((a, b) => b.startedAt - a.startedAt)
    },
    load: async (id, yieldIfDue) => {
      const saved = await loadRun(tables, id, yieldIfDue)
      if (saved) {
        plans.set(id, saved.cancellation.requests)
        included.set(id, saved.cancellation.included)
      }
      return saved
    },
    findEarlier: (id, requests, yieldIfDue) =>
      findEarlier(tables, id, requests, yieldIfDue).catch(() => new Map<number, never>()),
    readPending: () => readPending(tables).catch(() => []),
  }
}

/** Creates the record of one user's runs, over the stores of the browser or of this page's memory. */
export function createJournal(services: JournalServices): Journal {
  const journal = createJournalContext(services)
  const { tables, wallNow, plans, owed, included } = journal
  return {
    ...createReads(journal),
    isDurable: tables.isDurable,
    create: (plan, yieldIfDue) =>
      attempt(async () => {
        await createRun(tables, plan, wallNow(), yieldIfDue)
        plans.set(plan.id, plan.requests)
        return { log: [] }
      }),
    take: (taking) => take(journal, taking),
    // A run that cannot be read now is recovered later: taking a run recovers all others first.
    recover: () => recoverRuns(tables, wallNow()).catch(() => undefined),
    // Without the count, old runs are kept a day longer.
    forgetOld: () => forgetOld(tables, wallNow()).catch(() => undefined),
    resolve: (id, resolutions) =>
      attempt(async () => {
        const log = await tables.write(['runs', 'state', 'ledger', 'log', 'days'], async (tx) =>
          resolveRequests(tx, await readRowContext(tx, id, journal), resolutions),
        )
        return { log }
      }),
    hear: (id, late) => hear(journal, id, late),
    isOwed: (id) => owed.has(id),
    include: (id, chosen) =>
      attempt(async () => {
        if (included.get(id) !== chosen) await keepIncluded(tables, id, chosen)
        included.set(id, chosen)
        return { log: [] }
      }),
    remove: (id) => removeRun(journal, id),
    // Lines that are not noted are sent again after the next start, with the same numbers.
    noteSent: (id, line, from = 1) => noteSent(tables, id, line, from).catch(() => undefined),
  }
}
