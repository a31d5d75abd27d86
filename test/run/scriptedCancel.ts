import { createGate } from '../../mocks/script'
import type {
  Attempt,
  CancellationRequest,
  CancelSubOrder,
  CallTrouble,
} from '../../src/domain/run/cancellation'
import { ALREADY_CANCELLED, CANCELLED, type Outcome } from '../../src/domain/run/outcome'

export const unknownOutcome: Outcome = { status: 'unknown', reason: { why: 'server-error', httpStatus: 503 } }
export const refusedOutcome: Outcome = {
  status: 'failed',
  failure: { code: 'FORBIDDEN', message: 'Not allowed', httpStatus: 403 },
}

const settle = (outcome: Outcome, trouble?: CallTrouble): Attempt => ({
  kind: 'settled',
  outcome,
  ...(trouble ? { trouble } : {}),
})

/** Attempts as the wire gives them. */
export const done = settle(CANCELLED)
export const already = settle(ALREADY_CANCELLED)
export const forbidden = settle(refusedOutcome, 'forbidden')
export const serverDown = settle(unknownOutcome, 'server')
export const loginPage = settle(unknownOutcome, 'session')
export const lost = settle(unknownOutcome, 'connection')
export const nonsense = settle(unknownOutcome, 'contract')
export const signedOut: Attempt = { kind: 'not-processed', why: 'session' }
export const tooMany = (retryAfterMs?: number): Attempt => ({
  kind: 'not-processed',
  why: 'rate-limited',
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
})

export interface ScriptedCancel {
  readonly cancelSubOrder: CancelSubOrder
  readonly calls: readonly { readonly request: CancellationRequest; readonly key: string }[]
  /** The most calls that were on their way at one time. */
  readonly mostAtOnce: () => number
}

/** Gives these attempts in turn, then `done` for ever. @param beforeAnswer awaited in each call */
export function scriptCancel(
  attempts: readonly Attempt[] = [],
  beforeAnswer: (call: number) => Promise<void> | void = () => {},
): ScriptedCancel {
  const calls: { request: CancellationRequest; key: string }[] = []
  const traffic = { now: 0, most: 0 }
  return {
    calls,
    mostAtOnce: () => traffic.most,
    cancelSubOrder: async (request, key) => {
      const attempt = attempts[calls.length] ?? done
      calls.push({ request, key })
      traffic.now += 1
      traffic.most = Math.max(traffic.most, traffic.now)
      await beforeAnswer(calls.length - 1)
      traffic.now -= 1
      return attempt
    },
  }
}

/** Holds the call of that number back; `arrived` resolves when it is on its way. */
export function holdCall(number: number) {
  const arrival = createGate()
  const answer = createGate()
  return {
    arrived: arrival.opened,
    answer: answer.open,
    beforeAnswer: (call: number): Promise<void> | void => {
      if (call !== number) return
      arrival.open()
      return answer.opened
    },
  }
}
