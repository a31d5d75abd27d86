import { type ColumnNames, readOwnMeaning, signName } from '../../domain/sheet/columnNames'
import type { ColumnMeaning } from '../../domain/sheet/columnMeaning'
import { dropMarks } from '../bytes/byteOrderMarks'

// Sub-orders and line items differ in the sample's name of the ID, and both tabs take either.
const meaningOfHeader: ReadonlyMap<string, ColumnMeaning> = new Map([
  ['increffsuborderid', 'subOrderId'],
  ['suborderid', 'subOrderId'],
  ['systemsuborderid', 'subOrderId'],
  ['increffskuid', 'skuId'],
  ['skuid', 'skuId'],
  ['globalskuid', 'skuId'],
  ['increffsku', 'skuId'],
  ['quantity', 'quantity'],
  ['qty', 'quantity'],
  ['cancelquantity', 'quantity'],
])

/** Characters; with all the blanks around it that a file may have, no header of ours is so long. */
const LONGEST_MEANING = 1000

/** What a header means to us, or by the host's names: compared in any case, without spaces, `_` and `-`. */
export function readMeaning(header: string, names?: ColumnNames): ColumnMeaning | undefined {
  if (header.length > LONGEST_MEANING) return undefined
  const signed = signName(dropMarks(header))
  return meaningOfHeader.get(signed) ?? (names && readOwnMeaning(signed, names))
}

/** The meanings that stand in a header, each by the first column that bears it. */
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

/** How many of the meanings stand in a record that may be a header. */
export function countKnown(cells: readonly string[], names?: ColumnNames): number {
  return new Set(cells.flatMap((cell) => readMeaning(cell, names) ?? [])).size
}
