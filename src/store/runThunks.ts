import { readSubOrderId } from '../domain/identifiers'
import { findByStatus } from '../domain/requestState'
import { type Run } from '../domain/run'
import type { IssueCode } from '../domain/sheet'
import { drainRun } from './drainRun'
import { cancellationForgotten, requestsPlanned, runContinued, runStarted, stopAsked } from './runsSlice'
import type { Thunk } from './store'
import { singleSubmitted } from './viewSlice'

/** One run at a time, none for a user who may not cancel, and none of a sheet that a newer file is about to replace. */
function mayGoOn(id?: string): Thunk<boolean> {
  return (_, getState, services) => {
    const { runs, sheets } = getState()
    const isBeingReplaced = Object.values(sheets).some(
      (desk) => desk.reading !== null && desk.sheet !== null && desk.sheet.id === id,
    )
    return runs.activeId === null && !isBeingReplaced && services.isAllowed()
  }
}

function readRun(id: string): Thunk<Run | null> {
  return (_, getState) => getState().runs.byId[id]?.run ?? null
}

/** Starts a new run over chosen requests (null: all) and drains it to its end or its next hold. */
function startRun(id: string, picks: readonly number[] | null): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    if (!dispatch(mayGoOn(id))) return
    dispatch(runStarted({ id, runId: services.createId(), picks, at: services.clock.now() }))
    const run = dispatch(readRun(id))
    if (!run) return
    services.tell(run, { type: 'started' })
    await dispatch(drainRun(id, run))
  }
}

/** Starts the first run over all that a sheet asks for. A second start changes nothing. */
export function startAll(id: string): Thunk<Promise<void>> {
  return async (dispatch) => {
    if (!dispatch(readRun(id))) await dispatch(startRun(id, null))
  }
}

/** Goes on with a run that was stopped or paused. The request it held at keeps its key. */
export function continueRun(id: string): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    const phase = dispatch(readRun(id))?.phase
    if ((phase !== 'stopped' && phase !== 'paused') || !dispatch(mayGoOn(id))) return
    dispatch(runContinued({ id, at: services.clock.now() }))
    const run = dispatch(readRun(id))
    if (!run) return
    services.tell(run, { type: 'continued' })
    await dispatch(drainRun(id, run))
  }
}

/** Sends what the server refused once more: a new run, with new keys, over the failed ones alone. */
export function retryFailed(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState) => {
    const cancellation = getState().runs.byId[id]
    if (cancellation?.run?.phase !== 'finished' || cancellation.tally.failed === 0) return
    await dispatch(startRun(id, findByStatus(cancellation, 'failed')))
  }
}

/** No further request starts; one that was sent is heard to its end. */
export function stopRun(reason: 'user' | 'principal-changed' = 'user'): Thunk {
  return (dispatch, getState, services) => {
    const { activeId } = getState().runs
    if (activeId === null) return
    dispatch(stopAsked({ id: activeId }))
    services.stopSwitch.raise(reason)
  }
}

/** @returns why the typed ID cannot be sent, or null where it can */
export function checkSingle(): Thunk<IssueCode | null> {
  return (_, getState) => {
    const read = readSubOrderId(getState().view.singleText)
    return read.ok ? null : read.code
  }
}

/** Cancels the typed sub-order: a run over one request. */
export function startSingle(): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const { singleText, singleId } = getState().view
    const read = readSubOrderId(singleText)
    if (!read.ok || !dispatch(mayGoOn())) return
    const id = services.createId()
    dispatch(requestsPlanned({ id, requests: [{ kind: 'whole', subOrderId: read.id, row: 1 }] }))
    dispatch(singleSubmitted(id))
    if (singleId !== null) dispatch(cancellationForgotten({ id: singleId }))
    await dispatch(startRun(id, null))
  }
}
