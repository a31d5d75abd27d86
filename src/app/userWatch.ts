import { askHost, takeBack } from '../host/askHost'
import type { Host } from '../host/contract'

type Watched = Pick<Host, 'onSessionChange'>

/** What a host has said about its user, unchecked. */
export interface UserWord {
  readonly user: unknown
}

interface Subscription {
  /** The host's own function: the same function is not subscribed to twice. */
  readonly source: unknown
  end(): void
}

function subscribe(host: Watched, source: unknown, hear: (user: unknown) => void): Subscription | undefined {
  if (typeof source !== 'function') return undefined
  let isCurrent = true
  let hasThrown = true
  const removal = askHost((): unknown => {
    // A host may call its old listeners for ever: they no longer count.
    const given: unknown = source.call(host, (user: unknown) => isCurrent && hear(user))
    hasThrown = false
    return given
  })
  // A function that threw is tried again with the next update.
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
 * Listens to the latest host's `onSessionChange` alone: the subscription to the host before is removed. A host without
 * it still refuses the calls of a session that ended.
 *
 * @param hear gets the user as the host passes it, unchecked
 * @returns a function that takes the next host; a host with the same function stays subscribed, and `{}` ends it
 */
export function createUserWatch(hear: (user: unknown) => void): (host: Watched) => void {
  let subscription: Subscription | undefined
  return (host) => {
    const source = askHost<unknown>(() => host.onSessionChange)
    if (subscription && subscription.source === source) return
    subscription?.end()
    subscription = subscribe(host, source, hear)
  }
}
