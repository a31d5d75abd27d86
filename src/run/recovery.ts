import type { CancellationRequest } from '../domain/run/cancellation'
import type { ReadSubOrder } from '../domain/run/reading'
import type { PauseReason } from '../domain/run/run'
import type { Clock } from './clock'

/**
 * The wait before the first probe. Each further wait doubles, up to the longest: a server in trouble must not be
 * pressed.
 */
const FIRST_PROBE_MS = 2_000
const LONGEST_PROBE_MS = 60_000

/**
 * A clock that jumps by more than this between two calls means that the machine slept, or that somebody set the clock.
 */
const SLEEP_MS = 30_000

/** A call takes at most its time-out, and a rate limit at most an hour. A longer step means sleep. */
const LONGEST_STEP_MS = 60 * 60 * 1000

/** The browser's knowledge of the network. */
export interface Network {
  isOnline(): boolean
  /** Resolves when the browser is online again, or `stop` is raised. */
  untilOnline(stop: AbortSignal): Promise<void>
}

export interface RecoveryServices {
  readonly clock: Clock
  readonly network: Network
  readonly readSubOrder: ReadSubOrder
  /** Whether the host can read a sub-order. Such a call changes nothing, and so can try the server. */
  canRead(): boolean
}

/**
 * How waiting ended. `back`: connection or server have recovered. `session`: nobody is signed in. `given-up`: `stop`
 * was raised.
 */
export type RecoveryEnd = 'back' | 'session' | 'given-up'

export interface Recovery {
  /** False where recovery cannot be noticed. */
  readonly isPossible: boolean
  readonly end: Promise<RecoveryEnd>
}

/**
 * Waits until the connection or the server has recovered. The browser reports that it is online again, and reading the
 * next sub-order tries the server without changing anything. Without both, recovery cannot be noticed: another cancel
 * is no probe.
 */
export function waitForRecovery(
  { clock, network, readSubOrder, canRead }: RecoveryServices,
  reason: 'connection' | 'server',
  next: CancellationRequest,
  stop: AbortSignal,
): Recovery {
  const wasOffline = reason === 'connection' && !network.isOnline()
  const isPossible = wasOffline || canRead()

  async function wait(): Promise<RecoveryEnd> {
    if (wasOffline) await network.untilOnline(stop)
    for (let pauseMs = FIRST_PROBE_MS; !stop.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PROBE_MS)) {
      // A network that has just come up drops the first calls.
      await clock.wait(pauseMs, stop)
      if (stop.aborted) return 'given-up'
      if (!network.isOnline()) {
        await network.untilOnline(stop)
        continue
      }
      const { kind } = await readSubOrder(next)
      if (stop.aborted) return 'given-up'
      if (kind === 'session') return 'session'
      if (kind !== 'no-answer' && kind !== 'server') return 'back'
    }
    return 'given-up'
  }
  return { isPossible, end: isPossible ? wait() : Promise.resolve('given-up') }
}

/**
 * Checks before each call whether the machine has slept since the last call. After sleep, the connection and the
 * session are tried before anything is sent. A clock that was set looks the same, and costs one read.
 */
export function createSleepCheck({ clock, network, readSubOrder, canRead }: RecoveryServices) {
  let monotonic = clock.now()
  let wall = clock.wallNow()

  async function check(next: CancellationRequest | undefined): Promise<PauseReason | undefined> {
    if (!network.isOnline()) return 'connection'
    if (!next || !canRead()) return undefined
    const { kind } = await readSubOrder(next)
    if (kind === 'session') return 'session'
    return kind === 'no-answer' ? 'connection' : undefined
  }
  return (next: CancellationRequest | undefined): Promise<PauseReason | undefined> | undefined => {
    const [now, wallNow] = [clock.now(), clock.wallNow()]
    // In sleep, some systems stop the monotonic clock and others do not.
    const gap = Math.max(Math.abs(wallNow - wall - (now - monotonic)), now - monotonic - LONGEST_STEP_MS)
    monotonic = now
    wall = wallNow
    return gap > SLEEP_MS ? check(next) : undefined
  }
}
