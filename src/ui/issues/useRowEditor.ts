import { type RefObject, useRef, useState } from 'react'
import { checkRow } from '../../domain/row/checkRow'
import type { EditedCells } from '../../domain/edit/edit'
import { findMeantCells } from '../../domain/edit/editRow'
import { useAppDispatch } from '../../store/hooks'
import { queueEdit } from '../../store/sheet/queueEdit'
import { checkEdit } from '../../store/sheet/checkEdit'
import { findRow, type RowKey, readRowKey } from './rowKeys'
import { useBlurOutside } from './useBlurOutside'
import type { Issue } from '../../domain/sheet/issue'
import { type ColumnMeaning, MEANINGS } from '../../domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

/** The cell that is being edited. Kept by the panel: the field itself goes when its row is scrolled out of sight. */
export interface Editing {
  readonly key: RowKey
  readonly meaning: ColumnMeaning
  readonly text: string
  /** What it was opened with, which may be older than the row by now: as long as it reads so, nobody has changed it. */
  readonly opened: string
}

/** What stands against the typed text; `good`: nothing; null: it is as it was. */
export type Verdict = Issue | 'good' | null

/** What is wrong is how the row stood in the file: its cells may be right as they read, and only a person can say so. */
function hasWrongShape({ sheet }: CheckedSheet, key: RowKey): boolean {
  const row = sheet.rows.at(findRow(sheet.rows, key))
  const finding = row && checkRow(sheet, row)
  return finding?.issue !== undefined && finding.isShapeless === true
}

/** The meaning of the column that an issue blames; the ID, where the whole row is meant. */
export function readBlamed({ sheet }: CheckedSheet, issue: Issue | undefined): ColumnMeaning {
  const { header, columns } = sheet
  const blamed = MEANINGS.find((meaning) => {
    const column = columns[meaning]
    return column !== undefined && header[column] === issue?.column
  })
  return blamed ?? 'subOrderId'
}

function readText(checked: CheckedSheet, key: RowKey, meaning: ColumnMeaning): string {
  const row = checked.sheet.rows.at(findRow(checked.sheet.rows, key))
  return (row && findMeantCells(checked.sheet, row)[meaning]) ?? ''
}

interface RowEditorOptions {
  readonly id: string
  readonly checked: CheckedSheet
  /** Of the rows that are shown. */
  readonly positions: Int32Array
  /** The list that the fields stand in. */
  readonly box: RefObject<HTMLElement | null>
  /** Takes the focus there, also where the row is drawn anew. */
  onPlace(key: RowKey, part: ColumnMeaning): void
}

/**
 * One cell at a time is edited: opened, typed into, and committed or left as it was. What was typed is lost by Escape alone:
 * whatever else ends the field commits it.
 */
export function useRowEditor({ id, checked, positions, box, onPlace }: RowEditorOptions) {
  const { kind, rows } = checked.sheet
  const dispatch = useAppDispatch()
  const [editing, setEditing] = useState<Editing | null>(null)
  /** The same, for handlers: of a click and the focus that comes with it, only the first commits. */
  const current = useRef<Editing | null>(null)
  /** Where the caret stood when the field was drawn last. */
  const caretRef = useRef<readonly [from: number, to: number] | null>(null)

  function change(next: Editing | null): void {
    current.current = next
    setEditing(next)
  }
  function close(): Editing | null {
    const closed = current.current
    if (closed) change(null)
    return closed
  }
  function check({ key, meaning, text }: Editing): Issue | 'good' {
    const cells: EditedCells = { [meaning]: text }
    return checkEdit(checked, findRow(rows, key), cells) ?? 'good'
  }
  /** Of a field that Enter closes. Unchanged, it is accepted only where that rights the cell. */
  function checkEntered(entered: Editing): Verdict {
    const { key, meaning, text, opened } = entered
    if (text !== opened) return check(entered)
    if (!hasWrongShape(checked, key)) return null
    const found = check(entered)
    return found === 'good' || readBlamed(checked, found) !== meaning ? found : null
  }
  function commit({ key, meaning, text }: Editing): void {
    const write = (now: CheckedSheet) => {
      const position = findRow(now.sheet.rows, key)
      return position < 0 ? null : ({ type: 'edit', position, cells: { [meaning]: text } } as const)
    }
    void dispatch(queueEdit(kind, id, write))
  }
  function leave(): void {
    const left = close()
    if (left && left.text !== left.opened) commit(left)
  }
  function open(
    key: RowKey,
    meaning: ColumnMeaning,
    opened = readText(checked, key, meaning),
    text = opened,
  ): void {
    leave()
    caretRef.current = null
    change({ key, meaning, text, opened })
    onPlace(key, meaning)
  }
  function openNext({ key, meaning }: Editing): void {
    const next = positions.indexOf(findRow(rows, key)) + 1
    const position = positions[next]
    if (next > 0 && position !== undefined) open(readRowKey(rows, position), meaning)
    else onPlace(key, meaning)
  }
  function enter(): void {
    const entered = close()
    if (!entered) return
    const { key, meaning, text } = entered
    const found = checkEntered(entered)
    if (found !== null) commit(entered)
    if (found === null || found === 'good') {
      openNext(entered)
      return
    }
    // Something is still wrong with this row: the cell to blame is the next one.
    const blamed = readBlamed(checked, found)
    if (blamed === meaning) open(key, meaning, text)
    else open(key, blamed)
  }
  useBlurOutside(box, editing !== null, leave)
  const isChanged = editing !== null && editing.text !== editing.opened && findRow(rows, editing.key) >= 0
  const verdict: Verdict = isChanged ? check(editing) : null
  return {
    editing,
    verdict,
    /** Of the typed text alone: another cell of the row may be wrong still. Null: it is as it was. */
    isCellGood:
      verdict === null ? null : verdict === 'good' || readBlamed(checked, verdict) !== editing?.meaning,
    caretRef,
    open: (key: RowKey, meaning: ColumnMeaning) => open(key, meaning),
    /** Opens the cell with another text in it, as if it had been typed. */
    openWith: (key: RowKey, meaning: ColumnMeaning, text: string) => open(key, meaning, undefined, text),
    type: (text: string) => current.current && change({ ...current.current, text }),
    enter,
    leave,
    discard: () => {
      const discarded = close()
      if (discarded) onPlace(discarded.key, discarded.meaning)
    },
  }
}

export type RowEditor = ReturnType<typeof useRowEditor>
