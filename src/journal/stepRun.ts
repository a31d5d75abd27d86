import type { CancellationRequest } from '../domain/cancellation'
import type { Refusal, RunEnd, Step } from '../domain/journal'
import type { Outcome } from '../domain/outcome'
import { recount } from '../domain/tally'
import { isHeldBack, putStanding } from './keepLedger'
import { addLine, type Draft, putDraft } from './keepLog'
import type { LedgerRecord, RunRecord, StateRecord } from './records'
import type { Tx } from './tables'

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

export interface StepContext {
  readonly id: string
  readonly epoch: number
  readonly runId: string
  readonly repeatsUnknown: boolean
  /** Milliseconds since 1970. */
  readonly at: number
  print(position: number): Printed
}

/** The run's record, if this tab still holds it. @throws Refused */
export async function readFenced(tx: Tx, id: string, epoch: number): Promise<RunRecord> {
  const record = await tx.get('runs', id)
  // Deleted under us, by a logout for instance.
  if (!record) throw new Refused('storage')
  if (record.epoch !== epoch) throw new Refused('fenced')
  return record
}

interface Found {
  readonly position: number
  readonly printed: Printed
  readonly state: StateRecord | undefined
  readonly ledger: readonly (LedgerRecord | undefined)[]
}

async function find(tx: Tx, context: StepContext, position: number | undefined): Promise<Found | undefined> {
  if (position === undefined) return undefined
  const printed = context.print(position)
  const [state, ...ledger] = await Promise.all([
    tx.get('state', [context.id, position]),
    ...printed.prints.map((print) => tx.get('ledger', print)),
  ])
  return { position, printed, state, ledger }
}

/** What a state counts as. */
export function readOutcome(state: StateRecord | undefined): Outcome | undefined {
  return typeof state?.standing === 'object' ? state.standing : undefined
}

/** Only what is pending is sent; what was refused, or is unknown and safe to repeat, in a run of its own. */
function maySend(state: StateRecord | undefined, { runId, repeatsUnknown }: StepContext): boolean {
  if (!state || state.standing === 'pending') return true
  if (state.standing === 'sending' || state.runId === runId) return false
  return state.standing.status === 'failed' || (state.standing.status === 'unknown' && repeatsUnknown)
}

function putState(tx: Tx, draft: Draft, found: Found, state: StateRecord, at: number): void {
  const { record } = draft
  tx.put('state', [record.id, found.position], state)
  putStanding(tx, record, found.printed.prints[0], found.ledger[0], state.standing, at)
  draft.record = {
    ...record,
    tally: recount(record.tally, readOutcome(found.state), readOutcome(state)),
    sending: state.standing === 'sending' ? found.position : null,
  }
}

/** @throws Refused where nothing was on its way */
function settle(tx: Tx, draft: Draft, found: Found, outcome: Outcome, context: StepContext): void {
  if (found.state?.standing !== 'sending') throw new Refused('not-pending')
  const { before: _, ...sent } = found.state
  putState(tx, draft, found, { ...sent, standing: outcome }, context.at)
  const { subOrderId } = found.printed.request
  addLine(draft, sent.runId, { type: 'outcome', subOrderId, outcome, source: 'answer' }, context.at)
}

function giveBack(tx: Tx, draft: Draft, found: Found, at: number): void {
  if (found.state?.standing !== 'sending') throw new Refused('not-pending')
  const { before, ...sent } = found.state
  putState(tx, draft, found, before ?? { ...sent, standing: 'pending' }, at)
}

/** @returns the key to send it with @throws Refused */
function intend(tx: Tx, draft: Draft, found: Found, key: string, context: StepContext): string {
  const { state, position, ledger } = found
  if (!maySend(state, context)) {
    throw new Refused(typeof state?.standing === 'object' ? 'settled' : 'not-pending')
  }
  if (ledger.some((entry) => isHeldBack(entry, draft.record))) throw new Refused('done-elsewhere')
  const isSame =
    state !== undefined && !(typeof state.standing === 'object' && state.standing.status === 'failed')
  const usedKey = isSame ? state.key : key
  const isPending = !state || state.standing === 'pending'
  putState(
    tx,
    draft,
    found,
    {
      position,
      runId: context.runId,
      key: usedKey,
      standing: 'sending',
      ...(isPending ? {} : { before: { ...state } }),
    },
    context.at,
  )
  return usedKey
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

/**
 * One step as one transaction: fence, then what was heard, then the check that the next may be sent and the intent to
 * send it. @throws Refused
 */
export async function stepRun(
  tx: Tx,
  context: StepContext,
  step: Step,
): Promise<{
  readonly draft: Draft
  readonly key: string | undefined
  readonly repeats: Outcome | undefined
}> {
  const [record, settled, returned, next] = await Promise.all([
    readFenced(tx, context.id, context.epoch),
    find(tx, context, step.settled?.position),
    find(tx, context, step.returned),
    find(tx, context, step.next?.position),
  ])
  const isNext = step.told !== undefined && step.told.from <= record.told + 1
  const told = Math.max(record.told, isNext ? step.told.to : 0)
  const draft: Draft = { record: { ...record, told }, log: [] }
  noteDone(draft, context.runId, step.done)
  if (settled && step.settled) settle(tx, draft, settled, step.settled.outcome, context)
  if (returned) giveBack(tx, draft, returned, context.at)
  const key = next && step.next ? intend(tx, draft, next, step.next.key, context) : undefined
  if (step.end) endRun(draft, step.end, context)
  putDraft(tx, draft)
  const before = readOutcome(next?.state)
  return { draft, key, repeats: before?.status === 'unknown' ? before : undefined }
}
