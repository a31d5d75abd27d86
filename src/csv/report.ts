import { isBlank } from '../domain/cleanText'
import type { CheckedSheet, Issue, Sheet, SheetRow } from '../domain/sheet'
import { EXTRA_HEADER, ISSUE_HEADERS, RESULT_HEADERS } from './reportColumns'

/** How one row ended, in the words that the screen shows. */
export interface RowWords {
  readonly status: string
  readonly code: string
  readonly message: string
}

/** The screen's words for what the sheet's rows came to. */
export interface ResultWords {
  /** By position in `checked.requests`. `failed`: its rows belong in the error CSV. */
  readonly describeRequest: (request: number) => RowWords & { readonly failed: boolean }
  readonly describeIssue: (issue: Issue) => RowWords
}

/** Records of the issues CSV, undefined for rows that are left out, header first: the user's own columns, then row, code, and what to do. */
export function* writeIssueRecords(
  checked: CheckedSheet,
  describe: (issue: Issue) => string,
): Generator<readonly string[] | undefined> {
  const width = measureWidth(checked.sheet)
  yield [...writeOwnHeader(checked.sheet, width), ...ISSUE_HEADERS]
  for (const { row, issue } of joinIssues(checked)) {
    yield issue && [...writeOwnCells(row, width), String(issue.row), issue.code, describe(issue)]
  }
}

/**
 * Records of the error CSV (`failed`: the uploaded rows of failed requests) or of all results (`all`: every uploaded row in
 * file order), undefined for rows that are left out, header first: the user's own columns, then status, code and message.
 */
export function* writeResultRecords(
  checked: CheckedSheet,
  choose: 'failed' | 'all',
  words: ResultWords,
): Generator<readonly string[] | undefined> {
  // A row with cells beyond the header is never sent, so the error CSV needs no room for them.
  const width = choose === 'all' ? measureWidth(checked.sheet) : checked.sheet.header.length
  yield [...writeOwnHeader(checked.sheet, width), ...RESULT_HEADERS]
  for (const { row, issue, position } of joinIssues(checked)) {
    const said = describeRow(checked.requestOfRow[position] ?? -1, issue, choose, words)
    yield said && [...writeOwnCells(row, width), said.status, said.code, said.message]
  }
}

function describeRow(
  request: number,
  issue: Issue | undefined,
  choose: 'failed' | 'all',
  words: ResultWords,
): RowWords | undefined {
  if (request < 0) return choose === 'all' && issue ? words.describeIssue(issue) : undefined
  const said = words.describeRequest(request)
  return choose === 'all' || said.failed ? said : undefined
}

/** Rows and issues are both sorted by row: one walk joins them. */
function* joinIssues({ sheet, issues }: CheckedSheet) {
  let next = 0
  for (const [position, row] of sheet.rows.entries()) {
    const issue = issues[next]?.row === row.row ? issues[next] : undefined
    if (issue) next += 1
    yield { row, issue, position }
  }
}

/** Columns of the widest row, blank cells beyond the header not counted. */
function measureWidth({ header, rows }: Sheet): number {
  let width = header.length
  for (const { cells } of rows) {
    let last = cells.length
    while (last > width && isBlank(cells[last - 1] ?? '')) last -= 1
    width = Math.max(width, last)
  }
  return width
}

function writeOwnHeader({ header }: Sheet, width: number): string[] {
  return [...header, ...Array<string>(width - header.length).fill(EXTRA_HEADER)]
}

/** The cells as uploaded, short records filled up and blank extra cells cut, so that the added columns line up. */
function writeOwnCells({ cells }: SheetRow, width: number): string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? '')
}
