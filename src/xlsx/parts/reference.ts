import type { CellRange } from '../../domain/sheet/sheetSight'
import { WorkbookFault } from '../zip/workbookFault'

// Spreadsheet programs have no more rows.
const MAX_ROW = 1_048_576
// Characters; `$XFD$1048576` has 12.
const LONGEST_REFERENCE = 32
const reference = /^\$?([A-Za-z]{1,4})\$?([1-9]\d{0,6})$/
const byNumbers = /^[Rr]([1-9]\d{0,6})[Cc]([1-9]\d{0,4})$/
const A = 65

/**
 * Reads the number of a row; without a number the row follows `previous`. A row may come again. Throws where the
 * number is invalid or goes backwards.
 */
export function readRowNumber(named: string | undefined, previous: number): number {
  const row = named === undefined ? previous + 1 : Number(named)
  if (!Number.isInteger(row) || row < Math.max(previous, 1) || row > MAX_ROW)
    throw new WorkbookFault('broken')
  return row
}

/**
 * Reads the column of a cell, from 0: `C7` and `c7` are 2. A text that is no reference means the next column. Throws
 * where the reference names another row, and where a number or letters may mean another column than the next.
 */
export function readColumn(name: string, row: number, next: number): number {
  const column = readOwnColumn(name, row)
  if (column !== undefined) return column
  const place = readReference(name)
  if (place && place.row !== row) throw new WorkbookFault('broken', row)
  if (place) return place.column
  if (/^\d+$/.test(name) && ![next, next + 1, row].includes(Number(name)))
    throw new WorkbookFault('broken', row)
  if (/^[A-Za-z]{1,4}$/.test(name) && readLetters(name) !== next) throw new WorkbookFault('broken', row)
  return next
}

/** The fast path for nearly every cell: capitals, and the number of the row. */
function readOwnColumn(name: string, row: number): number | undefined {
  let column = 0
  let at = 0
  for (; at < name.length && at < 4; at += 1) {
    const letter = name.charCodeAt(at) - A
    if (letter < 0 || letter > 25) break
    column = column * 26 + letter + 1
  }
  return column > 0 && name.slice(at) === String(row) ? column - 1 : undefined
}

function readReference(name: string): { readonly row: number; readonly column: number } | undefined {
  if (name.length > LONGEST_REFERENCE) return undefined
  const [, letters, row] = reference.exec(name) ?? []
  if (letters !== undefined) return { row: Number(row), column: readLetters(letters) }
  const [, ownRow, column] = byNumbers.exec(name) ?? []
  return ownRow === undefined ? undefined : { row: Number(ownRow), column: Number(column) - 1 }
}

function readLetters(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - A + 1
  return column - 1
}

/** Reads `A2:B4`, `A2`, or whole columns `A:A`; undefined for any other text. */
export function readRange(text: string): CellRange | undefined {
  const [from = '', to = from, ...more] = text.split(':')
  if (more.length > 0 || text.length > 2 * LONGEST_REFERENCE) return undefined
  const [first, last] = [readReference(from), readReference(to)]
  if (!first || !last) return readColumns(from, to)
  return {
    firstRow: Math.min(first.row, last.row),
    lastRow: Math.max(first.row, last.row),
    firstColumn: Math.min(first.column, last.column),
    lastColumn: Math.max(first.column, last.column),
  }
}

function readColumns(from: string, to: string): CellRange | undefined {
  const names = [from, to].map((name) => name.replaceAll('$', ''))
  if (!names.every((name) => /^[A-Za-z]{1,4}$/.test(name))) return undefined
  const [first = 0, last = 0] = names.map(readLetters)
  return {
    firstRow: 1,
    lastRow: MAX_ROW,
    firstColumn: Math.min(first, last),
    lastColumn: Math.max(first, last),
  }
}
