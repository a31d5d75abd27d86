import { historyRead } from '../slices/journalSlice'
import type { Thunk } from '../store'

/** Reads the list of past runs from the journal again. */
export function readHistory(): Thunk<Promise<void>> {
  return async (dispatch, _, services) => {
    const { journal } = await services.record.openJournal()
    dispatch(historyRead(await journal.list()))
  }
}
