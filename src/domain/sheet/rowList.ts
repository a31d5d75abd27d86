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
export type RowBlock = PackedRows | readonly SheetRow[]

/** Rows in stretches; a change makes a new list that shares all stretches it did not touch. */
export interface BlockedRows extends RowList {
  readonly blocks: readonly RowBlock[]
}

/** What came from the file is packed; a stretch in which a row was changed is plain. */
export const isPacked = (block: RowBlock): block is PackedRows => 'text' in block

export const blockLength = (block: RowBlock): number => (isPacked(block) ? block.rows.length : block.length)

const unpackRowAt = (block: RowBlock, place: number): SheetRow | undefined =>
  isPacked(block) ? unpackRow(block, place) : block[place]

/** The rows of one stretch, unpacked one by one. */
export function* unpackRows(block: RowBlock): Generator<SheetRow> {
  if (!isPacked(block)) return yield* block
  for (let place = 0; place < block.rows.length; place += 1) yield unpackRow(block, place)
}

/** Joins stretches of rows, each with at least one row. */
export function createRowList(blocks: readonly RowBlock[]): BlockedRows {
  /** Position of each stretch's first row. */
  const starts: number[] = []
  let length = 0
  for (const block of blocks) {
    starts.push(length)
    length += blockLength(block)
  }
  const at = (position: number): SheetRow | undefined => {
    if (position < 0 || position >= length) return undefined
    const index = findBlock(starts, position)
    const block = blocks[index]
    return block && unpackRowAt(block, position - (starts[index] ?? 0))
  }
  return {
    length,
    blocks,
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
      for (const block of blocks) {
        const count = blockLength(block)
        for (let place = 0; place < count; place += 1) yield unpackRowAt(block, place) as SheetRow
      }
    },
  }
}

/** The last stretch that starts at or before a position. */
function findBlock(starts: readonly number[], position: number): number {
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
export function blocksOf(rows: RowList): readonly RowBlock[] {
  if ('blocks' in rows) return (rows as BlockedRows).blocks
  return rows.length > 0 ? [[...rows]] : []
}

/**
 * Puts other stretches in the place of some, one a step. Each stays where it is among the others, so that the stretches
 * before and after a change hold the same row numbers, one by one.
 *
 * @param change gives the same stretch back where nothing of it changes; `start` is the position of its first row
 */
export function* changeBlocks(
  rows: RowList,
  change: (block: RowBlock, start: number, index: number) => RowBlock,
): Steps<BlockedRows> {
  const blocks: RowBlock[] = []
  let start = 0
  for (const [index, block] of blocksOf(rows).entries()) {
    blocks.push(change(block, start, index))
    start += blockLength(block)
    yield undefined
  }
  return createRowList(blocks)
}
