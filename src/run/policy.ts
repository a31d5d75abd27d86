import type { CallTrouble } from '../domain/run/cancellation'
import type { PauseReason } from '../domain/run/run'

/** Two troubles in a row can be chance. The third one comes from the service, not from the sub-order. */
const STREAK = 3

/** After a longer wait than this the run pauses, and a person decides. */
export const LONGEST_WAIT_MS = 60 * 60 * 1000

const MINUTE_MS = 60_000

/** Troubles that pause the run at once. Any other must come three times in a row. */
const AT_ONCE: ReadonlySet<CallTrouble> = new Set(['session', 'connection', 'contract'])

/** Tells after each settled request whether the run pauses, and why. */
export function createPausePolicy(): (trouble: CallTrouble | undefined) => PauseReason | undefined {
  let last: CallTrouble | undefined
  let count = 0
  return (trouble) => {
    count = trouble === last ? count + 1 : 1
    last = trouble
    if (!trouble) return undefined
    return AT_ONCE.has(trouble) || count >= STREAK ? trouble : undefined
  }
}

/**
 * How long to wait after a 429, in milliseconds.
 *
 * @param retryAfterMs the wait that the server asks for; absent: the server's count begins again with the next minute
 * @param wallNow milliseconds since 1970
 */
export function chooseWait(retryAfterMs: number | undefined, wallNow: number): number {
  return retryAfterMs ?? MINUTE_MS - (wallNow % MINUTE_MS)
}
