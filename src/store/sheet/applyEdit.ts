import { type Decision, decideCaution } from '../../domain/cautions/decideCaution'
import { validateRows } from '../../domain/check/validateRows'
import type { Edit } from '../../domain/edit/edit'
import { editSheetInSlices } from '../../domain/edit/editSheet'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { Sheet } from '../../domain/sheet/sheet'
import type { YieldIfDue } from '../../domain/time/yieldIfDue'
import { requestsPlanned } from '../slices/runActions'
import { editBegan, editEnded } from '../slices/sheetSlice'
import type { RootState, Thunk } from '../store'

/** Rows may be edited before the first run of a sheet: a run's list is fixed. */
export function selectMayEdit({ sheets, runs }: RootState, kind: SheetKind): boolean {
  const { sheet, reading, isEditing } = sheets[kind]
  if (!sheet || reading || isEditing || runs.preparingId === sheet.id) return false
  return !runs.byId[sheet.id]?.run
}

/** A change that the user makes to a sheet before the start. */
export type Change = Edit | Decision

async function changeSheet(sheet: Sheet, change: Change, yieldIfDue: YieldIfDue): Promise<Sheet> {
  return change.type === 'decide'
    ? decideCaution(sheet, change)
    : editSheetInSlices(sheet, change, yieldIfDue)
}

/**
 * Applies an edit or a decision to the sheet in the slot and checks the whole sheet again: one row may free others, or
 * collide with them. The caller then looks up what earlier runs say about the new sheet.
 *
 * @returns whether the sheet was changed
 */
export function applyEdit(kind: SheetKind, change: Change): Thunk<Promise<boolean>> {
  return async (dispatch, getState, services) => {
    const { sheet } = getState().sheets[kind]
    if (!sheet || !selectMayEdit(getState(), kind)) return false
    const { id } = sheet
    let checked: CheckedSheet | null = null
    dispatch(editBegan({ kind }))
    try {
      const yieldIfDue = services.createYieldIfDue()
      const edited = await changeSheet(sheet.checked.sheet, change, yieldIfDue)
      const found = Object.freeze(await validateRows(edited, yieldIfDue))
      const slot = getState().sheets[kind]
      // Another file may have taken its place meanwhile. If the sheet is back since, its run may have been started.
      if (slot.sheet !== sheet || !slot.isEditing) return false
      dispatch(requestsPlanned({ id, requests: found.requests }))
      checked = found
      return true
    } finally {
      // After a fault of ours, too: the sheet is as it was before, and can be edited.
      dispatch(editEnded({ kind, id, checked }))
    }
  }
}
