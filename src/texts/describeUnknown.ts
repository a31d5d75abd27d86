import type { UnknownReason } from '../domain/run/outcome'
import type { CheckResult } from '../store/run/checkUnknown'
import { describeFailure } from './describeFailure'
import type { Messages } from './messages'

/** Says why nobody knows how a request ended. */
export function describeWhy(reason: UnknownReason, messages: Messages): string {
  const { why } = messages.unknown
  switch (reason.why) {
    case 'timed-out':
      return why['timed-out']({ duration: messages.duration(reason.afterMs) })
    case 'server-error':
    case 'unreadable-answer':
    case 'accepted':
    case 'in-progress':
    case 'unnamed-failure':
    case 'in-part':
      return why[reason.why]({ httpStatus: String(reason.httpStatus) })
    case 'refused-again':
      return why['refused-again']({ message: describeFailure(reason.failure, messages) })
    default:
      return why[reason.why]
  }
}

/** Says how a look-up ended. */
export function describeCheck({ settled, left, trouble }: CheckResult, { unknown }: Messages): string {
  if (left === 0) return unknown.checkedAll({ settled })
  if (!trouble) return unknown.checkedSome({ settled, left })
  return unknown.checkedTrouble({ settled, left, trouble: unknown.troubles[trouble] })
}
