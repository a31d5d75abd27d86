import type { Journal, LateAnswer } from '../domain/record/journal'
import type { Recorder, Step } from '../domain/record/step'
import type { Refusal } from '../domain/record/written'
import type { Taken, Taking } from '../domain/record/stint'
import { cut } from '../domain/lists/cut'
import { type RequestList, requestAt } from '../domain/run/requestList'
import { readDay } from './countDays'
import { createRun, writeChunks } from './createRun'
import { findEarlier } from './findEarlier'
import { printsOf } from './fingerprint'
import { forgetOld } from './forgetOld'
import { loadRun } from './loadRun'
import { CHUNK_LENGTH, keyOfChunk } from './planChunks'
import { readPending } from './readPending'
import { type PlanChunk, STORE_NAMES } from './records'
import { recoverRuns } from './recoverRuns'
import { hearLate, resolveRequests } from './resolveRequests'
import { type Printed, Refused, type RowContext, type StepContext, stepRun } from './stepRun'
import { rangeOf, type Tables, type Tx } from './tables'
import { type Owed, readLast, takeOwnership } from './takeOwnership'
import type { EarlierRun } from '../domain/run/earlierRun'

export interface JournalServices {
  readonly tables: Tables
  /** Milliseconds since 1970. */
  wallNow(): number
  /** Names this page among all that share the journal. */
  readonly page: string
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

const NOTHING_OWED: Owed = { heard: [] }

/** Requests of the runs that this page knows, and what of them could not be written. */
interface Memory {
  readonly plans: Map<string, RequestList>
  readonly owed: Map<string, Owed>
  /** By run: what a person includes, as it was written last. */
  readonly included: Map<string, ReadonlyMap<number, EarlierRun>>
  print(id: string, position: number): Printed
  nameCall(): string
}

function createMemory(page: string): Memory {
  const plans: Memory['plans'] = new Map()
  let calls = 0
  return {
    plans,
    owed: new Map(),
    included: new Map(),
    print: (id, position) => {
      const request = requestAt(plans.get(id) ?? [], position)
      if (!request) throw new Error(`run ${id} has no request at ${position}`)
      return { request, prints: printsOf(request) }
    },
    nameCall: () => {
      calls += 1
      return `${page}.${calls}`
    },
  }
}

function readOwedStep({ settled, returned, done }: Step, call: string): Owed['step'] {
  if (!settled && returned === undefined) return undefined
  return { done, call, ...(settled ? { settled } : {}), ...(returned === undefined ? {} : { returned }) }
}

/** What was owed of a step is written, or has become pointless; what late answers said is owed still. */
function dropOwedStep({ owed }: Memory, id: string): void {
  const { heard } = owed.get(id) ?? NOTHING_OWED
  if (heard.length > 0) owed.set(id, { heard })
  else owed.delete(id)
}

function createRecorder(services: JournalServices, memory: Memory, context: StepContext): Recorder {
  const { tables, wallNow } = services
  const { id } = context
  let call = ''
  async function writeStep(step: Step) {
    const { draft, ...stepped } = await tables.write(['runs', 'state', 'ledger', 'log'], (tx) =>
      stepRun(tx, { ...context, at: wallNow() }, step),
    )
    return { ...stepped, log: draft.log }
  }
  return {
    write: async (step) => {
      const owed = readOwedStep(step, call)
      const written = await attempt(() => writeStep(step))
      if (written.ok) call = written.call ?? ''
      if (owed && written.ok) dropOwedStep(memory, id)
      else if (owed) memory.owed.set(id, { ...NOTHING_OWED, ...memory.owed.get(id), step: owed })
      if (!written.ok && written.why === 'fenced') await hearOwed(services, memory, id)
      return written
    },
  }
}

/** @returns what `work` needs to write to a run outside of a stint */
async function readRowContext(
  tx: Tx,
  id: string,
  { wallNow }: JournalServices,
  memory: Memory,
): Promise<RowContext> {
  return { id, at: wallNow(), day: await readDay(tx), print: (position) => memory.print(id, position) }
}

async function hear(services: JournalServices, memory: Memory, id: string, late: LateAnswer) {
  const heard = await attempt(() =>
    services.tables.write(['runs', 'state', 'ledger', 'log', 'days'], async (tx) =>
      hearLate(tx, await readRowContext(tx, id, services, memory), late),
    ),
  )
  if (!heard.ok && heard.why === 'storage') {
    const owed = memory.owed.get(id) ?? NOTHING_OWED
    // It may be tried again, as it is.
    if (!owed.heard.includes(late)) memory.owed.set(id, { ...owed, heard: [...owed.heard, late] })
  }
  return heard
}

/** Another tab has the run, and has left its call as unknown: what the call said is kept all the same. */
async function hearOwed(services: JournalServices, memory: Memory, id: string): Promise<void> {
  const { step, heard } = memory.owed.get(id) ?? NOTHING_OWED
  memory.owed.delete(id)
  for (const late of [...readLast(step), ...heard]) await hear(services, memory, id, late)
}

async function take(services: JournalServices, memory: Memory, page: string, taking: Taking): Promise<Taken> {
  const { id } = taking
  const owed = memory.owed.get(id)
  memory.owed.delete(id)
  const taken = await attempt(async () => {
    const at = services.wallNow()
    const print = (position: number) => memory.print(id, position)
    const { nameCall } = memory
    const { context, log, found, done } = await takeOwnership(services.tables, taking, owed, {
      at,
      page,
      print,
      nameCall,
    })
    return { log, found, done, epoch: context.epoch, recorder: createRecorder(services, memory, context) }
  })
  // Another answer may have failed to be written meanwhile.
  if (!taken.ok && owed) {
    const { heard } = memory.owed.get(id) ?? NOTHING_OWED
    memory.owed.set(id, { ...owed, heard: [...owed.heard, ...heard] })
  }
  // Another tab has gone on with it: what this one has heard is kept all the same.
  if (!taken.ok && taken.why === 'fenced') await hearOwed(services, memory, id)
  return taken
}

/** In chunks, a few at a time: a tick may stand for all of 100,000. */
async function keepIncluded(
  tables: Tables,
  id: string,
  included: ReadonlyMap<number, EarlierRun>,
): Promise<void> {
  const entries = [...included]
  const chunks: (readonly [number, PlanChunk])[] = []
  for (const [number, some] of cut(entries, CHUNK_LENGTH)) {
    const [positions, earlier] = [some.map(([position]) => position), some.map(([, run]) => run)]
    chunks.push([number, { part: 'included', positions, earlier }])
  }
  // What is withdrawn goes first, and at once: a page that goes away in the midst leaves too little, never too much.
  await tables.write(['plan'], async (tx) => {
    const none: PlanChunk = { part: 'included', positions: [], earlier: [] }
    for (const key of await tx.getAllKeys('plan', rangeOf(id, 'included'))) tx.put('plan', key, none)
  })
  for (const [number, chunk] of chunks)
    await writeChunks(tables, [[keyOfChunk(id, 'included', number), chunk]])
}

/** The record of one user's runs, over the stores of the browser or of this page's memory. */
export function createJournal(services: JournalServices): Journal {
  const { tables, wallNow, page } = services
  const memory = createMemory(page)
  return {
    isDurable: tables.isDurable,
    create: (plan, yieldIfDue) =>
      attempt(async () => {
        await createRun(tables, plan, wallNow(), yieldIfDue)
        memory.plans.set(plan.id, plan.requests)
        return { log: [] }
      }),
    readLine: async (id) => {
      const record = await tables.read(['runs'], (tx) => tx.get('runs', id)).catch(() => undefined)
      return record?.written
    },
    take: (taking) => take(services, memory, page, taking),
    list: async () => {
      const records = await tables.read(['runs'], (tx) => tx.getAll('runs')).catch(() => [])
      return [...records].sort((a, b) => b.startedAt - a.startedAt)
    },
    load: async (id, yieldIfDue) => {
      const saved = await loadRun(tables, id, yieldIfDue)
      if (saved) {
        memory.plans.set(id, saved.cancellation.requests)
        memory.included.set(id, saved.cancellation.included)
      }
      return saved
    },
    // What cannot be read now is recovered when it can be: whoever takes a run recovers all first.
    recover: () => recoverRuns(tables, wallNow()).catch(() => undefined),
    // Kept a day longer, then.
    forgetOld: () => forgetOld(tables, wallNow()).catch(() => undefined),
    resolve: (id, resolutions) =>
      attempt(async () => {
        const log = await tables.write(['runs', 'state', 'ledger', 'log', 'days'], async (tx) =>
          resolveRequests(tx, await readRowContext(tx, id, services, memory), resolutions),
        )
        return { log }
      }),
    hear: (id, late) => hear(services, memory, id, late),
    isOwed: (id) => memory.owed.has(id),
    include: (id, included) =>
      attempt(async () => {
        if (memory.included.get(id) !== included) await keepIncluded(tables, id, included)
        memory.included.set(id, included)
        return { log: [] }
      }),
    findEarlier: (id, requests, yieldIfDue) =>
      findEarlier(tables, id, requests, yieldIfDue).catch(() => new Map<number, never>()),
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
    noteSent: (id, line, from = 1) =>
      tables
        .write(['runs'], async (tx) => {
          const record = await tx.get('runs', id)
          if (record && record.told < line && record.told >= from - 1)
            tx.put('runs', id, { ...record, told: line })
        })
        // Told once more after the next start, with the same number.
        .catch(() => undefined),
    readPending: () => readPending(tables).catch(() => []),
  }
}
