import { earlierFound } from '../slices/runActions'
import type { Thunk } from '../store'

/**
 * Looks up which rows of a new sheet an earlier run has cancelled or left in doubt. Does nothing if the sheet was
 * edited meanwhile.
 */
export function findEarlierRuns(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const { journal } = await services.record.openJournal()
    const requests = getState().runs.byId[id]?.requests
    if (!requests) return
    const skipped = await journal.findEarlier(id, requests, services.createYieldIfDue())
    const isSame = getState().runs.byId[id]?.requests === requests
    if (isSame && skipped.size > 0) dispatch(earlierFound({ id, skipped }))
  }
}
