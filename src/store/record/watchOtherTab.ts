import type { RunEntry } from '../../domain/record/runEntry'
import { observationChanged, waitingChanged } from '../slices/runActions'
import type { RootState, Thunk } from '../store'
import { catchUp, openRun } from './openRun'
import { readHistory } from './readHistory'
import { recoverLater, recoverRuns, restoreUnfinished } from './recoverRuns'

/**
 * The run that goes on in another tab. Without Web Locks this tab may have a run of its own as well, and shows that
 * one.
 */
function selectRunElsewhere({ journal, runs }: RootState): RunEntry | undefined {
  if (runs.activeId !== null || runs.preparingId !== null) return undefined
  return journal.history.find(({ phase }) => phase === 'running' || phase === 'stopping')
}

/** Shows the run of another tab. @returns whether a run goes on there */
function showRunElsewhere(): Thunk<Promise<boolean>> {
  return async (dispatch, getState) => {
    await dispatch(readHistory())
    const going = selectRunElsewhere(getState())
    if (!going) return false
    dispatch(observationChanged({ id: going.id }))
    await dispatch(openRun(going.id))
    // If the run ended while it was read, it is shown as ended.
    return getState().runs.observedId === going.id
  }
}

/**
 * Waits until the other tab sends no more, recovers its unfinished runs and shows them.
 *
 * @returns `given-up` if nobody waits any more; `unrecovered` if the storage could not be read or written
 */
function takeItsPlace(stop: AbortSignal): Thunk<Promise<'recovered' | 'unrecovered' | 'given-up'>> {
  return async (dispatch, getState, services) => {
    const release = await services.record.runLock.takeWhenFree(stop)
    if (!release) return 'given-up'
    const end = await dispatch(recoverRuns()).finally(release)
    if (end === 'failed') void dispatch(recoverLater(stop))
    const { observedId } = getState().runs
    dispatch(observationChanged({ id: null }))
    if (observedId !== null) await dispatch(openRun(observedId))
    // A page may have closed before it told this tab how its run ended.
    for (const id of Object.keys(getState().runs.byId)) await dispatch(catchUp(id))
    return end === 'failed' ? 'unrecovered' : 'recovered'
  }
}

/**
 * Shows the run of another tab, and takes that tab's place once it has ended or closed. Only one wait is open at a
 * time: a second call only shows the run that goes on now.
 */
export function watchOtherTab(stop: AbortSignal, onShown?: () => void): Thunk<Promise<void>> {
  return async (dispatch, getState) => {
    if (await dispatch(showRunElsewhere())) onShown?.()
    if (getState().runs.isWaiting) return
    dispatch(waitingChanged({ isWaiting: true }))
    const end = await dispatch(takeItsPlace(stop)).finally(() =>
      dispatch(waitingChanged({ isWaiting: false })),
    )
    if (end === 'given-up') return
    await dispatch(readHistory())
    // The next run may go on by now, or the same run, continued before this tab's turn came. A run that could not be
    // recovered only seems to go on: to watch it again at once would never end.
    if (end === 'recovered' && selectRunElsewhere(getState())) return dispatch(watchOtherTab(stop))
    return dispatch(restoreUnfinished())
  }
}
