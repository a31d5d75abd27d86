import { validateRows } from '../../domain/check/validateRows'
import { reapplyEdits } from '../../domain/edit/reapplyEdits'
import type { RequestList } from '../../domain/run/requestList'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import { columnsAttached } from '../slices/sheetSlice'
import type { Thunk } from '../store'

function hasSameIds(list: RequestList, other: RequestList): boolean {
  if (list.length !== other.length) return false
  let position = 0
  for (const { subOrderId } of list) {
    if (other.at(position)?.subOrderId !== subOrderId) return false
    position += 1
  }
  return true
}

/**
 * Gives a run that came back from the journal its own columns, once the user chooses its file again. Nothing else
 * changes: the edits made in the sheet are applied again.
 *
 * @returns false if the file is another one, which takes the slot instead
 */
export function attachColumns(
  kind: SheetKind,
  ticket: string,
  read: CheckedSheet,
  fileHash: string,
): Thunk<Promise<boolean>> {
  return async (dispatch, getState, services) => {
    const { sheet } = getState().sheets[kind]
    if (!sheet?.restored?.lacksColumns || sheet.fileHash !== fileHash) return false
    const edited = await reapplyEdits(read.sheet, sheet.checked.sheet, services.createYieldIfDue())
    const checked = edited === read.sheet ? read : await validateRows(edited, services.createYieldIfDue())
    // The user has chosen a newer file meanwhile, so this file needs no more work.
    if (getState().sheets[kind].reading?.ticket !== ticket) return true
    // An older version of the screen may have judged the rows differently.
    if (!hasSameIds(sheet.checked.requests, checked.requests)) return false
    const chosen = services.files.chosenFiles.get(ticket)
    if (chosen) services.files.chosenFiles.set(sheet.id, chosen)
    dispatch(columnsAttached({ kind, checked: Object.freeze(checked) }))
    return true
  }
}
