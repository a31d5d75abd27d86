import { isEdited } from '../../domain/edit/originalRow'
import { blocksOf, blockLength, isPacked, type RowList } from '../../domain/sheet/rowList'
import type { SheetRow } from '../../domain/sheet/sheetRow'

/**
 * Positions of the rows that were mended or dropped, in order. Stretches that nobody touched are not unpacked: of 1,000,000
 * rows with a few mends it looks at some thousands.
 */
export function findMended(rows: RowList): Int32Array {
  const found: number[] = []
  let start = 0
  for (const chunk of blocksOf(rows)) {
    if (!isPacked(chunk)) {
      for (const [place, row] of chunk.entries()) if (isEdited(row)) found.push(start + place)
    }
    start += blockLength(chunk)
  }
  return Int32Array.from(found)
}

const rowsWithPast = new WeakMap<RowList, ReadonlyMap<number, SheetRow>>()

/**
 * By row number a row with other cells than it was uploaded with; of several in the place of one, the first. Found once for each
 * list of rows: every row of a long table asks it.
 */
export function findRowsWithPast(rows: RowList): ReadonlyMap<number, SheetRow> {
  const known = rowsWithPast.get(rows)
  if (known) return known
  const found = new Map<number, SheetRow>()
  for (const chunk of blocksOf(rows)) {
    if (isPacked(chunk)) continue
    for (const row of chunk) if (row.original && !found.has(row.row)) found.set(row.row, row)
  }
  rowsWithPast.set(rows, found)
  return found
}
