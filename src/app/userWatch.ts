import { askHost, takeBack } from '../host/askHost'
import type { Host } from '../host/contract'

interface Subscription {
  /** The host's own function, by which it is known again. */
  readonly source: unknown
  end(): void
}

function subscribe(host: Host, source: unknown, hear: (user: unknown) => void): Subscription | undefined {
  if (typeof source !== 'function') return undefined
  let isCurrent = true
  let hasThrown = true
  const removal = askHost((): unknown => {
    // A host may keep its old listeners for ever: what they say of the session is over.
    const given: unknown = source.call(host, (user: unknown) => isCurrent && hear(user))
    hasThrown = false
    return given
  })
  // One that threw is tried again with the next update.
  if (hasThrown) return undefined
  return {
    source,
    end: () => {
      isCurrent = false
      takeBack(removal)
    },
  }
}

/**
 * Hears of a new user through the latest host's `onSessionChange` and no other's: the subscription of the one before is
 * taken back. A host that cannot tell of its session still refuses the calls of one that ended.
 *
 * @param hear gets whatever the host says, unread
 * @returns follows the host from now on; a host whose function is the same stays subscribed as it is
 */
export function createUserWatch(hear: (user: unknown) => void): (host: Host) => void {
  let subscription: Subscription | undefined
  return (host) => {
    const source = askHost<unknown>(() => host.onSessionChange)
    if (subscription && subscription.source === source) return
    subscription?.end()
    subscription = subscribe(host, source, hear)
  }
}
