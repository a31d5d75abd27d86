/** The kinds of facts about a sheet. */
export type NoteCode =
  | 'TITLE_ROWS'
  | 'NO_HEADER'
  | 'REMEMBERED_COLUMNS'
  | 'REMEMBERED_WHOLE'
  | 'PRODUCT_COLUMN' // whole sub-orders with a product beside each: `found`
  | 'WINDOWS_1252'
  | 'CLEANED_TEXT'

/** A fact about a sheet that the user should know, although no row is skipped for it. */
export interface SheetNote {
  readonly code: NoteCode
  /** How many rows it applies to. */
  readonly count: number
  /** The first of these rows. */
  readonly rows: readonly number[]
  /** The first cell that it applies to; for columns, the headers that were taken. */
  readonly found?: string
}
