import { lowerBound } from '../lists/lowerBound'
import type { Steps } from '../time/steps'
import { type PackedRows, unpackRow } from './packedRows'
import type { SheetRow } from './sheetRow'

/** The rows of a sheet, in file order. A plain array is one; a long list is packed, and unpacks its rows one by one. */
export interface RowList extends Iterable<SheetRow> {
  readonly length: number
  at(position: number): SheetRow | undefined
  slice(from: number, to: number): SheetRow[]
}

/** A block of rows: packed as it came from the file, or plain where a row was edited. */
export type RowBlock = PackedRows | readonly SheetRow[]

/** Rows in blocks. A change makes a new list that shares all blocks without changes. */
export interface BlockedRows extends RowList {
  readonly blocks: readonly RowBlock[]
}

/** Whether a block is as it came from the file: a block with an edited row is plain. */
export const isPacked = (block: RowBlock): block is PackedRows => 'text' in block

/** How many rows a block has. */
export const blockLength = (block: RowBlock): number => (isPacked(block) ? block.rows.length : block.length)

const unpackRowAt = (block: RowBlock, place: number): SheetRow | undefined =>
  isPacked(block) ? unpackRow(block, place) : block[place]

/** The rows of a block, unpacked one by one. */
export function* unpackRows(block: RowBlock): Generator<SheetRow> {
  if (!isPacked(block)) return yield* block
  for (let place = 0; place < block.rows.length; place += 1) yield unpackRow(block, place)
}

/** Joins blocks of rows, each with at least one row. */
export function createRowList(blocks: readonly RowBlock[]): BlockedRows {
  /** Position of each block's first row. */
  const starts: number[] = []
  let length = 0
  for (const block of blocks) {
    starts.push(length)
    length += blockLength(block)
  }
  const at = (position: number): SheetRow | undefined => {
    if (position < 0 || position >= length) return undefined
    const index = lowerBound(starts.length, (place) => (starts[place] ?? 0) <= position) - 1
    const block = blocks[index]
    return block && unpackRowAt(block, position - (starts[index] ?? 0))
  }
  return {
    length,
    blocks,
    at,
    slice: (from, to) =>
      Array.from({ length: Math.min(to, length) - from }, (_, index) => at(from + index) as SheetRow),
    // `unpackRows` would be a generator within a generator, and take twice as long.
    *[Symbol.iterator]() {
      for (const block of blocks) {
        const count = blockLength(block)
        for (let place = 0; place < count; place += 1) yield unpackRowAt(block, place) as SheetRow
      }
    },
  }
}

/** Any list of rows as blocks; a plain array is a single block. */
export function blocksOf(rows: RowList): readonly RowBlock[] {
  if ('blocks' in rows) return (rows as BlockedRows).blocks
  return rows.length > 0 ? [[...rows]] : []
}

/**
 * Replaces blocks, one a step. Each block keeps its index, so that the block before and the block after a change hold
 * the same row numbers.
 *
 * @param change returns the same block where nothing in it changes; `start` is the position of its first row
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
