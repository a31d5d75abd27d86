import { cleanText } from '../../domain/ids/cleanText'
import { findCutNumber } from '../../domain/sheet/cutNumber'
import { findWrongWidth } from '../../domain/sheet/rowShape'
import type { Sheet } from '../../domain/sheet/sheet'
import type { SheetRow } from '../../domain/sheet/sheetRow'
import type { Issue } from '../../domain/sheet/issue'

// Characters. An ID has at most 255: what is longer is none, and its beginning tells a person which cell it was.
const LONGEST_KEPT = 1000
const LONGEST_ID = 255

/**
 * Whether it is known of each cell of a row which column it belongs to. Of any other row nothing is kept but its number and
 * what is wrong with it: a name may stand where the ID should.
 */
function isShaped(sheet: Sheet, row: SheetRow): boolean {
  return !row.badQuotes && !findWrongWidth(sheet, row) && findCutNumber(sheet, row) === undefined
}

/** A long text is cut so that it reads as an ID no more than before: no other one may come of it. */
export function keepText(text: string): string {
  if (text.length <= LONGEST_KEPT) return text
  const cleaned = cleanText(text)
  return cleaned.length > LONGEST_ID ? `${cleaned.slice(0, LONGEST_KEPT)}…` : cleaned
}

/** The texts of a row in the columns that have a meaning, cut; undefined where no text of it is kept. */
export function keepCells(
  sheet: Sheet,
  row: SheetRow,
  columns: readonly number[],
): readonly string[] | undefined {
  if (!isShaped(sheet, row)) return undefined
  return columns.map((column) => keepText(row.cells[column] ?? ''))
}

/** An issue with as much of its text as is kept of its row. */
export function keepIssue(sheet: Sheet, row: SheetRow, issue: Issue): Issue {
  return { ...issue, value: isShaped(sheet, row) ? keepText(issue.value) : '' }
}
