import { isBlank } from '../ids/cleanText'
import { findCutNumber } from './cutNumber'
import type { Sheet } from './sheet'
import { isDoubtfullyShort, isDoubtfullyWide } from './shortRows'
import type { SheetRow } from './sheetRow'

/**
 * Whether a row's cells do not fit the header's columns. Blank cells beyond the header do not count, nor do blank cells
 * that are missing at the end. A column without a name counts if other rows have it, too.
 */
export function findWrongWidth(
  sheet: Sheet,
  row: SheetRow,
): 'TOO_MANY_COLUMNS' | 'TOO_FEW_COLUMNS' | undefined {
  const { cells } = row
  const width = sheet.header.length
  if (cells.length > width && !cells.slice(width).every(isBlank)) return 'TOO_MANY_COLUMNS'
  if (cells.length < width) return isDoubtfullyShort(sheet, row) ? 'TOO_FEW_COLUMNS' : undefined
  // Nearly every header ends in a name, and needs no further look.
  return sheet.header[width - 1] === '' && isDoubtfullyWide(sheet, row) ? 'TOO_MANY_COLUMNS' : undefined
}

/**
 * Whether the cells of a row may stand in the wrong columns: its quotes are unreadable, an ID is cut in two, or an
 * extra cell has moved the cells behind it (`AB,2` without its quotes is two cells). In line items, a missing cell does
 * the same.
 */
export function isShifted(sheet: Sheet, row: SheetRow): boolean {
  if (row.badQuotes || findCutNumber(sheet, row) !== undefined) return true
  const wrong = findWrongWidth(sheet, row)
  // In whole sub-orders the missing cell is seldom the ID, and a row without an ID is refused.
  return wrong === 'TOO_MANY_COLUMNS' || (wrong !== undefined && sheet.kind === 'line-items')
}
