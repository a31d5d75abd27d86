import { type CallRecord, mayHaveActed } from '../domain/run/call'
import type { Failure, Outcome } from '../domain/run/outcome'
import type { StateRecord } from './tables/records'

type Succeeded = Extract<Outcome, { status: 'succeeded' }>

// The outcome of a request follows from its calls. SUCCESS: the server confirmed one of them. ERROR: the server refused
// one, and no other may have acted. Otherwise it is UNKNOWN, until a status read or a person settles it.

/** The outcome of a call whose page went away while the call was out. */
export const INTERRUPTED: Outcome = { status: 'unknown', reason: { why: 'interrupted' } }

/** The outcome that a state stands for; undefined where the request is pending or being sent. */
export function outcomeOf(state: StateRecord | undefined): Outcome | undefined {
  return typeof state?.standing === 'object' ? state.standing : undefined
}

const isSucceeded = (outcome: Outcome | undefined): outcome is Succeeded => outcome?.status === 'succeeded'

/** Whether the server has confirmed the success, in an answer or in a status that was read. */
function isServersWord(outcome: Outcome | undefined): boolean {
  return isSucceeded(outcome) && outcome.verdict?.by !== 'person'
}

/**
 * Calls without a certain end, oldest first. An UNKNOWN of an older version has one call, of which nothing is known.
 */
export function callsOf(state: StateRecord | undefined): readonly CallRecord[] {
  if (!state) return []
  if (state.calls) return state.calls
  const outcome = outcomeOf(state) ?? outcomeOf(state.before)
  return outcome?.status === 'unknown' ? [{ id: '', isBack: true }] : []
}

/** A request that was ever UNKNOWN keeps its key: with a new key, an OMS that honours keys would act twice. */
export function keepsKey(state: StateRecord): boolean {
  return state.wasUnknown === true || callsOf(state).length > 0 || outcomeOf(state)?.status !== 'failed'
}

/** Writes a state without the members that a request has only while it is being sent. */
function writeState(
  state: StateRecord,
  standing: StateRecord['standing'],
  calls: readonly CallRecord[],
): StateRecord {
  const { position, runId, key, wasUnknown } = state
  const isUnknown = typeof standing === 'object' && standing.status === 'unknown'
  // An UNKNOWN of an older version has one call and no mark.
  const isMarked = wasUnknown || isUnknown || calls.length > 0 || callsOf(state).length > 0
  return {
    position,
    runId,
    key,
    standing,
    ...(calls.length > 0 ? { calls } : {}),
    ...(isMarked ? { wasUnknown: true } : {}),
  }
}

const succeed = (state: StateRecord, outcome: Succeeded) => writeState(state, outcome, [])

/** The server refused every call, and so the request: ERROR, in the words that came last. */
function fail(state: StateRecord, failure: Failure): StateRecord {
  return writeState(state, { status: 'failed', failure }, [])
}

/** Ends the call that was being sent. @param isOut whether its answer may still come */
export function endCall(state: StateRecord, outcome: Outcome, isOut: boolean): StateRecord {
  const earlier = callsOf(state)
  const id = state.call ?? ''
  if (state.known) return succeed(state, state.known)
  if (isSucceeded(outcome)) return succeed(state, outcome)
  if (outcome.status === 'unknown') return writeState(state, outcome, [...earlier, { id, isBack: !isOut }])
  const { failure } = outcome
  if (!earlier.some(mayHaveActed)) return fail(state, failure)
  const calls = [...earlier, { id, isBack: true, refusal: failure }]
  return writeState(state, { status: 'unknown', reason: { why: 'refused-again', failure } }, calls)
}

/** Takes back a call that was proven not processed, or never sent. The request is as before. */
export function giveBackCall(state: StateRecord): StateRecord {
  const calls = callsOf(state)
  const { before } = state
  // The earlier call has settled the request, and not the run that was about to repeat it.
  if (state.known) return succeed({ ...state, runId: before?.runId ?? '' }, state.known)
  if (!before) return writeState(state, 'pending', calls)
  const refusal = calls.findLast((call) => call.refusal)?.refusal
  if (outcomeOf(before)?.status === 'unknown' && refusal && !calls.some(mayHaveActed))
    return fail(state, refusal)
  return writeState({ ...state, runId: before.runId, key: before.key }, before.standing, calls)
}

/** Adds a late answer: it ends the entry of its call, and may settle the request. */
export function hearCall(state: StateRecord, id: string, outcome: Outcome): StateRecord {
  const standing = outcomeOf(state)
  if (isSucceeded(standing) && !standing.verdict) return state
  if (isSucceeded(outcome)) {
    if (state.standing !== 'sending') return succeed(state, outcome)
    return { ...state, known: outcome }
  }
  const calls = callsOf(state).map((call) => (call.id === id ? endOf(call, outcome) : call))
  const heard = state.calls || calls.length > 0 ? { ...state, calls } : state
  const isOpen = state.standing !== 'sending' && standing?.status !== 'failed' && !isServersWord(standing)
  if (outcome.status === 'failed' && isOpen && !calls.some(mayHaveActed)) return fail(heard, outcome.failure)
  return heard
}

function endOf(call: CallRecord, outcome: Outcome): CallRecord {
  return { ...call, isBack: true, ...(outcome.status === 'failed' ? { refusal: outcome.failure } : {}) }
}

/**
 * Settles an UNKNOWN request by a status read or by a person's word.
 *
 * @param outcome null: the request was not cancelled, and is pending again
 * @param isQuiet whether none of its calls could be delivered any more by then: they have not acted, whatever their
 *   answers say
 */
export function settleByVerdict(state: StateRecord, outcome: Outcome | null, isQuiet: boolean): StateRecord {
  const calls = callsOf(state)
  if (outcome) return writeState(state, outcome, calls)
  return writeState(state, 'pending', isQuiet ? [] : calls)
}
