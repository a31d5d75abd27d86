import { parseCsv } from './parseCsv'
import { findClosingQuote, leavesQuoteOpen } from './quotes'

/** The records of a window of text. */
export interface Split {
  readonly records: readonly string[][]
  /** The raw text behind the records whose quotes cannot be read. */
  readonly badLine?: string
  /** Characters that are read; the next window starts behind them. */
  readonly end: number
  /** A quoted cell is never closed. */
  readonly isUnclosed: boolean
}

/**
 * Splits a window of text into records, up to the first record that cannot be read.
 *
 * @param isLast nothing follows the window
 */
export function splitWindow(text: string, delimiter: string, isLast: boolean): Split {
  const parsed = parseCsv(text, { delimiter }, isLast)
  const error = parsed.errors[0]
  const end = isLast ? text.length : parsed.meta.cursor
  if (!error) {
    // The parser finds an empty record behind the last line end.
    const records = isLast && text.endsWith('\n') ? parsed.data.slice(0, -1) : parsed.data
    return { records, end, isUnclosed: false }
  }
  const bad = error.row ?? 0
  const records = parsed.data.slice(0, bad)
  if (error.code !== 'InvalidQuotes') return { records, end, isUnclosed: true }
  // To the parser, `preview: 0` means all rows.
  const start = bad === 0 ? 0 : parseCsv(text, { delimiter, preview: bad }).meta.cursor
  const quote = findClosingQuote(text, error.index ?? start)
  const lineEnd = text.indexOf('\n', quote)
  // The closing quote may only look wrong because the window cuts its line off.
  if (lineEnd === -1 && !isLast) return { records, end: start, isUnclosed: false }
  const badLine = text.slice(start, lineEnd === -1 ? text.length : lineEnd)
  // A second quoted cell may run over the line end. The text behind the line end could be inside that cell, and no
  // row may be made of it. A closing quote behind a delimiter was meant to open such a cell.
  const opens = text.startsWith(delimiter, quote - delimiter.length)
  const from = opens ? quote - delimiter.length : quote + 1
  const isUnclosed = leavesQuoteOpen(text.slice(from, start + badLine.length), delimiter)
  return { records, badLine, end: lineEnd === -1 ? text.length : lineEnd + 1, isUnclosed }
}
