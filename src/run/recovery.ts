import type { CancellationRequest } from '../domain/run/cancellation'
import type { ReadSubOrder } from '../domain/run/reading'
import type { PauseReason } from '../domain/run/run'
import type { Clock } from './clock'

/** First probe, then twice as long each time, up to the last: a server that struggles is not to be pressed. */
const FIRST_PROBE_MS = 2_000
const LONGEST_PROBE_MS = 60_000

/** A clock that jumped by more than this between two calls means that the machine slept, or somebody set it. */
const SLEEP_MS = 30_000

/** A call may take its time-out, and a rate limit an hour: a longer step than that is sleep. */
const LONGEST_STEP_MS = 60 * 60 * 1000

/** What the browser knows of the network. */
export interface Network {
  isOnline(): boolean
  /** Resolves when the browser says that it is online again, or `stop` is raised. */
  untilOnline(stop: AbortSignal): Promise<void>
}

export interface RecoveryServices {
  readonly clock: Clock
  readonly network: Network
  readonly readSubOrder: ReadSubOrder
  /** Whether the host has a way to read a sub-order: a call that changes nothing, to try the server with. */
  canRead(): boolean
}

/** How waiting ended: what the run waited for is back; the session is gone meanwhile; or nobody waits any more. */
export type RecoveryEnd = 'back' | 'session' | 'given-up'

export interface Recovery {
  /** False where nobody can tell. */
  readonly isPossible: boolean
  readonly end: Promise<RecoveryEnd>
}

/**
 * Waits until the connection or the server is back: by the browser's word where it was offline, and by reading the next
 * sub-order, which changes nothing. Where neither is to be had nobody can tell: another cancel is no probe.
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
      // A network that is just up drops what comes first.
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
 * Tells before each call whether the machine has slept since the last: then the connection and the session are tried
 * before anything is sent. A clock that was set has the same look, and costs one read.
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
    // Some systems stop the monotonic clock in sleep, others let it go on.
    const gap = Math.max(Math.abs(wallNow - wall - (now - monotonic)), now - monotonic - LONGEST_STEP_MS)
    monotonic = now
    wall = wallNow
    return gap > SLEEP_MS ? check(next) : undefined
  }
}
