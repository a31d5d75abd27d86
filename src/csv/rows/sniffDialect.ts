import { isBlank } from '../../domain/ids/cleanText'
import type { ColumnNames } from '../../domain/sheet/columnNames'
import { DELIMITERS } from '../../domain/ids/delimiters'
import { parseCsv } from '../bytes/parseCsv'
import { countKnown } from '../cells/readMeaning'
import { MOST_SEARCHED } from '../cells/heldRecord'

// The header stands here even below some blank lines or a few hundred columns.
export const SNIFFED_LENGTH = 16_384

/** How a text is to be read. */
export interface Dialect {
  readonly delimiter: string
  /** Characters before the first record: Excel's `sep=;` line, which no spreadsheet shows or counts. */
  readonly skipped: number
}

/**
 * Finds the delimiter: the one by which some record shows the most columns we know, of equals the one whose record
 * stands first, then the one that makes most of it; where none is known, the one by which the most records agree.
 */
export function sniffDialect(text: string, names?: ColumnNames): Dialect {
  const sepLine = /^"?sep=([,;\t|])"?(?:\r\n|\r|\n)/i.exec(text)
  if (sepLine?.[1]) return { delimiter: sepLine[1], skipped: sepLine[0].length }
  return { delimiter: findDelimiter(cutSample(text), names), skipped: 0 }
}

/** The beginning of a text, with one kind of line end. */
export const cutSample = (text: string): string => text.slice(0, SNIFFED_LENGTH).replace(/\r\n?/g, '\n')

/** By a sample of a text. */
export function findDelimiter(sample: string, names?: ColumnNames): string {
  // One column speaks for no delimiter.
  let best: Judged = { delimiter: ',', known: 0, at: 0, agreeing: 0, columns: 1 }
  for (const delimiter of DELIMITERS) {
    const judged = judge(sample, delimiter, names)
    if (isBetter(judged, best)) best = judged
  }
  return best.delimiter
}

interface Judged {
  readonly delimiter: string
  /** Meanings that stand in the record that has the most of them. */
  readonly known: number
  /** The place of that record. */
  readonly at: number
  /** Records with as many columns as most have, where that is more than one. */
  readonly agreeing: number
  /** Of the record that knows the most, else of most records. */
  readonly columns: number
}

function isBetter(one: Judged, other: Judged): boolean {
  if (one.known !== other.known) return one.known > other.known
  // A header comes before what repeats it in a cell of another's making.
  if (one.known > 0) return one.at === other.at ? one.columns > other.columns : one.at < other.at
  if (one.agreeing !== other.agreeing) return one.agreeing > other.agreeing
  return one.columns > other.columns
}

/** The first records of a sample that are not blank. */
export function parseSample(sample: string, delimiter: string): string[][] {
  // A sample may be a whole text: its last record counts.
  const { data } = parseCsv(sample, { delimiter }, true)
  return data.filter((cells) => !cells.every(isBlank)).slice(0, MOST_SEARCHED)
}

function judge(sample: string, delimiter: string, names?: ColumnNames): Judged {
  const records = parseSample(sample, delimiter)
  let known = 0
  let columns = 1
  let at = 0
  for (const [index, cells] of records.entries()) {
    const count = countKnown(cells, names)
    if (count <= known) continue
    known = count
    at = index
    columns = cells.length
  }
  const widths = new Map<number, number>()
  for (const { length } of records) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1)
  const [width = 1, agreeing = 0] = [...widths].sort(([, one], [, other]) => other - one)[0] ?? []
  return { delimiter, known, at, agreeing, columns: known > 0 ? columns : width }
}
