import { type FailureGroup, groupFailures } from '../domain/groupFailures'
import { readSubOrderId, type SubOrderId } from '../domain/identifiers'
import type { OutcomeList } from '../domain/outcomeList'
import { findByStatus } from '../domain/requestState'
import { type Run } from '../domain/run'
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
    return runs.activeId === null && !isBeingReplaced && services.isAllowed() && services.isUserHere()
  }
}

function readRun(id: string): Thunk<Run | null> {
  return (_, getState) => getState().runs.byId[id]?.run ?? null
}

/** Starts a new run over chosen requests (null: all) and drains it to its end or its next hold. */
function startRun(id: string, picks: readonly number[] | null): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    if (!dispatch(mayGoOn(id))) return
    // Before anybody hears of the run: a host may answer the news by stopping it.
    const stop = services.stopSwitch.arm()
    dispatch(runStarted({ id, runId: services.createId(), picks, at: services.clock.now() }))
    const run = dispatch(readRun(id))
    if (!run) return
    services.tell(run, { type: 'started' })
    await dispatch(drainRun(id, run, stop))
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
    const stop = services.stopSwitch.arm()
    dispatch(runContinued({ id, at: services.clock.now() }))
    const run = dispatch(readRun(id))
    if (!run) return
    services.tell(run, { type: 'continued' })
    await dispatch(drainRun(id, run, stop))
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

/** Reads the typed ID as it would be sent. */
export function readSingle(): Thunk<ReturnType<typeof readSubOrderId>> {
  return (_, getState) => readSubOrderId(getState().view.singleText)
}

/** Cancels one sub-order, the one that was asked about: a run over one request. */
export function startSingle(subOrderId: SubOrderId): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    if (!dispatch(mayGoOn())) return
    const { singleId } = getState().view
    const id = services.createId()
    dispatch(requestsPlanned({ id, requests: [{ kind: 'whole', subOrderId, row: 1 }] }))
    dispatch(singleSubmitted(id))
    if (singleId !== null) dispatch(cancellationForgotten({ id: singleId }))
    await dispatch(startRun(id, null))
  }
}

/** What was refused, by kind. Gathered in slices: 100,000 failures would hold the page for 60 ms and more. */
export function readFailureGroups(outcomes: OutcomeList): Thunk<Promise<FailureGroup[]>> {
  return (_, __, services) => groupFailures(outcomes, services.createBreathe())
}
