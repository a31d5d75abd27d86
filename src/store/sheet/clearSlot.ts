import { cancellationForgotten } from '../slices/runsSlice'
import type { LoadedSheet } from '../slices/sheetSlice'
import type { Thunk } from '../store'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

/**
 * Clears the slot. A sheet from which something was sent, or which was edited by hand, is put aside, so that nothing of it is
 * lost.
 */
export function clearSlot(kind: SheetKind): Thunk<LoadedSheet | null> {
  return (dispatch, getState) => {
    const { sheets, runs } = getState()
    const { sheet, previous } = sheets[kind]
    if (!sheet) return previous
    if (!runs.byId[sheet.id]?.run && !sheet.isEdited) {
      dispatch(cancellationForgotten({ id: sheet.id }))
      return previous
    }
    if (previous) dispatch(cancellationForgotten({ id: previous.id }))
    return sheet
  }
}
