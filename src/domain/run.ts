import type { CancellationRequest } from './cancellation'
import type { Outcome } from './outcome'
import { createOutcomeList, type OutcomeList, readOutcomeAt, withOutcomes } from './outcomeList'
import { createTally, recount, type Tally } from './tally'

/** Why a run holds and waits for a person. */
export type PauseReason =
  | 'session' // 401, or a page where an answer was due: probably signed out
  | 'rate-limited' // the server asks for a wait that nobody sits out
  | 'forbidden' // three refusals for lack of permission in a row
  | 'connection' // the call got no answer
  | 'server' // three answers in a row that tell nothing
  | 'contract' // the host's client resolved with something that is no answer
  | 'principal-changed' // another user or tenant
  | 'fault' // a bug of ours

export type RunPhase = 'running' | 'stopping' | 'stopped' | 'paused' | 'finished'

/** One pass over a fixed list of requests. */
export interface Run {
  /** UUID; the idempotency keys of its requests derive from it. */
  readonly id: string
  /** Positions in the cancellation's requests, in sending order; null: all of them. */
  readonly picks: readonly number[] | null
  readonly total: number
  /** How many of the list are settled: the next to be sent is the one at this position. */
  readonly done: number
  readonly inFlight: boolean
  readonly phase: RunPhase
  readonly pausedBy?: PauseReason
  /** Wall-clock milliseconds until which a rate limit is waited out. */
  readonly waitingUntil?: number
  /** Where and when (monotonic milliseconds) the present stint began, to measure the pace by. */
  readonly stint: { readonly startedAt: number; readonly fromDone: number; readonly now: number }
}

/** What is to be cancelled from one sheet, or one typed ID: the requests, how each ended, and the run over them. */
export interface Cancellation {
  readonly requests: readonly CancellationRequest[]
  readonly outcomes: OutcomeList
  readonly tally: Tally
  /** The latest run; null before the first. */
  readonly run: Run | null
}

/** What happens in a run, as it happens. `index` is a position in the run's list. */
export type RunEvent =
  | { readonly type: 'sending'; readonly index: number }
  | {
      readonly type: 'settled'
      readonly index: number
      readonly outcome: Outcome
      /** Settles to what the server said after all, if it ever does. */
      readonly late?: Promise<Outcome>
    }
  /** Proven not processed: the request is as it was before it was sent. */
  | { readonly type: 'returned'; readonly index: number }
  | { readonly type: 'waiting'; readonly until: number }
  | { readonly type: 'paused'; readonly reason: PauseReason }
  | { readonly type: 'stopped' }
  | { readonly type: 'finished' }
  /**
   * An answer to a call that had been given up as unanswered. It may come after the run's end, in the midst of the
   * next run even: so `position` is among the cancellation's requests.
   */
  | { readonly type: 'settled-late'; readonly position: number; readonly outcome: Outcome }

/** Whether calls of the run go out, or the last one is waited for. */
export function isGoingOn(run: Run | null | undefined): boolean {
  return run?.phase === 'running' || run?.phase === 'stopping'
}

export function createCancellation(requests: readonly CancellationRequest[]): Cancellation {
  return {
    requests,
    outcomes: createOutcomeList(requests.length),
    tally: createTally(requests.length),
    run: null,
  }
}

/** @returns the position among the cancellation's requests of the run's entry at `index` */
export function pickAt(run: Pick<Run, 'picks'>, index: number): number {
  return run.picks ? (run.picks[index] ?? -1) : index
}

/** Starts a run over chosen requests (null: all). Outcomes of earlier runs stay until a new one replaces them. */
export function beginRun(
  cancellation: Cancellation,
  begun: { readonly id: string; readonly picks: readonly number[] | null; readonly at: number },
): Cancellation {
  const total = begun.picks?.length ?? cancellation.requests.length
  const stint = { startedAt: begun.at, fromDone: 0, now: begun.at }
  const { id, picks } = begun
  return { ...cancellation, run: { id, picks, total, done: 0, inFlight: false, phase: 'running', stint } }
}

/** Goes on with a run that holds, from the first request that has not been settled. */
export function resumeRun(cancellation: Cancellation, at: number): Cancellation {
  if (!cancellation.run) return cancellation
  const { pausedBy: _, ...run } = cancellation.run
  return {
    ...cancellation,
    run: { ...run, phase: 'running', stint: { startedAt: at, fromDone: run.done, now: at } },
  }
}

/** Marks that no further request is to start; the run is `stopped` once the one in flight has been heard. */
export function askToStop(cancellation: Cancellation): Cancellation {
  if (cancellation.run?.phase !== 'running') return cancellation
  return { ...cancellation, run: { ...cancellation.run, phase: 'stopping' } }
}

function moveRun(run: Run, event: RunEvent): Run {
  const { waitingUntil: _, ...moved } = run
  switch (event.type) {
    case 'sending':
      return { ...moved, inFlight: true }
    case 'settled':
      return { ...moved, inFlight: false, done: event.index + 1 }
    case 'returned':
      return { ...moved, inFlight: false }
    case 'waiting':
      return { ...moved, waitingUntil: event.until }
    case 'paused':
      return { ...moved, inFlight: false, phase: 'paused', pausedBy: event.reason }
    case 'stopped':
    case 'finished':
      return { ...moved, inFlight: false, phase: event.type }
    case 'settled-late':
      return run
  }
}

/** A late answer speaks only for a request that is still unknown, never over a later run's verdict. */
function isSettledBy(event: RunEvent, before: Outcome | undefined): boolean {
  return event.type === 'settled' || (event.type === 'settled-late' && before?.status === 'unknown')
}

/** Applies a batch of events. Costs the same for 100 requests as for 100,000. */
export function applyEvents(
  cancellation: Cancellation,
  events: readonly RunEvent[],
  at: number,
): Cancellation {
  let { run, tally } = cancellation
  if (!run) return cancellation
  const changes = new Map<number, Outcome>()
  for (const event of events) {
    if (event.type === 'settled' || event.type === 'settled-late') {
      const position = event.type === 'settled' ? pickAt(run, event.index) : event.position
      const before = changes.get(position) ?? readOutcomeAt(cancellation.outcomes, position)
      if (isSettledBy(event, before)) {
        changes.set(position, event.outcome)
        tally = recount(tally, before, event.outcome)
      }
    }
    run = moveRun(run, event)
  }
  const outcomes = changes.size > 0 ? withOutcomes(cancellation.outcomes, changes) : cancellation.outcomes
  return { ...cancellation, outcomes, tally, run: { ...run, stint: { ...run.stint, now: at } } }
}
