import type { PackedRows } from '../sheet/packedRows'
import { isPacked, type RowChunk, readRows } from '../sheet/rowList'
import type { SheetRow } from '../sheet/sheetRow'

/** Whether the user means the row at a place of a stretch. */
export type IsMeant = (place: number) => boolean

/** The row as it came from the file: what was done to it since is left out. */
export function findOriginal(one: SheetRow): SheetRow {
  const { row, cells, badQuotes } = one.original ?? one
  return badQuotes ? { row, cells, badQuotes } : { row, cells }
}

/** Whether a row is not as it was uploaded. */
export const isEdited = ({ original, dropped }: SheetRow): boolean =>
  original !== undefined || dropped === true

/** Where the rows end that stand in the place of one: they have its number, and lie in one stretch. */
function findGroupEnd(rows: readonly SheetRow[], from: number): number {
  let to = from + 1
  while (to < rows.length && rows[to]?.row === rows[from]?.row) to += 1
  return to
}

function isAnyMeant(from: number, to: number, isMeant: IsMeant): boolean {
  for (let place = from; place < to; place += 1) if (isMeant(place)) return true
  return false
}

/** Back to what was uploaded: one row in the place of all that stand in its place, whichever of them is meant. */
export function undoBlock(chunk: RowChunk, isMeant: IsMeant): RowChunk {
  // Nobody has touched it.
  if (isPacked(chunk)) return chunk
  const rows: SheetRow[] = []
  for (let from = 0; from < chunk.length; ) {
    const to = findGroupEnd(chunk, from)
    const [first, ...others] = chunk.slice(from, to)
    if (first && isAnyMeant(from, to, isMeant)) rows.push(findOriginal(first))
    else if (first) rows.push(first, ...others)
    from = to
  }
  return rows
}

/** Whether nothing was done to a stretch but to the rows that are meant. */
function isElseUntouched(chunk: readonly SheetRow[], before: PackedRows, isMeant: IsMeant): boolean {
  const meant = new Set(before.rows.filter((_, place) => isMeant(place)))
  return chunk.every((row) => !isEdited(row) || meant.has(row.row))
}

/**
 * Back to what stood there before a change. What was done since to other rows is kept; of a row that was split its pieces go,
 * whatever was done to them.
 *
 * @param before the same stretch before the change
 * @param isMeant the rows that were changed, by their places before
 */
export function restoreBlock(chunk: RowChunk, before: RowChunk, isMeant: IsMeant): RowChunk {
  if (isPacked(chunk)) return chunk
  // It is packed, and takes less room so.
  if (isPacked(before) && isElseUntouched(chunk, before, isMeant)) return before
  const old = [...readRows(before)]
  const rows: SheetRow[] = []
  let from = 0
  for (let oldFrom = 0; oldFrom < old.length; ) {
    const to = findGroupEnd(chunk, from)
    const oldTo = findGroupEnd(old, oldFrom)
    const now = chunk.slice(from, to)
    const then = old.slice(oldFrom, oldTo)
    const start = oldFrom
    // Row by row where none was split: others of the same number may have been mended since.
    if (now.length === then.length)
      rows.push(...now.map((row, nth) => (isMeant(start + nth) && then[nth]) || row))
    else rows.push(...(isAnyMeant(oldFrom, oldTo, isMeant) ? then : now))
    from = to
    oldFrom = oldTo
  }
  return rows
}
