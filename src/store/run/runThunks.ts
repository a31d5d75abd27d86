import { isOpen } from '../../domain/sheet/caution'
import { type FailureGroup, groupFailures } from '../../domain/run/groupFailures'
import { readSubOrderId, type SubOrderId } from '../../domain/ids/identifiers'
import type { OutcomeList } from '../../domain/run/outcomeList'
import { findByStatus } from '../../domain/run/requestState'
import { chooseFresh } from '../../domain/run/findHeld'
import type { Run } from '../../domain/run/run'
import { goOn, mayGoOn } from './goOn'
import { cancellationForgotten, recoveryChanged, requestsPlanned, stopAsked } from '../slices/runsSlice'
import { canContinue, createRest, createStint } from './stints'
import type { Thunk } from '../store'
import { singleSubmitted } from '../slices/viewSlice'

function readRun(id: string): Thunk<Run | null> {
  return (_, getState) => getState().runs.byId[id]?.run ?? null
}

/** Starts the first run over all that a sheet asks for. A second start changes nothing. */
export function startAll(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const desk = Object.values(getState().sheets).find(({ sheet }) => sheet?.id === id)
    // Nobody has looked yet at rows that may not be what was meant.
    const isAsking = desk?.sheet?.checked.cautions.some(isOpen) === true
    if (dispatch(readRun(id)) || desk?.isMending || isAsking) return
    await dispatch(
      goOn(id, (cancellation) => createStint(services.createId(), cancellation, chooseFresh(cancellation))),
    )
  }
}

/**
 * Goes on with a run that was stopped or paused; the request it held at keeps its key. What was found not cancelled after
 * the run's end is sent in a run of its own.
 */
export function continueRun(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const cancellation = getState().runs.byId[id]
    if (!cancellation || !canContinue(cancellation)) return
    await dispatch(goOn(id, (now) => createRest(services.createId(), now)))
  }
}

/** Sends what the server refused once more: a new run, with new keys, over the failed ones alone. */
export function retryFailed(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const cancellation = getState().runs.byId[id]
    if (cancellation?.run?.phase !== 'finished' || cancellation.tally.failed === 0) return
    await dispatch(goOn(id, (now) => createStint(services.createId(), now, findByStatus(now, 'failed'))))
  }
}

/** Sends what is unknown once more, each with the key it had: only where the host says that a repeat is safe. */
export function sendUnknownAgain(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const cancellation = getState().runs.byId[id]
    if (!cancellation?.run || cancellation.tally.unknown === 0 || !services.host.readAbilities().repeatIsSafe)
      return
    await dispatch(
      goOn(id, (now) => ({
        ...createStint(services.createId(), now, findByStatus(now, 'unknown')),
        repeatsUnknown: true,
      })),
    )
  }
}

/** No further request starts; one that was sent is heard to its end. */
export function stopRun(reason: 'user' | 'principal-changed' = 'user'): Thunk {
  return (dispatch, getState, services) => {
    const { activeId, latestId } = getState().runs
    if (activeId !== null) dispatch(stopAsked({ id: activeId }))
    else if (latestId !== null) dispatch(recoveryChanged({ id: latestId, isAwaited: false }))
    // Whatever waits is woken: a run that is about to begin, or to go on by itself, and a look-up.
    services.calls.stopSwitch.raise(reason)
  }
}

/** Reads the typed ID as it would be sent. */
export function readSingle(): Thunk<ReturnType<typeof readSubOrderId>> {
  return (_, getState, services) =>
    readSubOrderId(getState().view.singleText, services.files.readLimits().idRule)
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
    await dispatch(startAll(id))
  }
}

/** What was refused, by kind. Gathered in slices: 100,000 failures would hold the page for 60 ms and more. */
export function readFailureGroups(outcomes: OutcomeList): Thunk<Promise<FailureGroup[]>> {
  return (_, __, services) => groupFailures(outcomes, services.createYieldIfDue())
}
