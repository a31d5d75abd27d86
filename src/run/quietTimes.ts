import type { Clock } from './clock'

/** When the calls of unknown requests can no longer be delivered, in monotonic milliseconds. */
export interface QuietTimes {
  /**
   * The call of this request went out before now, and its end is unknown. `ended`, where given: it has not come back yet,
   * and a browser may not even have sent it, since it keeps six connections to a server at most.
   */
  noteUnknown(id: string, position: number, ended?: Promise<unknown>): void
  /** Infinity where the call is still out. */
  quietAt(id: string, position: number): number
}

/** @param quietMs how long after its call a request may still reach the OMS */
export function createQuietTimes(clock: Pick<Clock, 'now'>, quietMs: number): QuietTimes {
  const unknownSince = new Map<string, number>()
  return {
    noteUnknown: (id, position, ended) => {
      const name = `${id} ${position}`
      // Read anew from the journal: that its call is still out is known here alone.
      if (!ended && unknownSince.get(name) === Number.POSITIVE_INFINITY) return
      unknownSince.set(name, ended ? Number.POSITIVE_INFINITY : clock.now())
      void ended?.then(() => unknownSince.set(name, clock.now()))
    },
    // Where nobody has noted when the call went out, it may have been just now, in another tab.
    quietAt: (id, position) => (unknownSince.get(`${id} ${position}`) ?? clock.now()) + quietMs,
  }
}
