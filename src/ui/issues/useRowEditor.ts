import type { RefObject } from 'react'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import type { ColumnMeaning } from '../../domain/sheet/columnMeaning'
import { useAppDispatch } from '../../store/hooks'
import { queueEdit } from '../../store/sheet/queueEdit'
import { checkEdit } from '../../store/sheet/checkEdit'
import { discardField, enterField, type EditorParts, leaveField, openField } from './fieldMoves'
import { findRow, type RowKey } from './rowKeys'
import { useBlurOutside } from './useBlurOutside'
import { type Editing, useOpenField } from './useOpenField'
import { findBlamed, type Verdict } from './verdict'
import type { EditedCells } from '../../domain/edit/edit'

interface RowEditorOptions extends Pick<EditorParts, 'checked' | 'positions' | 'onPlace'> {
  /** Of the sheet. */
  readonly id: string
  /** The list that the fields stand in. */
  readonly box: RefObject<HTMLElement | null>
}

/**
 * Edits one cell at a time: opens it, takes what is typed, and commits it or leaves the row as it was. Only Escape
 * loses typed text: however else the field closes, it commits.
 */
export function useRowEditor({ id, checked, positions, box, onPlace }: RowEditorOptions) {
  const { kind, rows } = checked.sheet
  const dispatch = useAppDispatch()
  const field = useOpenField()
  function check({ key, meaning, text }: Editing): Verdict {
    const cells: EditedCells = { [meaning]: text }
    return checkEdit(checked, findRow(rows, key), cells) ?? 'good'
  }
  function commit({ key, meaning, text }: Editing): void {
    const write = (now: CheckedSheet) => {
      const position = findRow(now.sheet.rows, key)
      return position < 0 ? null : ({ type: 'edit', position, cells: { [meaning]: text } } as const)
    }
    void dispatch(queueEdit(kind, id, write))
  }
  const parts: EditorParts = { checked, positions, field, check, commit, onPlace }
  const { editing, caretRef, type } = field
  const leave = () => leaveField(parts)
  useBlurOutside(box, editing !== null, leave)
  const isChanged = editing !== null && editing.text !== editing.opened && findRow(rows, editing.key) >= 0
  const verdict = isChanged ? check(editing) : null
  const isCellGood = verdict === 'good' || (verdict && findBlamed(checked, verdict) !== editing?.meaning)
  return {
    editing,
    caretRef,
    /** On the typed text and its row; null: the text is as it was. */
    verdict,
    /** On the typed text alone: another cell of the row may still be wrong. Null: the text is as it was. */
    isCellGood,
    open: (key: RowKey, meaning: ColumnMeaning) => openField(parts, { key, meaning }),
    /** Opens the cell with another text in it, as if the user had typed it. */
    openWith: (key: RowKey, meaning: ColumnMeaning, text: string) => openField(parts, { key, meaning, text }),
    type,
    enter: () => enterField(parts),
    leave,
    discard: () => discardField(parts),
  }
}

export type RowEditor = ReturnType<typeof useRowEditor>
