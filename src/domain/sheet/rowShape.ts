import { isBlank } from '../ids/cleanText'
import { findCutNumber } from './cutNumber'
import type { Sheet } from './sheet'
import { isDoubtfullyShort, isDoubtfullyWide } from './shortRows'
import type { SheetRow } from './sheetRow'

/**
 * Whether a row has other cells than the header has columns. Blank cells beyond the header do not count, nor do cells at the end that
 * are left out because they are blank; a column without a name counts where other rows have it, too.
 */
export function findWrongWidth(
  sheet: Sheet,
  row: SheetRow,
): 'TOO_MANY_COLUMNS' | 'TOO_FEW_COLUMNS' | undefined {
  const { cells } = row
  const width = sheet.header.length
  if (cells.length > width && !cells.slice(width).every(isBlank)) return 'TOO_MANY_COLUMNS'
  if (cells.length < width) return isDoubtfullyShort(sheet, row) ? 'TOO_FEW_COLUMNS' : undefined
  // Nearly every header ends in a name.
  return sheet.header[width - 1] === '' && isDoubtfullyWide(sheet, row) ? 'TOO_MANY_COLUMNS' : undefined
}

/**
 * Whether nobody can tell which column each cell of a row belongs to: its quotes could not be read, an ID is cut in two, or a cell too many has
 * moved those behind it (`AB,2` without its quotes is two cells). Of line items the same is true of a cell too few.
 */
export function isShifted(sheet: Sheet, row: SheetRow): boolean {
  if (row.badQuotes || findCutNumber(sheet, row) !== undefined) return true
  const wrong = findWrongWidth(sheet, row)
  // The one cell that counts of a whole sub-order is seldom the one that is missing, and is refused where it is.
  return wrong === 'TOO_MANY_COLUMNS' || (wrong !== undefined && sheet.kind === 'line-items')
}
