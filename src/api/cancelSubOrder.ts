import type { Attempt, CancellationRequest, CancelSubOrder } from '../domain/cancellation'
import { clampTimer } from '../domain/clampTimer'
import type { Outcome } from '../domain/outcome'
import type { ApiClient, ApiRequest } from '../host/contract'
import { type Answer, readRejected, readResolved } from './readAnswer'
import { readOutcome } from './readOutcome'
import { type CancelPaths, writeCancelCall } from './wire'

export interface CancelServices {
  /** Read anew for each call: a host may hand over a new client or new settings while a run goes on. */
  readApi(): ApiClient
  readPaths(): CancelPaths
  readAnswerTimeoutMs(): number
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

/** The one place where what the host's client throws becomes a value. */
async function askHost(
  api: ApiClient,
  call: ApiRequest,
  request: CancellationRequest,
  wallNow: () => number,
): Promise<Attempt> {
  let answer: Answer | undefined
  let missing = NOT_AN_ANSWER
  try {
    answer = await readResolved(await api.request(call))
  } catch (error) {
    missing = NO_ANSWER
    answer = await readRejected(error).catch(() => undefined)
  }
  try {
    return answer ? readOutcome(answer, request, wallNow()) : missing
  } catch {
    // Headers or a body whose getters throw: an answer came, and nobody can read it.
    return NOT_AN_ANSWER
  }
}

function giveUpAfter(ms: number, attempt: Promise<Attempt>): Promise<Attempt> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      const outcome: Outcome = { status: 'unknown', reason: { why: 'timed-out', afterMs: ms } }
      // A late 401 or 429 says "not processed", but the run has moved on: the row stays for a person to judge.
      const late = attempt.then((answered) => (answered.kind === 'settled' ? answered.outcome : outcome))
      resolve({ kind: 'settled', outcome, trouble: 'server', late })
    }, clampTimer(ms))
    void attempt.then((answered) => {
      clearTimeout(timer)
      resolve(answered)
    })
  })
}

interface Prepared {
  readonly api: ApiClient
  readonly call: ApiRequest
  readonly answerTimeoutMs: number
}

/** @returns undefined where the host throws at it, or gives nothing to call with: then nothing goes out */
function prepare(services: CancelServices, request: CancellationRequest, key: string): Prepared | undefined {
  try {
    const { api, answerTimeoutMs } = {
      api: services.readApi(),
      answerTimeoutMs: services.readAnswerTimeoutMs(),
    }
    const call = writeCancelCall(request, key, services.readPaths())
    return typeof api.request === 'function' ? { api, call, answerTimeoutMs } : undefined
  } catch {
    return undefined
  }
}

/** Cancels through the host's client. The call is never aborted: that would not undo it, only destroy the answer. */
export function createCancelSubOrder(services: CancelServices): CancelSubOrder {
  return async (request, idempotencyKey) => {
    const prepared = prepare(services, request, idempotencyKey)
    if (!prepared) return NOT_SENT
    const { api, call, answerTimeoutMs } = prepared
    return giveUpAfter(answerTimeoutMs, askHost(api, call, request, services.wallNow))
  }
}
