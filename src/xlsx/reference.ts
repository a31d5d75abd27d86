import { WorkbookFault } from './workbookFault'

// As many as any spreadsheet program has.
const MAX_ROW = 1_048_576
const LETTER_A = 65

/** The row after `previous`, or the one that is named; throws where it is none, or goes backwards. */
export function readRowNumber(named: string | undefined, previous: number): number {
  const row = named === undefined ? previous + 1 : Number(named)
  if (!Number.isInteger(row) || row <= previous || row > MAX_ROW) throw new WorkbookFault('broken')
  return row
}

/** The column of a cell from 0: `C7` is 2. Throws where it does not stand in this row. */
export function readColumn(reference: string, row: number): number {
  let column = 0
  let at = 0
  for (; at < reference.length && at < 4; at += 1) {
    const letter = reference.charCodeAt(at) - LETTER_A
    if (letter < 0 || letter > 25) break
    column = column * 26 + letter + 1
  }
  if (column === 0 || reference.slice(at) !== String(row)) throw new WorkbookFault('broken', row)
  return column - 1
}
