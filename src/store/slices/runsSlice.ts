import type { UnknownAction } from '@reduxjs/toolkit'
import { type Cancellation, createCancellation, isGoingOn } from '../../domain/run/run'
import { isRunAction, moveCancellation } from './moveCancellation'
import {
  cancellationForgotten,
  cancellationRestored,
  type Check,
  checkMoved,
  observationChanged,
  requestsPlanned,
  runContinued,
  runStarted,
  startAsked,
  startDropped,
  type StartRefusal,
  startRefused,
  waitingChanged,
} from './runActions'

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

/** Handles actions about a start before its run exists, and about watching and checking. */
function reduceAround(state: RunsState, action: UnknownAction): RunsState {
  if (startAsked.match(action)) return { ...state, preparingId: action.payload.id, refusal: null }
  if (startRefused.match(action)) return { ...state, preparingId: null, refusal: action.payload }
  if (startDropped.match(action)) return { ...state, preparingId: null, refusal: null }
  if (waitingChanged.match(action)) return { ...state, isWaiting: action.payload.isWaiting }
  if (observationChanged.match(action)) return { ...state, observedId: action.payload.id }
  if (checkMoved.match(action)) return { ...state, check: action.payload }
  return state
}

/**
 * Written by hand, not with Immer: Immer's drafts cost 13 ms a change over 100,000 rows; this costs some microseconds
 * over any number.
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
  // Only the tab that took a run starts or continues it, so the run belongs to no other tab now.
  const isTaken = runStarted.match(action) || runContinued.match(action)
  const observedId = isTaken && state.observedId === id ? null : state.observedId
  const isActive = isGoingOn(after.run) && (isTaken || state.activeId === id)
  const otherActiveId = state.activeId === id ? null : state.activeId
  return {
    ...state,
    activeId: isActive ? id : otherActiveId,
    preparingId: isActive ? null : state.preparingId,
    observedId,
    latestId: isActive ? id : state.latestId,
    byId: { ...state.byId, [id]: after },
  }
}
