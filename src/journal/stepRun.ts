import { mayHaveActed } from '../domain/run/call'
import type { Outcome } from '../domain/run/outcome'
import { callsOf, endCall, giveBackCall, keepsKey, outcomeOf } from './judgeRow'
import { findRefusal } from './findRefusal'
import { addLine, type Draft, putDraft } from './keepLog'
import type { StateRecord } from './tables/records'
import { findRow, putRow, readFenced, Refused, type Row, type StepContext } from './runRow'
import type { Tx } from './tables/tables'
import type { LogEntry } from '../domain/record/logEntry'
import type { RunEnd, Step } from '../domain/record/step'

/** @throws Refused where the request is not being sent */
function readSending({ state }: Row): StateRecord {
  if (state?.standing !== 'sending') throw new Refused('not-pending')
  return state
}

/** Writes the end of the call that was sent. @returns the request's outcome */
function settle(
  draft: Draft,
  row: Row,
  { outcome, isOut: isCallOut = false }: NonNullable<Step['settled']>,
  context: StepContext,
): Outcome {
  const sending = readSending(row)
  const state = endCall(sending, outcome, isCallOut)
  putRow(draft, row, state, context)
  const judged = outcomeOf(state) ?? outcome
  const { subOrderId } = row.printed.request
  const source = sending.known ? 'late-answer' : 'answer'
  addLine(draft, sending.runId, { type: 'outcome', subOrderId, outcome: judged, source }, context.at)
  return judged
}

/**
 * Writes that the call was proven not processed, or never sent.
 *
 * @returns the outcome that earlier calls have given the request meanwhile; undefined where nothing has changed
 */
function giveBack(draft: Draft, row: Row, context: StepContext): Outcome | undefined {
  const sending = readSending(row)
  const state = giveBackCall(sending)
  putRow(draft, row, state, context)
  const outcome = outcomeOf(state)
  if (!outcome || outcome === outcomeOf(sending.before)) return undefined
  const { subOrderId } = row.printed.request
  addLine(draft, sending.runId, { type: 'outcome', subOrderId, outcome, source: 'late-answer' }, context.at)
  return outcome
}

interface Intent {
  readonly key: string
  readonly call: string
  readonly isRepeat: boolean
}

/** @throws Refused */
function intend(draft: Draft, row: Row, newKey: string, context: StepContext): Intent {
  const { state, position } = row
  const why = findRefusal(row, context)
  if (why) throw new Refused(why)
  const calls = callsOf(state)
  const key = state && keepsKey(state) ? state.key : newKey
  const call = context.nameCall()
  const sending: StateRecord = {
    position,
    runId: context.runId,
    key,
    standing: 'sending',
    call,
    ...(calls.length > 0 ? { calls } : {}),
    ...(state?.wasUnknown || calls.length > 0 ? { wasUnknown: true } : {}),
    ...(state && state.standing !== 'pending' ? { before: state } : {}),
  }
  putRow(draft, row, sending, context)
  return { key, call, isRepeat: calls.some(mayHaveActed) }
}

function endRun(draft: Draft, end: RunEnd, { runId, at }: StepContext): void {
  const { pausedBy: _, ...record } = draft.record
  draft.record = { ...record, ...end }
  const news =
    end.phase === 'paused' ? ({ type: 'paused', reason: end.pausedBy } as const) : { type: end.phase }
  addLine(draft, runId, news, at)
}

function noteDone(draft: Draft, runId: string, done: number): void {
  const { record } = draft
  const pass = record.passes[runId]
  if (pass) draft.record = { ...record, passes: { ...record.passes, [runId]: { ...pass, done } } }
}

export interface Stepped extends Partial<Intent> {
  readonly log: readonly LogEntry[]
  /** Outcome of the request that was sent before. */
  readonly settled?: Outcome
  /** Outcome of the request that was given back, where earlier calls have settled it meanwhile. */
  readonly returned?: Outcome
}

/**
 * Writes one step in one transaction: checks the fence, writes the answer that was heard, checks that the next request
 * may be sent, and writes the intent to send it.
 *
 * @throws Refused
 */
export async function stepRun(tx: Tx, context: StepContext, step: Step): Promise<Stepped> {
  const find = (position: number | undefined) =>
    position === undefined ? undefined : findRow(tx, context, position)
  const [record, settled, returned, next] = await Promise.all([
    readFenced(tx, context.id, context.epoch),
    find(step.settled?.position),
    find(step.returned),
    find(step.next?.position),
  ])
  const isNext = step.sent !== undefined && step.sent.from <= record.told + 1
  const told = Math.max(record.told, isNext ? step.sent.to : 0)
  const draft: Draft = { tx, record: { ...record, told }, log: [] }
  noteDone(draft, context.runId, step.done)
  const judged = settled && step.settled && settle(draft, settled, step.settled, context)
  const back = returned && giveBack(draft, returned, context)
  const intent = next && step.next ? intend(draft, next, step.next.key, context) : {}
  if (step.end) endRun(draft, step.end, context)
  putDraft(draft)
  return {
    log: draft.log,
    ...intent,
    ...(judged ? { settled: judged } : {}),
    ...(back ? { returned: back } : {}),
  }
}
