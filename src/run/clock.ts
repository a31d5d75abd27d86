import type { Breathe } from '../domain/breathe'

/** Time as the loop needs it; tests bring their own. */
export interface Clock {
  /** Monotonic milliseconds. */
  now(): number
  /** Wall-clock milliseconds since 1970, for what a person reads. */
  wallNow(): number
  /** Resolves after `ms`, or at once when `stop` is raised. Never rejects. */
  wait(ms: number, stop: AbortSignal): Promise<void>
}

/** `setTimeout` takes at most 2^31 - 1 ms and fires at once above it. */
const LONGEST_TIMER_MS = 2_147_483_647

export const systemClock: Clock = {
  now: () => performance.now(),
  wallNow: () => Date.now(),
  wait: (ms, stop) =>
    new Promise((resolve) => {
      if (stop.aborted) {
        resolve()
        return
      }
      const end = () => {
        clearTimeout(timer)
        stop.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, Math.min(ms, LONGEST_TIMER_MS))
      stop.addEventListener('abort', end)
    }),
}

/** Lets the page have its turn: input and paint first, then we go on. */
function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    // A message is a task of its own and, unlike a timer, is not slowed down in a hidden tab.
    if (typeof MessageChannel === 'undefined') {
      setTimeout(resolve, 0)
      return
    }
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/** @param sliceMs how long work may go on before the page has its turn */
export function createBreathe(clock: Pick<Clock, 'now'>, sliceMs: number): Breathe {
  let sliceEnd = clock.now() + sliceMs
  return () => {
    if (clock.now() < sliceEnd) return undefined
    return giveWay().then(() => {
      sliceEnd = clock.now() + sliceMs
    })
  }
}
