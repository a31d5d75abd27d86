import type { UnnamedProblem } from '../../domain/sheet/fileProblem'

/** A spreadsheet program has as many. A file with more columns is no sheet, and the screen could not show it. */
export const MOST_COLUMNS = 16_384
/** Characters; a spreadsheet program holds 32,767. A quoted cell that is longer was never closed. */
export const LONGEST_CELL = 1_048_576

/** A record has more cells than `MOST_COLUMNS`, or a cell has more characters than `LONGEST_CELL`. */
export type Excess = 'wide' | 'long'

/** Finds the limit that a record exceeds. Blank cells count. */
export function findExcess(cells: readonly string[]): Excess | undefined {
  if (cells.length > MOST_COLUMNS) return 'wide'
  for (const cell of cells) if (cell.length > LONGEST_CELL) return 'long'
  return undefined
}

/** The problem of a file with such a record. */
export function describeExcess(excess: Excess, row: number): UnnamedProblem {
  return excess === 'wide'
    ? { code: 'TOO_LARGE', row, limit: MOST_COLUMNS, unit: 'columns' }
    : { code: 'TOO_LARGE', row, limit: LONGEST_CELL, unit: 'characters' }
}
