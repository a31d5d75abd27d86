import type { Outcome } from './outcome'
import type { EarlierRun } from './earlierRun'
import { createOutcomeList, type OutcomeList } from './outcomeList'
import type { RequestList } from './requestList'
import { createTally, type Tally } from './tally'

/** Why a run is paused and waits for a person. */
export type PauseReason =
  | 'session' // the server answered 401, or a page in place of an answer: the user is probably signed out
  | 'rate-limited' // the server asks for a wait that is too long to sit out
  | 'forbidden' // the server refused three calls in a row for lack of permission
  | 'not-allowed' // the host says that the user may not cancel any more
  | 'connection' // the call got no answer
  | 'server' // three answers in a row told nothing
  | 'contract' // the host's client resolved with something that is no answer
  | 'principal-changed' // another user or tenant signed in
  | 'storage' // the browser could not write the record of the run
  | 'interrupted' // the page went away, or another tab took the run over
  | 'done-elsewhere' // an earlier run cancelled the next request, or left it in doubt
  | 'fault' // our code threw

/** `stopping`: the user asked to stop, and the request in flight has no answer yet. */
export type RunPhase = 'running' | 'stopping' | 'stopped' | 'paused' | 'finished'

/** One pass over a fixed list of requests. */
export interface Run {
  /** UUID; the idempotency keys of its requests derive from it. */
  readonly id: string
  /** Positions in the cancellation's requests, in sending order; null: all of them. */
  readonly picks: readonly number[] | null
  readonly total: number
  /** How many requests of the list are settled; also the index of the next request to send. */
  readonly done: number
  readonly inFlight: boolean
  readonly phase: RunPhase
  readonly pausedBy?: PauseReason
  /** The run resumes by itself once the connection or the server is back. */
  readonly resumesItself?: true
  /** When the wait for a rate limit ends, in wall-clock milliseconds. */
  readonly waitingUntil?: number
  /** Where and when (monotonic milliseconds) the present stint began: the pace is measured from there. */
  readonly stint: { readonly startedAt: number; readonly fromDone: number; readonly now: number }
}

/** The requests of one sheet or one typed ID, their outcomes, and the latest run over them. */
export interface Cancellation {
  readonly requests: RequestList
  readonly outcomes: OutcomeList
  readonly tally: Tally
  /** The latest run; null before the first. */
  readonly run: Run | null
  /**
   * By position: requests that an earlier run cancelled or left in doubt. They are skipped unless the user includes
   * them on purpose.
   */
  readonly skipped: ReadonlyMap<number, EarlierRun>
  /** By position: the skipped requests that the user includes, with the earlier run as the user knew it. */
  readonly included: ReadonlyMap<number, EarlierRun>
  /**
   * The epoch of the run's record when this page last read or wrote it; null before there is a record. Each tab that
   * takes the run raises the epoch, and a tab with an older epoch may not write.
   */
  readonly epoch: number | null
}

/** An event of a run. `index` is a position in the run's list. */
export type RunEvent =
  | { readonly type: 'sending'; readonly index: number }
  | {
      readonly type: 'settled'
      readonly index: number
      readonly outcome: Outcome
      /** The call that timed out, and the server's late answer to it, if an answer ever comes. */
      readonly late?: { readonly call: string; readonly outcome: Promise<Outcome> }
    }
  /** The server has proven that it did not process the request: the request is pending again. */
  | { readonly type: 'returned'; readonly index: number }
  /** The request is not sent: a late answer or a person has settled it, or an earlier call of it is still out. */
  | { readonly type: 'passed'; readonly index: number }
  | { readonly type: 'waiting'; readonly until: number }
  | { readonly type: 'paused'; readonly reason: PauseReason }
  | { readonly type: 'stopped' }
  | { readonly type: 'finished' }
  /**
   * A late answer, a status read or a person tells more about a request. The event may come after the run's end, even
   * during the next run; so `position` counts among the cancellation's requests. Null: not cancelled, and pending
   * again.
   */
  | { readonly type: 'resolved'; readonly position: number; readonly outcome: Outcome | null }

/** Whether a run sends calls, or still waits for the answer to its last call. */
export function isGoingOn(run: Run | null | undefined): boolean {
  return run?.phase === 'running' || run?.phase === 'stopping'
}

const NO_EARLIER_RUNS: ReadonlyMap<number, EarlierRun> = new Map()

/** A cancellation before its first run: nothing was sent. */
export function createCancellation(requests: RequestList): Cancellation {
  return {
    requests,
    outcomes: createOutcomeList(requests.length),
    tally: createTally(requests.length),
    run: null,
    skipped: NO_EARLIER_RUNS,
    included: NO_EARLIER_RUNS,
    epoch: null,
  }
}

/** The position, among the cancellation's requests, of the run's entry at `index`. -1: outside of the list. */
export function pickAt(run: Pick<Run, 'picks'>, index: number): number {
  return run.picks ? (run.picks[index] ?? -1) : index
}
