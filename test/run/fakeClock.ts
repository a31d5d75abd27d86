import type { Clock } from '../../src/run/clock'

export interface FakeClock extends Clock {
  /** Lets time pass; waits that end within it resolve. */
  pass(ms: number): void
  /** Lengths of the waits, oldest first. */
  readonly waits: readonly number[]
}

/** Noon, and 20 seconds. */
export const START = Date.UTC(2026, 10, 23, 12, 0, 20)

/**
 * @param mode `jumping`: a wait ends at once, and the clock jumps to its end; `held`: time passes only when the test says
 *   so
 */
export function createFakeClock(mode: 'jumping' | 'held' = 'jumping'): FakeClock {
  let now = 1000
  const waits: number[] = []
  const sleepers = new Set<{ readonly until: number; wake(): void }>()

  function pass(ms: number): void {
    now += ms
    for (const sleeper of sleepers) {
      if (sleeper.until <= now) sleeper.wake()
    }
  }
  return {
    waits,
    pass,
    now: () => now,
    wallNow: () => START + now - 1000,
    wait: (ms, stop) =>
      new Promise((resolve) => {
        waits.push(ms)
        if (stop.aborted) {
          resolve()
          return
        }
        const sleeper = {
          until: now + ms,
          wake: () => {
            sleepers.delete(sleeper)
            stop.removeEventListener('abort', sleeper.wake)
            resolve()
          },
        }
        sleepers.add(sleeper)
        stop.addEventListener('abort', sleeper.wake)
        if (mode === 'jumping') pass(ms)
      }),
  }
}
