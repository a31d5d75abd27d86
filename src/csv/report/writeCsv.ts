import type { YieldIfDue } from '../../domain/time/yieldIfDue'
import { guardCell } from '../cells/formulaGuard'

// Characters. A blob has few parts of this size, and no string holds the whole file.
const PART_LENGTH = 65_536

const ROWS_BETWEEN_YIELDS = 256

// All delimiters count: Excel of another country reads the same file with another delimiter.
const needsQuotes = /[,;\t|"\r\n]/

/**
 * Writes records, header first: in UTF-8 with a byte order mark, so that Excel knows the encoding, and with CRLF. No
 * cell runs as a formula, whatever delimiter a spreadsheet uses. `readSheet` reads the same cells back, whatever they
 * hold. An undefined record is a row that is left out: it writes nothing, and still lets the page have its turn.
 */
export async function writeCsv(
  records: Iterable<readonly string[] | undefined>,
  { delimiter, yieldIfDue }: { delimiter: string; yieldIfDue: YieldIfDue },
): Promise<Blob> {
  const parts: string[] = []
  let part = '\ufeff'
  let walked = 0
  for (const record of records) {
    if (record) part += `${record.map((text) => writeCell(text, delimiter)).join(delimiter)}\r\n`
    walked += 1
    const isFull = part.length >= PART_LENGTH
    if (isFull) {
      parts.push(part)
      part = ''
    }
    const pause = isFull || walked % ROWS_BETWEEN_YIELDS === 0 ? yieldIfDue() : undefined
    if (pause) await pause
  }
  parts.push(part)
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}

function writeCell(text: string, delimiter: string): string {
  const guarded = guardCell(text, delimiter)
  return needsQuotes.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
