import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import type { ColumnMeaning } from '../../domain/sheet/columnMeaning'
import { findRow, type RowKey, rowKeyAt } from './rowKeys'
import type { Editing, OpenField } from './useOpenField'
import { findBlamed, hasWrongShape, type Verdict } from './verdict'
import { findMeantCells } from '../../domain/edit/editRow'

/** The fields of one rendering, for moves of the focus. */
export interface EditorParts {
  readonly checked: CheckedSheet
  /** Of the rows that are shown. */
  readonly positions: Int32Array
  readonly field: OpenField
  check(editing: Editing): Verdict
  commit(editing: Editing): void
  /** Moves the focus there, also when the row is rendered anew. */
  onPlace(key: RowKey, part: ColumnMeaning): void
}

interface CellToOpen {
  readonly key: RowKey
  readonly meaning: ColumnMeaning
  /** Text of the cell, where it is known to be newer than the sheet. */
  readonly opened?: string
  /** Text that the field starts with, as if the user had typed it. */
  readonly text?: string
}

function textAt({ sheet }: CheckedSheet, key: RowKey, meaning: ColumnMeaning): string {
  const row = sheet.rows.at(findRow(sheet.rows, key))
  return (row && findMeantCells(sheet, row)[meaning]) ?? ''
}

/** Closes the field and commits a changed text. */
export function leaveField({ field, commit }: EditorParts): void {
  const left = field.close()
  if (left && left.text !== left.opened) commit(left)
}

/** Closes the field and loses the typed text. */
export function discardField({ field, onPlace }: EditorParts): void {
  const discarded = field.close()
  if (discarded) onPlace(discarded.key, discarded.meaning)
}

export function openField(parts: EditorParts, { key, meaning, ...given }: CellToOpen): void {
  const opened = given.opened ?? textAt(parts.checked, key, meaning)
  leaveField(parts)
  parts.field.open({ key, meaning, opened, text: given.text ?? opened })
  parts.onPlace(key, meaning)
}

/** Opens the same column of the next row; behind the last row the focus stays. */
function openBelow(parts: EditorParts, { key, meaning }: Editing): void {
  const { rows } = parts.checked.sheet
  const next = parts.positions.indexOf(findRow(rows, key)) + 1
  const position = parts.positions[next]
  if (next > 0 && position !== undefined) openField(parts, { key: rowKeyAt(rows, position), meaning })
  else parts.onPlace(key, meaning)
}

/** The verdict on a field that Enter closes; null: an unchanged text that would not right its cell is left as it is. */
function judgeEntered({ checked, check }: EditorParts, entered: Editing): Verdict | null {
  const { key, meaning, text, opened } = entered
  if (text !== opened) return check(entered)
  if (!hasWrongShape(checked, key)) return null
  const verdict = check(entered)
  return verdict === 'good' || findBlamed(checked, verdict) !== meaning ? verdict : null
}

/** Commits the field and opens the next one: the cell that is still wrong in this row, else the row below. */
export function enterField(parts: EditorParts): void {
  const entered = parts.field.close()
  if (!entered) return
  const { key, meaning, text } = entered
  const verdict = judgeEntered(parts, entered)
  if (verdict !== null) parts.commit(entered)
  if (verdict === null || verdict === 'good') {
    openBelow(parts, entered)
    return
  }
  const blamed = findBlamed(parts.checked, verdict)
  openField(parts, blamed === meaning ? { key, meaning, opened: text } : { key, meaning: blamed })
}
