import { type RefObject, useRef, useState } from 'react'
import type { ColumnMeaning } from '../../domain/sheet/columnMeaning'
import type { RowKey } from './rowKeys'

/** The cell that is being edited. */
export interface Editing {
  readonly key: RowKey
  readonly meaning: ColumnMeaning
  readonly text: string
  /** The text that the field opened with. The row may be newer by now; a field that still reads so was not changed. */
  readonly opened: string
}

export interface OpenField {
  readonly editing: Editing | null
  /** The caret at the last rendering of the field; null: the field opens with all text selected. */
  readonly caretRef: RefObject<readonly [from: number, to: number] | null>
  open(next: Editing): void
  type(text: string): void
  /** @returns the field that was open; null on a second call: a click and the focus that comes with it commit once */
  close(): Editing | null
}

/** The open field of a list. The list keeps it: the input itself goes when its row is scrolled out of sight. */
export function useOpenField(): OpenField {
  const [editing, setEditing] = useState<Editing | null>(null)
  /** The same, for handlers that run before the next rendering. */
  const current = useRef<Editing | null>(null)
  const caretRef = useRef<readonly [from: number, to: number] | null>(null)
  function change(next: Editing | null): void {
    current.current = next
    setEditing(next)
  }
  return {
    editing,
    caretRef,
    open: (next) => {
      caretRef.current = null
      change(next)
    },
    type: (text) => {
      if (current.current) change({ ...current.current, text })
    },
    close: () => {
      const closed = current.current
      if (closed) change(null)
      return closed
    },
  }
}
