import { isBlank } from '../../domain/ids/cleanText'
import { unpackRow } from '../../domain/sheet/packedRows'
import { blocksOf, isPacked, type RowBlock } from '../../domain/sheet/rowList'
import type { Sheet } from '../../domain/sheet/sheet'
import { createCautionDescriber } from './cautionDescriber'
import { describeMend } from './describeMend'
import {
  CAUTION_HEADER,
  EXTRA_HEADER,
  ISSUE_HEADERS,
  MENDED_HEADER,
  RESULT_HEADERS,
} from '../cells/reportColumns'
import type { SheetRow } from '../../domain/sheet/sheetRow'
import type { Issue } from '../../domain/sheet/issue'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

/** How one row ended, in the words that the screen shows. */
export interface RowWords {
  readonly status: string
  readonly code: string
  readonly message: string
}

/** The screen's words for what the sheet's rows came to; undefined for rows that are left out. */
export interface ResultWords {
  /** Whether rows with cells beyond the header may be among them: they are never sent. */
  readonly isWide: boolean
  /** By position in `checked.requests`. */
  readonly describeRequest: (request: number) => RowWords | undefined
  readonly describeIssue: (issue: Issue) => RowWords | undefined
}

/**
 * Records of the issues CSV, undefined for rows that are left out, header first: the user's own columns, then row,
 * code, and what to do.
 */
export function* writeIssueRecords(
  checked: CheckedSheet,
  describe: (issue: Issue) => string,
): Generator<readonly string[] | undefined> {
  const { sheet } = checked
  const width = yield* measureWidth(sheet)
  yield [...writeOwnHeader(checked, width), ...ISSUE_HEADERS]
  for (const { row, issue, caution } of joinIssues(checked)) {
    // What was dropped on purpose is no open question.
    if (!issue || issue.code === 'DROPPED_ROW') yield undefined
    else
      yield [...writeOwnCells(sheet, row, width), ...caution, String(issue.row), issue.code, describe(issue)]
  }
}

/**
 * Records of a results CSV, every uploaded row in file order, undefined for rows that are left out, header first: the
 * user's own columns, then status, code and message.
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

/** Each row has either a request or an issue, and issues stand in the order of the rows: one walk joins them. */
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

/** Columns of the widest row, blank cells beyond the header not counted; undefined gives the page its turn. */
function* measureWidth({ header, rows }: Sheet): Generator<undefined, number> {
  let width = header.length
  for (const chunk of blocksOf(rows)) {
    for (const cells of readLongRecords(chunk, header.length)) {
      width = Math.max(width, measureRecord(cells, width))
      yield undefined
    }
  }
  return width
}

/** The records with more cells than the header. How many each has is known without its texts: no other is unpacked. */
function* readLongRecords(chunk: RowBlock, width: number): Generator<readonly string[]> {
  if (!isPacked(chunk)) {
    for (const { cells } of chunk) if (cells.length > width) yield cells
    return
  }
  const { firsts, rows } = chunk
  for (let place = 0; place < rows.length; place += 1) {
    if ((firsts[place + 1] ?? 0) - (firsts[place] ?? 0) > width) yield unpackRow(chunk, place).cells
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
    ...(hasEdits ? [MENDED_HEADER] : []),
    ...(cautions.length > 0 ? [CAUTION_HEADER] : []),
  ]
}

/**
 * The cells as uploaded, or as mended, short records filled up and blank extra cells cut, so that the added columns
 * line up.
 */
function writeOwnCells(sheet: Sheet, row: SheetRow, width: number): string[] {
  const own = Array.from({ length: width }, (_, index) => row.cells[index] ?? '')
  return sheet.hasEdits ? [...own, describeMend(sheet, row)] : own
}
