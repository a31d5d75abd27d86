import { createContext, useContext } from 'react'
import type { RowKey } from './rowKeys'
import type { RowEditor } from './useRowEditor'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

/** What the cells of a list that can be edited share; null: it can only be read. */
export interface EditTools {
  readonly kind: SheetKind
  readonly editor: RowEditor
  drop(key: RowKey): void
  split(key: RowKey): void
  undo(key: RowKey): void
}

export const EditContext = createContext<EditTools | null>(null)

export function useEditTools(): EditTools | null {
  return useContext(EditContext)
}
