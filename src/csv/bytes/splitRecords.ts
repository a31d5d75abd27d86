import Papa, { type ParseResult } from 'papaparse'
import { findClosingQuote, leavesQuoteOpen, measureOpenRecord, type OpenRecord } from './quotes'

/** How much text the parser gets at once. */
export interface Windows {
  readonly min: number
  readonly max: number
}

const WINDOWS: Windows = {
  // After bad quotes the parser may have swallowed all that follows, and reads it again: little, where every line is bad.
  min: 64,
  // Papaparse holds the main thread for about 5 ms on so much text.
  max: 65_536,
}
/** As many as a spreadsheet program has. More of them is no sheet, and would not be shown either. */
export const MOST_COLUMNS = 16_384
/** Characters; a spreadsheet program holds 32,767. A quoted cell that is longer was never closed. */
export const LONGEST_CELL = 1_048_576
// Cells of a whole row of a spreadsheet, and then some.
const MAX_RECORD = 8_388_608

/** Takes one record of the file; `badQuotes`: its only cell is the raw line. */
export type TakeRecord = (cells: string[], badQuotes: boolean) => void

/** Who takes records. */
export interface RecordTaker {
  readonly take: TakeRecord
  /** Records of a text without quotes, each ended by a line feed, all at once. */
  readonly takePlain: (text: string, delimiter: string) => void
}

/** More cells than `MOST_COLUMNS`, or a cell of more characters than `LONGEST_CELL`. */
export type Excess = 'wide' | 'long'

/**
 * What ends the reading, about the record after the last taken: a quoted cell that is never closed, more than a record may
 * have, or a record that goes on and on.
 */
export type SplitTrouble = Excess | 'unclosed' | 'endless'

export type PushText = (piece: string, last: boolean) => SplitTrouble | undefined

interface Split {
  readonly records: readonly string[][]
  readonly badLine?: string
  /** How much of the text is done with. */
  readonly end: number
  readonly isUnclosed: boolean
}

/** What a record, blank or not, has too much of. */
export function findExcess(cells: readonly string[]): Excess | undefined {
  if (cells.length > MOST_COLUMNS) return 'wide'
  for (const cell of cells) if (cell.length > LONGEST_CELL) return 'long'
  return undefined
}

/**
 * Splits text that ends its lines with line feeds into records, piece by piece. A record whose quotes cannot be read is
 * given as its raw text up to the first line end behind the error, and reading goes on there. A record that ends nowhere is
 * given up as soon as what there is of it is too much.
 */
export function createRecordSplitter(
  delimiter: string,
  { take, takePlain }: RecordTaker,
  windows = WINDOWS,
): PushText {
  let pending = ''
  // Looked for in each piece once: with all that is pending, a long record would be read anew with every piece of it.
  let hasQuote = false
  let window = windows.max
  /** The record at hand has not ended within the last window. */
  let isGrowing = false

  /** Without quotes there is nothing to be read but lines. */
  function passLines(piece: string): void {
    const lineEnd = piece.lastIndexOf('\n')
    if (lineEnd === -1) return
    const end = pending.length - piece.length + lineEnd + 1
    takePlain(pending.slice(0, end), delimiter)
    pending = pending.slice(end)
    window = windows.max
    isGrowing = false
  }
  function passWindow(last: boolean): SplitTrouble | undefined {
    const text = pending.slice(0, window)
    const isLast = last && text.length === pending.length
    // Measured, not parsed: the parser makes cells and errors of all that a bomb has, and again with each window.
    const open = isGrowing && !isLast ? measureOpenRecord(text, delimiter) : undefined
    if (open) {
      window *= 2
      return findTrouble(open, text.length)
    }
    const split = splitWindow(text, delimiter, isLast)
    for (const cells of split.records) take(cells, false)
    if (split.isUnclosed) return 'unclosed'
    if (split.badLine !== undefined) take([split.badLine], true)
    pending = pending.slice(split.end)
    window = chooseWindow(window, split, windows)
    isGrowing = split.end === 0
    return undefined
  }
  return (piece, last) => {
    pending += piece
    hasQuote ||= piece.includes('"')
    if (!hasQuote) passLines(piece)
    const before = pending.length
    while (pending.length >= (last ? 1 : window)) {
      const trouble = passWindow(last)
      if (trouble) return trouble
    }
    if (hasQuote && pending.length < before) hasQuote = pending.includes('"')
    return undefined
  }
}

function findTrouble({ columns, longest, quoted }: OpenRecord, length: number): SplitTrouble | undefined {
  if (columns > MOST_COLUMNS) return 'wide'
  if (quoted > LONGEST_CELL) return 'unclosed'
  if (longest > LONGEST_CELL) return 'long'
  return length >= MAX_RECORD ? 'endless' : undefined
}

/** A record longer than the window lets it grow, so that reading stays linear whatever the file holds. */
function chooseWindow(window: number, split: Split, { min, max }: Windows): number {
  if (split.badLine !== undefined) return min
  return split.end === 0 ? window * 2 : Math.min(window * 2, max)
}

function splitWindow(text: string, delimiter: string, isLast: boolean): Split {
  const parsed = parse(text, { delimiter }, isLast)
  const error = parsed.errors[0]
  const end = isLast ? text.length : parsed.meta.cursor
  if (!error) {
    // Behind the last line end stands nothing, for the parser an empty record.
    const records = isLast && text.endsWith('\n') ? parsed.data.slice(0, -1) : parsed.data
    return { records, end, isUnclosed: false }
  }
  const bad = error.row ?? 0
  const records = parsed.data.slice(0, bad)
  if (error.code !== 'InvalidQuotes') return { records, end, isUnclosed: true }
  // `preview` 0 would mean all rows.
  const start = bad === 0 ? 0 : parse(text, { delimiter, preview: bad }, false).meta.cursor
  const quote = findClosingQuote(text, error.index ?? start)
  const lineEnd = text.indexOf('\n', quote)
  // The closing quote may only look wrong because its line is not all here.
  if (lineEnd === -1 && !isLast) return { records, end: start, isUnclosed: false }
  const badLine = text.slice(start, lineEnd === -1 ? text.length : lineEnd)
  // A second quoted cell that runs over the line end: what follows may be inside it, and a row made of it would be made up.
  // Where the closing quote stands behind a delimiter, it was meant to open such a cell.
  const opens = text.startsWith(delimiter, quote - delimiter.length)
  const from = opens ? quote - delimiter.length : quote + 1
  const isUnclosed = leavesQuoteOpen(text.slice(from, start + badLine.length), delimiter)
  return { records, badLine, end: lineEnd === -1 ? text.length : lineEnd + 1, isUnclosed }
}

function parse(
  text: string,
  config: { delimiter: string; preview?: number },
  takesLastRow: boolean,
): ParseResult<string[]> {
  return new Papa.Parser({ ...config, newline: '\n' }).parse(text, 0, !takesLastRow)
}
