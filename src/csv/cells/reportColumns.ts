/** What the results and error CSVs add to the user's own columns. */
export const RESULT_HEADERS = ['Status', 'Error Code', 'Error Message'] as const

/** What the issues CSV adds to the user's own columns. */
export const ISSUE_HEADERS = ['Row', 'Issue Code', 'Issue'] as const

/** Heads what stood in a row before it was mended on the screen; only where one was. */
export const MENDED_HEADER = 'Uploaded As'

/** Heads what was odd about a row and what a person decided about it; only where something was. */
export const CAUTION_HEADER = 'Caution'

/** Stands under `MENDED_HEADER` for a cell that was blank: or what was typed would look as if it had been uploaded. */
export const WAS_BLANK = 'blank'

/** Stands there for a row of which the record keeps nothing, because nobody could tell its cells apart. */
export const WAS_NOT_KEPT = 'not kept'

/**
 * Heads the cells that stood beyond the user's own header, so that the added columns line up. It has a name, so that
 * a file uploaded again shows these cells as too many once more, and no blank column of the user's is mistaken for
 * one of ours.
 */
export const EXTRA_HEADER = 'Extra Cell'

/** Where our own columns of an earlier download stand in a header. */
export interface ReportColumns {
  /** The user's own columns; all after them are ours. */
  readonly ownWidth: number
  /** Our columns start here; cells between the two are the user's extra ones. */
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
  for (const ours of [CAUTION_HEADER, MENDED_HEADER]) if (header[start - 1] === ours) start -= 1
  let ownWidth = start
  while (ownWidth > 0 && header[ownWidth - 1] === EXTRA_HEADER) ownWidth -= 1
  return { ownWidth, start, count: header.length - start }
}

/** A record without our own columns. */
export function dropReportColumns(
  cells: readonly string[],
  { start, count }: ReportColumns,
): readonly string[] {
  return [...cells.slice(0, start), ...cells.slice(start + count)]
}
