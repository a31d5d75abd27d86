import type { Journal, RunPlan, Stint, Taken } from '../domain/journal'
import { readRequest } from '../domain/requestList'
import { type Cancellation, pickAt, type Run } from '../domain/run'
import { drainRun } from './drainRun'
import { observe, openRun, readHistory, reloadRun } from './journalThunks'
import { memoryLimits } from './memoryLimits'
import {
  comebackChanged,
  earlierFound,
  runContinued,
  runStarted,
  type StartRefusal,
  startAsked,
  startRefused,
} from './runsSlice'
import { findLoadedSheet, selectIsBusy } from './selectors'
import { createRest } from './stints'
import type { Thunk } from './store'
import { tellLog, tellUntold } from './tellThunks'

/** Two tabs that open at once hold the lock for a moment each, to recover; a run holds it for long. */
export const LOCK_PATIENCE_MS = 500

/** One run at a time, none for a user who may not cancel, and none of a sheet that a newer file is about to replace. */
export function mayGoOn(id?: string): Thunk<boolean> {
  return (_, getState, services) => {
    const state = getState()
    const isBeingReplaced = Object.values(state.sheets).some(
      (desk) => desk.reading !== null && desk.sheet !== null && desk.sheet.id === id,
    )
    return !selectIsBusy(state) && !isBeingReplaced && services.isAllowed() && services.isUserHere()
  }
}

function readPlan(id: string): Thunk<RunPlan> {
  return (_, getState, services) => {
    const state = getState()
    const requests = state.runs.byId[id]?.requests ?? []
    const sheet = findLoadedSheet(state, id)
    const shared = { id, requests, by: services.readUserName() }
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
    const heldBack = await journal.findEarlier(id, cancellation.requests, services.createBreathe())
    dispatch(earlierFound({ id, heldBack }))
  }
}

/** Writes the run into the journal and makes this tab its owner. */
function takeRun(
  id: string,
  journal: Journal,
  choose: (cancellation: Cancellation) => Stint,
): Thunk<Promise<{ readonly stint: Stint; readonly taken: Taken } | undefined>> {
  return async (dispatch, _, services) => {
    await dispatch(lookForEarlier(id, journal))
    const cancellation = dispatch(readCancellation(id))
    if (!cancellation) return undefined
    const stint = choose(cancellation)
    if (stint.total === 0) return undefined
    if (cancellation.epoch === null) {
      const created = await journal.create(dispatch(readPlan(id)), services.createBreathe())
      if (!created.ok) return { stint, taken: created }
    }
    const { includesEarlier, epoch } = cancellation
    const taken = await journal.take({ id, epoch: epoch ?? 0, includesEarlier, ...stint })
    return { stint, taken }
  }
}

const REFUSED: Record<Extract<Taken, { ok: false }>['why'], StartRefusal> = {
  fenced: 'changed',
  'not-pending': 'changed',
  settled: 'changed',
  'done-elsewhere': 'changed',
  storage: 'storage',
}

/** Takes the run, says so everywhere, and drains it to its end or its next hold. */
function runStint(
  id: string,
  journal: Journal,
  choose: (cancellation: Cancellation) => Stint,
  stop: AbortSignal,
): Thunk<Promise<StartRefusal | undefined | null>> {
  return async (dispatch, _, services) => {
    // In order: what a tab that is gone has left untold comes before anything of this stint.
    const untold = await dispatch(tellUntold(journal))
    const begun = await dispatch(takeRun(id, journal, choose))
    if (!begun) return null
    const { stint, taken } = begun
    if (!taken.ok) {
      // Another tab has gone on with it since: what it did is shown before anything else is sent.
      if (taken.why === 'fenced') await dispatch(openRun(id))
      return REFUSED[taken.why]
    }
    const at = services.clock.now()
    const { runId, picks } = stint
    const { epoch } = taken
    dispatch(stint.isNew ? runStarted({ id, runId, picks, at, epoch }) : runContinued({ id, at, epoch }))
    services.tabs.post({ type: 'began', id })
    const toldFirst = dispatch(tellLog(taken.log))
    const first = untold.get(id)?.from ?? taken.log[0]?.line ?? 1
    const run = dispatch(readCancellation(id))?.run
    const told = run ? await dispatch(drainRun(id, run, { recorder: taken.recorder, first }, stop)) : 0
    if (toldFirst + told > 0) await journal.noteTold(id, Math.max(toldFirst, told), first)
    return undefined
  }
}

/** What was refused waits for a person, even where the run was about to come back by itself. */
function refuse(id: string, why: StartRefusal | null): Thunk {
  return (dispatch) => {
    dispatch(startRefused({ id, why }))
    dispatch(comebackChanged({ id, isAwaited: false }))
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
    const stop = services.stopSwitch.arm()
    dispatch(startAsked({ id }))
    const { journal } = await services.openJournal()
    const refusal = dispatch(findMemoryRefusal(id))
    const release = refusal ? undefined : await services.runLock.take(LOCK_PATIENCE_MS)
    if (!release) {
      dispatch(refuse(id, refusal ?? 'other-tab'))
      // Its news came while this one was about to go on, and was not for it then.
      if (!refusal) void dispatch(observe(new AbortController().signal))
      return
    }
    let why: StartRefusal | undefined | null
    try {
      why = await dispatch(runStint(id, journal, choose, stop))
      if (why !== undefined) dispatch(refuse(id, why))
    } finally {
      release()
      services.tabs.post({ type: 'ended', id })
    }
    await dispatch(why === undefined ? readHistory() : reloadKept(id))
    if (why === undefined) await dispatch(awaitComeback(id, stop))
  }
}

function findNextRequest({ requests, run }: Cancellation) {
  return run ? readRequest(requests, pickAt(run, run.done)) : undefined
}

function isWaitingFor(run: Run | null | undefined): 'connection' | 'server' | undefined {
  const { phase, pausedBy } = run ?? {}
  return phase === 'paused' && (pausedBy === 'connection' || pausedBy === 'server') ? pausedBy : undefined
}

/** A run that lost its connection or server goes on by itself once they are back, in the same page life. */
function awaitComeback(id: string, stop: AbortSignal): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    const cancellation = dispatch(readCancellation(id))
    const reason = isWaitingFor(cancellation?.run)
    const next = cancellation && findNextRequest(cancellation)
    if (!reason || !next || stop.aborted) return
    const { isPossible, back } = services.waitForComeback(reason, next, stop)
    if (!isPossible) return
    dispatch(comebackChanged({ id, isAwaited: true }))
    if (!(await back)) {
      dispatch(comebackChanged({ id, isAwaited: false }))
      return
    }
    // By hand it may have gone on, or been closed, meanwhile.
    if (dispatch(readCancellation(id))?.run?.comesBack) {
      await dispatch(goOn(id, (now) => createRest(services.createId(), now)))
    }
  }
}
