import type { YieldIfDue } from '../../domain/time/yieldIfDue'

/** More than any honest workbook needs. A workbook that is made to freeze the page exceeds them, and is refused. */
export interface WorkbookLimits {
  /** Of all parts that are inflated to read a sheet. */
  readonly maxInflatedBytes: number
  /** Characters of a cell. */
  readonly maxCellLength: number
  /** Characters of all cells of a sheet. A text that cells share counts with each of them. */
  readonly maxTextLength: number
  readonly maxColumns: number
}

export interface OpenOptions {
  readonly limits: WorkbookLimits
  readonly yieldIfDue: YieldIfDue
}
