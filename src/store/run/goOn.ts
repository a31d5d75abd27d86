import type { Journal } from '../../domain/record/journal'
import type { Recorder } from '../../domain/record/step'
import type { RunPlan } from '../../domain/record/runEntry'
import type { Stint, Taken } from '../../domain/record/stint'
import { requestAt } from '../../domain/run/requestList'
import { type Cancellation, pickAt, type Run, type RunEvent } from '../../domain/run/run'
import { drainRun } from './drainRun'
import { catchUp, observe, openRun, readHistory, reloadRun } from '../record/journalThunks'
import { memoryLimits } from './memoryLimits'
import {
  recoveryChanged,
  earlierFound,
  eventsHappened,
  runContinued,
  runStarted,
  type StartRefusal,
  startAsked,
  startRefused,
} from '../slices/runsSlice'
import { findLoadedSheet, selectIsBusy } from '../selectors'
import { createRest } from './stints'
import type { Thunk } from '../store'
import { NOTHING_SENT, sendNext, sendPending, sendWritten } from '../record/sendLog'

/** Two tabs that open at once hold the lock for a moment each, to recover; a run holds it for long. */
export const LOCK_PATIENCE_MS = 500

/** One run at a time, none for a user who may not cancel, and none of a sheet that a newer file is about to replace. */
export function mayGoOn(id?: string): Thunk<boolean> {
  return (_, getState, services) => {
    const state = getState()
    const isBeingReplaced = Object.values(state.sheets).some(
      (desk) => desk.reading !== null && desk.sheet !== null && desk.sheet.id === id,
    )
    return !selectIsBusy(state) && !isBeingReplaced && services.host.isAllowed() && services.host.isUserHere()
  }
}

function readPlan(id: string): Thunk<RunPlan> {
  return (_, getState, services) => {
    const state = getState()
    const requests = state.runs.byId[id]?.requests ?? []
    const sheet = findLoadedSheet(state, id)
    const shared = { id, requests, by: services.host.readUserName() }
    if (!sheet) {
      return {
        ...shared,
        kind: 'single',
        fileName: requests.at(0)?.subOrderId ?? '',
        fileHash: '',
        checked: null,
      }
    }
    const { checked, fileHash } = sheet
    return { ...shared, kind: checked.sheet.kind, fileName: checked.sheet.fileName, fileHash, checked }
  }
}

function readCancellation(id: string): Thunk<Cancellation | undefined> {
  return (_, getState) => getState().runs.byId[id]
}

/** What stands against a run in a browser that keeps no record of it. */
function findMemoryRefusal(id: string): Thunk<StartRefusal | undefined> {
  return (dispatch, getState) => {
    const { keeping, hasConsented } = getState().journal
    if (keeping === 'newer') return 'newer'
    if (keeping !== 'memory') return undefined
    if (!hasConsented) return 'needs-consent'
    const total = dispatch(readCancellation(id))?.requests.length ?? 0
    return total > memoryLimits.mostRequests ? 'too-many' : undefined
  }
}

/** Looks once more what earlier runs have dealt with, now that no other tab can send. */
function lookForEarlier(id: string, journal: Journal): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    const cancellation = dispatch(readCancellation(id))
    const isHeldUp = cancellation?.run?.pausedBy === 'done-elsewhere'
    if (!cancellation || (cancellation.epoch !== null && !isHeldUp)) return
    const heldBack = await journal.findEarlier(id, cancellation.requests, services.createYieldIfDue())
    dispatch(earlierFound({ id, heldBack }))
  }
}

/** Whether each request that is left has a call that may still be answered: then none of them is sent. */
function isAllOut(id: string, { picks, done, total, repeatsUnknown }: Stint): Thunk<boolean> {
  return (_, __, services) => {
    if (repeatsUnknown || done === total) return false
    for (let index = done; index < total; index += 1) {
      if (services.calls.deliveryDeadline(id, pickAt({ picks }, index)) !== Number.POSITIVE_INFINITY)
        return false
    }
    return true
  }
}

