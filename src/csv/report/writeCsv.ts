import type { YieldIfDue } from '../../domain/time/yieldIfDue'
import { guardCell } from '../cells/formulaGuard'

// Enough to make a blob's parts few, small enough that no string is ever the whole file.
const PART_LENGTH = 65_536

const ROWS_BETWEEN_YIELDS = 256

// Whatever the delimiter: Excel of another country reads the same file with another one.
const needsQuotes = /[,;\t|"\r\n]/

/**
 * Writes records, the header first: UTF-8 with byte order mark, so that Excel knows the encoding, CRLF, and no cell
 * that runs as a formula, whichever delimiter a spreadsheet takes for the file's. `readSheet` gives the same cells
 * back, whatever they hold. An undefined record is one that was looked at and left out: it writes nothing, and still
 * lets the page have its turn.
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
