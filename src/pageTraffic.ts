import type { CancelSubOrder } from './domain/cancellation'
import type { Pacer } from './run/pacer'

/** Calls that are out, by the session that made them. */
const callsOut = new Map<symbol, Promise<unknown>>()

export interface Traffic {
  readonly cancelSubOrder: CancelSubOrder
  readonly pacer: Pacer
}

/**
 * One call at a time on this page, whoever makes it: the last call of a user who has signed out is heard to its end before
 * the first of the next one goes out.
 */
export function joinTraffic({ cancelSubOrder, pacer }: Traffic): Traffic {
  const own = Symbol('session')

  async function waitForOthers(others: readonly Promise<unknown>[], stop: AbortSignal): Promise<void> {
    const stopped = new Promise<void>((resolve) => {
      if (stop.aborted) resolve()
      else stop.addEventListener('abort', () => resolve(), { once: true })
    })
    await Promise.race([Promise.all(others), stopped])
    await pacer.nextTurn(stop)
  }
  return {
    cancelSubOrder: (request, key) => {
      const call = cancelSubOrder(request, key).finally(() => callsOut.delete(own))
      callsOut.set(own, call)
      return call
    },
    pacer: {
      ...pacer,
      nextTurn: (stop) => {
        const others = [...callsOut].flatMap(([session, call]) => (session === own ? [] : [call]))
        return others.length > 0 ? waitForOthers(others, stop) : pacer.nextTurn(stop)
      },
    },
  }
}
