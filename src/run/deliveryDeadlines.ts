import type { Clock } from './clock'

/** A call whose answer may still come. */
export interface CallOut {
  /** Names it among all calls. */
  readonly id: string
  /** Resolves once no answer of it can come any more. */
  readonly ended: Promise<unknown>
}

/** From when on no call of an unknown request can be delivered any more, in monotonic milliseconds. */
export interface DeliveryDeadlines {
  /** This page has given up waiting for a call of this request, and may still hear of it. */
  trackLateCall(id: string, position: number, call: CallOut): void
  /**
   * The calls of this request went out before now, and their end is unknown.
   *
   * @param elsewhere those that another page may still hear of; they replace what was known of other pages
   */
  trackUnknown(id: string, position: number, elsewhere?: readonly CallOut[]): void
  /** What was known of other pages' calls of this run is over: the record has been read anew. */
  forgetElsewhere(id: string): void
  /** Infinity while a call of it is out: a browser may not even have sent it, since it keeps six connections to a server. */
  deliveryDeadline(id: string, position: number): number
}

interface Tracked {
  since: number
  /** Calls of this page: what it knows of them is newer than the record. */
  readonly own: Set<string>
  elsewhere: Set<string>
}

/** @param quietMs how long after its call a request may still reach the OMS */
export function createDeliveryDeadlines(clock: Pick<Clock, 'now'>, quietMs: number): DeliveryDeadlines {
  const tracked = new Map<string, Tracked>()

  function track(id: string, position: number): Tracked {
    const name = `${id} ${position}`
    const request = tracked.get(name) ?? { since: 0, own: new Set(), elsewhere: new Set() }
    request.since = clock.now()
    tracked.set(name, request)
    return request
  }
  function watch(request: Tracked, calls: Set<string>, { id, ended }: CallOut): void {
    calls.add(id)
    void ended.then(() => {
      if (calls.delete(id)) request.since = clock.now()
    })
  }
  return {
    trackLateCall: (id, position, call) => {
      const request = track(id, position)
      watch(request, request.own, call)
    },
    trackUnknown: (id, position, elsewhere = []) => {
      const request = track(id, position)
      request.elsewhere = new Set()
      for (const call of elsewhere) watch(request, request.elsewhere, call)
    },
    forgetElsewhere: (id) => {
      for (const [name, request] of tracked) {
        if (request.elsewhere.size === 0 || !name.startsWith(`${id} `)) continue
        request.elsewhere = new Set()
        request.since = clock.now()
      }
    },
    deliveryDeadline: (id, position) => {
      const request = tracked.get(`${id} ${position}`)
      // Where nobody has noted when the call went out, it may have been just now, in another tab.
      if (!request) return clock.now() + quietMs
      const isOut = request.own.size + request.elsewhere.size > 0
      return isOut ? Number.POSITIVE_INFINITY : request.since + quietMs
    },
  }
}
