import { isOut, readCallPage } from '../domain/run/call'
import { callsOf } from './judgeRow'
import { findOthers, isAnyOut, isSkipped } from './keepLedger'
import type { Row, StepContext } from './runRow'
import type { StateRecord } from './tables/records'
import type { Refusal } from '../domain/record/written'

/**
 * A run sends pending requests. Refused ones, and unknown ones that are safe to repeat, are sent in a run of their own.
 */
function findStateRefusal(state: StateRecord | undefined, context: StepContext): Refusal | undefined {
  if (!state || state.standing === 'pending') return undefined
  if (state.standing === 'sending') return 'not-pending'
  if (state.runId === context.runId) return 'settled'
  const { status } = state.standing
  return status === 'failed' || (status === 'unknown' && context.repeatsUnknown) ? undefined : 'settled'
}

/** Whether an earlier call may still be answered. Where a repeat is safe, the run does not wait for its own calls. */
function isStillOut({ state, ledger }: Row, context: StepContext): boolean {
  const { id, repeatsUnknown, isAlive } = context
  const isOwnOut = callsOf(state).some((call) => isOut(call) && isAlive(readCallPage(call.id)))
  return (isOwnOut && !repeatsUnknown) || ledger.some((entry) => isAnyOut(findOthers(entry, id), isAlive))
}

/** Finds the reason why a request may not be sent now; undefined where it may. */
export function findRefusal(row: Row, context: StepContext): Refusal | undefined {
  const refusal = findStateRefusal(row.state, context)
  if (refusal) return refusal
  const included = context.included.get(row.position)
  if (isSkipped(row.ledger, context.id, included)) return 'done-elsewhere'
  return isStillOut(row, context) ? 'still-out' : undefined
}
