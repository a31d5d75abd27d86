import type { TextLimits } from './textLimits'

/** What is wrong with a cell of a row, should its column count. */
export interface RecordMark {
  readonly column: number
  /** Where it is about several cells. */
  readonly lastColumn?: number
  /** What is written in its place; absent: the row is a total. */
  readonly write?: () => string
  /** Where it counts: in every column with a meaning, in those with IDs, or in that of sub-orders alone. */
  readonly where: 'all' | 'ids' | 'subOrderId' | 'quantity'
}

/** A row that shows something, with its number in the spreadsheet. */
export interface SheetRecord {
  readonly cells: string[]
  readonly row: number
  /** Filtered away or hidden by hand: whoever made the file does not see it there. */
  readonly isHidden: boolean
  readonly marks: readonly RecordMark[] | undefined
}

export interface SheetLimits extends TextLimits {
  readonly maxColumns: number
}
