import { type ColumnNames, ourMeaningOf, readOwnMeaning, signName } from '../../domain/sheet/columnNames'
import type { ColumnMeaning } from '../../domain/sheet/columnMeaning'
import { dropMarks } from '../bytes/byteOrderMarks'

// Characters; no known header is this long, even with blanks around it.
const LONGEST_MEANING = 1000

/** The meaning of a header by our names and the host's. Case, spaces, `_` and `-` make no difference. */
export function readMeaning(header: string, names?: ColumnNames): ColumnMeaning | undefined {
  if (header.length > LONGEST_MEANING) return undefined
  const signed = signName(dropMarks(header))
  return ourMeaningOf(signed) ?? (names && readOwnMeaning(signed, names))
}

/** The meanings in a header, each with its first column. */
export function findKnown(
  header: readonly string[],
  names?: ColumnNames,
): Partial<Record<ColumnMeaning, number>> {
  const known: Partial<Record<ColumnMeaning, number>> = {}
  for (const [index, text] of header.entries()) {
    const meaning = readMeaning(text, names)
    if (meaning) known[meaning] ??= index
  }
  return known
}

/** The number of meanings in a record that may be a header. */
export function countKnown(cells: readonly string[], names?: ColumnNames): number {
  return new Set(cells.flatMap((cell) => readMeaning(cell, names) ?? [])).size
}
