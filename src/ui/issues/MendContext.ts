import { createContext, useContext } from 'react'
import type { RowKey } from './rowKeys'
import type { MendEditor } from './useMendEditor'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

/** What the cells of a list that can be mended share; null: it can only be read. */
export interface MendDesk {
  readonly kind: SheetKind
  readonly editor: MendEditor
  drop(key: RowKey): void
  split(key: RowKey): void
  undo(key: RowKey): void
}

export const MendContext = createContext<MendDesk | null>(null)

export function useMendDesk(): MendDesk | null {
  return useContext(MendContext)
}
