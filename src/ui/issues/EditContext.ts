import { createContext, useContext } from 'react'
import type { RowKey } from './rowKeys'
import type { RowEditor } from './useRowEditor'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

/** Shared by the cells of a list whose rows can be edited. */
export interface EditTools {
  readonly kind: SheetKind
  readonly editor: RowEditor
  remove(key: RowKey): void
  split(key: RowKey): void
  undo(key: RowKey): void
}

export const EditContext = createContext<EditTools | null>(null)

/** Null in a list that can only be read. */
export function useEditTools(): EditTools | null {
  return useContext(EditContext)
}
