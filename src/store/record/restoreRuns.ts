import { journalOpened } from '../slices/journalSlice'
import type { Thunk } from '../store'
import { showSlot } from './pastRuns'
import { RECOVERY_PATIENCE_MS, recoverLater, recoverRuns, restoreUnfinished } from './recoverRuns'
import { watchOtherTab } from './watchOtherTab'

/** Shows the slot of the latest unfinished run, unless the user has begun something else. */
function showLatest(): Thunk {
  return (dispatch, getState) => {
    const { journal, sheets, runs } = getState()
    const latest = journal.history.find(({ phase }) => phase !== 'finished')
    const isUsed = Object.values(sheets).some(({ reading, sheet }) => reading || (sheet && !sheet.restored))
    if (latest && !isUsed && runs.byId[latest.id]) dispatch(showSlot(latest.kind))
  }
}

/**
 * Once a page: opens the journal, recovers runs that were cut off, and shows them. Nothing is sent: a person continues
 * a run. If another tab's run goes on, that run is shown.
 */
export function restoreRuns(stop: AbortSignal): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    const { journal, keeping } = await services.record.openJournal()
    dispatch(journalOpened(keeping))
    const release = await services.record.runLock.take(RECOVERY_PATIENCE_MS)
    if (!release) {
      await dispatch(watchOtherTab(stop, () => dispatch(showLatest())))
      return
    }
    const end = await dispatch(recoverRuns()).finally(release)
    if (end === 'failed') void dispatch(recoverLater(stop))
    await dispatch(restoreUnfinished())
    dispatch(showLatest())
    // This comes last, since no user waits for it.
    await journal.forgetOld()
  }
}
