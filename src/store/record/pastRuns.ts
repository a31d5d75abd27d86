import type { RunEntry } from '../../domain/record/runEntry'
import { isGoingOn } from '../../domain/run/run'
import { selectIsSlotBusy } from '../selectors'
import { removeFromSlot } from '../sheet/slotThunks'
import { cancellationTypeChosen, tabChosen } from '../slices/viewSlice'
import type { Thunk } from '../store'
import { openRun } from './openRun'
import { readHistory } from './readHistory'

/** Opens a past run and shows the slot that it is in. */
export function showPastRun(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState) => {
    const entry = getState().journal.history.find((past) => past.id === id)
    // The past run would push the run that goes on out of its slot.
    if (!entry || selectIsSlotBusy(getState(), entry.kind)) return
    if ((await dispatch(openRun(id))) === 'shown') dispatch(showSlot(entry.kind))
  }
}

/** Shows the slot for runs of this kind. */
export function showSlot(kind: RunEntry['kind']): Thunk {
  return (dispatch) => {
    dispatch(tabChosen(kind === 'single' ? 'sub-orders' : kind))
    if (kind !== 'line-items') dispatch(cancellationTypeChosen(kind === 'single' ? 'single' : 'multiple'))
  }
}

/** Removes a run that does not go on from its slot and from the journal. */
export function closeRun(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const { runs } = getState()
    if (isGoingOn(runs.byId[id]?.run) || runs.preparingId === id || runs.observedId === id) return
    const { journal } = await services.record.openJournal()
    // If the storage fails, the run leaves the screen at least.
    const isRemoved = await journal.remove(id).catch(() => true)
    // Another tab has just continued the run.
    if (!isRemoved) return
    // Ends the wait for recovery, if the run waits for one.
    if (getState().runs.byId[id]?.run?.resumesItself) services.calls.stopSwitch.raise('user')
    dispatch(removeFromSlot(id))
    services.record.tabs.post({ type: 'changed', id })
    await dispatch(readHistory())
  }
}
