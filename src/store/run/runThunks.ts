import { isOpen } from '../../domain/sheet/caution'
import { readSubOrderId, type SubOrderId } from '../../domain/ids/identifiers'
import { findByStatus } from '../../domain/run/requestState'
import { chooseFresh } from '../../domain/run/findSkippingRun'
import type { Services } from '../services'
import { mayStart } from './mayStart'
import { startStint } from './startStint'
import { cancellationForgotten, recoveryChanged, requestsPlanned, stopAsked } from '../slices/runActions'
import { canContinue, createRest, createStint } from './stints'
import type { RootState, Thunk } from '../store'
import { singleSubmitted } from '../slices/viewSlice'

/** Starts the first run of a sheet, over all its requests. A second start changes nothing. */
export function startAll(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const { sheets, runs } = getState()
    const slot = Object.values(sheets).find(({ sheet }) => sheet?.id === id)
    // Nobody has decided yet about rows that may be a mistake.
    const isAsking = slot?.sheet?.checked.cautions.some(isOpen) === true
    if (runs.byId[id]?.run || slot?.isEditing || isAsking) return
    await dispatch(
      startStint(id, (cancellation) =>
        createStint(services.createId(), cancellation, chooseFresh(cancellation)),
      ),
    )
  }
}

/**
 * Continues a run that was stopped or paused; the request at which it held keeps its key. Requests that were found not
 * cancelled after the run's end are sent in a run of their own.
 */
export function continueRun(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const cancellation = getState().runs.byId[id]
    if (!cancellation || !canContinue(cancellation)) return
    await dispatch(startStint(id, (now) => createRest(services.createId(), now)))
  }
}

/** Sends the failed requests again: a new run, with new keys. */
export function retryFailed(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const cancellation = getState().runs.byId[id]
    if (cancellation?.run?.phase !== 'finished' || cancellation.tally.failed === 0) return
    await dispatch(
      startStint(id, (now) => createStint(services.createId(), now, findByStatus(now, 'failed'))),
    )
  }
}

/** Sends the unknown requests again, each with its old key. Does nothing unless the host says that a repeat is safe. */
export function sendUnknownAgain(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const cancellation = getState().runs.byId[id]
    if (!cancellation?.run || cancellation.tally.unknown === 0 || !services.host.readAbilities().repeatIsSafe)
      return
    await dispatch(
      startStint(id, (now) => ({
        ...createStint(services.createId(), now, findByStatus(now, 'unknown')),
        repeatsUnknown: true,
      })),
    )
  }
}

/** Stops the run: no further request is sent, and a request already sent is waited for. */
export function stopRun(reason: 'user' | 'principal-changed' = 'user'): Thunk {
  return (dispatch, getState, services) => {
    const { activeId, latestId } = getState().runs
    if (activeId !== null) dispatch(stopAsked({ id: activeId }))
    else if (latestId !== null) dispatch(recoveryChanged({ id: latestId, isAwaited: false }))
    // Wakes whatever waits: a run that is about to start or to resume by itself, or a look-up.
    services.calls.stopSwitch.raise(reason)
  }
}

/** Reads the typed ID as it would be sent. */
export function readTypedId({ view }: RootState, { files }: Services): ReturnType<typeof readSubOrderId> {
  return readSubOrderId(view.singleText, files.readLimits().idRule)
}

/** Cancels the sub-order that the dialog named: a run over one request. */
export function startSingle(subOrderId: SubOrderId): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    if (!mayStart(getState(), services)) return
    const { singleId } = getState().view
    const id = services.createId()
    dispatch(requestsPlanned({ id, requests: [{ kind: 'whole', subOrderId, row: 1 }] }))
    dispatch(singleSubmitted(id))
    if (singleId !== null) dispatch(cancellationForgotten({ id: singleId }))
    await dispatch(startAll(id))
  }
}
