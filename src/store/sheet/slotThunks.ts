import type { SheetKind } from '../../domain/sheet/columnMeaning'
import { selectIsSlotBusy } from '../selectors'
import { cancellationForgotten } from '../slices/runActions'
import { type LoadedSheet, previousForgotten, previousShown, sheetRemoved } from '../slices/sheetSlice'
import { singleSubmitted } from '../slices/viewSlice'
import type { Thunk } from '../store'

/**
 * Decides what becomes of the sheet in a slot: it is put aside if something was sent from it or it was edited by hand,
 * else it is forgotten.
 *
 * @returns the previous sheet of the cleared slot
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

/** Takes the sheet out of its slot. */
export function removeSheet(kind: SheetKind): Thunk {
  return (dispatch, getState) => {
    if (selectIsSlotBusy(getState(), kind)) return
    dispatch(sheetRemoved({ kind, previous: dispatch(clearSlot(kind)) }))
  }
}

/** Swaps the sheet in the slot and the previous sheet. */
export function showPrevious(kind: SheetKind): Thunk {
  return (dispatch, getState) => {
    if (!selectIsSlotBusy(getState(), kind)) dispatch(previousShown({ kind }))
  }
}

/** Forgets the cancellation with this ID, and takes it out of its slot. */
export function removeFromSlot(id: string): Thunk {
  return (dispatch, getState) => {
    const { sheets, view } = getState()
    for (const kind of ['sub-orders', 'line-items'] as const) {
      const { sheet, previous } = sheets[kind]
      if (sheet?.id === id) dispatch(sheetRemoved({ kind, previous }))
      if (previous?.id === id) dispatch(previousForgotten({ kind }))
    }
    if (view.singleId === id) dispatch(singleSubmitted(null))
    dispatch(cancellationForgotten({ id }))
  }
}
