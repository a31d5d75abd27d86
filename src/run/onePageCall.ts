import type { CancelSubOrder } from '../domain/run/cancellation'
import type { Pacer } from './pacer'

/** Calls that are out, by the session that made them. */
const callsOut = new Map<symbol, Promise<unknown>>()

export interface PageCalls {
  readonly cancelSubOrder: CancelSubOrder
  readonly pacer: Pacer
}

/**
 * Limits this page to one call at a time over all sessions: the next user's first call waits until the last call of the
 * user before has ended.
 */
export function limitToOneCall({ cancelSubOrder, pacer }: PageCalls): PageCalls {
  const own = Symbol('session')

  const findOthers = () => [...callsOut].flatMap(([session, call]) => (session === own ? [] : [call]))

  async function waitForOthers(stop: AbortSignal): Promise<void> {
    const stopped = new Promise<void>((resolve) => {
      if (stop.aborted) resolve()
      else stop.addEventListener('abort', () => resolve(), { once: true })
    })
    for (let others = findOthers(); others.length > 0 && !stop.aborted; others = findOthers()) {
      await Promise.race([Promise.allSettled(others), stopped])
    }
    await pacer.nextTurn(stop)
  }
  return {
    cancelSubOrder: (request, key) => {
      const call = cancelSubOrder(request, key).finally(() => {
        if (callsOut.get(own) === call) callsOut.delete(own)
      })
      callsOut.set(own, call)
      return call
    },
    pacer: {
      ...pacer,
      nextTurn: (stop) => (findOthers().length > 0 ? waitForOthers(stop) : pacer.nextTurn(stop)),
    },
  }
}
