import { type Answer, readContent, readRetryAfter } from './answer/answer'
import type { Attempt, CancellationRequest } from '../domain/run/cancellation'
import { NO_CODES, type OwnCodes } from './message/codes'
import { readAccepted } from './readAccepted'
import { isRefusal, readRefused } from './readRefused'
import { readServerMessage } from './message/readServerMessage'
import { refuse, settle } from './message/settle'

/**
 * Statuses that concern the session or the connection alone: proxy sign-in (407), Laravel's and IIS's ended session
 * (419, 440), a token that is missing or invalid (498).
 */
const SESSION_STATUS: ReadonlySet<number> = new Set([407, 419, 440, 498])
/**
 * The connection ended before the answer: time-out (408), nginx (444, 494 to 497, 499), load balancers of AWS (460,
 * 463).
 */
const LOST_STATUS: ReadonlySet<number> = new Set([408, 444, 460, 463, 494, 495, 496, 497, 499])

function readRateLimited(answer: Answer, wallNow: number): Attempt {
  const retryAfterMs = readRetryAfter(answer.header('retry-after'), wallNow)
  const attempt = { kind: 'not-processed', why: 'rate-limited' } as const
  return retryAfterMs === undefined ? attempt : { ...attempt, retryAfterMs }
}

/**
 * Reads the outcome of a request from its answer, by the table of docs/answers.md. SUCCESS only where
 * nothing in the answer speaks against it, ERROR only where the server speaks of this very sub-order. Trouble with
 * session or service turns no row red.
 *
 * @param wallNow milliseconds since 1970, for a `Retry-After` that is a date
 * @param own the codes of the host's own OMS; default none
 */
export function readOutcome(
  answer: Answer,
  request: CancellationRequest,
  wallNow: number,
  own: OwnCodes = NO_CODES,
): Attempt {
  const { status } = answer
  const content = readContent(answer)
  // Another address has answered: its answer says nothing about the cancel.
  if (answer.isRedirected && status < 500)
    return settle({ why: 'unreadable-answer', httpStatus: status }, 'session')
  if (status >= 200 && status < 300) return readAccepted(answer, content, request)
  // A redirect that the client did not follow leads to a login as a rule.
  if (status < 400) return settle({ why: 'unreadable-answer', httpStatus: status }, 'session')
  if (status === 401) return { kind: 'not-processed', why: 'session' }
  if (status === 403) return { ...refuse(answer, readServerMessage(content)), trouble: 'forbidden' }
  if (status === 429) return readRateLimited(answer, wallNow)
  if (SESSION_STATUS.has(status)) return settle({ why: 'unreadable-answer', httpStatus: status }, 'session')
  if (status < 500 || (status === 500 && isRefusal(content, own))) {
    return readRefused(answer, content, { request, own, isLost: LOST_STATUS.has(status) })
  }
  return settle({ why: 'server-error', httpStatus: status }, 'server')
}
