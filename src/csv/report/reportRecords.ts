import { isBlank } from '../../domain/ids/cleanText'
import { unpackRow } from '../../domain/sheet/packedRows'
import { blocksOf, isPacked, type RowBlock } from '../../domain/sheet/rowList'
import type { Sheet } from '../../domain/sheet/sheet'
import { createCautionDescriber } from './cautionDescriber'
import { writeOriginal } from './writeOriginal'
import {
  CAUTION_HEADER,
  EXTRA_HEADER,
  ISSUE_HEADERS,
  ORIGINAL_HEADER,
  RESULT_HEADERS,
} from '../cells/reportColumns'
import type { SheetRow } from '../../domain/sheet/sheetRow'
import type { Issue } from '../../domain/sheet/issue'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

/** The outcome of a row, in the words of the screen. */
export interface RowWords {
  readonly status: string
  readonly code: string
  readonly message: string
}

/** The words of the screen for the outcomes of rows; undefined for rows that are left out. */
export interface ResultWords {
  /** Whether rows with cells beyond the header may be among the rows. Such rows are never sent. */
  readonly isWide: boolean
  /** By position in `checked.requests`. */
  readonly describeRequest: (request: number) => RowWords | undefined
  readonly describeIssue: (issue: Issue) => RowWords | undefined
}

/**
 * Writes the records of the issues CSV, header first: the user's columns, then row, code and advice. Undefined stands
 * for rows that are left out.
 */
export function* writeIssueRecords(
  checked: CheckedSheet,
  describe: (issue: Issue) => string,
): Generator<readonly string[] | undefined> {
  const { sheet } = checked
  const width = yield* measureWidth(sheet)
  yield [...writeOwnHeader(checked, width), ...ISSUE_HEADERS]
  for (const { row, issue, caution } of joinIssues(checked)) {
    // A row that the user has dropped is no open issue.
    if (!issue || issue.code === 'DROPPED_ROW') yield undefined
    else
      yield [...writeOwnCells(sheet, row, width), ...caution, String(issue.row), issue.code, describe(issue)]
  }
}

/**
 * Writes the records of a results CSV, header first, then the rows in file order: the user's columns, then status,
 * code and message. Undefined stands for rows that are left out.
 */
export function* writeResultRecords(
  checked: CheckedSheet,
  words: ResultWords,
): Generator<readonly string[] | undefined> {
  const { sheet } = checked
  const width = words.isWide ? yield* measureWidth(sheet) : sheet.header.length
  yield [...writeOwnHeader(checked, width), ...RESULT_HEADERS]
  for (const { row, issue, position, caution } of joinIssues(checked)) {
    const request = checked.requestOfRow[position] ?? -1
    const said = request < 0 ? issue && words.describeIssue(issue) : words.describeRequest(request)
    yield said && [...writeOwnCells(sheet, row, width), ...caution, said.status, said.code, said.message]
  }
}

/**
 * Joins rows and issues in a single walk: a row has either a request or an issue, and issues have the order of the
 * rows.
 */
function* joinIssues(checked: CheckedSheet) {
  const { sheet, issues, requestOfRow, cautions } = checked
  const describeCautions = createCautionDescriber(checked)
  let next = 0
  let position = 0
  for (const row of sheet.rows) {
    const issue = (requestOfRow[position] ?? -1) < 0 ? issues[next] : undefined
    if (issue) next += 1
    const caution = cautions.length > 0 ? [describeCautions(position)] : []
    yield { row, issue, position, caution }
    position += 1
  }
}

/**
 * The number of columns of the widest row, without blank cells beyond the header. Yields undefined, so that the page
 * gets its turn.
 */
function* measureWidth({ header, rows }: Sheet): Generator<undefined, number> {
  let width = header.length
  for (const block of blocksOf(rows)) {
    for (const cells of readLongRecords(block, header.length)) {
      width = Math.max(width, measureRecord(cells, width))
      yield undefined
    }
  }
  return width
}

/** Unpacks the records with more cells than the header. The number of cells is known without the texts. */
function* readLongRecords(block: RowBlock, width: number): Generator<readonly string[]> {
  if (!isPacked(block)) {
    for (const { cells } of block) if (cells.length > width) yield cells
    return
  }
  const { firsts, rows } = block
  for (let place = 0; place < rows.length; place += 1) {
    if ((firsts[place + 1] ?? 0) - (firsts[place] ?? 0) > width) yield unpackRow(block, place).cells
  }
}

function measureRecord(cells: readonly string[], width: number): number {
  let last = cells.length
  while (last > width && isBlank(cells[last - 1] ?? '')) last -= 1
  return last
}

function writeOwnHeader({ sheet, cautions }: CheckedSheet, width: number): string[] {
  const { header, hasEdits } = sheet
  return [
    ...header,
    ...Array<string>(width - header.length).fill(EXTRA_HEADER),
    ...(hasEdits ? [ORIGINAL_HEADER] : []),
    ...(cautions.length > 0 ? [CAUTION_HEADER] : []),
  ]
}

/**
 * The cells as uploaded or edited, short records filled up and blank extra cells cut, so that the added columns
 * line up.
 */
function writeOwnCells(sheet: Sheet, row: SheetRow, width: number): string[] {
  const own = Array.from({ length: width }, (_, index) => row.cells[index] ?? '')
  return sheet.hasEdits ? [...own, writeOriginal(sheet, row)] : own
}
