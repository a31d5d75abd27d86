import { type PackedRows, unpackRow } from './packedRows'
import type { SheetRow } from './sheet'

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

const isPacked = (chunk: RowChunk): chunk is PackedRows => 'text' in chunk

const countRows = (chunk: RowChunk): number => (isPacked(chunk) ? chunk.rows.length : chunk.length)

const readRow = (chunk: RowChunk, place: number): SheetRow | undefined =>
  isPacked(chunk) ? unpackRow(chunk, place) : chunk[place]

function* readRows(chunk: RowChunk): Generator<SheetRow> {
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
    *[Symbol.iterator]() {
      for (const chunk of chunks) yield* readRows(chunk)
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
 * Puts other rows in the place of some, each position by itself; an empty list takes a row out.
 *
 * @param changes by position
 */
export function replaceRows(rows: RowList, changes: ReadonlyMap<number, readonly SheetRow[]>): ChunkedRows {
  let start = 0
  const positions = [...changes.keys()].sort((one, other) => one - other)
  let next = 0
  const chunks = chunkRows(rows).map((chunk): RowChunk => {
    const end = start + countRows(chunk)
    const first = next
    while (next < positions.length && (positions[next] ?? 0) < end) next += 1
    const from = start
    start = end
    if (first === next) return chunk
    return [...readRows(chunk)].flatMap((row, place) => changes.get(from + place) ?? [row])
  })
  return createRowList(chunks.filter((chunk) => countRows(chunk) > 0))
}
