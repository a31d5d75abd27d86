export type NoteCode =
  | 'TITLE_ROWS'
  | 'NO_HEADER'
  | 'REMEMBERED_COLUMNS'
  | 'REMEMBERED_WHOLE'
  | 'PRODUCT_COLUMN' // whole sub-orders with a product beside each: `found`
  | 'WINDOWS_1252'
  | 'CLEANED_TEXT'

/** What the user should know of a sheet although no row is held back for it. */
export interface SheetNote {
  readonly code: NoteCode
  /** Rows it is true of. */
  readonly count: number
  /** The first of them. */
  readonly rows: readonly number[]
  /** The first cell it is true of; for columns, the headers taken. */
  readonly found?: string
}
