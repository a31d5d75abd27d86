import type { Trouble } from '../domain/run/cancellation'
import type { PauseReason } from '../domain/run/run'

/** Two can be chance; the third in a row is the service, not the sub-order. */
const STREAK = 3

/** A wait longer than this is no pace any more: better to say so and let a person decide. */
export const LONGEST_WAIT_MS = 60 * 60 * 1000

const MINUTE_MS = 60_000

/** Trouble that holds the run at the first sign; the rest must come three times in a row. */
const AT_ONCE: ReadonlySet<Trouble> = new Set(['session', 'connection', 'contract'])

/** Tells after each settled request whether the run should hold. */
export function createPausePolicy(): (trouble: Trouble | undefined) => PauseReason | undefined {
  let last: Trouble | undefined
  let count = 0
  return (trouble) => {
    count = trouble === last ? count + 1 : 1
    last = trouble
    if (!trouble) return undefined
    return AT_ONCE.has(trouble) || count >= STREAK ? trouble : undefined
  }
}

/**
 * How long to wait after a 429.
 *
 * @param retryAfterMs what the server asked for; absent: until the next minute begins, when its count begins anew
 * @param wallNow milliseconds since 1970
 */
export function chooseWait(retryAfterMs: number | undefined, wallNow: number): number {
  return retryAfterMs ?? MINUTE_MS - (wallNow % MINUTE_MS)
}
