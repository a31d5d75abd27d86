import Papa, { type ParseResult } from 'papaparse'
import { isBlank } from '../domain/cleanText'
import { readMeaning } from './columns'

// Comma first: it wins where nothing speaks for another, as in a file of one column.
const delimiters = [',', ';', '\t', '|'] as const

// The header stands here even below some blank lines or a few hundred columns.
const SNIFFED_LENGTH = 16_384

/** How a text is to be read. */
export interface Dialect {
  readonly delimiter: string
  /** Characters before the first record: Excel's `sep=;` line, which no spreadsheet shows or counts. */
  readonly skipped: number
}

/** Finds the delimiter by the header: the one that shows the most columns we know, else the most columns. */
export function sniffDialect(text: string): Dialect {
  const sepLine = /^sep=([,;\t|])(?:\r\n|\r|\n)/i.exec(text)
  if (sepLine?.[1]) return { delimiter: sepLine[1], skipped: sepLine[0].length }
  const sample = text.slice(0, SNIFFED_LENGTH).replace(/\r\n?/g, '\n')
  // One column speaks for no delimiter.
  let best = { delimiter: ',', known: 0, columns: 1 }
  for (const delimiter of delimiters) {
    const header = readHeader(sample, delimiter)
    const known = header.filter((cell) => readMeaning(cell) !== undefined).length
    if (known < best.known || (known === best.known && header.length <= best.columns)) continue
    best = { delimiter, known, columns: header.length }
  }
  return { delimiter: best.delimiter, skipped: 0 }
}

function readHeader(sample: string, delimiter: string): readonly string[] {
  const parsed: ParseResult<string[]> = new Papa.Parser({ delimiter, newline: '\n' }).parse(sample, 0, false)
  return parsed.data.find((cells) => !cells.every(isBlank)) ?? []
}
