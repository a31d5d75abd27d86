/** A fault of cells in a row of a workbook. It counts only in a column with a meaning, and the columns are not known yet. */
export interface RowMark {
  /** From 0. */
  readonly column: number
  /** The last of several cells; default: `column`. */
  readonly lastColumn?: number
  /** Returns the text that replaces the cell; absent: the row is a total. */
  readonly write?: () => string
  /** The columns in which the mark counts: all columns with a meaning, those with IDs, or a single one. */
  readonly where: 'all' | 'ids' | 'subOrderId' | 'quantity'
}
