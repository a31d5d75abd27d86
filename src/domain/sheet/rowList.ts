import { type PackedRows, unpackRow } from './packedRows'
import type { Steps } from '../time/steps'
import type { SheetRow } from './sheetRow'

/** The rows of a sheet, in file order. A plain list is one; a long one is kept packed and unpacked row by row. */
export interface RowList extends Iterable<SheetRow> {
  readonly length: number
  at(position: number): SheetRow | undefined
  slice(from: number, to: number): SheetRow[]
}

/** A stretch of rows: packed as they came from the file, or plain where one of them was mended. */
export type RowChunk = PackedRows | readonly SheetRow[]

/** Rows in stretches; a change makes a new list that shares all stretches it did not touch. */
export interface ChunkedRows extends RowList {
  readonly chunks: readonly RowChunk[]
}

/** What came from the file is packed; a stretch in which a row was changed is plain. */
export const isPacked = (chunk: RowChunk): chunk is PackedRows => 'text' in chunk

export const countRows = (chunk: RowChunk): number => (isPacked(chunk) ? chunk.rows.length : chunk.length)

const readRow = (chunk: RowChunk, place: number): SheetRow | undefined =>
  isPacked(chunk) ? unpackRow(chunk, place) : chunk[place]

/** The rows of one stretch, unpacked one by one. */
export function* readRows(chunk: RowChunk): Generator<SheetRow> {
  if (!isPacked(chunk)) return yield* chunk
  for (let place = 0; place < chunk.rows.length; place += 1) yield unpackRow(chunk, place)
}

/** Joins stretches of rows, each with at least one row. */
export function createRowList(chunks: readonly RowChunk[]): ChunkedRows {
  /** Position of each stretch's first row. */
  const starts: number[] = []
  let length = 0
  for (const chunk of chunks) {
    starts.push(length)
    length += countRows(chunk)
  }
  const at = (position: number): SheetRow | undefined => {
    if (position < 0 || position >= length) return undefined
    const index = findChunk(starts, position)
    const chunk = chunks[index]
    return chunk && readRow(chunk, position - (starts[index] ?? 0))
  }
  return {
    length,
    chunks,
    at,
    slice: (from, to) => {
      const rows: SheetRow[] = []
      for (let position = from; position < Math.min(to, length); position += 1) {
        const row = at(position)
        if (row) rows.push(row)
      }
      return rows
    },
    // Not by way of `readRows`: a generator in a generator takes twice as long.
    *[Symbol.iterator]() {
      for (const chunk of chunks) {
        const count = countRows(chunk)
        for (let place = 0; place < count; place += 1) yield readRow(chunk, place) as SheetRow
      }
    },
  }
}

/** The last stretch that starts at or before a position. */
function findChunk(starts: readonly number[], position: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}

/** A plain list as stretches. */
export function chunkRows(rows: RowList): readonly RowChunk[] {
  if ('chunks' in rows) return (rows as ChunkedRows).chunks
  return rows.length > 0 ? [[...rows]] : []
}

/**
 * Puts other stretches in the place of some, one a step. Each stays where it is among the others, so that the stretches
 * before and after a change hold the same row numbers, one by one.
 *
 * @param change gives the same stretch back where nothing of it changes; `start` is the position of its first row
 */
export function* changeChunks(
  rows: RowList,
  change: (chunk: RowChunk, start: number, index: number) => RowChunk,
): Steps<ChunkedRows> {
  const chunks: RowChunk[] = []
  let start = 0
  for (const [index, chunk] of chunkRows(rows).entries()) {
    chunks.push(change(chunk, start, index))
    start += countRows(chunk)
    yield undefined
  }
  return createRowList(chunks)
}
