import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { Thunk } from '../store'
import { applyEdit, type Change } from './applyEdit'
import { findEarlierRuns } from './findEarlierRuns'

/**
 * Applies an edit once the edits before it are applied: a click on a button that leaves a field asks for two edits.
 * Nothing happens if another sheet is in the slot by then.
 *
 * @param id of the sheet
 * @param write names rows by their positions in the sheet as it is by then; null: nothing is left to do
 */
export function queueEdit(
  kind: SheetKind,
  id: string,
  write: (checked: CheckedSheet) => Change | null,
): Thunk<Promise<void>> {
  return (dispatch, getState, services) =>
    services.editQueue.add(async () => {
      const { sheet } = getState().sheets[kind]
      const change = sheet?.id === id ? write(sheet.checked) : null
      // The next edit does not wait for the journal: between two edits nobody could start a sheet that is half edited.
      if (change && (await dispatch(applyEdit(kind, change)))) void dispatch(findEarlierRuns(id))
    })
}
