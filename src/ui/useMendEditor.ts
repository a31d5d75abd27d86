import { useRef, useState } from 'react'
import { type MendedCells, readMeantCells } from '../domain/mendSheet'
import type { CheckedSheet, ColumnMeaning, Issue } from '../domain/sheet'
import { useAppDispatch } from '../store/hooks'
import { queueMend } from '../store/mendQueue'
import { checkMend } from '../store/mendThunks'
import { findRow, type RowKey, readRowKey } from './rowKeys'

/** The cell that is being mended. Kept by the panel: the field itself goes when its row is scrolled out of sight. */
export interface Editing {
  readonly key: RowKey
  readonly meaning: ColumnMeaning
  readonly text: string
}

/** What stands against the typed text; `good`: nothing; null: it is as it was. */
export type Verdict = Issue | 'good' | null

const MEANINGS: readonly ColumnMeaning[] = ['subOrderId', 'skuId', 'quantity']

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
  return (row && readMeantCells(checked.sheet, row)[meaning]) ?? ''
}

interface MendEditorOptions {
  readonly id: string
  readonly checked: CheckedSheet
  /** Of the rows that are shown. */
  readonly positions: Int32Array
  /** Takes the focus there, also where the row is drawn anew. */
  onPlace(key: RowKey, part: ColumnMeaning): void
}

/** One cell at a time is mended: opened, typed into, and committed or left as it was. */
export function useMendEditor({ id, checked, positions, onPlace }: MendEditorOptions) {
  const { kind, rows } = checked.sheet
  const dispatch = useAppDispatch()
  const [editing, setEditing] = useState<Editing | null>(null)
  /** Where the caret stood when the field was drawn last. */
  const caretRef = useRef<readonly [from: number, to: number] | null>(null)

  function check({ key, meaning, text }: Editing): Verdict {
    if (text === readText(checked, key, meaning)) return null
    const cells: MendedCells = { [meaning]: text }
    return dispatch(checkMend(kind, findRow(rows, key), cells)) ?? 'good'
  }
  function open(key: RowKey, meaning: ColumnMeaning, text = readText(checked, key, meaning)): void {
    caretRef.current = null
    setEditing({ key, meaning, text })
    onPlace(key, meaning)
  }
  function openNext({ key, meaning }: Editing): void {
    const next = positions.indexOf(findRow(rows, key)) + 1
    const position = positions[next]
    if (next > 0 && position !== undefined) open(readRowKey(rows, position), meaning)
    else onPlace(key, meaning)
  }
  function commit(isEnter: boolean): void {
    if (!editing) return
    const { key, meaning, text } = editing
    const found = check(editing)
    setEditing(null)
    if (found !== null) {
      const write = (now: CheckedSheet) => {
        const position = findRow(now.sheet.rows, key)
        return position < 0 ? null : ({ type: 'edit', position, cells: { [meaning]: text } } as const)
      }
      void dispatch(queueMend(kind, id, write))
    }
    if (!isEnter) return
    if (found === null || found === 'good') {
      openNext(editing)
      return
    }
    // Something is still wrong with this row: the cell to blame is the next one.
    const blamed = readBlamed(checked, found)
    if (blamed === meaning) open(key, meaning, text)
    else open(key, blamed)
  }
  const verdict = editing && findRow(rows, editing.key) >= 0 ? check(editing) : null
  return {
    editing,
    verdict,
    /** Of the typed text alone: another cell of the row may be wrong still. Null: it is as it was. */
    isCellGood:
      verdict === null ? null : verdict === 'good' || readBlamed(checked, verdict) !== editing?.meaning,
    caretRef,
    open: (key: RowKey, meaning: ColumnMeaning) => open(key, meaning),
    type: (text: string) => editing && setEditing({ ...editing, text }),
    commit,
    discard: () => {
      if (editing) onPlace(editing.key, editing.meaning)
      setEditing(null)
    },
  }
}

export type MendEditor = ReturnType<typeof useMendEditor>