/** Writes the run into the journal and makes this tab its owner. */
function takeRun(
  id: string,
  journal: Journal,
  choose: (cancellation: Cancellation) => Stint,
): Thunk<Promise<{ readonly stint: Stint; readonly taken: Taken } | undefined>> {
  return async (dispatch, _, services) => {
    await dispatch(catchUp(id))
    await dispatch(lookForEarlier(id, journal))
    const cancellation = dispatch(readCancellation(id))
    if (!cancellation) return undefined
    const stint = choose(cancellation)
    if (stint.total === 0) return undefined
    if (dispatch(isAllOut(id, stint))) return { stint, taken: { ok: false, why: 'still-out' } }
    if (cancellation.epoch === null) {
      const created = await journal.create(dispatch(readPlan(id)), services.createYieldIfDue())
      if (!created.ok) return { stint, taken: created }
    }
    const { included, epoch } = cancellation
    const kept = epoch === null && included.size === 0 ? undefined : await journal.include(id, included)
    if (kept && !kept.ok) return { stint, taken: kept }
    const alivePages = await services.record.pages.enter()
    const line = services.record.shownLines.get(id) ?? 0
    const taken = await journal.take({ id, epoch: epoch ?? 0, line, included, alivePages, ...stint })
    return { stint, taken }
  }
}

const REFUSED: Record<Extract<Taken, { ok: false }>['why'], StartRefusal> = {
  fenced: 'changed',
  'not-pending': 'changed',
  settled: 'changed',
  'still-out': 'still-out',
  'done-elsewhere': 'changed',
  storage: 'storage',
}

/** How a stint came to its end: refused before the first call (null: nothing to send), or with the pen that wrote it. */
type Stopped =
  | { readonly why: StartRefusal | null }
  | Pick<Extract<Taken, { ok: true }>, 'recorder' | 'epoch'>

/** Takes the run, says so everywhere, and drains it to its end or its next hold. */
function runStint(
  id: string,
  journal: Journal,
  choose: (cancellation: Cancellation) => Stint,
  stop: AbortSignal,
): Thunk<Promise<Stopped>> {
  return async (dispatch, _, services) => {
    // Who waits for the lock now recovers the run, should this page die before its first call.
    services.record.tabs.post({ type: 'began', id })
    // In order: what a tab that is gone has left untold comes before anything of this stint.
    const pending = await dispatch(sendPending(journal))
    // Their pages went away before they could say so.
    for (const other of pending.keys()) if (other !== id) void dispatch(catchUp(other))
    const begun = await dispatch(takeRun(id, journal, choose))
    if (!begun) return { why: null }
    const { stint, taken } = begun
    if (!taken.ok) {
      // Another tab has gone on with it since: what it did is shown before anything else is sent.
      if (taken.why === 'fenced') await dispatch(openRun(id))
      return { why: REFUSED[taken.why] }
    }
    const at = services.clock.now()
    const { runId, picks } = stint
    const { epoch, done } = taken
    dispatch(
      stint.isNew ? runStarted({ id, runId, picks, at, epoch }) : runContinued({ id, at, epoch, done }),
    )
    dispatch(showFound(id, taken.found))
    services.record.tabs.post({ type: 'began', id })
    const before = dispatch(sendNext(id, pending.get(id) ?? NOTHING_SENT, taken.log))
    const run = dispatch(readCancellation(id))?.run
    const { recorder } = taken
    const sent = run ? await dispatch(drainRun(id, run, { recorder, sent: before }, stop)) : before
    if (sent.to > 0) await journal.noteSent(id, sent.to, sent.from)
    return { recorder, epoch }
  }
}

/** What requests that were left on their way have come to. */
function showFound(id: string, found: Extract<Taken, { ok: true }>['found']): Thunk {
  return (dispatch, _, services) => {
    const events = [...found].map(
      ([position, outcome]): RunEvent => ({ type: 'resolved', position, outcome }),
    )
    if (events.length > 0) dispatch(eventsHappened({ id, events, at: services.clock.now() }))
    for (const position of found.keys()) services.calls.trackUnknown(id, position)
  }
}

