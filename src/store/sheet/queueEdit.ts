import { type Change, applyEdit } from './editThunks'
import type { Services } from '../services'
import { findEarlierRuns } from './sheetThunks'
import type { Thunk } from '../store'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

const queues = new WeakMap<Services, Promise<unknown>>()

/**
 * Applies an edit once the edits before it are applied: a click on a button that leaves a field asks for two edits. Nothing
 * happens where another sheet is in the slot by then.
 *
 * @param id of the sheet
 * @param write names rows by their positions in the sheet as it is by then; null: there is nothing to do any more
 */
export function queueEdit(
  kind: SheetKind,
  id: string,
  write: (checked: CheckedSheet) => Change | null,
): Thunk<Promise<void>> {
  return (dispatch, getState, services) => {
    const before = queues.get(services) ?? Promise.resolve()
    const turn = before.then(async () => {
      const { sheet } = getState().sheets[kind]
      const change = sheet?.id === id ? write(sheet.checked) : null
      // The next one does not wait for the journal: between two edits nobody could start a sheet that is half edited.
      if (change && (await dispatch(applyEdit(kind, change)))) void dispatch(findEarlierRuns(id))
    })
    queues.set(
      services,
      turn.catch(() => undefined),
    )
    return turn
  }
}
