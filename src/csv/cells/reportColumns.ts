/** The columns that CSVs of results and errors add to the user's columns. */
export const RESULT_HEADERS = ['Status', 'Error Code', 'Error Message'] as const

/** The columns that the issues CSV adds to the user's columns. */
export const ISSUE_HEADERS = ['Row', 'Issue Code', 'Issue'] as const

/** Heads the originals of edited rows; only in a file with edits. */
export const ORIGINAL_HEADER = 'Uploaded As'

/** Heads the cautions of a row and the user's decisions; only in a file with cautions. */
export const CAUTION_HEADER = 'Caution'

/** Stands under `ORIGINAL_HEADER` for a blank cell: without it, the typed text would look uploaded. */
export const WAS_BLANK = 'blank'

/** Stands there for a row of which the record keeps nothing, because nobody could tell its cells apart. */
export const WAS_NOT_KEPT = 'not kept'

/**
 * Heads cells beyond the user's header, so that the added columns line up. The name makes sure that a file that is
 * uploaded again has too many cells again, and that no blank column of the user is taken for ours.
 */
export const EXTRA_HEADER = 'Extra Cell'

/** The places of our own columns of an earlier download in a header. */
export interface ReportColumns {
  /** The number of the user's columns; all later columns are ours. */
  readonly ownWidth: number
  /** The first of our columns. Columns between `ownWidth` and `start` hold the user's extra cells. */
  readonly start: number
  readonly count: number
}

/** Finds our own columns of an earlier download, so that files do not grow when they are uploaded again. */
export function findReportColumns(header: readonly string[]): ReportColumns | undefined {
  const last = header.length - 3
  const isReport = [RESULT_HEADERS, ISSUE_HEADERS].some((ours) =>
    ours.every((text, index) => header[last + index] === text),
  )
  if (!isReport) return undefined
  let start = last
  for (const ours of [CAUTION_HEADER, ORIGINAL_HEADER]) if (header[start - 1] === ours) start -= 1
  let ownWidth = start
  while (ownWidth > 0 && header[ownWidth - 1] === EXTRA_HEADER) ownWidth -= 1
  return { ownWidth, start, count: header.length - start }
}

/** Removes our own columns from a record. */
export function dropReportColumns(
  cells: readonly string[],
  { start, count }: ReportColumns,
): readonly string[] {
  return [...cells.slice(0, start), ...cells.slice(start + count)]
}
