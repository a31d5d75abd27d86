import { chunkRows, type RowChunk, type RowList } from '../domain/rowList'
import type { SheetRow } from '../domain/sheet'

// What came from the file is packed; a stretch in which a row was changed is plain.
const isTouched = (chunk: RowChunk): chunk is readonly SheetRow[] => !('text' in chunk)

/**
 * Positions of the rows that were mended or dropped, in order. Stretches that nobody touched are not unpacked: of 1,000,000
 * rows with a few mends it looks at some thousands.
 */
export function findMended(rows: RowList): Int32Array {
  const found: number[] = []
  let start = 0
  for (const chunk of chunkRows(rows)) {
    if (!isTouched(chunk)) {
      start += chunk.rows.length
      continue
    }
    for (const [place, { was, dropped }] of chunk.entries()) if (was || dropped) found.push(start + place)
    start += chunk.length
  }
  return Int32Array.from(found)
}
