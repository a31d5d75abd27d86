import { isOut, mayHaveActed, readCallPage } from '../domain/run/call'
import type { CancellationRequest } from '../domain/run/cancellation'
import type { Refusal } from '../domain/record/written'
import type { RunEnd, Step } from '../domain/record/step'
import type { Outcome } from '../domain/run/outcome'
import { recount } from '../domain/run/tally'
import { callsOf, endCall, giveBackCall, keepsKey, outcomeOf } from './judgeRow'
import { findOthers, isAnyOut, isHeldBack, putStanding } from './keepLedger'
import { addLine, type Draft, putDraft } from './keepLog'
import type { LedgerRecord, RunRecord, StateRecord } from './records'
import type { Tx } from './tables'
import type { EarlierRun } from '../domain/run/earlierRun'

/** A request of the run with its prints, worked out before the transaction. */
export interface Printed {
  readonly request: CancellationRequest
  /** Its own first; whatever stands under the others holds it back as well. */
  readonly prints: readonly [string, ...string[]]
}

/** Thrown to leave a transaction with nothing written. */
export class Refused extends Error {
  readonly why: Refusal
  constructor(why: Refusal) {
    super(why)
    this.why = why
  }
}

/** Who writes to a run, and when. */
export interface RowContext {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** The present day of use. */
  readonly day: number
  print(position: number): Printed
}

export interface StepContext extends RowContext {
  readonly epoch: number
  readonly runId: string
  readonly repeatsUnknown: boolean
  readonly included: ReadonlyMap<number, EarlierRun>
  /** Whether this page, or another one that lives, may still hear of its calls. */
  isAlive(page: string): boolean
  /** Names the next call. */
  nameCall(): string
}

/** The run's record, if this tab still holds it. @throws Refused */
export async function readFenced(tx: Tx, id: string, epoch: number): Promise<RunRecord> {
  const record = await tx.get('runs', id)
  // Deleted under us, by a logout for instance.
  if (!record) throw new Refused('storage')
  if (record.epoch !== epoch) throw new Refused('fenced')
  return record
}

/** One request of the run, with what is known of it. */
export interface Row {
  readonly position: number
  readonly printed: Printed
  readonly state: StateRecord | undefined
  readonly ledger: readonly (LedgerRecord | undefined)[]
}

export async function findRow(
  tx: Tx,
  { id, print }: Pick<RowContext, 'id' | 'print'>,
  position: number,
): Promise<Row> {
  const printed = print(position)
  const [state, ...ledger] = await Promise.all([
    tx.get('state', [id, position]),
    ...printed.prints.map((one) => tx.get('ledger', one)),
  ])
  return { position, printed, state, ledger }
}

/** Writes what has become of a request: its state, the ledger, the counts. */
export function putRow(tx: Tx, draft: Draft, row: Row, state: StateRecord, { at, day }: RowContext): void {
  const { record } = draft
  const { id, fileName } = record
  tx.put('state', [id, row.position], state)
  putStanding(tx, row.printed.prints[0], row.ledger[0], state, { id, fileName, at, day })
  const wasSending = record.sending === row.position ? null : record.sending
  draft.record = {
    ...record,
    day,
    tally: recount(record.tally, outcomeOf(row.state), outcomeOf(state)),
    sending: state.standing === 'sending' ? row.position : wasSending,
  }
}

/** @throws Refused where nothing was on its way */
function readSending({ state }: Row): StateRecord {
  if (state?.standing !== 'sending') throw new Refused('not-pending')
  return state
}

/** @returns what the request comes to */
function settle(
  tx: Tx,
  draft: Draft,
  row: Row,
  { outcome, isOut: isCallOut = false }: NonNullable<Step['settled']>,
  context: StepContext,
): Outcome {
  const sending = readSending(row)
  const state = endCall(sending, outcome, isCallOut)
  putRow(tx, draft, row, state, context)
  const judged = outcomeOf(state) ?? outcome
  const { subOrderId } = row.printed.request
  const source = sending.known ? 'late-answer' : 'answer'
  addLine(draft, sending.runId, { type: 'outcome', subOrderId, outcome: judged, source }, context.at)
  return judged
}

