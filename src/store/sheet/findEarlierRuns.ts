import { earlierFound } from '../slices/runActions'
import type { Thunk } from '../store'

/**
 * Looks up which requests an earlier run has cancelled or left in doubt. Does nothing if their sheet was edited
 * meanwhile, or the run was read again.
 */
export function findEarlierRuns(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const { journal } = await services.record.openJournal()
    const requests = getState().runs.byId[id]?.requests
    if (!requests) return
    const skipped = await journal.findEarlier(id, requests, services.createYieldIfDue())
    const now = getState().runs.byId[id]
    if (now?.requests === requests && skipped.size + now.skipped.size > 0) {
      dispatch(earlierFound({ id, skipped }))
    }
  }
}
