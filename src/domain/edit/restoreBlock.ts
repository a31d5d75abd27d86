import type { PackedRows } from '../sheet/packedRows'
import { isPacked, type RowBlock, unpackRows } from '../sheet/rowList'
import type { SheetRow } from '../sheet/sheetRow'
import { isEdited, originalRow } from './originalRow'

/** Whether the user means the row at a place of a block. */
export type IsMeant = (place: number) => boolean

/** Where the rows that share a row number end: rows that were split from the same upload lie in the same block. */
function findGroupEnd(rows: readonly SheetRow[], from: number): number {
  let to = from + 1
  while (to < rows.length && rows[to]?.row === rows[from]?.row) to += 1
  return to
}

function isAnyMeant(from: number, to: number, isMeant: IsMeant): boolean {
  for (let place = from; place < to; place += 1) if (isMeant(place)) return true
  return false
}

/** Brings the uploaded rows back. Where a row was split, any meant part brings the whole row back. */
export function undoBlock(block: RowBlock, isMeant: IsMeant): RowBlock {
  // A packed block holds no edit.
  if (isPacked(block)) return block
  const rows: SheetRow[] = []
  for (let from = 0; from < block.length; ) {
    const to = findGroupEnd(block, from)
    const [first, ...others] = block.slice(from, to)
    if (first && isAnyMeant(from, to, isMeant)) rows.push(originalRow(first))
    else if (first) rows.push(first, ...others)
    from = to
  }
  return rows
}

/** Whether only rows that are meant were edited in a block. */
function isElseUntouched(block: readonly SheetRow[], before: PackedRows, isMeant: IsMeant): boolean {
  const meant = new Set(before.rows.filter((_, place) => isMeant(place)))
  return block.every((row) => !isEdited(row) || meant.has(row.row))
}

/**
 * Brings back the rows as they were before a change. Later edits of other rows stay; edits of the parts of a split row
 * are lost with the parts.
 *
 * @param before the same block before the change
 * @param isMeant tells the changed rows by their places in `before`
 */
export function restoreBlock(block: RowBlock, before: RowBlock, isMeant: IsMeant): RowBlock {
  if (isPacked(block)) return block
  // The packed block takes less memory.
  if (isPacked(before) && isElseUntouched(block, before, isMeant)) return before
  const old = [...unpackRows(before)]
  const rows: SheetRow[] = []
  let from = 0
  for (let oldFrom = 0; oldFrom < old.length; ) {
    const to = findGroupEnd(block, from)
    const oldTo = findGroupEnd(old, oldFrom)
    const now = block.slice(from, to)
    const then = old.slice(oldFrom, oldTo)
    const start = oldFrom
    // Without a split the rows match one to one, and other rows of the same number keep their later edits.
    if (now.length === then.length)
      rows.push(...now.map((row, nth) => (isMeant(start + nth) && then[nth]) || row))
    else rows.push(...(isAnyMeant(oldFrom, oldTo, isMeant) ? then : now))
    from = to
    oldFrom = oldTo
  }
  return rows
}
