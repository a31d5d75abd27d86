import type { Outcome } from './outcome'
import { createOutcomeList, type OutcomeList, outcomeAt, withOutcomes } from './outcomeList'
import type { RequestList } from './requestList'
import { createTally, recount, type Tally } from './tally'
import { type EarlierRun, isSameEarlier } from './earlierRun'

/** Why a run holds and waits for a person. */
export type PauseReason =
  | 'session' // 401, or a page where an answer was due: probably signed out
  | 'rate-limited' // the server asks for a wait that nobody sits out
  | 'forbidden' // three refusals for lack of permission in a row
  | 'not-allowed' // the host says that the user may not cancel any more
  | 'connection' // the call got no answer
  | 'server' // three answers in a row that tell nothing
  | 'contract' // the host's client resolved with something that is no answer
  | 'principal-changed' // another user or tenant
  | 'storage' // the record of the run could not be written
  | 'interrupted' // the page went away, or another tab took the run over
  | 'done-elsewhere' // an earlier run has cancelled the next one, or left it in doubt
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
  /** It goes on by itself once the connection or the server is back. */
  readonly resumesItself?: true
  /** Wall-clock milliseconds until which a rate limit is waited out. */
  readonly waitingUntil?: number
  /** Where and when (monotonic milliseconds) the present stint began, to measure the pace by. */
  readonly stint: { readonly startedAt: number; readonly fromDone: number; readonly now: number }
}

/** What is to be cancelled from one sheet, or one typed ID: the requests, how each ended, and the run over them. */
export interface Cancellation {
  readonly requests: RequestList
  readonly outcomes: OutcomeList
  readonly tally: Tally
  /** The latest run; null before the first. */
  readonly run: Run | null
  /** By position: what an earlier run cancelled, or left in doubt. Not sent, unless the user includes it on purpose. */
  readonly heldBack: ReadonlyMap<number, EarlierRun>
  /** By position: what of it the user includes on purpose, as it was known when they said so. */
  readonly included: ReadonlyMap<number, EarlierRun>
  /**
   * Of the run's record, as this page last read or wrote it; null before there is one. It is raised whenever a tab takes the
   * run: a tab with an older one may not write.
   */
  readonly epoch: number | null
}

/** What happens in a run, as it happens. `index` is a position in the run's list. */
export type RunEvent =
  | { readonly type: 'sending'; readonly index: number }
  | {
      readonly type: 'settled'
      readonly index: number
      readonly outcome: Outcome
      /** The call that was given up, and what the server said to it after all, if it ever does. */
      readonly late?: { readonly call: string; readonly outcome: Promise<Outcome> }
    }
  /** Proven not processed: the request is as it was before it was sent. */
  | { readonly type: 'returned'; readonly index: number }
  /** It has an outcome already, from a late answer or a person, or an earlier call of it is still out: it is not sent. */
  | { readonly type: 'passed'; readonly index: number }
  | { readonly type: 'waiting'; readonly until: number }
  | { readonly type: 'paused'; readonly reason: PauseReason }
  | { readonly type: 'stopped' }
  | { readonly type: 'finished' }
  /**
   * More is known of it: by a late answer, a status read, or a person. It may come after the run's end, in the
   * midst of the next run even: so `position` is among the cancellation's requests. Null: not cancelled, and pending again.
   */
  | { readonly type: 'resolved'; readonly position: number; readonly outcome: Outcome | null }

/** Whether calls of the run go out, or the last one is waited for. */
export function isGoingOn(run: Run | null | undefined): boolean {
  return run?.phase === 'running' || run?.phase === 'stopping'
}

const NOTHING_HELD: ReadonlyMap<number, EarlierRun> = new Map()

export function createCancellation(requests: RequestList): Cancellation {
  return {
    requests,
    outcomes: createOutcomeList(requests.length),
    tally: createTally(requests.length),
    run: null,
    heldBack: NOTHING_HELD,
    included: NOTHING_HELD,
    epoch: null,
  }
}

type Held = Pick<Cancellation, 'heldBack' | 'included'>

/** What an earlier run has done about a request that is not sent for it; undefined: nothing, or it is included on purpose. */
export function findHeld({ heldBack, included }: Held, position: number): EarlierRun | undefined {
  const earlier = heldBack.get(position)
  // What was learnt of it after the user included it, they have not included.
  return isSameEarlier(earlier, included.get(position)) ? undefined : earlier
}

/** Whether the user includes all that earlier runs have dealt with. */
export function includesAll({ heldBack, included }: Held): boolean {
  if (heldBack === included) return true
  for (const [position, earlier] of heldBack) {
    if (!isSameEarlier(earlier, included.get(position))) return false
  }
  return true
}

/** @returns positions of all requests that are not held back; null: all of them */
export function chooseFresh({
  requests,
  ...held
}: Pick<Cancellation, 'requests' | 'heldBack' | 'included'>): readonly number[] | null {
  if (includesAll(held)) return null
  // A mark for each, not a look into the map: over a million that takes a third of the time.
  const isHeld = new Uint8Array(requests.length)
  for (const position of held.heldBack.keys()) if (findHeld(held, position)) isHeld[position] = 1
  const fresh: number[] = []
  for (let position = 0; position < requests.length; position += 1) {
    if (isHeld[position] === 0) fresh.push(position)
  }
  return fresh
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

const goOnFrom = (run: Run, at: number, done: number): Run => ({
  ...run,
  done,
  phase: 'running',
  stint: { startedAt: at, fromDone: done, now: at },
})

/**
 * Goes on with a run that holds.
 *
 * @param done how many of its list are settled or passed over
 */
export function resumeRun(cancellation: Cancellation, at: number, done?: number): Cancellation {
  if (!cancellation.run) return cancellation
  const { pausedBy: _, resumesItself: __, ...run } = cancellation.run
  return {
    ...cancellation,
    run: goOnFrom(run, at, done ?? run.done),
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
    case 'passed':
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
    case 'resolved':
      return run
  }
}

/** What the server said of a request stands; a person's word holds until the server speaks, and opens only what is unknown. */
function isSettledBy(event: RunEvent, before: Outcome | undefined): boolean {
  if (event.type !== 'resolved') return event.type === 'settled'
  if (event.outcome === null) return before?.status === 'unknown'
  return before?.status !== 'succeeded' || before.verdict !== undefined
}

/** Applies a batch of events. Costs the same for 100 requests as for 100,000. */
export function applyEvents(
  cancellation: Cancellation,
  events: readonly RunEvent[],
  at: number,
): Cancellation {
  let { run, tally } = cancellation
  if (!run) return cancellation
  const changes = new Map<number, Outcome | undefined>()
  for (const event of events) {
    if (event.type === 'settled' || event.type === 'resolved') {
      const position = event.type === 'settled' ? pickAt(run, event.index) : event.position
      const before = changes.has(position)
        ? changes.get(position)
        : outcomeAt(cancellation.outcomes, position)
      if (isSettledBy(event, before)) {
        changes.set(position, event.outcome ?? undefined)
        tally = recount(tally, before, event.outcome ?? undefined)
      }
    }
    run = moveRun(run, event)
  }
  const outcomes = changes.size > 0 ? withOutcomes(cancellation.outcomes, changes) : cancellation.outcomes
  return { ...cancellation, outcomes, tally, run: { ...run, stint: { ...run.stint, now: at } } }
}
