/** A record of the file below its header. Blank records are left out, but keep their numbers. */
export interface SheetRow {
  /** Row number as a spreadsheet shows it: the first line of the file is row 1. */
  readonly row: number
  /** Texts as uploaded, without formula guards. */
  readonly cells: readonly string[]
  /** The quotes of this record could not be read; `cells` is its raw text in one cell. */
  readonly badQuotes?: true
  /** The uploaded row, if the user has edited it. The parts of a split row share it. */
  readonly original?: SheetRow
  /** The user has removed the row: it is not sent. */
  readonly removed?: true
}
