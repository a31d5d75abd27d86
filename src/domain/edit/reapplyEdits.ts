import { ROWS_A_BLOCK } from '../sheet/packedRows'
import { changeBlocks, isPacked, type RowList, unpackRows } from '../sheet/rowList'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import { type Steps, takeStepsInSlices } from '../time/steps'
import type { YieldIfDue } from '../time/yieldIfDue'
import { editRow, findMeantCells, removeRow } from './editRow'
import { hasEditedRow, replaceRows } from './editSheet'
import { isEdited } from './originalRow'

/** By row number: all rows of that number, where one of them was edited or removed. */
function* groupEdited(rows: RowList): Steps<ReadonlyMap<number, readonly SheetRow[]>> {
  const groups = new Map<number, readonly SheetRow[]>()
  let group: SheetRow[] = []
  let walked = 0
  for (const row of rows) {
    if (group[0]?.row === row.row) group.push(row)
    else group = [row]
    if (isEdited(row)) groups.set(row.row, group)
    walked += 1
    if (walked % ROWS_A_BLOCK === 0) yield undefined
  }
  return groups
}

function* reapplyInSteps(read: Sheet, edited: Sheet): Steps<Sheet> {
  const groups = yield* groupEdited(edited.rows)
  const { decisions } = edited
  const fresh = decisions ? { ...read, decisions } : read
  if (groups.size === 0) return fresh
  const reapplyRow = (row: SheetRow, old: SheetRow): SheetRow => {
    const again = old.original ? editRow(fresh, row, findMeantCells(edited, old)) : row
    return old.removed ? removeRow(again) : again
  }
  let hasEdits = false
  const rows = yield* changeBlocks(fresh.rows, (block) => {
    const numbers = isPacked(block) ? block.rows : block.map(({ row }) => row)
    if (!numbers.some((row) => groups.has(row))) return block
    const changed = [...unpackRows(block)].flatMap(
      (row) => groups.get(row.row)?.map((old) => reapplyRow(row, old)) ?? [row],
    )
    hasEdits ||= hasEditedRow(changed)
    return changed
  })
  return replaceRows(fresh, rows, hasEdits)
}

/**
 * Does the edits of a sheet again after its file was read anew: edited, split and removed rows, and the decisions about
 * odd rows. Returns the fresh sheet itself where nothing was edited. The page has its turn meanwhile.
 *
 * @param edited the edited rows of the same file; its columns may differ from those of `fresh`
 */
export function reapplyEdits(fresh: Sheet, edited: Sheet, yieldIfDue: YieldIfDue): Promise<Sheet> {
  return takeStepsInSlices(reapplyInSteps(fresh, edited), yieldIfDue)
}
