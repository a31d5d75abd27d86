import { useState } from 'react'
import { planFill } from '../../domain/edit/fillDown'
import { findIssuePositions } from '../../domain/sheet/findIssuePositions'
import type { Edit } from '../../domain/edit/edit'
import { findEditedRows } from '../../store/sheet/findEditedRows'
import { useAppDispatch } from '../../store/hooks'
import { queueEdit } from '../../store/sheet/queueEdit'
import { type IssueKind, pickIssues } from '../../texts/groupIssues'
import { findRow, type RowKey } from './rowKeys'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

type Change = 'remove' | 'split'

/** What was done last, in words, and what takes that back alone. */
interface Done {
  readonly id: string
  readonly text: string
  readonly restore: Edit
}

const COUNTED = { remove: 'dropped', split: 'splitDone' } as const

/** Sheet positions of the rows with an issue of a kind. */
export function findIssueRows(checked: CheckedSheet, places: Int32Array): Int32Array {
  const positions = findIssuePositions(checked)
  return places.map((place) => positions[place] ?? -1)
}

/** Names rows by their positions in the sheet as it is by then; -1: it is gone. */
type FindRows = (now: CheckedSheet) => Int32Array

const findOne =
  (key: RowKey): FindRows =>
  ({ sheet }) =>
    Int32Array.of(findRow(sheet.rows, key))

/**
 * Drops, splits, fills down and takes back. Each names its rows anew when it is its turn: a field that was left with this very click may
 * have settled one of them, and a split moves all below it.
 */
export function useRowActions(kind: SheetKind, id: string) {
  const dispatch = useAppDispatch()
  const { mend } = useMessages()
  const [latest, setLatest] = useState<Done | null>(null)
  // What was done to another sheet is no deed on this one.
  const done = latest?.id === id ? latest : null
  const run = (write: (now: CheckedSheet) => Edit | null) => void dispatch(queueEdit(kind, id, write))

  function change(type: Change, find: FindRows): void {
    run((now) => {
      const positions = find(now).filter((position) => position >= 0)
      if (positions.length === 0) return null
      const restore: Edit = { type: 'restore', positions, before: now.sheet.rows }
      setLatest({ id, restore, text: mend[COUNTED[type]](positions.length) })
      return { type, positions }
    })
  }
  function fillDown(): void {
    run((now) => {
      const fill = planFill(now)
      if (!fill) return null
      const restore: Edit = { type: 'restore', positions: fill.positions, before: now.sheet.rows }
      const filled = fill.sources.filter((source) => source >= 0).length
      setLatest({ id, restore, text: mend.filled(filled) })
      return fill
    })
  }
  function undo(find: FindRows): void {
    setLatest(null)
    run((now) => ({ type: 'undo', positions: find(now) }))
  }
  function undoDone(): void {
    setLatest(null)
    if (done) run(() => done.restore)
  }
  return {
    /** In words; null: nothing, or it was taken back. */
    done: done?.text ?? null,
    drop: (key: RowKey) => change('remove', findOne(key)),
    split: (key: RowKey) => change('split', findOne(key)),
    changeAll: (type: Change, issueKind: IssueKind) =>
      change(type, (now) => findIssueRows(now, pickIssues(now.issues, issueKind))),
    /** Gives each row below a sub-order's ID that has none of its own that ID. */
    fillDown,
    /** Back to what was uploaded, whatever was done to the row. */
    undo: (key: RowKey) => undo(findOne(key)),
    undoAll: () => undo(({ sheet }) => findEditedRows(sheet.rows)),
    /** What was done last, and nothing before it. */
    undoDone,
  }
}
