import type { SheetKind } from './columnMeaning'

/** Why nothing of a file can be sent. */
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

/** Why a file is not loaded. */
export interface FileProblem {
  readonly code: FileProblemCode
  readonly fileName: string
  /** The row with the problem, if a single row has it. */
  readonly row?: number
  /** The row that contradicts `row`. */
  readonly otherRow?: number
  /** Missing or doubled columns, by the sample's header; for line items, the headings of the product and the amount. */
  readonly columns?: readonly string[]
  /** The limit that the file exceeds, in rows or in `unit`. */
  readonly limit?: number
  /**
   * The unit of a limit that is not in rows; default: bytes. `characters`: of one cell; `format`: characters of a
   * number format; `texts`: characters of all cells together.
   */
  readonly unit?: 'bytes' | 'columns' | 'characters' | 'format' | 'texts' | 'cells'
  /** Facts about the file: its headers, the name of its encoding, a file inside, the names of its worksheets. */
  readonly found?: string
  /** The sheet this file belongs to. */
  readonly belongsTo?: SheetKind
}

/** A problem without the name of the file. */
export type UnnamedProblem = Omit<FileProblem, 'fileName'>
