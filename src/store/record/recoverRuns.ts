import type { Thunk } from '../store'
import { catchUp, openRun } from './openRun'
import { readHistory } from './readHistory'
import { sendPending } from './sendLog'

/** `failed`: the storage could not be read or written. */
type Recovered = 'recovered' | 'failed'

/** Recovers runs of closed pages: the request in flight becomes unknown and the run is paused. */
export function recoverRuns(): Thunk<Promise<Recovered>> {
  return async (dispatch, _, services) => {
    const { journal } = await services.record.openJournal()
    const log = await journal.recover()
    for (const [id, { from, to }] of await dispatch(sendPending(journal))) {
      // The page that wrote these lines closed before it told other tabs.
      services.record.tabs.post({ type: 'changed', id })
      await dispatch(catchUp(id))
      if (to > 0) await journal.noteSent(id, to, from)
    }
    return log ? 'recovered' : 'failed'
  }
}

/** How long another page may hold the lock to recover. After that we assume that it sends calls. */
export const RECOVERY_PATIENCE_MS = 200

/**
 * A failed recovery is tried again this many times. After that, the next tab that takes a run recovers all others
 * first.
 */
const RECOVERY_TRIES = 5

/** The first try comes after this long, each further try after twice as long. */
const RECOVERY_WAIT_MS = 5_000

/** Recovers once the storage works again. Until then the record says that runs of closed pages go on. */
export function recoverLater(stop: AbortSignal): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    for (let tried = 0; tried < RECOVERY_TRIES; tried += 1) {
      await services.clock.wait(RECOVERY_WAIT_MS * 2 ** tried, stop)
      if (stop.aborted) return
      const release = await services.record.runLock.take(RECOVERY_PATIENCE_MS)
      if (!release) continue
      const end = await dispatch(recoverRuns()).finally(release)
      if (end === 'failed') continue
      await dispatch(restoreUnfinished())
      return
    }
  }
}

/** Puts the latest unfinished run of each kind back into its slot. */
export function restoreUnfinished(): Thunk<Promise<void>> {
  return async (dispatch, getState) => {
    await dispatch(readHistory())
    for (const kind of ['sub-orders', 'line-items', 'single'] as const) {
      const { journal, sheets, view, runs } = getState()
      const isFree = kind === 'single' ? view.singleId === null : sheets[kind].sheet === null
      // A run that goes on belongs to another tab: this page watches that tab.
      const entry = journal.history.find(
        ({ kind: its, phase }) => its === kind && (phase === 'stopped' || phase === 'paused'),
      )
      if (entry && isFree && runs.preparingId === null) await dispatch(openRun(entry.id))
    }
  }
}
