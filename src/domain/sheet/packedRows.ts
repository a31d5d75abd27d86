import type { SheetRow } from './sheetRow'

/**
 * Rows as one text with the places where their cells begin and end: some 20 bytes a row beside its text, where an object, a
 * list and a string a cell take 100 and more; and it passes from a worker to the page at the cost of a copy of bytes.
 */
export interface PackedRows {
  readonly text: string
  /** Where each row begins in `text`. */
  readonly starts: Uint32Array
  /** Where each cell ends in `text`, cell after cell and row after row. */
  readonly ends: Uint32Array
  /** Characters between two cells of a row: 1 where `text` is the file's own, with its delimiters. */
  readonly gap: 0 | 1
  /** For each row how many cells stand before it; one more entry at the end. */
  readonly firsts: Uint32Array
  /** Row numbers, as a spreadsheet shows them. */
  readonly rows: Uint32Array
  /** Places of the rows whose quotes could not be read. */
  readonly badQuotes: readonly number[]
}

/** Long enough that the overhead of a stretch is nothing, short enough that unpacking one for a mend is nothing either. */
export const ROWS_A_BLOCK = 1000

// A stretch is one text: a long one is copied in one go, and a page of rows that are all long would hold it.
const TEXT_A_BLOCK = 1_048_576

/** @param place of the row within its stretch */
export function unpackRow(packed: PackedRows, place: number): SheetRow {
  const { text, starts, ends, gap, firsts, rows, badQuotes } = packed
  const first = firsts[place] ?? 0
  const count = (firsts[place + 1] ?? 0) - first
  // As long as it is: a list that grows takes room for many more cells, and a million rows of it.
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

/** Takes rows one by one and packs them. */
export interface RowPacker {
  /** How many rows it has taken. */
  readonly length: number
  add(row: number, cells: readonly string[], badQuotes: boolean): void
  /**
   * Takes a stretch that is packed already, in the order of the rows. It must hold at least one row.
   */
  addBlock(block: PackedRows): void
  /** All stretches; nothing may be added afterwards. */
  finish(): readonly PackedRows[]
}

export function createRowPacker(): RowPacker {
  const packed: PackedRows[] = []
  let length = 0
  let texts: string[] = []
  let starts: number[] = []
  let ends: number[] = []
  let firsts: number[] = [0]
  let rows: number[] = []
  let badQuotes: number[] = []
  let end = 0

  function pack(): void {
    if (rows.length === 0) return
    packed.push({
      text: texts.join(''),
      starts: Uint32Array.from(starts),
      ends: Uint32Array.from(ends),
      gap: 0,
      firsts: Uint32Array.from(firsts),
      rows: Uint32Array.from(rows),
      badQuotes,
    })
    texts = []
    starts = []
    ends = []
    firsts = [0]
    rows = []
    badQuotes = []
    end = 0
  }
  return {
    get length() {
      return length
    },
    add: (row, cells, isBad) => {
      starts.push(end)
      for (const cell of cells) {
        texts.push(cell)
        end += cell.length
        ends.push(end)
      }
      firsts.push(ends.length)
      if (isBad) badQuotes.push(rows.length)
      rows.push(row)
      length += 1
      if (rows.length === ROWS_A_BLOCK || end > TEXT_A_BLOCK) pack()
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
