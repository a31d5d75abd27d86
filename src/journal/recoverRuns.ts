import type { LogEntry } from '../domain/record/logEntry'
import type { Outcome } from '../domain/run/outcome'
import { joinRequests } from '../domain/run/requestList'
import { readDay } from './countDays'
import { endCall, INTERRUPTED, outcomeOf } from './judgeRow'
import { addLine, type Draft, putDraft } from './keepLog'
import { CHUNK_LENGTH, keyOfChunk } from './plan/planChunks'
import { readRequests } from './plan/requestChunks'
import { printsOf } from './fingerprint'
import { type Key, type RunRecord, STORE_NAMES } from './tables/records'
import { findRow, type Printed, putRow, type RowContext } from './runRow'
import { rangeOf, type Tables, type Tx } from './tables/tables'

/**
 * Ends a request that was being sent when its page went away. It is unknown: the server may have received it or not.
 * Its answer may still come, if that page is open after all.
 *
 * @returns its outcome, by its position
 */
export async function interruptSending(
  draft: Draft,
  context: RowContext,
): Promise<ReadonlyMap<number, Outcome>> {
  const { sending, runId } = draft.record
  const nothing = new Map<number, Outcome>()
  if (sending === null) return nothing
  const row = await findRow(draft.tx, context, sending)
  draft.record = { ...draft.record, sending: null }
  if (row.state?.standing !== 'sending') return nothing
  const state = endCall(row.state, INTERRUPTED, true)
  putRow(draft, row, state, context)
  const { passes } = draft.record
  const pass = passes[runId] ?? { sequence: 0, done: 0, total: 0 }
  draft.record = { ...draft.record, passes: { ...passes, [runId]: { ...pass, done: pass.done + 1 } } }
  const { subOrderId } = row.printed.request
  const outcome = outcomeOf(state) ?? INTERRUPTED
  addLine(draft, runId, { type: 'outcome', subOrderId, outcome, source: 'recovery' }, context.at)
  return new Map([[sending, outcome]])
}

/** Whether a page went away while the run was running, or while a call was out. */
export function isCutOff({ phase, sending }: RunRecord): boolean {
  return phase === 'running' || phase === 'stopping' || sending !== null
}

/** Pauses a run. The page that was running it may no longer write to it. */
export async function recoverRun(tx: Tx, record: RunRecord, at: number): Promise<readonly LogEntry[]> {
  const { id, runId, sending, phase } = record
  const printed = sending === null ? undefined : await readPrinted(tx, id, sending)
  const draft: Draft = { tx, record: { ...record, epoch: record.epoch + 1 }, log: [] }
  if (printed) await interruptSending(draft, { id, at, day: await readDay(tx), print: () => printed })
  if (phase === 'running' || phase === 'stopping') {
    draft.record = { ...draft.record, phase: 'paused', pausedBy: 'interrupted' }
    addLine(draft, runId, { type: 'paused', reason: 'interrupted' }, at)
  }
  putDraft(draft)
  return draft.log
}

async function readPrinted(tx: Tx, id: string, position: number): Promise<Printed> {
  const number = Math.floor(position / CHUNK_LENGTH)
  for (const part of ['wholes', 'lines'] as const) {
    const chunk = await tx.get('plan', keyOfChunk(id, part, number))
    const request = chunk && joinRequests(readRequests(chunk)).at(position % CHUNK_LENGTH)
    if (request) return { request, prints: printsOf(request) }
  }
  throw new Error(`the plan of run ${id} has no request at ${position}`)
}

/** Removes parts without a run: their page went away before it wrote the run's record, or while it removed the run. */
async function dropOrphans(tx: Tx, known: ReadonlySet<string>): Promise<void> {
  for (const store of ['plan', 'state', 'log'] as const) {
    for (const id of await findIds(tx, store)) {
      if (!known.has(id)) tx.delete(store, rangeOf(id))
    }
  }
}

/** Finds the runs that have records in a store. Reads one key for each run. */
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
 * Recovers the runs of closed pages: the request in flight becomes unknown, and the run is paused. Only the page that
 * holds the run lock may call this, so that nobody else is sending. A second call finds nothing to do.
 */
export function recoverRuns(tables: Tables, at: number): Promise<readonly LogEntry[]> {
  return tables.write(STORE_NAMES, async (tx) => {
    const records = await tx.getAll('runs')
    const log: LogEntry[] = []
    for (const record of records) {
      if (isCutOff(record)) log.push(...(await recoverRun(tx, record, at)))
    }
    await dropOrphans(tx, new Set(records.map(({ id }) => id)))
    return log
  })
}
