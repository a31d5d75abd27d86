import type { Clock } from './clock'

/** Spaces the starts of calls, over all runs of a session. */
export interface Pacer {
  /** Resolves when the next call may start, or when `stop` is raised; undefined where it may start at once. */
  nextTurn(stop: AbortSignal): Promise<void> | undefined
  /** Notes that a call starts. */
  started(): void
}

/** @param readCallsPerMinute asked for each call, since a host may change its settings */
export function createPacer(clock: Clock, readCallsPerMinute: () => number): Pacer {
  let lastStart = Number.NEGATIVE_INFINITY

  function restOfGap(): number {
    return lastStart + 60_000 / readCallsPerMinute() - clock.now()
  }
  async function waitForGap(stop: AbortSignal): Promise<void> {
    // A timer may fire a little early: ask the clock again.
    for (let rest = restOfGap(); rest > 0 && !stop.aborted; rest = restOfGap()) {
      await clock.wait(Math.ceil(rest), stop)
    }
  }
  return {
    nextTurn: (stop) => (restOfGap() > 0 ? waitForGap(stop) : undefined),
    started: () => {
      lastStart = clock.now()
    },
  }
}