/** @returns what the request comes to by what was heard of its earlier calls meanwhile; undefined: it is as it was */
function giveBack(tx: Tx, draft: Draft, row: Row, context: StepContext): Outcome | undefined {
  const sending = readSending(row)
  const state = giveBackCall(sending)
  putRow(tx, draft, row, state, context)
  const outcome = outcomeOf(state)
  if (!outcome || outcome === outcomeOf(sending.before)) return undefined
  const { subOrderId } = row.printed.request
  addLine(draft, sending.runId, { type: 'outcome', subOrderId, outcome, source: 'late-answer' }, context.at)
  return outcome
}

/** Only what is pending is sent; what was refused, or is unknown and safe to repeat, in a run of its own. */
function findStateRefusal(state: StateRecord | undefined, context: StepContext): Refusal | undefined {
  if (!state || state.standing === 'pending') return undefined
  if (state.standing === 'sending') return 'not-pending'
  if (state.runId === context.runId) return 'settled'
  const { status } = state.standing
  return status === 'failed' || (status === 'unknown' && context.repeatsUnknown) ? undefined : 'settled'
}

/** Whether an earlier call may still be answered. Where the host says that a repeat is safe, it is so before that, too. */
function isStillOut({ state, ledger }: Row, context: StepContext): boolean {
  const { id, repeatsUnknown, isAlive } = context
  const isOwnOut = callsOf(state).some((call) => isOut(call) && isAlive(readCallPage(call.id)))
  return (isOwnOut && !repeatsUnknown) || ledger.some((entry) => isAnyOut(findOthers(entry, id), isAlive))
}

function findRefusal(row: Row, context: StepContext): Refusal | undefined {
  const refusal = findStateRefusal(row.state, context)
  if (refusal) return refusal
  const included = context.included.get(row.position)
  if (isHeldBack(row.ledger, context.id, included)) return 'done-elsewhere'
  return isStillOut(row, context) ? 'still-out' : undefined
}

interface Intent {
  readonly key: string
  readonly call: string
  readonly isRepeat: boolean
}

/** @throws Refused */
function intend(tx: Tx, draft: Draft, row: Row, newKey: string, context: StepContext): Intent {
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
  putRow(tx, draft, row, sending, context)
  return { key, call, isRepeat: calls.some(mayHaveActed) }
}

function endRun(draft: Draft, end: RunEnd, { runId, at }: StepContext): void {
  const { pausedBy: _, ...record } = draft.record
  draft.record = { ...record, ...end }
  addLine(
    draft,
    runId,
    end.phase === 'paused' ? { type: 'paused', reason: end.pausedBy } : { type: end.phase },
    at,
  )
}

function noteDone(draft: Draft, runId: string, done: number): void {
  const { record } = draft
  const pass = record.passes[runId]
  if (pass) draft.record = { ...record, passes: { ...record.passes, [runId]: { ...pass, done } } }
}

export interface Stepped extends Partial<Intent> {
  readonly draft: Draft
  /** What the request that was sent before comes to. */
  readonly settled?: Outcome
  /** What the request that was given back comes to, where that has changed meanwhile. */
  readonly returned?: Outcome
}

/**
 * One step as one transaction: fence, then what was heard, then the check that the next may be sent and the intent to
 * send it. @throws Refused
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
  const draft: Draft = { record: { ...record, told }, log: [] }
  noteDone(draft, context.runId, step.done)
  const judged = settled && step.settled && settle(tx, draft, settled, step.settled, context)
  const back = returned && giveBack(tx, draft, returned, context)
  const intent = next && step.next ? intend(tx, draft, next, step.next.key, context) : {}
  if (step.end) endRun(draft, step.end, context)
  putDraft(tx, draft)
  return { draft, ...intent, ...(judged ? { settled: judged } : {}), ...(back ? { returned: back } : {}) }
}
