import { cancellationForgotten } from '../slices/runsSlice'
import type { LoadedSheet } from '../slices/sheetSlice'
import type { Thunk } from '../store'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

/**
 * Clears the desk: a sheet on which something was sent, or which was mended by hand, is put aside, so that nothing of it is
 * lost.
 */
export function clearDesk(kind: SheetKind): Thunk<LoadedSheet | null> {
  return (dispatch, getState) => {
    const { sheets, runs } = getState()
    const { sheet, aside } = sheets[kind]
    if (!sheet) return aside
    if (!runs.byId[sheet.id]?.run && !sheet.isMended) {
      dispatch(cancellationForgotten({ id: sheet.id }))
      return aside
    }
    if (aside) dispatch(cancellationForgotten({ id: aside.id }))
    return sheet
  }
}
