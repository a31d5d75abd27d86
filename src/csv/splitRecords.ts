import Papa, { type ParseResult } from 'papaparse'
import { findClosingQuote, leavesQuoteOpen } from './quotes'

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
// No cell of a real sheet is so long: the quote that opened it was never closed.
const MAX_UNCLOSED = 1_048_576
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

/**
 * What ends the reading, about the record after the last taken: a quoted cell that is never closed, or a record that goes on
 * and on.
 */
export type SplitTrouble = 'unclosed' | 'endless'

export type PushText = (piece: string, last: boolean) => SplitTrouble | undefined

interface Split {
  readonly records: readonly string[][]
  readonly badLine?: string
  /** How much of the text is done with. */
  readonly end: number
  readonly isUnclosed: boolean
}

/**
 * Splits text that ends its lines with line feeds into records, piece by piece. A record whose quotes cannot be read is
 * given as its raw text up to the first line end behind the error, and reading goes on there.
 */
export function createRecordSplitter(
  delimiter: string,
  { take, takePlain }: RecordTaker,
  windows = WINDOWS,
): PushText {
  let pending = ''
  let window = windows.max
  return (piece, last) => {
    pending += piece
    // Without quotes there is nothing to be read but lines.
    const plainEnd = pending.includes('"') ? 0 : pending.lastIndexOf('\n') + 1
    if (plainEnd > 0) {
      takePlain(pending.slice(0, plainEnd), delimiter)
      pending = pending.slice(plainEnd)
    }
    const isReady = () => pending.length >= (last ? 1 : window)
    while (isReady()) {
      const text = pending.slice(0, window)
      const split = splitWindow(text, delimiter, last && text.length === pending.length)
      for (const cells of split.records) take(cells, false)
      if (split.isUnclosed) return 'unclosed'
      if (split.end === 0 && split.badLine === undefined && text.length > MAX_RECORD) return 'endless'
      if (split.badLine !== undefined) take([split.badLine], true)
      pending = pending.slice(split.end)
      window = chooseWindow(window, split, windows)
    }
    return undefined
  }
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
    return { records, end, isUnclosed: isLast ? false : isEndless(text, end, delimiter) }
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
  const isUnclosed = leavesQuoteOpen(text.slice(quote + 1, start + badLine.length), delimiter)
  return { records, badLine, end: lineEnd === -1 ? text.length : lineEnd + 1, isUnclosed }
}

function isEndless(text: string, end: number, delimiter: string): boolean {
  if (end > 0 || text.length < MAX_UNCLOSED) return false
  return parse(text, { delimiter }, true).errors[0]?.code === 'MissingQuotes'
}

function parse(
  text: string,
  config: { delimiter: string; preview?: number },
  takesLastRow: boolean,
): ParseResult<string[]> {
  return new Papa.Parser({ ...config, newline: '\n' }).parse(text, 0, !takesLastRow)
}
