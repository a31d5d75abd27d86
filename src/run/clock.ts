import type { YieldIfDue } from '../domain/time/yieldIfDue'
import type { StartTimer } from './timers'
import { yieldToPage } from './yieldToPage'

/** The loop's clock; tests bring their own. */
export interface Clock {
  /** Monotonic milliseconds. */
  now(): number
  /** Wall-clock milliseconds since 1970, for what a person reads. */
  wallNow(): number
  /** Resolves after `ms`, or at once when `stop` is raised. Never rejects. */
  wait(ms: number, stop: AbortSignal): Promise<void>
}

/** @param startTimer rings at the end of a wait */
export function createSystemClock(startTimer: StartTimer): Clock {
  return {
    now: () => performance.now(),
    wallNow: () => Date.now(),
    wait: (ms, stop) =>
      new Promise((resolve) => {
        if (stop.aborted) {
          resolve()
          return
        }
        const takeBack = startTimer(ms, end)
        stop.addEventListener('abort', end)
        function end(): void {
          takeBack()
          stop.removeEventListener('abort', end)
          resolve()
        }
      }),
  }
}

/** @param sliceMs how long work may hold the page, in milliseconds */
export function createYieldIfDue(clock: Pick<Clock, 'now'>, sliceMs: number): YieldIfDue {
  let sliceEnd = clock.now() + sliceMs
  return () => {
    if (clock.now() < sliceEnd) return undefined
    return yieldToPage().then(() => {
      sliceEnd = clock.now() + sliceMs
    })
  }
}
