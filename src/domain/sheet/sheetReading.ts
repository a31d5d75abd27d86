import type { ColumnNames } from './columnNames'
import type { IdRule } from '../ids/idRule'
import type { FileProblem } from './fileProblem'
import type { ColumnMap, ColumnMeaning, SheetKind } from './columnMeaning'
import type { CheckedSheet } from './checkedSheet'

/** The user's answers about a file that the reader could not understand alone. */
export interface ReadChoice {
  /** The worksheet of a workbook. */
  readonly worksheet?: string
  /** The row of the header, null where there is none, and the columns with a meaning. */
  readonly header?: { readonly row: number | null; readonly columns: ColumnMap }
  /** The user wants to choose the columns again: columns remembered from an earlier file do not count. */
  readonly asksAgain?: true
  /** The user means whole sub-orders, although the file looks like line items. */
  readonly isWhole?: true
}

/**
 * A question of the reader to the user. `columns`: which column means what. `heading`: which row heads the table.
 * `line-columns`: whether whole sub-orders are meant, although the header names products and amounts; `line-rows`:
 * although a sub-order stands in several rows that differ.
 */
export type Doubt = 'columns' | 'heading' | 'line-columns' | 'line-rows'

/**
 * The user's answer about a file. It holds again for a file with the same header and the same doubt, and for no other.
 */
export interface RememberedColumns {
  readonly kind: SheetKind
  /** SHA-256 of the header's cleaned cells, in hex. */
  readonly signature: string
  readonly columns: ColumnMap
  /** The questions that it answers; default: the columns. */
  readonly answers?: readonly Doubt[]
}

/** A row that may head the table. */
export interface HeadingOffer {
  /** The row that looks most like a header. */
  readonly headerRow: number
  readonly signature: string
  /** The columns that the reader has recognised. */
  readonly columns: Partial<Record<ColumnMeaning, number>>
  /** The first rows of the file from the header on, without title rows and blank rows. */
  readonly preview: readonly { readonly row: number; readonly cells: readonly string[] }[]
  /** The first row reads as data: the file may have no header. */
  readonly looksHeaderless: boolean
}

/** Asks for a column with a meaning, or for the row that heads the table. */
export interface ColumnQuestion extends HeadingOffer {
  readonly type: 'columns'
  readonly needed: readonly ColumnMeaning[]
  /** All rows that may head the table, this row among them, in file order; absent where there is no other row. */
  readonly offers?: readonly HeadingOffer[]
  /**
   * Default: the columns. A question about the heading comes with all known columns, so that the user often only
   * agrees.
   */
  readonly doubt?: 'heading'
}

/** Asks whether the user means whole sub-orders, although the file looks like line items. */
export interface WholeQuestion {
  readonly type: 'whole'
  readonly doubt: 'line-columns' | 'line-rows'
  readonly signature: string
  /** The column of the sub-order, if the reader knows it. */
  readonly columns?: ColumnMap
}

/** A question about a refused file: the answer may load it. */
export type RefusalQuestion = ColumnQuestion | WholeQuestion

/** Asks which of several filled worksheets is meant. */
export interface WorksheetQuestion {
  readonly type: 'worksheet'
  readonly names: readonly string[]
}

/** Any question about a file. */
export type ReadQuestion = RefusalQuestion | WorksheetQuestion

/** How a file is to be read. */
export interface ReadRequest {
  readonly kind: SheetKind
  /** How many data rows a file may have; blank rows do not count. */
  readonly maxRows: number
  readonly maxBytes: number
  readonly choice?: ReadChoice
  readonly remembered?: readonly RememberedColumns[]
  /** The text came from the clipboard: a bare list is as good as a sheet. */
  readonly isPasted?: boolean
  /** The host's rule for IDs; absent: Increff's IDs. */
  readonly idRule?: IdRule
  /** The host's names of columns, in addition to ours. */
  readonly columnNames?: ColumnNames
}

/** The result of reading a file. `stopped`: the caller has stopped it, and nothing of the file is kept. */
export type ReadResult =
  | {
      readonly type: 'checked'
      readonly checked: CheckedSheet
      /** SHA-256, hex. */
      readonly fileHash: string
    }
  | { readonly type: 'refused'; readonly problem: FileProblem; readonly question?: RefusalQuestion }
  | { readonly type: 'asks'; readonly question: WorksheetQuestion }
  | { readonly type: 'stopped' }

/** Reads and checks a file, in a worker or on the page. Never rejects. */
export type ReadFile = (
  file: File,
  request: ReadRequest,
  /** @param share 0 to 1 */
  onProgress: (share: number) => void,
  stop: AbortSignal,
) => Promise<ReadResult>
