import type { Ref } from 'react'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { Slot } from '../../store/slices/sheetSlice'

export interface SheetIntakeProps {
  readonly kind: SheetKind
  readonly slot: Slot
  /** While the sheet's run goes on, no other sheet may take its place. */
  readonly isBusy: boolean
}

/** The properties of both forms of the intake. */
export interface IntakeProps extends SheetIntakeProps {
  readonly pasteButton: Ref<HTMLButtonElement>
  onPaste(): void
}
