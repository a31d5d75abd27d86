import type { EarlierRun } from '../domain/run/earlierRun'
import type { Outcome } from '../domain/run/outcome'
import type { RequestState } from '../domain/run/requestState'
import { describeEarlier } from './describeEarlier'
import { describeFailure } from './describeFailure'
import { describeWhy } from './describeUnknown'
import type { Messages } from './messages'

/** The same in every language: they stand in the downloads, and downloads come back as uploads. */
export const statusLabels: Record<RequestState['status'], string> = {
  succeeded: 'SUCCESS',
  failed: 'ERROR',
  sending: 'SENDING',
  unknown: 'UNKNOWN',
  'not-sent': 'NOT SENT',
}

function describeSuccess(
  { how, verdict }: Extract<Outcome, { status: 'succeeded' }>,
  { outcome, when }: Messages,
): string {
  if (verdict?.by === 'person') return outcome.marked({ name: verdict.name, when: when(verdict.at) })
  if (verdict) return outcome.found({ when: when(verdict.at) })
  return how === 'already-cancelled' ? outcome['already-cancelled'] : ''
}

function chooseMessage(state: RequestState, messages: Messages, earlier?: EarlierRun): string {
  switch (state.status) {
    case 'failed':
      return describeFailure(state.failure, messages)
    case 'unknown':
      return messages.unknown.lookUpFirst({ why: describeWhy(state.reason, messages) })
    case 'succeeded':
      return describeSuccess(state, messages)
    case 'not-sent':
      return earlier ? describeEarlier(earlier, messages) : ''
    case 'sending':
      return ''
  }
}

/** The state of a request as the table and the downloads show it. @param earlier the run for which it is skipped */
export function describeState(
  state: RequestState,
  messages: Messages,
  earlier?: EarlierRun,
): { status: string; code: string; message: string } {
  return {
    status: statusLabels[state.status],
    code: state.status === 'failed' ? state.failure.code : '',
    message: chooseMessage(state, messages, earlier),
  }
}
