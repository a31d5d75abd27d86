import type { Caution, CautionCode, DecidedRows } from './caution'
import type { ColumnNames } from './columnNames'
import type { IdRule } from './idRule'
import type { RequestList } from './requestList'
import type { RowList } from './rowList'

/** Which of the two sheets a file is. */
export type SheetKind = 'sub-orders' | 'line-items'

/** The meanings a column can have for us; all other columns are the user's own. */
export type ColumnMeaning = 'subOrderId' | 'skuId' | 'quantity'

/** In the order of the sample. */
export const MEANINGS: readonly ColumnMeaning[] = ['subOrderId', 'skuId', 'quantity']

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
  /** The row as uploaded, where it was mended on the screen. Several rows that stand in the place of one share it. */
  readonly was?: SheetRow
  /** The user does not want it sent. */
  readonly dropped?: true
}

/** A parsed file whose columns are known. */
export interface Sheet {
  readonly kind: SheetKind
  readonly fileName: string
  readonly delimiter: string
  /** As uploaded; our own report columns of an earlier download are left out. */
  readonly header: readonly string[]
  readonly columns: ColumnMap
  readonly rows: RowList
  /** What was done to the text on the way in. */
  readonly notes?: readonly SheetNote[]
  /** Of the host, as the file was read by it: what is edited later is judged by the same. */
  readonly idRule?: IdRule
  /** Of the host as well: one of them in a row below is the header once more. */
  readonly columnNames?: ColumnNames
  /** Some row was mended on the screen: downloads say what it was. */
  readonly hasMended?: true
  /** Numbers of the rows that nobody sees in the workbook; ascending, each once. Absent where there are none. */
  readonly hiddenRows?: Uint32Array
  /** What a person has decided about odd rows. */
  readonly decisions?: readonly DecidedRows[]
}

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
  | 'DROPPED_ROW'
  | 'OTHER_TABLE' // below a row that heads another table: `otherRow`
  | 'LEFT_OUT'

/** What the cell looks like, so that the screen can say it and offer the right way out. */
export type IssueHint =
  | 'repeated-header'
  | 'total'
  | 'excel-error'
  | 'several-ids'
  | 'date'
  | 'not-computed'
  | 'decimals'
  | 'unlike-shown'
  | 'broken-cell'
  /** A merged cell of the workbook lies over it. */
  | 'covered'
  /** A row without an ID below the row that has it, `otherRow`: most likely a line of that sub-order. */
  | 'id-above'
  /** Two stray quotes make one cell of several rows. */
  | 'swallowed-rows'
  /** A number with separators of thousands. */
  | 'separators'
  /** More pieces than anybody orders: some other number stands there. */
  | 'too-many'
  /** What databases and people write where there is nothing. */
  | 'filler'
  /** The row only draws a line across the table. */
  | 'rule'
  /** Below the list, words and a value of theirs: `Page,1`. */
  | 'label'

/** Why a row is not sent; found before any call. */
export interface Issue {
  readonly row: number
  readonly code: IssueCode
  /** The cell's text as uploaded; shortened for show by the screen, not here. */
  readonly value: string
  /** The column the value stands in, its name cut at 255 characters; absent where the whole row is meant. */
  readonly column?: string
  /** Of `INVALID_ID`, where it is no sub-order's: the column's name alone does not say so. */
  readonly meaning?: 'skuId'
  /** The row this one collides with, or that holds it back. */
  readonly otherRow?: number
  readonly hint?: IssueHint
  /** The row, or the one that holds it back, is left out for this. */
  readonly caution?: CautionCode
}

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

/** What validation makes of a sheet: what can be sent, in file order, and what cannot, by row. */
export interface CheckedSheet {
  readonly sheet: Sheet
  readonly issues: readonly Issue[]
  /** One call each, in the order in which the sub-orders first stand in the file. */
  readonly requests: RequestList
  /** For each row of `sheet.rows`, by position: its request's position in `requests`, or -1. */
  readonly requestOfRow: Int32Array
  readonly notes: readonly SheetNote[]
  /** Rows that are odd, by kind and by what was decided about them. A row may stand in several. */
  readonly cautions: readonly Caution[]
}
