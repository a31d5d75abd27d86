import { readCallPage } from '../../domain/run/call'
import type { RunEntry, SavedRun } from '../../domain/record/runEntry'
import { findByStatus } from '../../domain/run/requestState'
import { type Cancellation, isGoingOn } from '../../domain/run/run'
import { clearDesk } from '../sheet/clearDesk'
import { historyRead, journalOpened } from '../slices/journalSlice'
import {
  cancellationForgotten,
  cancellationRestored,
  earlierFound,
  observationChanged,
  waitingChanged,
} from '../slices/runsSlice'
import { findLoadedSheet, selectIsDeskBusy } from '../selectors'
import type { Loading } from '../services'
import { asideForgotten, sheetLoaded, sheetRemoved } from '../slices/sheetSlice'
import type { Thunk } from '../store'
import { takeEvents } from './takeEvents'
import { sendPending } from './sendLog'
import { cancellationTypeChosen, singleSubmitted, tabChosen } from '../slices/viewSlice'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

/** Reads anew what the journal holds of past runs. */
export function readHistory(): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    const { journal } = await services.record.openJournal()
    dispatch(historyRead(await journal.list()))
  }
}

/**
 * We don't know when the calls of unknown requests were sent (perhaps by another tab), so we count from now; and some may
 * still be answered in the page that sent them.
 */
function noteCalls(id: string, { cancellation, callsOut }: SavedRun): Thunk {
  return (dispatch, _, { calls: { trackUnknown, forgetElsewhere }, record: { pages } }) => {
    forgetElsewhere(id)
    for (const position of findByStatus(cancellation, 'unknown')) {
      if (!callsOut.has(position)) trackUnknown(id, position)
    }
    const gone = new Map<string, Promise<unknown>>()
    for (const [position, calls] of callsOut) {
      const elsewhere = calls.flatMap((call) => {
        const page = readCallPage(call)
        // Of its own calls this page knows more than the record.
        if (page === pages.own) return []
        const ended = gone.get(page) ?? pages.untilGone(page)
        gone.set(page, ended)
        return [{ id: call, ended }]
      })
      trackUnknown(id, position, elsewhere)
    }
    // The last that a page has heard it may have written, and not told any more.
    for (const ended of gone.values()) void ended.then(() => dispatch(catchUp(id)))
  }
}

function placeRun(id: string, saved: SavedRun): Thunk {
  return (dispatch, getState, services) => {
    const state = getState()
    dispatch(cancellationRestored({ id, cancellation: saved.cancellation }))
    services.record.shownLines.set(id, saved.line)
    dispatch(noteCalls(id, saved))
    const { checked, entry } = saved
    if (!checked) {
      dispatch(singleSubmitted(id))
      return
    }
    if (findLoadedSheet(state, id)) return
    const { kind } = checked.sheet
    const sheet = Object.freeze({
      id,
      checked: Object.freeze(checked),
      fileHash: entry.fileHash,
      restored: { startedAt: entry.startedAt, by: entry.by, lacksColumns: true },
    })
    dispatch(sheetLoaded({ kind, sheet, aside: dispatch(clearDesk(kind)) }))
  }
}

/**
 * What this page knows and could not write, no other tab knows; until one takes the run over. That a run holds for the storage
 * is such a thing, too: on record it goes on.
 */
function isAhead(shown: Cancellation | undefined, saved: SavedRun, isOwed: boolean): boolean {
  const { epoch, run } = saved.cancellation
  return shown?.run?.pausedBy === 'storage' && shown.epoch === epoch && (isOwed || isGoingOn(run))
}

/** How opening a run ended. `unread`: the storage gives nothing. */
type Opened = 'shown' | 'gone' | 'unread'

/** Brings a run from the journal to the desk, with its table and downloads. While it is being read already, it is read anew. */
export function openRun(id: string): Thunk<Promise<Opened>> {
  return (dispatch, _, { record: { loading } }) => {
    const present = loading.get(id)
    if (present) {
      present.isStale = true
      return present.end
    }
    const load: Loading = { held: [], isStale: false, end: Promise.resolve('unread') }
    loading.set(id, load)
    load.end = dispatch(readRun(id, load)).finally(() => {
      if (loading.get(id) === load) loading.delete(id)
    })
    return load.end
  }
}

function readRun(id: string, load: Loading): Thunk<Promise<Opened>> {
  return async (dispatch, getState, services) => {
    const { journal } = await services.record.openJournal()
    for (;;) {
      load.isStale = false
      load.held.length = 0
      const before = getState().runs.byId[id]
      const saved = await journal.load(id, services.createYieldIfDue()).catch(() => undefined)
      if (!saved) return saved === null ? 'gone' : 'unread'
      const { activeId, byId } = getState().runs
      // Its calls go out here by now, or what was heard could not be written: what is shown is newer than what was read.
      if (activeId === id || isAhead(byId[id], saved, journal.isOwed(id))) return 'shown'
      // Another tab has changed it meanwhile, or something was settled here: what was read may lack what came since.
      if (load.isStale || (byId[id] && byId[id] !== before)) continue
      services.record.loading.delete(id)
      dispatch(placeRun(id, saved))
      for (const message of load.held) dispatch(takeEvents(message))
      const heldBack = await journal.findEarlier(id, saved.cancellation.requests, services.createYieldIfDue())
      dispatch(earlierFound({ id, heldBack }))
      return 'shown'
    }
  }
}

