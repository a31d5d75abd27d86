import type { SubOrderId } from '../domain/identifiers'
import type { LogEntry } from '../domain/journal'
import type { Outcome } from '../domain/outcome'
import { recount } from '../domain/tally'
import { addLine, type Draft, putDraft } from './keepLog'
import { CHUNK_LENGTH, keyOfChunk, readRequests } from './planChunks'
import { type Key, type RunRecord, STORE_NAMES } from './records'
import { rangeOf, type Tables, type Tx } from './tables'

const INTERRUPTED: Outcome = { status: 'unknown', reason: { why: 'interrupted' } }

async function recoverRun(tx: Tx, record: RunRecord, at: number): Promise<readonly LogEntry[]> {
  const { id, runId, sending } = record
  const draft: Draft = { record: { ...record, epoch: record.epoch + 1, sending: null }, log: [] }
  const state = sending === null ? undefined : await tx.get('state', [id, sending])
  if (sending !== null && state?.standing === 'sending') {
    const { before: _, ...sent } = state
    // The server may have it or not: neither "send again" nor "refused" would be true.
    tx.put('state', [id, sending], { ...sent, standing: INTERRUPTED })
    const pass = record.passes[runId] ?? { sequence: 0, done: 0, total: 0 }
    draft.record = {
      ...draft.record,
      tally: recount(record.tally, undefined, INTERRUPTED),
      passes: { ...record.passes, [runId]: { ...pass, done: pass.done + 1 } },
    }
    const subOrderId = await readRequestId(tx, id, sending)
    addLine(draft, runId, { type: 'outcome', subOrderId, outcome: INTERRUPTED, source: 'recovery' }, at)
  }
  draft.record = { ...draft.record, phase: 'paused', pausedBy: 'interrupted' }
  addLine(draft, runId, { type: 'paused', reason: 'interrupted' }, at)
  putDraft(tx, draft)
  return draft.log
}

async function readRequestId(tx: Tx, id: string, position: number): Promise<SubOrderId> {
  const [number, place] = [Math.floor(position / CHUNK_LENGTH), position % CHUNK_LENGTH]
  const chunks = await Promise.all(
    (['wholes', 'lines'] as const).map((part) => tx.get('plan', keyOfChunk(id, part, number))),
  )
  for (const chunk of chunks) {
    const request = chunk && readRequests(chunk)[place]
    if (request) return request.subOrderId
  }
  throw new Error(`the plan of run ${id} has no request at ${position}`)
}

/** A page that went away between the plan and its run, or in the midst of a removal, leaves parts that belong to nobody. */
async function dropOrphans(tx: Tx, known: ReadonlySet<string>): Promise<void> {
  for (const store of ['plan', 'state', 'log'] as const) {
    for (const id of await findIds(tx, store)) {
      if (!known.has(id)) tx.delete(store, rangeOf(id))
    }
  }
}

/** The runs that have something in a store, found in leaps: one key a run is read. */
async function findIds(tx: Tx, store: 'plan' | 'state' | 'log'): Promise<string[]> {
  const ids: string[] = []
  let lower: Key = ['']
  for (;;) {
    const [key]: readonly Key[] = await tx.getAllKeys(store, { lower, upper: ['\uffff'] }, 1)
    const id = typeof key === 'object' ? key[0] : undefined
    if (typeof id !== 'string') return ids
    ids.push(id)
    lower = rangeOf(id).upper
  }
}

/**
 * Runs that a page has left going on: what was in flight is unknown, the run holds. Only a page that holds the run lock may
 * call this: then nobody else is sending. Once done, a second call finds nothing to do.
 */
export function recoverRuns(tables: Tables, at: number): Promise<readonly LogEntry[]> {
  return tables.write(STORE_NAMES, async (tx) => {
    const records = await tx.getAll('runs')
    const log: LogEntry[] = []
    for (const record of records) {
      if (record.phase === 'running' || record.phase === 'stopping')
        log.push(...(await recoverRun(tx, record, at)))
    }
    await dropOrphans(tx, new Set(records.map(({ id }) => id)))
    return log
  })
}
