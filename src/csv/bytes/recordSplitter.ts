import { type Excess, LONGEST_CELL, MOST_COLUMNS } from './excess'
import { measureOpenRecord, type OpenRecord } from './quotes'
import { type Split, splitWindow } from './splitWindow'

/** Characters that the parser gets at once. */
export interface Windows {
  readonly min: number
  readonly max: number
}

const WINDOWS: Windows = {
  // After bad quotes the parser may have read to the end of the window, and the next window reads that text again. A
  // small window keeps this cheap where every line is bad.
  min: 64,
  // Papaparse holds the main thread for about 5 ms on this much text.
  max: 65_536,
}
// A whole row of a spreadsheet has fewer characters.
const MAX_RECORD = 8_388_608

/** Takes a record of the file; `badQuotes`: its only cell is the raw line. */
export type TakeRecord = (cells: string[], badQuotes: boolean) => void

export interface RecordTaker {
  readonly take: TakeRecord
  /** Takes many records of a text without quotes at once. Each record ends with a line feed. */
  readonly takePlain: (text: string, delimiter: string) => void
}

/**
 * Ends the reading at the record after the last taken record. `unclosed`: of a quoted cell; `endless`: a record does
 * not end.
 */
export type SplitTrouble = Excess | 'unclosed' | 'endless'

export type PushText = (block: string, last: boolean) => SplitTrouble | undefined

interface Splitting {
  readonly delimiter: string
  readonly taker: RecordTaker
  readonly windows: Windows
  /** The text that is not split yet. */
  pending: string
  /**
   * `pending` may hold a quote. Each block is searched once: a long record would be searched again with every block
   * of it.
   */
  hasQuote: boolean
  window: number
  /** The next record did not end within the last window. */
  isGrowing: boolean
}

/**
 * Splits text with line feeds as line ends into records, block by block. A record whose quotes cannot be read becomes
 * its raw text up to the first line end behind the error; the next record starts there. The splitter gives up a
 * record without an end as soon as the record exceeds a limit.
 */
export function createRecordSplitter(delimiter: string, taker: RecordTaker, windows = WINDOWS): PushText {
  const splitting: Splitting = {
    delimiter,
    taker,
    windows,
    pending: '',
    hasQuote: false,
    window: windows.max,
    isGrowing: false,
  }
  return (block, last) => {
    splitting.pending += block
    splitting.hasQuote ||= block.includes('"')
    if (!splitting.hasQuote) passLines(splitting, block)
    const before = splitting.pending.length
    while (splitting.pending.length >= (last ? 1 : splitting.window)) {
      const trouble = passWindow(splitting, last)
      if (trouble) return trouble
    }
    if (splitting.hasQuote && splitting.pending.length < before)
      splitting.hasQuote = splitting.pending.includes('"')
    return undefined
  }
}

/** Without quotes every line is a record: no parser is needed. */
function passLines(splitting: Splitting, block: string): void {
  const { pending, taker, delimiter, windows } = splitting
  const lineEnd = block.lastIndexOf('\n')
  if (lineEnd === -1) return
  const end = pending.length - block.length + lineEnd + 1
  taker.takePlain(pending.slice(0, end), delimiter)
  splitting.pending = pending.slice(end)
  splitting.window = windows.max
  splitting.isGrowing = false
}

function passWindow(splitting: Splitting, last: boolean): SplitTrouble | undefined {
  const { pending, window, taker, delimiter, windows } = splitting
  const text = pending.slice(0, window)
  const isLast = last && text.length === pending.length
  // Measured, not parsed: the parser would make cells and errors of a whole bomb, and again with each window.
  const open = splitting.isGrowing && !isLast ? measureOpenRecord(text, delimiter) : undefined
  if (open) {
    splitting.window *= 2
    return findTrouble(open, text.length)
  }
  const split = splitWindow(text, delimiter, isLast)
  for (const cells of split.records) taker.take(cells, false)
  if (split.isUnclosed) return 'unclosed'
  if (split.badLine !== undefined) taker.take([split.badLine], true)
  splitting.pending = pending.slice(split.end)
  splitting.window = chooseWindow(window, split, windows)
  splitting.isGrowing = split.end === 0
  return undefined
}

function findTrouble({ columns, longest, quoted }: OpenRecord, length: number): SplitTrouble | undefined {
  if (columns > MOST_COLUMNS) return 'wide'
  if (quoted > LONGEST_CELL) return 'unclosed'
  if (longest > LONGEST_CELL) return 'long'
  return length >= MAX_RECORD ? 'endless' : undefined
}

/** A record that is longer than the window doubles the window, so that reading stays linear whatever the file holds. */
function chooseWindow(window: number, split: Split, { min, max }: Windows): number {
  if (split.badLine !== undefined) return min
  return split.end === 0 ? window * 2 : Math.min(window * 2, max)
}
