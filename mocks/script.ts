import type { Reply } from './replies'

/**
 * One answer that a test has written for a sub-order: `oms.script('1253231242', [reply(503), dropped, asUsual])`.
 * Whatever is scripted comes before session, limits and orders.
 */
export interface ScriptedAnswer {
  /** Absent: what the OMS itself says. `drop`: the connection breaks. `hang`: no answer ever comes. */
  readonly reply?: Reply | 'drop' | 'hang'
  /** The OMS acts on the request all the same, and the answer above hides it. */
  readonly executes?: true
  readonly delayMs?: number
  /** The answer waits for this: `createGate().opened`. */
  readonly until?: Promise<unknown>
}

/** The OMS answers as if nothing had been scripted. */
export const asUsual: ScriptedAnswer = {}

/** The connection breaks and nothing was done. */
export const dropped: ScriptedAnswer = { reply: 'drop' }

/** No answer ever comes and nothing was done. */
export const hanging: ScriptedAnswer = { reply: 'hang' }

/** Nothing is done and this is answered: `reply(429, undefined, { 'retry-after': '1' })`. */
export function reply(status: number, body?: unknown, headers?: Record<string, string>): ScriptedAnswer {
  return {
    reply: { status, ...(body === undefined ? {} : { body }), ...(headers === undefined ? {} : { headers }) },
  }
}

/** Nothing is done and one of the replies of `replies.ts` is given: `say(obstacles.serviceDown)`. */
export function say(text: Reply): ScriptedAnswer {
  return { reply: text }
}

/** The OMS acts, then answers so: `executed(dropped)` cancels, and the client never hears of it. */
export function executed(answer: ScriptedAnswer): ScriptedAnswer {
  return { ...answer, executes: true }
}

/** The answer is held back until the promise resolves: `held(gate.opened)`. The OMS acts when the call arrives. */
export function held(until: Promise<unknown>, answer: ScriptedAnswer = asUsual): ScriptedAnswer {
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
