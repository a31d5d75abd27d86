import { type Answer, type Content, isShape } from './answer/answer'
import type { Attempt, CancellationRequest } from '../domain/run/cancellation'
import { ALREADY_CANCELLED } from '../domain/run/outcome'
import { saysAlreadyCancelled } from './message/alreadyCancelled'
import { countNamed } from './message/asked'
import { isOneOf, isServerFailureCode, isSessionCode, type OwnCodes } from './message/codes'
import { saysInProgress } from './message/inProgress'
import { readServerMessage, type ServerMessage } from './message/readServerMessage'
import { refuse, settle } from './message/settle'
import { saysSession } from './message/speech'
import { squash } from './answer/words'

/**
 * Whether a 500 is a refusal of this very sub-order: Increff's whole body with a code that is no failure of the server,
 * or a code that the host lists. `unknown_error` is the usual code of a failure in the middle of the work, and the work
 * may be done.
 */
export function isRefusal(content: Content, { refusalCodes }: OwnCodes): boolean {
  if (content.kind !== 'json' || !isShape(content.value)) return false
  const { code, message, description } = content.value
  if (typeof code !== 'string' || typeof message !== 'string') return false
  if (isOneOf(code, refusalCodes)) return true
  return typeof description === 'string' && squash(code) !== '' && !isServerFailureCode(code)
}

export interface Refused {
  readonly request: CancellationRequest
  readonly own: OwnCodes
  /**
   * The connection ended before the answer: no verdict, unless the answer says that the sub-order was cancelled before.
   */
  readonly isLost: boolean
}

/**
 * Codes of a 4xx that plainly mean trouble. "Unknown" may concern a SKU, and a refusal often holds a technical word.
 */
const TROUBLE_CODE =
  /^(err|error)?(unknown|unknownerror|internal|internalerror|internalservererror|servererror|serviceunavailable|unavailable|timeout|gatewaytimeout|upstreamtimeout|requesttimeout|timedout|deadlineexceeded)$/

const isTroubled = ({ code }: ServerMessage) => TROUBLE_CODE.test(squash(code))
const isSignedOut = ({ code, message }: ServerMessage) => isSessionCode(code) || saysSession(message)

/** Reads the outcome of a request from a 4xx, or from a 500 that is a refusal. */
export function readRefused(answer: Answer, content: Content, { request, own, isLost }: Refused): Attempt {
  const { status } = answer
  if (content.kind === 'page-or-broken' && !isLost) {
    return settle({ why: 'unreadable-answer', httpStatus: status }, 'server')
  }
  const serverMessage = readServerMessage(content)
  if (status >= 500) return refuse(answer, serverMessage)
  const named = content.kind === 'json' ? countNamed(content.value, request) : 0
  if (saysAlreadyCancelled(serverMessage, request, own, named))
    return { kind: 'settled', outcome: ALREADY_CANCELLED }
  // 425, RFC 8470: the server did not want to risk a repeat, and the first call may be on its way.
  if (status === 425 || saysInProgress(serverMessage))
    return settle({ why: 'in-progress', httpStatus: status })
  if (isLost || isTroubled(serverMessage))
    return settle({ why: 'server-error', httpStatus: status }, 'server')
  if (isSignedOut(serverMessage)) return settle({ why: 'unreadable-answer', httpStatus: status }, 'session')
  return refuse(answer, serverMessage)
}
