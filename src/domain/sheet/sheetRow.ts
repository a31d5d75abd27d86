/** One record of the file below its header; blank ones are left out, their number still counts. */
export interface SheetRow {
  /** As a spreadsheet shows it: the header on the first line is row 1. */
  readonly row: number
  /** As uploaded, text only; formula guards taken off. */
  readonly cells: readonly string[]
  /** The quotes of this record could not be read; `cells` is its raw text in one cell. */
  readonly badQuotes?: true
  /** The row as uploaded, where it was mended on the screen. Several rows that stand in the place of one share it. */
  readonly original?: SheetRow
  /** The user does not want it sent. */
  readonly removed?: true
}
