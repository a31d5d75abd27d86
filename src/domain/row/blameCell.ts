import type { IssueCode } from '../ids/issueCode'
import type { Issue } from '../sheet/issue'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import type { RefusedRow } from './checkedRow'
import { findHint } from './issueHint'

// Each issue carries the column's name to the page and into the record, so a long header would be kept once for each
// issue.
const LONGEST_NAME = 255

/** The header of a column, shortened. */
export const nameColumn = ({ header }: Sheet, column: number): string =>
  (header[column] ?? '').slice(0, LONGEST_NAME)

/** The issue of a row with one bad cell: it names the cell as uploaded. */
export function blameCell(sheet: Sheet, row: SheetRow, code: IssueCode, column: number): Issue {
  const value = row.cells[column] ?? ''
  const name = nameColumn(sheet, column)
  const isSku = code === 'INVALID_ID' && column === sheet.columns.skuId && !/sku/i.test(name)
  const named = { row: row.row, code, value, column: name }
  const issue: Issue = isSku ? { ...named, meaning: 'skuId' } : named
  const hint = findHint(issue, row, sheet)
  return hint ? { ...issue, hint } : issue
}

/** Adds the row that caused an issue, where there is one. A hint says more, and stays alone. */
export const nameOtherRow = (issue: Issue, otherRow: number | undefined): Issue =>
  issue.hint || otherRow === undefined ? issue : { ...issue, otherRow }

/**
 * The finding of a row whose cells cannot be told apart: it names the whole row.
 *
 * @param column absent where no single column is to blame
 */
export function blameRow(sheet: Sheet, row: SheetRow, code: IssueCode, column?: number): RefusedRow {
  const issue: Issue = { row: row.row, code, value: row.cells.join(sheet.delimiter) }
  const hint = findHint(issue, row, sheet)
  const hinted = hint ? { ...issue, hint } : issue
  return {
    issue: column === undefined ? hinted : { ...hinted, column: nameColumn(sheet, column) },
    isShapeless: true,
  }
}
