import type { Answer } from './answer/answer'
import type { Attempt, CancellationRequest, CancelSubOrder } from '../domain/run/cancellation'
import { withTimeout } from '../domain/time/withTimeout'
import type { Outcome } from '../domain/run/outcome'
import type { ApiClient, ApiRequest } from '../host/contract'
import { NO_CODES, type OwnCodes } from './message/codes'
import { requestAnswer } from './answer/readAnswer'
import { readOutcome } from './readOutcome'
import { type CancelPaths, writeCancelCall } from './wire'

export interface CancelServices {
  /** Read anew for each call: a host may hand over a new client or new settings while a run goes on. */
  readApi(): ApiClient
  readPaths(): CancelPaths
  readAnswerTimeoutMs(): number
  /** The codes that the host knows its OMS by; absent: none. */
  readCodes?(): OwnCodes
  /** Milliseconds since 1970. */
  wallNow(): number
}

const NO_ANSWER: Attempt = {
  kind: 'settled',
  outcome: { status: 'unknown', reason: { why: 'no-answer' } },
  trouble: 'connection',
}
const NOT_SENT: Attempt = { kind: 'not-processed', why: 'contract' }
const NOT_AN_ANSWER: Attempt = {
  kind: 'settled',
  outcome: { status: 'unknown', reason: { why: 'not-an-answer' } },
  trouble: 'contract',
}

async function sendCall(
  api: ApiClient,
  call: ApiRequest,
  read: (answer: Answer) => Attempt,
): Promise<Attempt> {
  const answer = await requestAnswer(api, call)
  if (answer === 'no-answer') return NO_ANSWER
  try {
    return answer === 'not-an-answer' ? NOT_AN_ANSWER : read(answer)
  } catch {
    // The getters of headers or body throw: an answer came, but is unreadable.
    return NOT_AN_ANSWER
  }
}

/** A call that is given up is unknown. A late answer to it still counts. */
function giveUp(attempt: Promise<Attempt>, afterMs: number): Attempt {
  const outcome: Outcome = { status: 'unknown', reason: { why: 'timed-out', afterMs } }
  // A late 401 or 429 says "not processed", but the run has moved on: the row stays for a person to judge.
  const late = attempt.then((answered) => (answered.kind === 'settled' ? answered.outcome : outcome))
  return { kind: 'settled', outcome, trouble: 'server', late }
}

interface Prepared {
  readonly api: ApiClient
  readonly call: ApiRequest
  readonly codes: OwnCodes
  readonly answerTimeoutMs: number
}

/** @returns undefined where the host throws, or gives no client: then no call goes out */
function prepare(services: CancelServices, request: CancellationRequest, key: string): Prepared | undefined {
  try {
    const answerTimeoutMs = services.readAnswerTimeoutMs()
    const codes = services.readCodes?.() ?? NO_CODES
    const api = services.readApi()
    const call = writeCancelCall(request, key, services.readPaths())
    return typeof api.request === 'function' ? { api, call, codes, answerTimeoutMs } : undefined
  } catch {
    return undefined
  }
}

/** Cancels through the host's client. The call is never aborted: that would not undo it, only destroy the answer. */
export function createCancelSubOrder(services: CancelServices): CancelSubOrder {
  return async (request, idempotencyKey) => {
    const prepared = prepare(services, request, idempotencyKey)
    if (!prepared) return NOT_SENT
    const { api, call, codes, answerTimeoutMs } = prepared
    const read = (answer: Answer) => readOutcome(answer, request, services.wallNow(), codes)
    const attempt = sendCall(api, call, read)
    return withTimeout(attempt, answerTimeoutMs, () => giveUp(attempt, answerTimeoutMs))
  }
}
