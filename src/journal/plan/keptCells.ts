import { cleanText } from '../../domain/ids/cleanText'
import { findCutNumber } from '../../domain/sheet/cutNumber'
import { findWrongWidth } from '../../domain/sheet/rowShape'
import type { Sheet } from '../../domain/sheet/sheet'
import type { SheetRow } from '../../domain/sheet/sheetRow'
import type { Issue } from '../../domain/sheet/issue'

// In characters. An ID has at most 255: a longer text is no ID, and its beginning tells a person which cell it was.
const LONGEST_KEPT = 1000
const LONGEST_ID = 255

/**
 * Whether each cell of a row is known to belong to its column. Of any other row only its number and its issue are kept:
 * a customer's name may stand in the place of the ID.
 */
function isShaped(sheet: Sheet, row: SheetRow): boolean {
  return !row.badQuotes && !findWrongWidth(sheet, row) && findCutNumber(sheet, row) === undefined
}

/** Cuts a long text. A text that is no ID does not become one by the cut. */
export function keepText(text: string): string {
  if (text.length <= LONGEST_KEPT) return text
  const cleaned = cleanText(text)
  return cleaned.length > LONGEST_ID ? `${cleaned.slice(0, LONGEST_KEPT)}…` : cleaned
}

/** The cut texts of a row in the columns that have a meaning; undefined where no text of the row is kept. */
export function keepCells(
  sheet: Sheet,
  row: SheetRow,
  columns: readonly number[],
): readonly string[] | undefined {
  if (!isShaped(sheet, row)) return undefined
  return columns.map((column) => keepText(row.cells[column] ?? ''))
}

/** An issue with its text cut; without the text where the row's texts are not kept. */
export function keepIssue(sheet: Sheet, row: SheetRow, issue: Issue): Issue {
  return { ...issue, value: isShaped(sheet, row) ? keepText(issue.value) : '' }
}
