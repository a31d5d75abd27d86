import type { RowMark } from '../../domain/sheet/rowMark'

/** A row with at least one visible cell, and its number in the spreadsheet. */
export interface SheetRecord {
  readonly cells: string[]
  readonly row: number
  /** Filtered away or hidden by hand: the author of the file does not see this row. */
  readonly isHidden: boolean
  readonly marks: readonly RowMark[] | undefined
}
