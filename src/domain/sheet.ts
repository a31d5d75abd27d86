import type { CancellationRequest } from './cancellation'

/** Which of the two sheets a file is. */
export type SheetKind = 'sub-orders' | 'line-items'

/** The meanings a column can have for us; all other columns are the user's own. */
export type ColumnMeaning = 'subOrderId' | 'skuId' | 'quantity'

/** Where each meaning stands in a record, counted from 0. */
export type ColumnMap = { readonly subOrderId: number; readonly skuId?: number; readonly quantity?: number }

/** One record of the file below its header; blank ones are left out, their number still counts. */
export interface SheetRow {
  /** As a spreadsheet shows it: the header on the first line is row 1. */
  readonly row: number
  /** As uploaded, text only; formula guards taken off. */
  readonly cells: readonly string[]
  /** The quotes of this record could not be read; `cells` is its raw text in one cell. */
  readonly badQuotes?: true
}

/** A parsed file whose columns are known. */
export interface Sheet {
  readonly kind: SheetKind
  readonly fileName: string
  readonly delimiter: string
  /** As uploaded; our own report columns of an earlier download are left out. */
  readonly header: readonly string[]
  readonly columns: ColumnMap
  readonly rows: readonly SheetRow[]
}

export type IssueCode =
  | 'MISSING_ID'
  | 'INVALID_ID'
  | 'SCIENTIFIC_ID'
  | 'PRECISION_LOST'
  | 'DUPLICATE_ID'
  | 'MISSING_SKU'
  | 'MISSING_QUANTITY'
  | 'INVALID_QUANTITY'
  | 'DUPLICATE_LINE'
  | 'TOO_MANY_COLUMNS'
  | 'TOO_FEW_COLUMNS'
  | 'BAD_QUOTES'
  | 'TOO_MANY_LINES'
  | 'EXAMPLE_ROW'
  | 'SUB_ORDER_HELD_BACK'

/** Why a row is not sent; found before any call. */
export interface Issue {
  readonly row: number
  readonly code: IssueCode
  /** The cell's text as uploaded; shortened for show by the screen, not here. */
  readonly value: string
  /** The column the value stands in; absent where the whole row is meant. */
  readonly column?: string
  /** The row this one collides with, or that holds it back. */
  readonly otherRow?: number
}

export type FileProblemCode =
  | 'EMPTY_FILE'
  | 'NO_ROWS'
  | 'MISSING_HEADER'
  | 'DUPLICATE_HEADER'
  | 'WRONG_SHEET'
  | 'UNTERMINATED_QUOTE'
  | 'FILE_IS_XLSX'
  | 'FILE_IS_XLS'
  | 'FILE_IS_HTML'
  | 'FILE_IS_BINARY'
  | 'UNSUPPORTED_ENCODING'
  | 'TOO_MANY_ROWS'
  | 'TOO_LARGE'
  | 'UNREADABLE'

/** Why nothing of a file is loaded. */
export interface FileProblem {
  readonly code: FileProblemCode
  readonly fileName: string
  /** Where one row is to blame. */
  readonly row?: number
  /** Missing or doubled columns, by the name of the sample's header. */
  readonly columns?: readonly string[]
  /** The limit that was passed: rows or bytes. */
  readonly limit?: number
  /** What the file says of itself: headers found, or the encoding's name. */
  readonly found?: string
  /** The sheet this file belongs to. */
  readonly belongsTo?: SheetKind
}

/** What validation makes of a sheet: what can be sent, in file order, and what cannot, by row. */
export interface CheckedSheet {
  readonly sheet: Sheet
  readonly issues: readonly Issue[]
  /** One call each, in the order in which the sub-orders first stand in the file. */
  readonly requests: readonly CancellationRequest[]
  /** For each row of `sheet.rows`, by position: its request's position in `requests`, or -1. */
  readonly requestOfRow: Int32Array
}
