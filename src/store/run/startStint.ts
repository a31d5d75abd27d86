import type { Recorder } from '../../domain/record/step'
import { requestAt } from '../../domain/run/requestList'
import { type Cancellation, pickAt, type Run, type RunEvent } from '../../domain/run/run'
import { catchUp, reloadRun } from '../record/openRun'
import { readHistory } from '../record/readHistory'
import { sendWritten } from '../record/sendLog'
import { watchOtherTab } from '../record/watchOtherTab'
import { eventsHappened, recoveryChanged, startAsked, startDropped, startRefused } from '../slices/runActions'
import type { Thunk } from '../store'
import { LOCK_PATIENCE_MS, mayStart, selectMemoryRefusal } from './mayStart'
import { type Ran, runStint, type StintEnd } from './runStint'
import { createRest } from './stints'
import type { ChooseStint, NotStarted } from './takeRun'

/** After a refusal the run no longer resumes by itself. */
function endStart(id: string, end: NotStarted): Thunk {
  return (dispatch) => {
    dispatch(end.kind === 'refused' ? startRefused({ id, why: end.why }) : startDropped())
    dispatch(recoveryChanged({ id, isAwaited: false }))
  }
}

/** Shows what other tabs have done with the run while this tab was about to start it. */
function reloadKept(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState) => {
    if (typeof getState().runs.byId[id]?.epoch === 'number') await dispatch(reloadRun(id))
  }
}

/** Starts or continues a run, and holds the run lock for as long as calls are sent. */
export function startStint(id: string, choose: ChooseStint): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    if (!mayStart(getState(), services, id)) return
    // This comes before any message about the run: a host may stop the run at the first event.
    const stop = services.calls.stopSwitch.arm()
    dispatch(startAsked({ id }))
    const { journal } = await services.record.openJournal()
    const refusal = selectMemoryRefusal(getState(), id)
    const release = refusal ? undefined : await services.record.runLock.take(LOCK_PATIENCE_MS)
    if (!release) {
      dispatch(endStart(id, { kind: 'refused', why: refusal ?? 'other-tab' }))
      // This tab ignored the news of the other tab's run while it was about to start its own.
      if (!refusal) void dispatch(watchOtherTab(new AbortController().signal))
      return
    }
    let end: StintEnd
    try {
      end = await dispatch(runStint(id, journal, choose, stop))
      if (end.kind !== 'ran') dispatch(endStart(id, end))
    } finally {
      release()
      services.record.tabs.post({ type: 'ended', id })
    }
    // This reads the history, too.
    if (end.kind !== 'ran') return dispatch(reloadKept(id))
    await dispatch(catchUp(id))
    await dispatch(readHistory())
    await dispatch(awaitRecovery(id, end, stop))
  }
}

function findNextRequest({ requests, run }: Cancellation) {
  return run ? requestAt(requests, pickAt(run, run.done)) : undefined
}

function isWaitingFor(run: Run | null | undefined): 'connection' | 'server' | undefined {
  const { phase, pausedBy } = run ?? {}
  return phase === 'paused' && (pausedBy === 'connection' || pausedBy === 'server') ? pausedBy : undefined
}

/**
 * Pauses for a new sign-in: the connection is back and the session is gone, so waiting for the network would not help.
 */
function askToSignIn(id: string, recorder: Recorder): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const done = getState().runs.byId[id]?.run?.done ?? 0
    const written = await recorder.write({ done, end: { phase: 'paused', pausedBy: 'session' } })
    // Another tab owns the run by now, and tells why it pauses.
    if (!written.ok) return
    const events: readonly RunEvent[] = [{ type: 'paused', reason: 'session' }]
    dispatch(eventsHappened({ id, events, at: services.clock.now() }))
    services.record.tabs.post({ type: 'changed', id })
    dispatch(sendWritten(id, written.log))
    await dispatch(readHistory())
  }
}

/** A run that lost its connection or server resumes by itself once they are back, as long as the page lives. */
function awaitRecovery(id: string, { recorder, epoch }: Ran, stop: AbortSignal): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const cancellation = getState().runs.byId[id]
    const reason = isWaitingFor(cancellation?.run)
    const next = cancellation && findNextRequest(cancellation)
    // If another tab has continued the run since, that tab waits.
    if (!reason || !next || stop.aborted || cancellation.epoch !== epoch) return
    const { isPossible, end } = services.calls.waitForRecovery(reason, next, stop)
    if (!isPossible) return
    dispatch(recoveryChanged({ id, isAwaited: true }))
    const ended = await end
    const isAwaited = getState().runs.byId[id]?.run?.resumesItself === true
    if (ended !== 'back') dispatch(recoveryChanged({ id, isAwaited: false }))
    // A person may have continued or closed the run meanwhile.
    if (!isAwaited) return
    if (ended === 'session') await dispatch(askToSignIn(id, recorder))
    if (ended === 'back') await dispatch(startStint(id, (now) => createRest(services.createId(), now)))
  }
}
