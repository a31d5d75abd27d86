import { weakMapMemoize } from '@reduxjs/toolkit'
import { isEdited } from '../../domain/edit/originalRow'
import { blocksOf, blockLength, isPacked, type RowList } from '../../domain/sheet/rowList'
import type { SheetRow } from '../../domain/sheet/sheetRow'

/**
 * Positions of the rows that were edited or removed, in order. Blocks that nobody touched are not unpacked: of
 * 1,000,000 rows with a few edits this looks at some thousands.
 */
export function findEditedRows(rows: RowList): Int32Array {
  const found: number[] = []
  let start = 0
  for (const block of blocksOf(rows)) {
    if (!isPacked(block)) {
      for (const [place, row] of block.entries()) if (isEdited(row)) found.push(start + place)
    }
    start += blockLength(block)
  }
  return Int32Array.from(found)
}

/**
 * By row number: each row whose cells differ from the upload; of several in its place, the first. Computed once for
 * each list of rows: every row of a long table asks for it.
 */
export const findRowsWithOriginal = weakMapMemoize((rows: RowList): ReadonlyMap<number, SheetRow> => {
  const found = new Map<number, SheetRow>()
  for (const block of blocksOf(rows)) {
    if (isPacked(block)) continue
    for (const row of block) if (row.original && !found.has(row.row)) found.set(row.row, row)
  }
  return found
})
