import { useState } from 'react'
import { findIssuePositions, type Mend } from '../domain/mendSheet'
import type { CheckedSheet, SheetKind } from '../domain/sheet'
import { findMended } from '../store/findMended'
import { useAppDispatch } from '../store/hooks'
import { queueMend } from '../store/mendQueue'
import { type IssueKind, pickIssues } from './groupIssues'
import { findRow, type RowKey } from './rowKeys'
import { useMessages } from './useMessages'

type Change = 'drop' | 'split'

/** What was done last, in words, and to which rows, by number. */
interface Done {
  readonly text: string
  readonly rows: ReadonlySet<number>
}

interface Found {
  readonly positions: readonly number[]
  readonly rows: ReadonlySet<number>
}

/** Sheet positions of the rows with an issue of a kind. */
export function findIssueRows(checked: CheckedSheet, places: Int32Array): Int32Array {
  const positions = findIssuePositions(checked)
  return places.map((place) => positions[place] ?? -1)
}

function findChanged({ sheet: { rows } }: CheckedSheet, wanted: ReadonlySet<number>): number[] {
  return [...findMended(rows)].filter((position) => wanted.has(rows.at(position)?.row ?? -1))
}

/**
 * Drops, splits and takes back. Each names its rows anew when it is its turn: a field that was left with this very click may
 * have settled one of them, and a split moves all below it.
 */
export function useMendActions(kind: SheetKind, id: string) {
  const dispatch = useAppDispatch()
  const { mend } = useMessages()
  const [done, setDone] = useState<Done | null>(null)
  const run = (write: (now: CheckedSheet) => Mend | null) => void dispatch(queueMend(kind, id, write))

  function change(type: Change, find: (now: CheckedSheet) => Found): void {
    run((now) => {
      const { positions, rows } = find(now)
      setDone({ rows, text: (type === 'drop' ? mend.dropped : mend.splitDone)(positions.length) })
      return positions.length > 0 ? { type, positions } : null
    })
  }
  const changeRow = (type: Change, key: RowKey) =>
    change(type, ({ sheet }) => {
      const position = findRow(sheet.rows, key)
      return position < 0
        ? { positions: [], rows: new Set() }
        : { positions: [position], rows: new Set([Number.parseInt(key, 10)]) }
    })
  function undo(find: (now: CheckedSheet) => Iterable<number>): void {
    setDone(null)
    run((now) => ({ type: 'undo', positions: [...find(now)].filter((position) => position >= 0) }))
  }
  return {
    /** In words; null: nothing, or it was taken back. */
    done: done?.text ?? null,
    drop: (key: RowKey) => changeRow('drop', key),
    split: (key: RowKey) => changeRow('split', key),
    changeAll: (type: Change, issueKind: IssueKind) =>
      change(type, (now) => {
        const places = pickIssues(now.issues, issueKind)
        // Named by the issues: to unpack a hundred thousand rows for their numbers would hold the page.
        const rows = new Set([...places].map((place) => now.issues[place]?.row ?? -1))
        return { positions: [...findIssueRows(now, places)], rows }
      }),
    undo: (key: RowKey) => undo(({ sheet }) => [findRow(sheet.rows, key)]),
    undoAll: () => undo(({ sheet }) => findMended(sheet.rows)),
    undoDone: () => undo((now) => (done ? findChanged(now, done.rows) : [])),
  }
}
