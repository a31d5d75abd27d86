import type { CheckedSheet } from '../../src/domain/sheet'

/** Whether a row that is sent was pointed out before: a person had to look at it. */
export function readPointedOut({ notes }: CheckedSheet): (row: number) => boolean {
  const warnings = notes.filter(({ code }) => code === 'MAYBE_ROUNDED' || code === 'HIDDEN_ROWS')
  // A note names the first rows of those that it counts.
  return (row) => warnings.some(({ rows, count }) => rows.includes(row) || count > rows.length)
}
