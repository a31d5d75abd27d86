import type { Clock } from './clock'

/** A call whose answer may still come. */
export interface CallOut {
  /** Names it among all calls. */
  readonly id: string
  /** Resolves once no answer to the call can come. */
  readonly ended: Promise<unknown>
}

/** Tells from which time on no call of an unknown request can be delivered. */
export interface DeliveryDeadlines {
  /** This page has given up waiting for a call of this request, and may still hear of it. */
  trackLateCall(id: string, position: number, call: CallOut): void
  /**
   * The calls of this request went out before now, and their end is unknown.
   *
   * @param elsewhere calls that another page may still hear of; they replace the calls of other pages tracked before
   */
  trackUnknown(id: string, position: number, elsewhere?: readonly CallOut[]): void
  /** Drops the calls of other pages for this run: the record has been read again. */
  forgetElsewhere(id: string): void
  /**
   * Monotonic milliseconds from which on an open sub-order means that the request was not cancelled. Infinity while a
   * call of it is out: a browser may not even have sent it, since it keeps six connections to a server.
   */
  deliveryDeadline(id: string, position: number): number
}

interface Tracked {
  since: number
  /** Calls of this page, which knows more of them than the record does. */
  readonly own: Set<string>
  elsewhere: Set<string>
}

/** Counts a call as out until it has ended. @param calls of the request: its own, or those elsewhere */
function watch(request: Tracked, calls: Set<string>, { id, ended }: CallOut, now: () => number): void {
  calls.add(id)
  void ended.then(() => {
    if (calls.delete(id)) request.since = now()
  })
}

/** @param quietMs how long after its call a request may still reach the OMS, in milliseconds */
export function createDeliveryDeadlines(clock: Pick<Clock, 'now'>, quietMs: number): DeliveryDeadlines {
  const tracked = new Map<string, Tracked>()

  function track(id: string, position: number): Tracked {
    const name = `${id} ${position}`
    const request = tracked.get(name) ?? { since: 0, own: new Set(), elsewhere: new Set() }
    request.since = clock.now()
    tracked.set(name, request)
    return request
  }
  function deliveryDeadline(id: string, position: number): number {
    const request = tracked.get(`${id} ${position}`)
    // This page does not know when the call went out: another tab may have sent it just now.
    if (!request) return clock.now() + quietMs
    const isOut = request.own.size + request.elsewhere.size > 0
    return isOut ? Number.POSITIVE_INFINITY : request.since + quietMs
  }
  return {
    trackLateCall: (id, position, call) => {
      const request = track(id, position)
      watch(request, request.own, call, clock.now)
    },
    trackUnknown: (id, position, elsewhere = []) => {
      const request = track(id, position)
      request.elsewhere = new Set()
      for (const call of elsewhere) watch(request, request.elsewhere, call, clock.now)
    },
    forgetElsewhere: (id) => {
      for (const [name, request] of tracked) {
        if (request.elsewhere.size === 0 || !name.startsWith(`${id} `)) continue
        request.elsewhere = new Set()
        request.since = clock.now()
      }
    },
    deliveryDeadline,
  }
}
