import { isBlank } from '../../domain/ids/cleanText'
import { ROWS_A_BLOCK, type PackedRows } from '../../domain/sheet/packedRows'
import { type Excess, findExcess, LONGEST_CELL, MOST_COLUMNS } from '../bytes/excess'

/** Rows of a text without quotes, packed as slices of that text: no cell becomes a string of its own. */
export interface PlainRows {
  readonly packed: readonly PackedRows[]
  /** All records, with blank ones. */
  readonly records: number
  /** The limit that the last record exceeds. That record is not packed, and reading stops there. */
  readonly excess: Excess | undefined
}

const LINE_FEED = 10

/** Whether a record has a visible cell; nearly all records begin with a letter or a digit. */
function showsSomething(text: string, from: number, to: number, delimiter: string): boolean {
  const code = text.charCodeAt(from)
  const isPlain = (code > 47 && code < 58) || (code > 64 && code < 91)
  return isPlain || !text.slice(from, to).split(delimiter).every(isBlank)
}

/**
 * Finds the records of a text and their cells. Each record ends with a line feed. The result equals that of Papaparse
 * for a text without quotes, in a third of the time and the memory. Keeps a `'` at the beginning of a cell.
 *
 * @param firstRow number of the first record
 */
export function packPlain(text: string, delimiter: string, firstRow: number): PlainRows {
  const separator = delimiter.charCodeAt(0)
  const packed: PackedRows[] = []
  let block = createBlock()
  let row = firstRow
  let excess: Excess | undefined
  for (let at = 0; at < text.length && !excess; row += 1) {
    const from = at
    const first = block.ends.length
    for (let code = text.charCodeAt(at); code !== LINE_FEED; code = text.charCodeAt(at)) {
      if (code === separator) block.ends.push(at - block.begin)
      at += 1
    }
    // No cell is longer than its line, so that the cells of nearly no line need a check.
    if (at - from > LONGEST_CELL || block.ends.length - first >= MOST_COLUMNS)
      excess = findExcess(text.slice(from, at).split(delimiter))
    if (!excess && showsSomething(text, from, at, delimiter)) {
      block.ends.push(at - block.begin)
      block.starts.push(from - block.begin)
      block.firsts.push(block.ends.length)
      block.rows.push(row)
    } else {
      block.ends.length = first
    }
    at += 1
    if (block.rows.length < ROWS_A_BLOCK) continue
    packed.push(closeBlock(block, text.slice(block.begin, at)))
    block = createBlock(at)
  }
  if (block.rows.length > 0) packed.push(closeBlock(block, text.slice(block.begin)))
  return { packed, records: row - firstRow, excess }
}

interface Block {
  /** The position of the block in the text. */
  readonly begin: number
  readonly starts: number[]
  readonly ends: number[]
  readonly firsts: number[]
  readonly rows: number[]
}

function createBlock(begin = 0): Block {
  return { begin, starts: [], ends: [], firsts: [0], rows: [] }
}

function closeBlock({ starts, ends, firsts, rows }: Block, text: string): PackedRows {
  return {
    text,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    gap: 1,
    firsts: Uint32Array.from(firsts),
    rows: Uint32Array.from(rows),
    badQuotes: [],
  }
}