/** Reads a run anew where its log has lines that this page has not written and does not show. */
export function catchUp(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    if (typeof getState().runs.byId[id]?.epoch !== 'number') return
    const { journal } = await services.record.openJournal()
    const line = await journal.readLine(id)
    if (line !== undefined && line !== services.record.shownLines.get(id)) await dispatch(openRun(id))
  }
}

/** Reads a run anew that another tab has changed; one that is gone from the journal goes from the desk. */
export function reloadRun(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const { byId, activeId, preparingId } = getState().runs
    const isRead = services.record.loading.has(id)
    if ((byId[id] || isRead) && activeId !== id && preparingId !== id) {
      if ((await dispatch(openRun(id))) === 'gone') dispatch(takeOffDesk(id))
    }
    await dispatch(readHistory())
  }
}

function takeOffDesk(id: string): Thunk {
  return (dispatch, getState) => {
    const { sheets, view } = getState()
    for (const kind of ['sub-orders', 'line-items'] as const satisfies readonly SheetKind[]) {
      const { sheet, aside } = sheets[kind]
      if (sheet?.id === id) dispatch(sheetRemoved({ kind, aside }))
      if (aside?.id === id) dispatch(asideForgotten({ kind }))
    }
    if (view.singleId === id) dispatch(singleSubmitted(null))
    dispatch(cancellationForgotten({ id }))
  }
}

/** Opens a past run and goes to where it stands. */
export function showPastRun(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState) => {
    const entry = getState().journal.history.find((past) => past.id === id)
    // It would push the run that goes on off its desk.
    if (!entry || selectIsDeskBusy(getState(), entry.kind)) return
    if ((await dispatch(openRun(id))) === 'shown') dispatch(goToDesk(entry.kind))
  }
}

/** Shows the desk where a run of this kind lies. */
function goToDesk(kind: RunEntry['kind']): Thunk {
  return (dispatch) => {
    dispatch(tabChosen(kind === 'single' ? 'sub-orders' : kind))
    if (kind !== 'line-items') dispatch(cancellationTypeChosen(kind === 'single' ? 'single' : 'multiple'))
  }
}

/** Forgets a run that does not go on: off the desk and out of the journal. */
export function closeRun(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const { runs } = getState()
    if (isGoingOn(runs.byId[id]?.run) || runs.preparingId === id || runs.observedId === id) return
    const { journal } = await services.record.openJournal()
    // Where the storage fails it goes from the screen at least.
    const isRemoved = await journal.remove(id).catch(() => true)
    // Another tab has gone on with it just now.
    if (!isRemoved) return
    // Nobody is to wait any more for what it waits for.
    if (getState().runs.byId[id]?.run?.resumesItself) services.calls.stopSwitch.raise('user')
    dispatch(takeOffDesk(id))
    services.record.tabs.post({ type: 'changed', id })
    await dispatch(readHistory())
  }
}

/**
 * Recovers runs of closed pages: the request in flight becomes unknown and the run is paused.
 *
 * @returns whether there was any; undefined where the storage did not read or write
 */
export function recover(): Thunk<Promise<boolean | undefined>> {
  return async (dispatch, _, services) => {
    const { journal } = await services.record.openJournal()
    const log = await journal.recover()
    for (const [id, { from, to }] of await dispatch(sendPending(journal))) {
      // The page that wrote it went away before it could say so.
      services.record.tabs.post({ type: 'changed', id })
      await dispatch(catchUp(id))
      if (to > 0) await journal.noteSent(id, to, from)
    }
    return log && log.length > 0
  }
}

/** Recovery that failed is tried again so many times; after that, whoever takes a run recovers all others first. */
const RECOVERY_TRIES = 5

/** The first try comes after this long, each further one after twice as long. */
const RECOVERY_WAIT_MS = 5_000

/** Recovers once the storage works again: until then runs of closed pages stand on record as if they went on. */
function recoverLater(stop: AbortSignal): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    for (let tried = 0; tried < RECOVERY_TRIES; tried += 1) {
      await services.clock.wait(RECOVERY_WAIT_MS * 2 ** tried, stop)
      if (stop.aborted) return
      const release = await services.record.runLock.take(RECOVERY_PATIENCE_MS)
      if (!release) continue
      const recovered = await dispatch(recover()).finally(release)
      if (recovered === undefined) continue
      await dispatch(bringBack())
      return
    }
  }
}

