import type { SheetRow } from './sheetRow'

/**
 * Rows as one text with the places where their cells begin and end: some 20 bytes a row beside its text, where an
 * object, a list and a string a cell take 100 and more. A worker hands them to the page at the price of copying bytes.
 */
export interface PackedRows {
  readonly text: string
  /** Where each row begins in `text`. */
  readonly starts: Uint32Array
  /** Where each cell ends in `text`, cell after cell and row after row. */
  readonly ends: Uint32Array
  /** Characters between two cells of a row: 1 where `text` is the file's own, with its delimiters. */
  readonly gap: 0 | 1
  /** Index of each row's first cell; the last entry is the total number of cells. */
  readonly firsts: Uint32Array
  /** Row numbers, as a spreadsheet shows them. */
  readonly rows: Uint32Array
  /** Places of the rows whose quotes could not be read. */
  readonly badQuotes: readonly number[]
}

/** Enough rows that a block costs nothing beside them, few enough that unpacking a block for an edit is not noticed. */
export const ROWS_A_BLOCK = 1000

// The text of a block is copied in one go: with long rows, a block of 1,000 would hold the page.
const TEXT_A_BLOCK = 1_048_576

/** Unpacks the row at a place within the block. */
export function unpackRow(packed: PackedRows, place: number): SheetRow {
  const { text, starts, ends, gap, firsts, rows, badQuotes } = packed
  const first = firsts[place] ?? 0
  const count = (firsts[place + 1] ?? 0) - first
  // Of the exact length: a growing list reserves memory for more cells, in each of a million rows.
  const cells = new Array<string>(count)
  let from = starts[place] ?? 0
  for (let cell = 0; cell < count; cell += 1) {
    const to = ends[first + cell] ?? from
    cells[cell] = text.slice(from, to)
    from = to + gap
  }
  const row = rows[place] ?? 0
  const isBad = badQuotes.length > 0 && badQuotes.includes(place)
  return isBad ? { row, cells, badQuotes: true } : { row, cells }
}

/** The columns of a block that still takes rows. */
interface OpenBlock {
  readonly texts: string[]
  readonly starts: number[]
  readonly ends: number[]
  readonly firsts: number[]
  readonly rows: number[]
  readonly badQuotes: number[]
  /** Where its text ends. */
  end: number
}

const openBlock = (): OpenBlock => ({
  texts: [],
  starts: [],
  ends: [],
  firsts: [0],
  rows: [],
  badQuotes: [],
  end: 0,
})

const closeBlock = ({ texts, starts, ends, firsts, rows, badQuotes }: OpenBlock): PackedRows => ({
  text: texts.join(''),
  starts: Uint32Array.from(starts),
  ends: Uint32Array.from(ends),
  gap: 0,
  firsts: Uint32Array.from(firsts),
  rows: Uint32Array.from(rows),
  badQuotes,
})

function addRow(block: OpenBlock, row: number, cells: readonly string[], isBad: boolean): void {
  block.starts.push(block.end)
  for (const cell of cells) {
    block.texts.push(cell)
    block.end += cell.length
    block.ends.push(block.end)
  }
  block.firsts.push(block.ends.length)
  if (isBad) block.badQuotes.push(block.rows.length)
  block.rows.push(row)
}

/** Takes rows one by one and packs them. */
export interface RowPacker {
  /** How many rows it has taken. */
  readonly length: number
  add(row: number, cells: readonly string[], badQuotes: boolean): void
  /** Takes a packed block of at least one row, in the order of the rows. */
  addBlock(block: PackedRows): void
  /** All blocks; nothing may be added afterwards. */
  finish(): readonly PackedRows[]
}

/** An empty packer. */
export function createRowPacker(): RowPacker {
  const packed: PackedRows[] = []
  let length = 0
  let open = openBlock()

  function pack(): void {
    if (open.rows.length === 0) return
    packed.push(closeBlock(open))
    open = openBlock()
  }
  return {
    get length() {
      return length
    },
    add: (row, cells, isBad) => {
      addRow(open, row, cells, isBad)
      length += 1
      if (open.rows.length === ROWS_A_BLOCK || open.end > TEXT_A_BLOCK) pack()
    },
    addBlock: (block) => {
      pack()
      packed.push(block)
      length += block.rows.length
    },
    finish: () => {
      pack()
      return packed
    },
  }
}
