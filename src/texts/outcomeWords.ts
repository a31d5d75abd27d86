import type { Failure, Outcome, UnknownReason } from '../domain/run/outcome'
import type { RequestState } from '../domain/run/requestState'
import type { Tally } from '../domain/run/tally'
import type { CheckResult } from '../store/run/checkUnknown'
import { chooseAdvice } from './chooseAdvice'
import type { Measures } from './measures'
import type { Phrases } from './phrases'
import type { EarlierRun } from '../domain/run/earlierRun'

/** The same in every language: they stand in the downloads, and these come back as uploads. */
export const statusLabels: Record<RequestState['status'], string> = {
  succeeded: 'SUCCESS',
  failed: 'ERROR',
  sending: 'SENDING',
  unknown: 'UNKNOWN',
  'not-sent': 'NOT SENT',
}

/** A refusal in the server's own words. */
type Refusal = Pick<Failure, 'message' | 'httpStatus'>

/** How requests ended, in words. */
export function createOutcomeWords(phrases: Phrases, { duration, when }: Measures) {
  const { counts, earlier, outcome, unknown } = phrases

  /** Only what there is: zeros say nothing. */
  function countOutcomes(tally: Tally): string {
    return (['cancelled', 'alreadyCancelled', 'failed', 'unknown'] as const)
      .filter((one) => tally[one] !== 0)
      .map((one) => counts[one]({ n: tally[one] }))
      .join(' · ')
  }
  function describeWhy(reason: UnknownReason): string {
    switch (reason.why) {
      case 'timed-out':
        return unknown.why['timed-out']({ duration: duration(reason.afterMs) })
      case 'server-error':
      case 'unreadable-answer':
      case 'accepted':
      case 'in-progress':
      case 'unnamed-failure':
      case 'in-part':
        return unknown.why[reason.why]({ httpStatus: String(reason.httpStatus) })
      case 'refused-again':
        return unknown.why['refused-again']({ message: describeFailure(reason.failure) })
      default:
        return unknown.why[reason.why]
    }
  }
  function describeFailure({ message, httpStatus }: Refusal): string {
    return message || outcome.noReason({ httpStatus: String(httpStatus) })
  }
  /** The server's own advice before any of ours. */
  function adviseFailure(failure: Failure): string {
    return failure.advice || phrases.advice[chooseAdvice(failure)]
  }
  function describeSuccess({ how, verdict }: Extract<Outcome, { status: 'succeeded' }>): string {
    if (verdict?.by === 'person') return outcome.marked({ name: verdict.name, when: when(verdict.at) })
    if (verdict) return outcome.found({ when: when(verdict.at) })
    return how === 'already-cancelled' ? outcome['already-cancelled'] : ''
  }
  function describeEarlier({ fileName, at, standing }: EarlierRun): string {
    return earlier[standing === 'done' ? 'rowDone' : 'rowInDoubt']({ fileName, when: when(at) })
  }
  function readMessage(state: RequestState, held?: EarlierRun): string {
    switch (state.status) {
      case 'failed':
        return describeFailure(state.failure)
      case 'unknown':
        return unknown.lookUpFirst({ why: describeWhy(state.reason) })
      case 'succeeded':
        return describeSuccess(state)
      case 'not-sent':
        return held ? describeEarlier(held) : ''
      case 'sending':
        return ''
    }
  }
  function describeCheck({ settled, left, trouble }: CheckResult): string {
    if (left === 0) return unknown.checkedAll({ settled })
    if (!trouble) return unknown.checkedSome({ settled, left })
    return unknown.checkedTrouble({ settled, left, trouble: unknown.troubles[trouble] })
  }
  return {
    countOutcomes,
    describeWhy,
    describeFailure,
    adviseFailure,
    describeCheck,
    describeState: (state: RequestState, held?: EarlierRun) => ({
      status: statusLabels[state.status],
      code: state.status === 'failed' ? state.failure.code : '',
      message: readMessage(state, held),
    }),
  }
}
