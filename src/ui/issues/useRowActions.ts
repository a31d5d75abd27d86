import { useState } from 'react'
import { planFill } from '../../domain/edit/fillDown'
import { findIssuePositions } from '../../domain/sheet/findIssuePositions'
import type { Edit } from '../../domain/edit/edit'
import { findEditedRows } from '../../store/sheet/findEditedRows'
import { useAppDispatch } from '../../store/hooks'
import { queueEdit } from '../../store/sheet/queueEdit'
import { type IssueKind, pickIssues } from '../../texts/groupIssues'
import type { Messages } from '../../texts/messages'
import { findRow, type RowKey } from './rowKeys'
import { useMessages } from '../frame/useMessages'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

type Change = 'remove' | 'split'

/** The last action in words, and the edit that takes back this action alone. */
interface Done {
  readonly id: string
  readonly text: string
  readonly restore: Edit
}

/** An edit of many rows, with the words for it once it is done. */
interface Plan {
  readonly edit: { readonly type: Change; readonly positions: Int32Array } | Extract<Edit, { type: 'fill' }>
  readonly text: string
}

const COUNTED = { remove: 'removed', split: 'splitDone' } as const

/** Sheet positions of the rows whose issues stand at these places of the list. */
export function findIssueRows(checked: CheckedSheet, places: Int32Array): Int32Array {
  const positions = findIssuePositions(checked)
  return places.map((place) => positions[place] ?? -1)
}

/** Names rows by their positions in the sheet at the time; -1 for a row that is gone. */
type FindRows = (now: CheckedSheet) => Int32Array

const findByKey =
  (key: RowKey): FindRows =>
  ({ sheet }) =>
    Int32Array.of(findRow(sheet.rows, key))

const findOfKind =
  (kind: IssueKind): FindRows =>
  (now) =>
    findIssueRows(now, pickIssues(now.issues, kind))

function planChange(type: Change, found: Int32Array, { edit }: Messages): Plan | null {
  const positions = found.filter((position) => position >= 0)
  if (positions.length === 0) return null
  return { edit: { type, positions }, text: edit[COUNTED[type]]({ n: positions.length }) }
}

function planFillDown(now: CheckedSheet, { edit: texts }: Messages): Plan | null {
  const edit = planFill(now)
  return edit && { edit, text: texts.filled({ n: edit.sources.filter((source) => source >= 0).length }) }
}

/**
 * Removes, splits, fills down and takes back. Each action names its rows anew when its turn comes: a field that this very
 * click left may have settled one of them, and a split moves all rows below it.
 */
export function useRowActions(kind: SheetKind, id: string) {
  const dispatch = useAppDispatch()
  const messages = useMessages()
  const [latest, setLatest] = useState<Done | null>(null)
  // An action on another sheet is no action on this one.
  const done = latest?.id === id ? latest : null
  const run = (write: (now: CheckedSheet) => Edit | null) => void dispatch(queueEdit(kind, id, write))
  const runPlan = (write: (now: CheckedSheet) => Plan | null) =>
    run((now) => {
      const plan = write(now)
      if (!plan) return null
      const { edit, text } = plan
      setLatest({ id, text, restore: { type: 'restore', positions: edit.positions, before: now.sheet.rows } })
      return edit
    })
  const change = (type: Change, find: FindRows) => runPlan((now) => planChange(type, find(now), messages))
  function undo(find: FindRows): void {
    setLatest(null)
    run((now) => ({ type: 'undo', positions: find(now) }))
  }
  return {
    /** In words; null: there was no action yet, or it was taken back. */
    done: done?.text ?? null,
    remove: (key: RowKey) => change('remove', findByKey(key)),
    split: (key: RowKey) => change('split', findByKey(key)),
    changeAll: (type: Change, issueKind: IssueKind) => change(type, findOfKind(issueKind)),
    /** Gives each row that has no ID of its own the ID of the row above. */
    fillDown: () => runPlan((now) => planFillDown(now, messages)),
    /** Restores the row as it was uploaded. */
    undo: (key: RowKey) => undo(findByKey(key)),
    undoAll: () => undo(({ sheet }) => findEditedRows(sheet.rows)),
    /** Takes back the last action, and nothing before it. */
    undoDone: () => {
      setLatest(null)
      if (done) run(() => done.restore)
    },
  }
}

export type RowActions = ReturnType<typeof useRowActions>
