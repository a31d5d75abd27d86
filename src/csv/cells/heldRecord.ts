import type { RowMark } from '../../domain/sheet/rowMark'
import { unguardCell } from './formulaGuard'
import { findReportColumns, type ReportColumns } from './reportColumns'

/** Title rows above a header are few; further down a header would be data that only looks like one. */
export const MOST_SEARCHED = 30

/** A record that came before the header was known. */
export interface HeldRecord {
  readonly row: number
  readonly cells: string[]
  readonly badQuotes: boolean
  /** Of a workbook's row. */
  readonly marks?: readonly RowMark[]
}

/** What a record says where it is taken for the header; our own columns of an earlier download are left out. */
export interface HeaderTexts {
  readonly header: readonly string[]
  readonly report?: ReportColumns
}

export function readHeaderTexts({ cells }: HeldRecord): HeaderTexts {
  const texts = cells.map(unguardCell)
  const report = findReportColumns(texts)
  return report ? { header: texts.slice(0, report.ownWidth), report } : { header: texts }
}
