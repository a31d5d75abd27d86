import type { ApiAnswer } from '../../src/host/contract'

/** The verdict on an answer by section 4 of the contract. */
export type Verdict = 'succeeded' | 'failed' | 'unknown' | 'not-processed'

/** One end of a call, with the server's effect. */
export interface Answer {
  readonly verdict: Verdict
  /**
   * `cancels`: the sub-order is cancelled by it. `later`: only after the page has been told something else. `late`: at the
   * moment of the late answer.
   */
  readonly effect: 'none' | 'cancels' | 'later' | 'late'
  /** `lost`: the client rejects. `hangs`: nothing comes. */
  readonly says: ApiAnswer | 'lost' | 'hangs' | 'nonsense'
  /** The answer that comes after a time-out. */
  readonly late?: ServerAnswer
}

/** An answer of the server, with the verdict that the screen owes it. */
export interface ServerAnswer {
  readonly says: ApiAnswer
  readonly verdict: Verdict
}

const PAGE = '<!doctype html><title>Sign in</title>'
const respond = (status: number, body?: unknown, headers?: Record<string, string>): ApiAnswer => ({
  status,
  ...(body === undefined ? {} : { body }),
  ...(headers ? { headers } : {}),
})
const ok = respond(200, {})
const refusal = { code: 'BAD_DATA', message: 'Sub-order is packed', description: '' }

const inProgress = respond(409, {
  code: 'IDEMPOTENCY_IN_PROGRESS',
  message: 'A request with this Idempotency-Key is still being processed',
})

/** Answers to a cancel of a sub-order that another call has cancelled, or is cancelling. */
export const repeats = {
  done: { says: ok, verdict: 'succeeded' },
  already: {
    says: respond(409, { code: 'ALREADY_CANCELLED', message: 'Already cancelled' }),
    verdict: 'succeeded',
  },
  refused: {
    says: respond(400, { code: 'BAD_DATA', message: 'Sub order is in a state that cannot be changed' }),
    verdict: 'failed',
  },
  busy: { says: inProgress, verdict: 'unknown' },
} as const satisfies Readonly<Record<string, ServerAnswer>>

/** Every kind of answer the model knows, by name. */
export const answers = {
  ok: { verdict: 'succeeded', effect: 'cancels', says: ok },
  'ok, empty': { verdict: 'succeeded', effect: 'cancels', says: respond(204) },
  'already cancelled': {
    verdict: 'succeeded',
    effect: 'cancels',
    says: respond(409, { code: 'ALREADY_CANCELLED', message: 'Already cancelled' }),
  },
  'has error': {
    verdict: 'failed',
    effect: 'none',
    says: respond(200, { hasError: true, errorMessage: 'No' }),
  },
  'page after': { verdict: 'unknown', effect: 'cancels', says: respond(200, PAGE) },
  'page before': { verdict: 'unknown', effect: 'none', says: respond(200, PAGE) },
  '401': { verdict: 'not-processed', effect: 'none', says: respond(401) },
  '403': { verdict: 'failed', effect: 'none', says: respond(403, { message: 'Forbidden' }) },
  '404': { verdict: 'failed', effect: 'none', says: respond(404, { code: 'NOT_FOUND', message: 'Unknown' }) },
  '429 in 1 s': {
    verdict: 'not-processed',
    effect: 'none',
    says: respond(429, undefined, { 'retry-after': '1' }),
  },
  '429': { verdict: 'not-processed', effect: 'none', says: respond(429) },
  '429 in 2 h': {
    verdict: 'not-processed',
    effect: 'none',
    says: respond(429, undefined, { 'retry-after': '7200' }),
  },
  '500 refusal': { verdict: 'failed', effect: 'none', says: respond(500, refusal) },
  '500 before': { verdict: 'unknown', effect: 'none', says: respond(500) },
  '500 after': { verdict: 'unknown', effect: 'cancels', says: respond(500) },
  '502 after': { verdict: 'unknown', effect: 'cancels', says: respond(502, PAGE) },
  '503 before': { verdict: 'unknown', effect: 'none', says: respond(503) },
  '408': { verdict: 'unknown', effect: 'cancels', says: respond(408) },
  'broken JSON': { verdict: 'unknown', effect: 'cancels', says: respond(200, '{"hasErr') },
  'lost before': { verdict: 'unknown', effect: 'none', says: 'lost' },
  'lost after': { verdict: 'unknown', effect: 'cancels', says: 'lost' },
  'lost, delivered later': { verdict: 'unknown', effect: 'later', says: 'lost' },
  nonsense: { verdict: 'unknown', effect: 'cancels', says: 'nonsense' },
  'time-out before': { verdict: 'unknown', effect: 'none', says: 'hangs' },
  'time-out after': { verdict: 'unknown', effect: 'cancels', says: 'hangs' },
  'time-out, late ok': {
    verdict: 'unknown',
    effect: 'cancels',
    says: 'hangs',
    late: { says: ok, verdict: 'succeeded' },
  },
  'time-out, late refusal': {
    verdict: 'unknown',
    effect: 'none',
    says: 'hangs',
    late: { says: respond(404, refusal), verdict: 'failed' },
  },
  'time-out, late 401': {
    verdict: 'unknown',
    effect: 'none',
    says: 'hangs',
    late: { says: respond(401), verdict: 'unknown' },
  },
  'time-out before, late 500': {
    verdict: 'unknown',
    effect: 'none',
    says: 'hangs',
    late: { says: respond(500), verdict: 'unknown' },
  },
  'time-out after, late 500': {
    verdict: 'unknown',
    effect: 'cancels',
    says: 'hangs',
    late: { says: respond(500), verdict: 'unknown' },
  },
  'slow ok': {
    verdict: 'unknown',
    effect: 'late',
    says: 'hangs',
    late: { says: ok, verdict: 'succeeded' },
  },
  'accepted, done later': { verdict: 'unknown', effect: 'later', says: respond(202) },
  'accepted, never done': { verdict: 'unknown', effect: 'none', says: respond(202, { status: 'ACCEPTED' }) },
  'in progress': { verdict: 'unknown', effect: 'none', says: inProgress },
} as const satisfies Readonly<Record<string, Answer>>

export type AnswerName = keyof typeof answers

export const ANSWER_NAMES = Object.keys(answers) as AnswerName[]
