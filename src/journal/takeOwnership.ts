import type { LateAnswer } from '../domain/record/journal'
import type { LogEntry } from '../domain/record/logEntry'
import type { Step } from '../domain/record/step'
import type { Taking } from '../domain/record/stint'
import type { Outcome } from '../domain/run/outcome'
import { readDay } from './countDays'
import { addLine, type Draft, putDraft } from './keepLog'
import { keyOfChunk } from './plan/planChunks'
import type { RunRecord } from './tables/records'
import { interruptSending, isCutOff, recoverRun } from './recoverRuns'
import { hearLate } from './resolveRequests'
import { type Printed, readFenced, Refused, type StepContext } from './runRow'
import { stepRun } from './stepRun'
import type { Tables, Tx } from './tables/tables'

/** Facts that this page could not write. They are written before anything else, once the storage works again. */
export interface Owed {
  /** The step whose write failed although its outcome is known. */
  readonly step?: Pick<Step, 'settled' | 'returned' | 'done'> & { readonly call: string }
  readonly heard: readonly LateAnswer[]
}

function openStint(record: RunRecord, taking: Taking): RunRecord {
  const { runId, picks, isNew, done, total } = taking
  const { pausedBy: _, ...rest } = record
  const pass = record.passes[runId]
  const sequence = pass?.sequence ?? 0
  return {
    ...rest,
    epoch: taking.epoch + 1,
    runId,
    phase: 'running',
    hasPicks: isNew ? picks !== null : record.hasPicks,
    // Requests that were found on their way are settled already.
    passes: { ...record.passes, [runId]: { sequence, done: Math.max(done, pass?.done ?? 0), total } },
  }
}

/**
 * Recovers other runs whose recovery could not be written so far. This page holds the run lock, so no page is running
 * them.
 */
async function recoverOthers(tx: Tx, id: string, at: number): Promise<void> {
  for (const record of await tx.getAll('runs')) {
    if (record.id !== id && isCutOff(record)) await recoverRun(tx, record, at)
  }
}

/** The answer to the call of an owed step. A call that was given up has none so far, and may still be answered. */
export function readLast(step: Owed['step']): readonly LateAnswer[] {
  const { settled, call } = step ?? {}
  return settled && call !== undefined && !settled.isOut ? [{ ...settled, call }] : []
}

/** Writes a late answer. An answer that the record knows already adds nothing. */
async function hearAgain(tx: Tx, context: StepContext, late: LateAnswer): Promise<readonly LogEntry[]> {
  try {
    return (await hearLate(tx, context, late)).log
  } catch (error) {
    if (error instanceof Refused && error.why === 'settled') return []
    throw error
  }
}

async function payOwed(tx: Tx, context: StepContext, { step, heard }: Owed): Promise<LogEntry[]> {
  const { settled, returned } = step ?? {}
  const position = settled?.position ?? returned
  const state = position === undefined ? undefined : await tx.get('state', [context.id, position])
  // The step may have been written although the storage reported a failure, or another tab has recovered it.
  const isOnItsWay = state?.standing === 'sending' && state.call === step?.call
  const log = step && isOnItsWay ? [...(await stepRun(tx, context, step)).log] : []
  const last = isOnItsWay ? [] : readLast(step)
  for (const late of [...last, ...heard]) log.push(...(await hearAgain(tx, context, late)))
  return log
}

export interface TakeServices {
  readonly at: number
  /** The name of this page. */
  readonly page: string
  print(position: number): Printed
  nameCall(): string
}

export interface Begun {
  readonly log: readonly LogEntry[]
  /** By position: the outcomes of requests that were left on their way. */
  readonly found: ReadonlyMap<number, Outcome>
  /** How many of the run's list are settled. */
  readonly done: number
  readonly context: StepContext
}

/** Makes this tab the owner of a run. @throws Refused */
export function takeOwnership(
  tables: Tables,
  taking: Taking,
  owed: Owed | undefined,
  services: TakeServices,
): Promise<Begun> {
  const { id, runId, epoch, line, picks, isNew, repeatsUnknown, included, alivePages } = taking
  const { at, page, print, nameCall } = services
  return tables.write(['runs', 'plan', 'state', 'ledger', 'log', 'days'], async (tx) => {
    const day = await readDay(tx)
    const isAlive = (owner: string) => owner === page || alivePages?.has(owner) === true
    const stint = { id, epoch, repeatsUnknown, included, at, day, print, nameCall, isAlive }
    const before = await readFenced(tx, id, epoch)
    // Something was settled that this page does not show, so its list is out of date. Where the page owes a step, that
    // step may have been written although the storage reported a failure.
    if (line !== undefined && line !== before.written && !owed?.step) throw new Refused('fenced')
    const log = owed ? await payOwed(tx, { ...stint, runId: before.runId }, owed) : []
    await recoverOthers(tx, id, at)
    const draft: Draft = { tx, record: await readFenced(tx, id, epoch), log }
    // A fault of ours between an intent and its call, or after the call, has left the request so.
    const found = await interruptSending(draft, stint)
    draft.record = openStint(draft.record, taking)
    if (isNew && picks) tx.put('plan', keyOfChunk(id, 'picks', 0), { part: 'picks', picks })
    addLine(draft, runId, { type: isNew ? 'started' : 'continued' }, at)
    putDraft(draft)
    const settled = draft.record.passes[runId]?.done ?? 0
    return { log: draft.log, found, done: settled, context: { ...stint, runId, epoch: epoch + 1 } }
  })
}
