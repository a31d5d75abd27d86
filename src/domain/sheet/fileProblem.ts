import type { SheetKind } from './columnMeaning'

export type FileProblemCode =
  | 'EMPTY_FILE'
  | 'NO_ROWS'
  | 'MISSING_HEADER'
  | 'DUPLICATE_HEADER'
  | 'WRONG_SHEET'
  | 'UNCLEAR_HEADER' // several rows could head the table
  | 'CELLS_IN_LINES' // each cell of a table stands in a line of its own
  | 'TABLE_ON_ITS_SIDE' // the names of the columns stand beside their values
  | 'UNTERMINATED_QUOTE'
  | 'FILE_IS_XLSX'
  | 'FILE_IS_XLS'
  | 'FILE_IS_HTML'
  | 'FILE_IS_BINARY'
  | 'FILE_IS_NO_TABLE' // a text of another kind: `found`
  | 'FILE_IS_ZIP'
  | 'FILE_IS_OTHER_WORKBOOK'
  | 'FILE_IS_LOCK'
  | 'HIDDEN_SHEETS'
  | 'UNSUPPORTED_ENCODING'
  | 'TOO_MANY_ROWS'
  | 'TOO_LARGE'
  | 'UNREADABLE'
  | 'PART_MISSING' // of ours: what reads files could not be fetched

/** Why nothing of a file is loaded. */
export interface FileProblem {
  readonly code: FileProblemCode
  readonly fileName: string
  /** Where one row is to blame. */
  readonly row?: number
  /** The row that this one stands against. */
  readonly otherRow?: number
  /** Missing or doubled columns, by the name of the sample's header; of line items, the headings of product and amount. */
  readonly columns?: readonly string[]
  /** The limit that was passed: rows, else in `unit`. */
  readonly limit?: number
  /**
   * Of the limit, where it is not rows; default: bytes. `characters`: of one cell; `format`: characters of a number format;
   * `texts`: characters of all cells together.
   */
  readonly unit?: 'bytes' | 'columns' | 'characters' | 'format' | 'texts' | 'cells'
  /** What the file says of itself: headers found, the encoding's name, a file inside, names of sheets. */
  readonly found?: string
  /** The sheet this file belongs to. */
  readonly belongsTo?: SheetKind
}

/** A problem as long as nobody needs to know the name of the file. */
export type UnnamedProblem = Omit<FileProblem, 'fileName'>
