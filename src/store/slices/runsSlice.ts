import { createAction, isAnyOf, type UnknownAction } from '@reduxjs/toolkit'
import type { RequestList } from '../../domain/run/requestList'
import { applyEvents } from '../../domain/run/applyEvents'
import { askToStop, beginRun, resumeRun } from '../../domain/run/beginRun'
import { type Cancellation, createCancellation, isGoingOn, type RunEvent } from '../../domain/run/run'
import { includesAll } from '../../domain/run/findHeld'

/** Why a run could not begin, although the user asked for it. */
export type StartRefusal =
  | 'other-tab'
  | 'still-out'
  | 'storage'
  | 'newer'
  | 'changed'
  | 'needs-consent'
  | 'too-many'

export interface Check {
  readonly id: string
  readonly done: number
  readonly total: number
  /** Calls of some may still be on their way: they are looked at again once that cannot be. */
  readonly isWaiting: boolean
}

export interface RunsState {
  /** The one cancellation whose run is going on in this tab; null where none is. */
  readonly activeId: string | null
  /** The one whose run is about to go on: lock and journal are being asked. */
  readonly preparingId: string | null
  /** The one whose run goes on in another tab; this one only shows it. */
  readonly observedId: string | null
  /** This tab waits for another one to end, to take its place. */
  readonly isWaiting: boolean
  /** The one whose unknown requests are being looked up, and how far that is. */
  readonly check: Check | null
  readonly refusal: { readonly id: string; readonly why: StartRefusal } | null
  /** The cancellation whose run was started or continued last. */
  readonly latestId: string | null
  readonly byId: Readonly<Record<string, Cancellation>>
}

export const requestsPlanned = createAction<{ id: string; requests: RequestList }>('runs/requestsPlanned')
export const runStarted = createAction<{
  id: string
  runId: string
  picks: readonly number[] | null
  at: number
  epoch: number
}>('runs/runStarted')
export const runContinued = createAction<{ id: string; at: number; epoch: number; done?: number }>(
  'runs/runContinued',
)
export const stopAsked = createAction<{ id: string }>('runs/stopAsked')
export const eventsHappened = createAction<{ id: string; events: readonly RunEvent[]; at: number }>(
  'runs/eventsHappened',
)
export const cancellationForgotten = createAction<{ id: string }>('runs/cancellationForgotten')
/** As the journal knows it. */
export const cancellationRestored = createAction<{ id: string; cancellation: Cancellation }>(
  'runs/cancellationRestored',
)
export const startAsked = createAction<{ id: string }>('runs/startAsked')
export const startRefused = createAction<{ id: string; why: StartRefusal | null }>('runs/startRefused')
export const earlierFound = createAction<{ id: string; heldBack: Cancellation['heldBack'] }>(
  'runs/earlierFound',
)
export const earlierIncluded = createAction<{ id: string; isIncluded: boolean }>('runs/earlierIncluded')
export const recoveryChanged = createAction<{ id: string; isAwaited: boolean }>('runs/recoveryChanged')
export const observationChanged = createAction<{ id: string | null }>('runs/observationChanged')
export const waitingChanged = createAction<{ isWaiting: boolean }>('runs/waitingChanged')
export const checkMoved = createAction<RunsState['check']>('runs/checkMoved')

const isRunAction = isAnyOf(
  runStarted,
  runContinued,
  stopAsked,
  eventsHappened,
  earlierFound,
  earlierIncluded,
  recoveryChanged,
)
type RunAction = ReturnType<
  | typeof runStarted
  | typeof runContinued
  | typeof stopAsked
  | typeof eventsHappened
  | typeof earlierFound
  | typeof earlierIncluded
  | typeof recoveryChanged
>

const NONE_INCLUDED: Cancellation['included'] = new Map()

function moveCancellation(cancellation: Cancellation, action: RunAction): Cancellation {
  if (runStarted.match(action)) {
    const { runId, picks, at, epoch } = action.payload
    return { ...beginRun(cancellation, { id: runId, picks, at }), epoch }
  }
  if (eventsHappened.match(action)) {
    return applyEvents(cancellation, action.payload.events, action.payload.at)
  }
  if (runContinued.match(action)) {
    const { at, epoch, done } = action.payload
    return { ...resumeRun(cancellation, at, done), epoch }
  }
  if (earlierFound.match(action)) {
    const { heldBack } = action.payload
    const { included } = cancellation
    // One and the same again: to compare them one by one at each change costs tens of milliseconds over 100,000.
    const isIncluded = heldBack.size === included.size && includesAll({ heldBack, included })
    return { ...cancellation, heldBack: isIncluded ? included : heldBack }
  }
  if (earlierIncluded.match(action)) {
    // Those that are named now, by what is known of them now: what other runs do afterwards is not covered.
    return { ...cancellation, included: action.payload.isIncluded ? cancellation.heldBack : NONE_INCLUDED }
  }
  if (recoveryChanged.match(action)) {
    if (cancellation.run?.phase !== 'paused') return cancellation
    const { resumesItself: _, ...run } = cancellation.run
    return { ...cancellation, run: action.payload.isAwaited ? { ...run, resumesItself: true } : run }
  }
  return askToStop(cancellation)
}

const initialState: RunsState = {
  activeId: null,
  preparingId: null,
  observedId: null,
  isWaiting: false,
  check: null,
  refusal: null,
  latestId: null,
  byId: {},
}

function putCancellation(state: RunsState, id: string, cancellation: Cancellation): RunsState {
  return { ...state, byId: { ...state.byId, [id]: cancellation } }
}

/** What is done about a start before there is a run, and what is looked at beside one. */
function reduceAround(state: RunsState, action: UnknownAction): RunsState {
  if (startAsked.match(action)) return { ...state, preparingId: action.payload.id, refusal: null }
  if (startRefused.match(action)) {
    const { id, why } = action.payload
    return { ...state, preparingId: null, refusal: why === null ? null : { id, why } }
  }
  if (waitingChanged.match(action)) return { ...state, isWaiting: action.payload.isWaiting }
  if (observationChanged.match(action)) return { ...state, observedId: action.payload.id }
  if (checkMoved.match(action)) return { ...state, check: action.payload }
  return state
}

/**
 * Written by hand, not with Immer: its drafts cost 13 ms a change over 100,000 rows, this some microseconds over any
 * number.
 */
export function runsReducer(state: RunsState = initialState, action: UnknownAction): RunsState {
  if (requestsPlanned.match(action)) {
    const { id, requests } = action.payload
    return putCancellation(state, id, createCancellation(requests))
  }
  if (cancellationRestored.match(action)) {
    return putCancellation(state, action.payload.id, action.payload.cancellation)
  }
  if (cancellationForgotten.match(action)) {
    const { [action.payload.id]: _, ...byId } = state.byId
    return { ...state, byId }
  }
  if (!isRunAction(action)) return reduceAround(state, action)
  const { id } = action.payload
  const before = state.byId[id]
  if (!before) return state
  const after = moveCancellation(before, action)
  // Only the tab that took a run starts or continues it: it is no other tab's, then.
  const isTaken = runStarted.match(action) || runContinued.match(action)
  const observedId = isTaken && state.observedId === id ? null : state.observedId
  const isActive = isGoingOn(after.run) && (isTaken || state.activeId === id)
  return {
    ...state,
    activeId: isActive ? id : state.activeId === id ? null : state.activeId,
    preparingId: isActive ? null : state.preparingId,
    observedId,
    latestId: isActive ? id : state.latestId,
    byId: { ...state.byId, [id]: after },
  }
}
