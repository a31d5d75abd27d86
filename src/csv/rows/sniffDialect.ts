import { isBlank } from '../../domain/ids/cleanText'
import type { ColumnNames } from '../../domain/sheet/columnNames'
import { DELIMITERS } from '../../domain/ids/delimiters'
import { parseCsv } from '../bytes/parseCsv'
import { countKnown } from '../cells/readMeaning'
import { MOST_SEARCHED } from '../cells/heldRecord'

// Characters. The header stands within them, even below blank lines, or with a few hundred columns.
export const SNIFFED_LENGTH = 16_384

/** The way to read a text. */
interface Dialect {
  readonly delimiter: string
  /** Characters before the first record: Excel's `sep=;` line, which no spreadsheet shows or counts. */
  readonly skipped: number
}

/**
 * Finds the delimiter that gives a record the most columns with a meaning. Of equal delimiters it takes the one with
 * the earlier record, then the one with more columns. Where no column has a meaning, it takes the delimiter that
 * gives the most records the same number of columns.
 */
export function sniffDialect(text: string, names?: ColumnNames): Dialect {
  const sepLine = /^"?sep=([,;\t|])"?(?:\r\n|\r|\n)/i.exec(text)
  if (sepLine?.[1]) return { delimiter: sepLine[1], skipped: sepLine[0].length }
  return { delimiter: findDelimiter(cutSample(text), names), skipped: 0 }
}

/** The beginning of a text, with one kind of line end. */
export const cutSample = (text: string): string => text.slice(0, SNIFFED_LENGTH).replace(/\r\n?/g, '\n')

/** Finds the delimiter of a sample. */
export function findDelimiter(sample: string, names?: ColumnNames): string {
  // A single column is no sign of a delimiter.
  let best: Judged = { delimiter: ',', known: 0, at: 0, agreeing: 0, columns: 1 }
  for (const delimiter of DELIMITERS) {
    const judged = judge(sample, delimiter, names)
    if (isBetter(judged, best)) best = judged
  }
  return best.delimiter
}

interface Judged {
  readonly delimiter: string
  /** The number of meanings in the record with the most of them. */
  readonly known: number
  /** The place of that record. */
  readonly at: number
  /** The number of records with the most frequent number of columns, if that is more than one. */
  readonly agreeing: number
  /** The columns of the record with the most meanings, or else of most records. */
  readonly columns: number
}

function isBetter(judged: Judged, best: Judged): boolean {
  if (judged.known !== best.known) return judged.known > best.known
  // A header stands above cells that repeat its text.
  if (judged.known > 0) return judged.at === best.at ? judged.columns > best.columns : judged.at < best.at
  if (judged.agreeing !== best.agreeing) return judged.agreeing > best.agreeing
  return judged.columns > best.columns
}

/** The first records of a sample, without blank ones. */
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
  const [width = 1, agreeing = 0] = [...widths].sort(([, count], [, next]) => next - count)[0] ?? []
  return { delimiter, known, at, agreeing, columns: known > 0 ? columns : width }
}
