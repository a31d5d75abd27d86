import { idCell } from '../sheet/meantCells'
import type { YieldIfDue } from '../time/yieldIfDue'
import { yieldByRows } from '../sheet/yieldByRows'
import { cleanText } from '../ids/cleanText'
import { isAmountHeading, isHeading, isProductHeading } from './headingWords'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import type { CheckedSheet } from '../sheet/checkedSheet'

/** Two rows of one sub-order that differ in a column. */
export interface RepeatedLines {
  readonly row: number
  readonly otherRow: number
  /** The heading of the column in which they differ. */
  readonly column: string
  readonly id: string
}

/** The number of rows that shows whether a column only counts them. */
const MOST_COUNTED = 50

// Headings of a column that numbers the rows.
const numbering =
  /^(?:s|sr|sl|serial|row|line|index|idx|seq|sequence|lfd|nr|no|num|number|n|pos|position|№|क्र|क्रम)(?:[^\p{L}\p{M}]|$)/iu

const pieces = /^\d{1,3}$/

/** Whether a column numbers the rows: each number is one more than the number above. */
function countsRows({ rows }: Sheet, column: number): boolean {
  const first = rows.slice(0, MOST_COUNTED)
  const start = Number(first[0] && readCell(first[0], column))
  return first.length > 2 && first.every((row, at) => Number(readCell(row, column)) === start + at)
}

/** Columns with a heading that tells nothing: `Column A`. A blank heading, or one of signs alone, numbers the rows. */
function listUnknown(sheet: Sheet): readonly number[] {
  return sheet.header.flatMap((text, column) => {
    const isKnown = column === sheet.columns.subOrderId || isHeading(text) || numbering.test(cleanText(text))
    const isUnknown = /\p{L}/u.test(text) && !isKnown
    return isUnknown && !countsRows(sheet, column) ? [column] : []
  })
}

/**
 * Finds the column of an amount among columns whose headings tell nothing: it differs between two rows of a sub-order,
 * and so does another column that may hold the product. Without a header, any column that differs counts, since nothing
 * calls it a note.
 */
function findUnlike(
  unknown: readonly number[],
  row: SheetRow,
  first: SheetRow,
  isHeaderless: boolean,
): number | undefined {
  const differing = unknown.filter((column) => readCell(row, column) !== readCell(first, column))
  if (isHeaderless || differing.length < 2) return isHeaderless ? differing[0] : undefined
  return differing.find(
    (column) => pieces.test(readCell(row, column)) && pieces.test(readCell(first, column)),
  )
}

/**
 * Finds a sub-order that stands in several rows of a list of whole sub-orders, with different products or amounts: then
 * the rows are line items. Walks the rows only if there are such columns and such rows.
 */
export async function findRepeatedLines(
  { sheet, issues, notes }: CheckedSheet,
  yieldIfDue: YieldIfDue,
): Promise<RepeatedLines | undefined> {
  const telling = sheet.header.flatMap((text, column) =>
    isProductHeading(text) || isAmountHeading(text) ? [column] : [],
  )
  const firstOf = new Map<number, number>()
  for (const { code, row, otherRow } of issues) {
    if (code === 'DUPLICATE_ID' && otherRow !== undefined) firstOf.set(row, otherRow)
  }
  if (firstOf.size === 0) return undefined
  const unknown = telling.length === 0 ? listUnknown(sheet) : []
  if (telling.length + unknown.length === 0) return undefined
  const isHeaderless = notes.some(({ code }) => code === 'NO_HEADER')
  const wanted = new Set(firstOf.values())
  const firsts = new Map<number, SheetRow>()
  const yieldAfter = yieldByRows(yieldIfDue)
  for (const row of sheet.rows) {
    const pause = yieldAfter(row)
    if (pause) await pause
    if (wanted.has(row.row)) firsts.set(row.row, row)
    const otherRow = firstOf.get(row.row)
    const first = otherRow === undefined ? undefined : firsts.get(otherRow)
    const column =
      first &&
      (telling.find((one) => readCell(row, one) !== readCell(first, one)) ??
        findUnlike(unknown, row, first, isHeaderless))
    if (first && column !== undefined) {
      const id = idCell(sheet, row)
      return { row: row.row, otherRow: first.row, column: sheet.header[column] ?? '', id }
    }
  }
  return undefined
}

const readCell = ({ cells }: SheetRow, column: number): string => cleanText(cells[column] ?? '')
