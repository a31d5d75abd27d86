/** `setTimeout` takes at most 2^31 - 1 ms and fires at once above it. */
const LONGEST_TIMER_MS = 2_147_483_647

/** The nearest time in milliseconds that a timer can take. */
export function clampTimer(ms: number): number {
  return Math.min(Math.max(ms, 0), LONGEST_TIMER_MS)
}
