import type { SavedRun } from '../../domain/record/runEntry'
import { readCallPage } from '../../domain/run/call'
import { findByStatus } from '../../domain/run/requestState'
import { type Cancellation, isGoingOn } from '../../domain/run/run'
import { findLoadedSheet } from '../selectors'
import type { Loading } from '../services'
import { findEarlierRuns } from '../sheet/findEarlierRuns'
import { clearSlot, removeFromSlot } from '../sheet/slotThunks'
import { cancellationRestored } from '../slices/runActions'
import { sheetLoaded } from '../slices/sheetSlice'
import { singleSubmitted } from '../slices/viewSlice'
import type { Thunk } from '../store'
import { readHistory } from './readHistory'
import { takeEvents } from './takeEvents'

/**
 * We don't know when the calls of unknown requests were sent (perhaps by another tab), so we count from now. Some calls
 * may still be answered in the page that sent them.
 */
function trackCalls(id: string, { cancellation, callsOut }: SavedRun): Thunk {
  return (dispatch, _, { calls: { trackUnknown, forgetElsewhere }, record: { pages } }) => {
    forgetElsewhere(id)
    for (const position of findByStatus(cancellation, 'unknown')) {
      if (!callsOut.has(position)) trackUnknown(id, position)
    }
    const gone = new Map<string, Promise<unknown>>()
    for (const [position, calls] of callsOut) {
      const elsewhere = calls.flatMap((call) => {
        const page = readCallPage(call)
        // This page knows more about its own calls than the record does.
        if (page === pages.own) return []
        const ended = gone.get(page) ?? pages.untilGone(page)
        gone.set(page, ended)
        return [{ id: call, ended }]
      })
      trackUnknown(id, position, elsewhere)
    }
    // A page may have written its last answer and closed before it told other tabs.
    for (const ended of gone.values()) void ended.then(() => dispatch(catchUp(id)))
  }
}

/** Puts a run that was read from the journal into its slot. */
function placeRun(id: string, saved: SavedRun): Thunk {
  return (dispatch, getState, services) => {
    const state = getState()
    dispatch(cancellationRestored({ id, cancellation: saved.cancellation }))
    services.record.shownLines.set(id, saved.line)
    dispatch(trackCalls(id, saved))
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
    dispatch(sheetLoaded({ kind, sheet, previous: dispatch(clearSlot(kind)) }))
  }
}

/**
 * Whether this page knows more than the journal: it could not write some steps, and no other tab has taken the run
 * since. A run that pauses for the storage is such a case: on record the run goes on.
 */
function isAhead(shown: Cancellation | undefined, saved: SavedRun, isOwed: boolean): boolean {
  const { epoch, run } = saved.cancellation
  return shown?.run?.pausedBy === 'storage' && shown.epoch === epoch && (isOwed || isGoingOn(run))
}

/** How opening a run ended. `unread`: the storage could not be read. */
type Opened = 'shown' | 'gone' | 'unread'

/**
 * Brings a run from the journal into its slot, with its table and downloads. If the run is being read already, it is
 * read again.
 */
export function openRun(id: string): Thunk<Promise<Opened>> {
  return (dispatch, _, { record: { loading } }) => {
    const present = loading.get(id)
    if (present) {
      present.isStale = true
      return present.end
    }
    const load: Loading = { held: [], isStale: false, end: Promise.resolve('unread') }
    loading.set(id, load)
    load.end = dispatch(loadRun(id, load)).finally(() => {
      if (loading.get(id) === load) loading.delete(id)
    })
    return load.end
  }
}

function loadRun(id: string, load: Loading): Thunk<Promise<Opened>> {
  return async (dispatch, getState, services) => {
    const { journal } = await services.record.openJournal()
    for (;;) {
      load.isStale = false
      load.held.length = 0
      const before = getState().runs.byId[id]
      const saved = await journal.load(id, services.createYieldIfDue()).catch(() => undefined)
      if (!saved) return saved === null ? 'gone' : 'unread'
      const { activeId, byId } = getState().runs
      // Its calls are sent from here by now, or this page could not write all it heard: the screen is newer than the
      // journal.
      if (activeId === id || isAhead(byId[id], saved, journal.isOwed(id))) return 'shown'
      // Another tab, or a settled request here, has changed the run since the read began: the copy may lack that.
      if (load.isStale || (byId[id] && byId[id] !== before)) continue
      services.record.loading.delete(id)
      dispatch(placeRun(id, saved))
      for (const message of load.held) dispatch(takeEvents(message))
      await dispatch(findEarlierRuns(id))
      return 'shown'
    }
  }
}

/** Reads a run again if its log has lines that this page has not written and does not show. */
export function catchUp(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    if (typeof getState().runs.byId[id]?.epoch !== 'number') return
    const { journal } = await services.record.openJournal()
    const line = await journal.readLine(id)
    if (line !== undefined && line !== services.record.shownLines.get(id)) await dispatch(openRun(id))
  }
}

/** Reads a run again that another tab has changed. A run that is gone from the journal leaves its slot. */
export function reloadRun(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const { byId, activeId, preparingId } = getState().runs
    const isRead = services.record.loading.has(id)
    if ((byId[id] || isRead) && activeId !== id && preparingId !== id) {
      if ((await dispatch(openRun(id))) === 'gone') dispatch(removeFromSlot(id))
    }
    await dispatch(readHistory())
  }
}
