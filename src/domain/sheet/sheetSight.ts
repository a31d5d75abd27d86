/** A range of cells. Rows count from 1 and columns from 0; the range includes the last row and column. */
export interface CellRange {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** The hidden columns and merged cells of a worksheet. */
export interface SheetSight {
  /** Ranges of hidden columns, from 0; each includes its last column. */
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[]
  /** Merged cells: a person sees only the text of the first cell. The list is complete once all rows are read. */
  readonly merged: readonly CellRange[]
}
