import type { Breathe } from '../domain/breathe'
import { guardFormula } from './formulaGuard'

// Enough to make a blob's parts few, small enough that no string is ever the whole file.
const PART_LENGTH = 65_536

// Whatever the delimiter: Excel of another country reads the same file with another one.
const needsQuotes = /[,;\t|"\r\n]/

/**
 * Writes records, the header first: UTF-8 with byte order mark, so that Excel knows the encoding, CRLF, and no cell that
 * runs as a formula. `readSheet` gives the same cells back, whatever they hold.
 */
export async function writeCsv(
  records: Iterable<readonly string[]>,
  { delimiter, breathe }: { delimiter: string; breathe: Breathe },
): Promise<Blob> {
  const parts: string[] = []
  let part = '\ufeff'
  for (const record of records) {
    part += `${record.map(writeCell).join(delimiter)}\r\n`
    if (part.length < PART_LENGTH) continue
    parts.push(part)
    part = ''
    const pause = breathe()
    if (pause) await pause
  }
  parts.push(part)
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}

function writeCell(text: string): string {
  const guarded = guardFormula(text)
  return needsQuotes.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
