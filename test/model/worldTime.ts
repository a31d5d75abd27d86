/** Time that only the world moves, for the loop's clock and for every `setTimeout`. */
export interface WorldTime {
  /** Milliseconds since the world began. */
  now(): number
  /** @returns a function that clears the timer */
  start(ms: number, ring: () => void): () => void
  /** When the next timer rings; undefined where none is set. */
  nextAt(): number | undefined
  /** Rings the next timer and moves the time there. */
  ringNext(): void
  /** Moves the time, without ringing. */
  skipTo(at: number): void
}

interface Timer {
  readonly at: number
  readonly ring: () => void
}

export function createWorldTime(): WorldTime {
  let now = 0
  const timers = new Set<Timer>()
  function findNext(): Timer | undefined {
    let next: Timer | undefined
    for (const timer of timers) if (!next || timer.at < next.at) next = timer
    return next
  }
  return {
    now: () => now,
    start: (ms, ring) => {
      const timer = { at: now + Math.max(0, ms), ring }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    nextAt: () => findNext()?.at,
    ringNext: () => {
      const timer = findNext()
      if (!timer) return
      timers.delete(timer)
      now = Math.max(now, timer.at)
      timer.ring()
    },
    skipTo: (at) => {
      now = Math.max(now, at)
    },
  }
}

/** Replaces the page's timers by the world's. @returns a function that restores the old timers */
export function installTimers(time: WorldTime): () => void {
  const { setTimeout: oldSet, clearTimeout: oldClear } = globalThis
  const running = new Map<number, () => void>()
  let last = 0
  const set = (ring: () => void, ms = 0): number => {
    last += 1
    const id = last
    running.set(
      id,
      time.start(ms, () => {
        running.delete(id)
        ring()
      }),
    )
    return id
  }
  const clear = (id: number | undefined) => {
    if (id === undefined) return
    running.get(id)?.()
    running.delete(id)
  }
  // A timer's handle is a number in the browser and an object here. No code reads it.
  globalThis.setTimeout = set as unknown as typeof setTimeout
  globalThis.clearTimeout = clear as unknown as typeof clearTimeout
  return () => {
    globalThis.setTimeout = oldSet
    globalThis.clearTimeout = oldClear
  }
}