/** What was refused waits for a person, even where the run was about to come back by itself. */
function refuse(id: string, why: StartRefusal | null): Thunk {
  return (dispatch) => {
    dispatch(startRefused({ id, why }))
    dispatch(recoveryChanged({ id, isAwaited: false }))
  }
}

/** What other tabs have done with it while this one was about to go on. */
function reloadKept(id: string): Thunk<Promise<void>> {
  return async (dispatch) => {
    if (typeof dispatch(readCancellation(id))?.epoch === 'number') await dispatch(reloadRun(id))
  }
}

/** Holds the run lock for as long as calls go out. */
export function goOn(id: string, choose: (cancellation: Cancellation) => Stint): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    if (!dispatch(mayGoOn(id))) return
    // Before anybody hears of the run: a host may answer the news by stopping it.
    const stop = services.calls.stopSwitch.arm()
    dispatch(startAsked({ id }))
    const { journal } = await services.record.openJournal()
    const refusal = dispatch(findMemoryRefusal(id))
    const release = refusal ? undefined : await services.record.runLock.take(LOCK_PATIENCE_MS)
    if (!release) {
      dispatch(refuse(id, refusal ?? 'other-tab'))
      // Its news came while this one was about to go on, and was not for it then.
      if (!refusal) void dispatch(observe(new AbortController().signal))
      return
    }
    let stopped: Stopped
    try {
      stopped = await dispatch(runStint(id, journal, choose, stop))
      if ('why' in stopped) dispatch(refuse(id, stopped.why))
    } finally {
      release()
      services.record.tabs.post({ type: 'ended', id })
    }
    // It reads the history too.
    if ('why' in stopped) return dispatch(reloadKept(id))
    await dispatch(catchUp(id))
    await dispatch(readHistory())
    await dispatch(awaitRecovery(id, stopped, stop))
  }
}

function findNextRequest({ requests, run }: Cancellation) {
  return run ? requestAt(requests, pickAt(run, run.done)) : undefined
}

function isWaitingFor(run: Run | null | undefined): 'connection' | 'server' | undefined {
  const { phase, pausedBy } = run ?? {}
  return phase === 'paused' && (pausedBy === 'connection' || pausedBy === 'server') ? pausedBy : undefined
}

/** The connection is back and the session is gone: to look at the network would not help any more. */
function askToSignIn(id: string, recorder: Recorder): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    const done = dispatch(readCancellation(id))?.run?.done ?? 0
    const written = await recorder.write({ done, end: { phase: 'paused', pausedBy: 'session' } })
    // Another tab has the run by now, and says what it holds for.
    if (!written.ok) return
    const events: readonly RunEvent[] = [{ type: 'paused', reason: 'session' }]
    dispatch(eventsHappened({ id, events, at: services.clock.now() }))
    services.record.tabs.post({ type: 'changed', id })
    dispatch(sendWritten(id, written.log))
    await dispatch(readHistory())
  }
}

/** A run that lost its connection or server goes on by itself once they are back, in the same page life. */
function awaitRecovery(
  id: string,
  { recorder, epoch }: Extract<Stopped, { recorder: Recorder }>,
  stop: AbortSignal,
): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    const cancellation = dispatch(readCancellation(id))
    const reason = isWaitingFor(cancellation?.run)
    const next = cancellation && findNextRequest(cancellation)
    // Another tab may have gone on with it since: then it is that one's to wait.
    if (!reason || !next || stop.aborted || cancellation.epoch !== epoch) return
    const { isPossible, end } = services.calls.waitForRecovery(reason, next, stop)
    if (!isPossible) return
    dispatch(recoveryChanged({ id, isAwaited: true }))
    const ended = await end
    const isAwaited = dispatch(readCancellation(id))?.run?.resumesItself === true
    if (ended !== 'back') dispatch(recoveryChanged({ id, isAwaited: false }))
    // By hand it may have gone on, or been closed, meanwhile.
    if (!isAwaited) return
    if (ended === 'session') await dispatch(askToSignIn(id, recorder))
    if (ended === 'back') await dispatch(goOn(id, (now) => createRest(services.createId(), now)))
  }
}