/** The latest run of each kind that is not at its end comes back to its desk. */
function bringBack(): Thunk<Promise<void>> {
  return async (dispatch, getState) => {
    await dispatch(readHistory())
    for (const kind of ['sub-orders', 'line-items', 'single'] as const) {
      const { journal, sheets, view, runs } = getState()
      const isFree = kind === 'single' ? view.singleId === null : sheets[kind].sheet === null
      // One that goes on is another tab's: it is observed.
      const entry = journal.history.find(
        ({ kind: its, phase }) => its === kind && (phase === 'stopped' || phase === 'paused'),
      )
      if (entry && isFree && runs.preparingId === null) await dispatch(openRun(entry.id))
    }
  }
}

/** The run that goes on in another tab; without Web Locks this tab may have one of its own as well, and shows that. */
function findGoing(): Thunk<RunEntry | undefined> {
  return (_, getState) => {
    const { journal, runs } = getState()
    if (runs.activeId !== null || runs.preparingId !== null) return undefined
    return journal.history.find(({ phase }) => phase === 'running' || phase === 'stopping')
  }
}

/** Shows what another tab does. @returns the run that goes on there */
function showGoing(): Thunk<Promise<RunEntry | undefined>> {
  return async (dispatch, getState) => {
    await dispatch(readHistory())
    const going = dispatch(findGoing())
    if (!going) return undefined
    dispatch(observationChanged({ id: going.id }))
    await dispatch(openRun(going.id))
    // Read while it ended, it is shown as it ended.
    return getState().runs.observedId === going.id ? going : undefined
  }
}

/**
 * The other tab sends no more: whatever it has left is recovered, and what it did is shown.
 *
 * @returns `given-up` where nobody waits any more; `unrecovered` where the storage did not read or write
 */
function takeItsPlace(stop: AbortSignal): Thunk<Promise<'recovered' | 'unrecovered' | 'given-up'>> {
  return async (dispatch, getState, services) => {
    const release = await services.record.runLock.takeWhenFree(stop)
    if (!release) return 'given-up'
    const hasRecovered = await dispatch(recover()).finally(release)
    if (hasRecovered === undefined) void dispatch(recoverLater(stop))
    const { observedId } = getState().runs
    dispatch(observationChanged({ id: null }))
    if (observedId !== null) await dispatch(openRun(observedId))
    // A run that this page has read while it went on may have ended with its page, untold.
    for (const id of Object.keys(getState().runs.byId)) await dispatch(catchUp(id))
    return hasRecovered === undefined ? 'unrecovered' : 'recovered'
  }
}

/**
 * Shows what another tab does, and takes over its place once it has ended or died. One waits for that at a time: a tab that is
 * told so again only looks at what goes on now.
 */
export function observe(stop: AbortSignal, onShown?: () => void): Thunk<Promise<void>> {
  return async (dispatch, getState) => {
    const going = await dispatch(showGoing())
    if (going) onShown?.()
    if (getState().runs.isWaiting) return
    dispatch(waitingChanged({ isWaiting: true }))
    const end = await dispatch(takeItsPlace(stop)).finally(() =>
      dispatch(waitingChanged({ isWaiting: false })),
    )
    if (end === 'given-up') return
    await dispatch(readHistory())
    // The next run may go on by now, or the same one, continued before this tab's turn came. One that could not be recovered
    // only seems to: to look again at once would never end.
    if (end === 'recovered' && dispatch(findGoing())) return dispatch(observe(stop))
    return dispatch(bringBack())
  }
}

/** How long another page may hold the lock to recover, before it is taken for one that sends. */
const RECOVERY_PATIENCE_MS = 200

/** A page that opens on a run that is not at its end shows that one, whichever desk it lies on. */
function goToLatest(): Thunk {
  return (dispatch, getState) => {
    const { journal, sheets, runs } = getState()
    const latest = journal.history.find(({ phase }) => phase !== 'finished')
    const isUsed = Object.values(sheets).some(({ reading, sheet }) => reading || (sheet && !sheet.restored))
    if (latest && !isUsed && runs.byId[latest.id]) dispatch(goToDesk(latest.kind))
  }
}

/**
 * Once a page: opens the journal, recovers what was cut off, and shows it. Nothing is sent: going on takes a person.
 * Where another tab's run goes on, it is shown.
 */
export function restoreRuns(stop: AbortSignal): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    const { journal, keeping } = await services.record.openJournal()
    dispatch(journalOpened(keeping))
    const release = await services.record.runLock.take(RECOVERY_PATIENCE_MS)
    if (!release) {
      await dispatch(observe(stop, () => dispatch(goToLatest())))
      return
    }
    const recovered = await dispatch(recover()).finally(release)
    if (recovered === undefined) void dispatch(recoverLater(stop))
    await dispatch(bringBack())
    dispatch(goToLatest())
    // Nobody waits for it.
    await journal.forgetOld()
  }
}
