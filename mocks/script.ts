import type { Reply } from './replies'

/** Whole answers by their names. */
export const namedAnswers = {
  /** The usual answer of the OMS. */
  'as usual': {},
  /** The connection breaks, and nothing was done. */
  'network error': { lost: 'drop' },
  /** The OMS acts, and the connection breaks before the client hears of it. */
  'network error after execution': { lost: 'drop', executes: true },
  /** No answer ever comes, and nothing was done: the screen gives up after `settings.answerTimeoutMs`. */
  'time-out': { lost: 'hang' },
  /** The OMS acts, and no answer ever comes. */
  'time-out after execution': { lost: 'hang', executes: true },
} as const satisfies Record<string, AnswerData>

/** An answer as plain data, with a status, `lost`, or a time: `{ status: 429, headers: { 'retry-after': '1' } }`. */
export interface AnswerData {
  /** 200 to 599. The OMS does nothing and answers so. */
  readonly status?: number
  /** Text goes out as it is, '' is an empty body, anything else goes out as JSON. Absent: the usual body of the OMS for that status. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** No answer comes. `drop`: the connection breaks. `hang`: it stays silent for ever. */
  readonly lost?: 'drop' | 'hang'
  /** The OMS acts on the request all the same, and the answer hides it. */
  readonly executes?: boolean
  /** Milliseconds, in place of what every answer takes. */
  readonly delayMs?: number
  /** The answer waits for this: `createGate().opened`. */
  readonly until?: Promise<unknown>
}

/**
 * One answer that a test has written for a sub-order: `oms.script('1253231242', [{ status: 503 }, dropped, 'as usual'])`.
 * A scripted answer wins over session, limits and orders.
 */
export type ScriptedAnswer = keyof typeof namedAnswers | AnswerData

/** The OMS answers as if nothing had been scripted. */
export const asUsual: ScriptedAnswer = 'as usual'

/** The connection breaks and nothing was done. */
export const dropped: AnswerData = namedAnswers['network error']

/** No answer ever comes and nothing was done. */
export const hanging: AnswerData = namedAnswers['time-out']

/** The OMS does nothing and gives exactly this answer: `reply(429, undefined, { 'retry-after': '1' })`. */
export function reply(status: number, body: unknown = '', headers?: Record<string, string>): AnswerData {
  return { status, body, ...(headers === undefined ? {} : { headers }) }
}

/** The OMS does nothing and gives a reply of `replies.ts`: `respondWith(obstacles.serviceDown)`. */
export function respondWith({ status, body, headers }: Reply): AnswerData {
  return reply(status, body, headers)
}

/** The OMS acts, then answers so: `executed(dropped)` cancels, and the client never hears of it. */
export function executed(answer: AnswerData): AnswerData {
  return { ...answer, executes: true }
}

/** The OMS acts when the call arrives, and its answer waits until the promise resolves: `held(gate.opened)`. */
export function held(until: Promise<unknown>, answer: AnswerData = {}): AnswerData {
  return { ...answer, until }
}

export interface Gate {
  readonly opened: Promise<void>
  open(): void
}

/** For tests that must look at the screen while a call is on its way; no test sleeps. */
export function createGate(): Gate {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}
