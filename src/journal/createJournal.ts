import type { Journal, Recorder, Refusal, Step, Taken, Taking } from '../domain/journal'
import { type RequestList, readRequest } from '../domain/requestList'
import { createRun } from './createRun'
import { findEarlier } from './findEarlier'
import { printsOf } from './fingerprint'
import { forgetOld } from './forgetOld'
import { loadRun } from './loadRun'
import { readUntold } from './readUntold'
import { STORE_NAMES } from './records'
import { recoverRuns } from './recoverRuns'
import { resolveRequests } from './resolveRequests'
import { type Printed, Refused, stepRun } from './stepRun'
import { rangeOf, type Tables } from './tables'
import { type Owed, takeRun } from './takeRun'

export interface JournalServices {
  readonly tables: Tables
  /** Milliseconds since 1970. */
  wallNow(): number
}

/** Trouble with the storage becomes a value; so does a refusal. */
async function attempt<Result extends object>(
  work: () => Promise<Result>,
): Promise<(Result & { readonly ok: true }) | { readonly ok: false; readonly why: Refusal }> {
  try {
    return { ...(await work()), ok: true }
  } catch (error) {
    return { ok: false, why: error instanceof Refused ? error.why : 'storage' }
  }
}

/** Requests of the runs that this page knows, and what of them could not be written. */
interface Memory {
  readonly plans: Map<string, RequestList>
  readonly owed: Map<string, Owed>
  print(id: string, position: number): Printed
}

function createMemory(): Memory {
  const plans: Memory['plans'] = new Map()
  return {
    plans,
    owed: new Map(),
    print: (id, position) => {
      const request = readRequest(plans.get(id) ?? [], position)
      if (!request) throw new Error(`run ${id} has no request at ${position}`)
      return { request, prints: printsOf(request) }
    },
  }
}

function readOwed({ settled, returned, done }: Step): Owed | undefined {
  if (!settled && returned === undefined) return undefined
  return { done, ...(settled ? { settled } : {}), ...(returned === undefined ? {} : { returned }) }
}

function createRecorder({ tables, wallNow }: JournalServices, memory: Memory, taking: Taking): Recorder {
  const { id, runId, repeatsUnknown } = taking
  const stint = {
    id,
    epoch: taking.epoch + 1,
    runId,
    repeatsUnknown,
    print: (position: number) => memory.print(id, position),
  }
  return {
    write: async (step) => {
      const written = await attempt(async () => {
        const { draft, key, repeats } = await tables.write(['runs', 'state', 'ledger', 'log'], (tx) =>
          stepRun(tx, { ...stint, at: wallNow() }, step),
        )
        return { log: draft.log, ...(key === undefined ? {} : { key }), ...(repeats ? { repeats } : {}) }
      })
      const owed = readOwed(step)
      if (owed && written.ok) memory.owed.delete(id)
      else if (owed) memory.owed.set(id, owed)
      return written
    },
  }
}

async function take(services: JournalServices, memory: Memory, taking: Taking): Promise<Taken> {
  const { id, epoch } = taking
  const owed = memory.owed.get(id)
  // One try: had the owed step been written after all, its request is no longer on its way, and nothing is owed.
  memory.owed.delete(id)
  const taken = await attempt(async () => {
    const at = services.wallNow()
    const print = (position: number) => memory.print(id, position)
    const log = await takeRun(services.tables, taking, owed, { at, print })
    return { log, epoch: epoch + 1, recorder: createRecorder(services, memory, taking) }
  })
  if (!taken.ok && taken.why === 'storage' && owed) memory.owed.set(id, owed)
  return taken
}

/** The record of one user's runs, over the stores of the browser or of this page's memory. */
export function createJournal(services: JournalServices): Journal {
  const { tables, wallNow } = services
  const memory = createMemory()
  return {
    isDurable: tables.isDurable,
    create: (plan, breathe) =>
      attempt(async () => {
        await createRun(tables, plan, wallNow(), breathe)
        memory.plans.set(plan.id, plan.requests)
        return { log: [] }
      }),
    take: (taking) => take(services, memory, taking),
    list: async () => {
      const records = await tables.read(['runs'], (tx) => tx.getAll('runs')).catch(() => [])
      return [...records].sort((a, b) => b.startedAt - a.startedAt)
    },
    load: async (id, breathe) => {
      const saved = await loadRun(tables, id, breathe)
      if (saved) memory.plans.set(id, saved.cancellation.requests)
      return saved
    },
    // What cannot be read now is recovered when it can be: nothing is sent before that.
    recover: () => recoverRuns(tables, wallNow()).catch(() => []),
    // Kept a day longer, then.
    forgetOld: () => forgetOld(tables, wallNow()).catch(() => undefined),
    resolve: (id, resolutions) =>
      attempt(async () => {
        const context = { id, at: wallNow(), print: (position: number) => memory.print(id, position) }
        const log = await tables.write(['runs', 'state', 'ledger', 'log'], (tx) =>
          resolveRequests(tx, context, resolutions),
        )
        return { log }
      }),
    findEarlier: (id, requests, breathe) =>
      findEarlier(tables, id, requests, breathe).catch(() => new Map<number, never>()),
    remove: async (id) => {
      const isRemoved = await tables.write(STORE_NAMES, async (tx) => {
        const phase = (await tx.get('runs', id))?.phase
        if (phase === 'running' || phase === 'stopping') return false
        tx.delete('runs', id)
        for (const store of ['plan', 'state', 'log'] as const) tx.delete(store, rangeOf(id))
        return true
      })
      if (isRemoved) memory.owed.delete(id)
      return isRemoved
    },
    noteTold: (id, line, from = 1) =>
      tables
        .write(['runs'], async (tx) => {
          const record = await tx.get('runs', id)
          if (record && record.told < line && record.told >= from - 1)
            tx.put('runs', id, { ...record, told: line })
        })
        // Told once more after the next start, with the same number.
        .catch(() => undefined),
    readUntold: () => readUntold(tables).catch(() => []),
  }
}
