/** Rows from 1 and columns from 0; the last ones are in it. */
export interface CellRange {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** What a person sees of a worksheet, beside its rows. */
export interface SheetSight {
  /** Columns that are not shown, from 0; the last one is in it. */
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[]
  /** Of cells that are one to a person: only what stands in the first is seen. They come behind the rows. */
  readonly merged: readonly CellRange[]
}
