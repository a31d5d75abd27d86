import type { Failure } from '../domain/run/outcome'
import { chooseAdvice } from './chooseAdvice'
import type { Messages } from './messages'

/** A refusal in the server's own words, if it gave any. */
export function describeFailure(
  { message, httpStatus }: Pick<Failure, 'message' | 'httpStatus'>,
  { outcome }: Messages,
): string {
  return message || outcome.noReason({ httpStatus: String(httpStatus) })
}

/** What to do about a failure: the server's own advice comes before ours. */
export function adviseFailure(failure: Failure, { advice }: Messages): string {
  return failure.advice || advice[chooseAdvice(failure)]
}
