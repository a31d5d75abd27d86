import { obstacles, type Reply } from './replies'

/** Obstacles between the screen and the orders of a scenario. */
export interface ObstacleOptions {
  /** The session ends after so many cancels were let through. */
  readonly sessionEndsAfter?: number
  /** The service goes down after so many cancels were let through. */
  readonly downAfter?: number
  /** Every n-th cancel is answered 429: 50 for "1 in 50". */
  readonly rateLimitEvery?: number
  /** The `Retry-After` of those 429, in turn; `null`: none. Default: none at all, as the real OMS. */
  readonly retryAfter?: readonly (string | null)[]
  /** A true limit: so many calls in any 60 seconds, over all paths. */
  readonly callsPerMinute?: number
  /** Milliseconds; default `Date.now`. */
  readonly now?: () => number
}

export interface OmsState {
  readonly signedIn: boolean
  readonly up: boolean
}

const MINUTE = 60_000

export interface Obstacles {
  /** The reply that stops this call; undefined where the call reaches the orders. */
  meet(isCancel: boolean): Reply | undefined
  state(): OmsState
  change(next: Partial<OmsState>): void
}

/** Session, service and limits: they answer instead of the orders. */
export function createObstacles(options: ObstacleOptions, onChange: () => void): Obstacles {
  const limits = [createCountedLimit(options), createMinuteLimit(options)]
  let state: OmsState = { signedIn: true, up: true }
  let letThrough = 0
  // Each obstacle happens once: a user who signs in again is not signed out again.
  const due = new Map<number | undefined, Partial<OmsState>>([
    [options.sessionEndsAfter, { signedIn: false }],
    [options.downAfter, { up: false }],
  ])

  function change(next: Partial<OmsState>): void {
    state = { ...state, ...next }
    onChange()
  }

  function befall(): void {
    const event = due.get(letThrough)
    due.delete(letThrough)
    if (event) change(event)
  }

  return {
    meet(isCancel) {
      if (isCancel) befall()
      if (!state.up) return obstacles.serviceDown
      if (!state.signedIn) return obstacles.signedOut
      for (const limit of limits) {
        const reply = limit(isCancel)
        if (reply) return reply
      }
      if (isCancel) letThrough += 1
      return undefined
    },
    state: () => state,
    change,
  }
}

type Limit = (isCancel: boolean) => Reply | undefined

function createCountedLimit({ rateLimitEvery, retryAfter = [null] }: ObstacleOptions): Limit {
  let cancels = 0
  let refused = 0
  return (isCancel) => {
    if (!isCancel || rateLimitEvery === undefined) return undefined
    cancels += 1
    if (cancels % rateLimitEvery !== 0) return undefined
    return obstacles.tooManyRequests(retryAfter[refused++ % retryAfter.length] ?? undefined)
  }
}

function createMinuteLimit({ callsPerMinute, now = Date.now }: ObstacleOptions): Limit {
  let recent: number[] = []
  return () => {
    if (callsPerMinute === undefined) return undefined
    recent = recent.filter((at) => at > now() - MINUTE)
    const [oldest] = recent
    if (oldest !== undefined && recent.length >= callsPerMinute) {
      return obstacles.tooManyRequests(String(Math.ceil((oldest + MINUTE - now()) / 1000)))
    }
    recent.push(now())
    return undefined
  }
}
