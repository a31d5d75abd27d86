import type { RowMark } from '../../domain/sheet/rowMark'
import { unguardCell } from './formulaGuard'
import { findReportColumns, type ReportColumns } from './reportColumns'

/** Title rows above a header are few; a header further down would be data that only looks like a header. */
export const MOST_SEARCHED = 30

/** A record that is held until the header is known. */
export interface HeldRecord {
  readonly row: number
  readonly cells: string[]
  readonly badQuotes: boolean
  /** Faults of cells, in a row of a workbook. */
  readonly marks?: readonly RowMark[]
}

/** The texts of a record as a header, without our own columns of an earlier download. */
export interface HeaderTexts {
  readonly header: readonly string[]
  readonly report?: ReportColumns
}

export function readHeaderTexts({ cells }: HeldRecord): HeaderTexts {
  const texts = cells.map(unguardCell)
  const report = findReportColumns(texts)
  return report ? { header: texts.slice(0, report.ownWidth), report } : { header: texts }
}
