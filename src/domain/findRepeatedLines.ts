import type { Breathe } from './breathe'
import { breatheByRows } from './breatheByRows'
import { cleanText } from './cleanText'
import { isAmountHeading, isProductHeading } from './headingWords'
import type { CheckedSheet, SheetRow } from './sheet'

/** Two rows of one sub-order that differ in what they ask. */
export interface RepeatedLines {
  readonly row: number
  readonly otherRow: number
  /** The heading of the column in which they differ. */
  readonly column: string
  readonly id: string
}

/**
 * Finds a sub-order that stands in several rows of a list of whole ones, with other products or other amounts: then the rows are line
 * items. Walks the rows only where there are such columns and such rows.
 */
export async function findRepeatedLines(
  { sheet, issues }: CheckedSheet,
  breathe: Breathe,
): Promise<RepeatedLines | undefined> {
  const telling = sheet.header.flatMap((text, column) =>
    isProductHeading(text) || isAmountHeading(text) ? [column] : [],
  )
  if (telling.length === 0) return undefined
  const firstOf = new Map<number, number>()
  for (const { code, row, otherRow } of issues) {
    if (code === 'DUPLICATE_ID' && otherRow !== undefined) firstOf.set(row, otherRow)
  }
  if (firstOf.size === 0) return undefined
  const wanted = new Set(firstOf.values())
  const firsts = new Map<number, SheetRow>()
  const breatheAfter = breatheByRows(breathe)
  for (const row of sheet.rows) {
    const pause = breatheAfter(row)
    if (pause) await pause
    if (wanted.has(row.row)) firsts.set(row.row, row)
    const otherRow = firstOf.get(row.row)
    const first = otherRow === undefined ? undefined : firsts.get(otherRow)
    const column = first && telling.find((one) => readCell(row, one) !== readCell(first, one))
    if (first && column !== undefined) {
      const id = row.cells[sheet.columns.subOrderId] ?? ''
      return { row: row.row, otherRow: first.row, column: sheet.header[column] ?? '', id }
    }
  }
  return undefined
}

const readCell = ({ cells }: SheetRow, column: number): string => cleanText(cells[column] ?? '')
