import type { ColumnNames } from './columnNames'
import type { IdRule } from '../ids/idRule'
import type { FileProblem } from './fileProblem'
import type { ColumnMap, ColumnMeaning, SheetKind } from './columnMeaning'
import type { CheckedSheet } from './checkedSheet'

/** What the user said of a file that does not speak for itself. */
export interface ReadChoice {
  /** The worksheet of a workbook. */
  readonly worksheet?: string
  /** Which row is the header, null where there is none; and which column means what. */
  readonly header?: { readonly row: number | null; readonly columns: ColumnMap }
  /** Columns remembered from an earlier file do not count: the user wants to choose anew. */
  readonly asksAgain?: true
  /** Whole sub-orders are meant, although the file speaks of line items. */
  readonly isWhole?: true
}

/**
 * What a person was asked: which column is which; which row heads the table; whether whole sub-orders are meant although the header names
 * products and amounts, or although one sub-order stands in several rows that differ.
 */
export type Doubt = 'columns' | 'heading' | 'line-columns' | 'line-rows'

/** What the user said once of a file, to hold again for a file of the same header that leaves the same doubt, and for no other. */
export interface RememberedColumns {
  readonly kind: SheetKind
  /** SHA-256 of the header's cleaned cells, in hex. */
  readonly signature: string
  readonly columns: ColumnMap
  /** What was asked and answered; default: the columns. */
  readonly answers?: readonly Doubt[]
}

/** A row that may head the table. */
export interface HeadingOffer {
  /** What looks most like a header: the row that is taken for it, unless the first row is data. */
  readonly headerRow: number
  readonly signature: string
  /** What could be recognised of it. */
  readonly columns: Partial<Record<ColumnMeaning, number>>
  /** The first rows of the file, title rows and blank ones left out, from the header on. */
  readonly preview: readonly { readonly row: number; readonly cells: readonly string[] }[]
  /** The first row reads as data already: there may be no header at all. */
  readonly looksHeaderless: boolean
}

/** A column with a meaning, or the row that heads the table, could not be found: which one is it? */
export interface ColumnQuestion extends HeadingOffer {
  readonly type: 'columns'
  readonly needed: readonly ColumnMeaning[]
  /** All rows that may head the table, this one among them, in their order; absent where there is no other. */
  readonly offers?: readonly HeadingOffer[]
  /** Default: the columns. Of the heading all is filled in that is known: often there is nothing left but to agree. */
  readonly doubt?: 'heading'
}

/** The file speaks of line items: are whole sub-orders meant all the same? */
export interface WholeQuestion {
  readonly type: 'whole'
  readonly doubt: 'line-columns' | 'line-rows'
  readonly signature: string
  /** Where the sub-order stands, if that is known. */
  readonly columns?: ColumnMap
}

/** What can be asked about a file that was refused: the way on. */
export type RefusalQuestion = ColumnQuestion | WholeQuestion

/** Several worksheets hold something: which one is meant? */
export interface WorksheetQuestion {
  readonly type: 'worksheet'
  readonly names: readonly string[]
}

export type ReadQuestion = RefusalQuestion | WorksheetQuestion

export interface ReadRequest {
  readonly kind: SheetKind
  /** Data rows, blank ones not counted. */
  readonly maxRows: number
  readonly maxBytes: number
  readonly choice?: ReadChoice
  readonly remembered?: readonly RememberedColumns[]
  /** It came from the clipboard: a bare list is as good as a sheet. */
  readonly isPasted?: boolean
  /** Of the host; absent: IDs are Increff's. */
  readonly idRule?: IdRule
  /** What the host's OMS calls its columns, besides our names. */
  readonly columnNames?: ColumnNames
}

/** `stopped`: by whoever asked for it; nothing of the file is kept. */
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

/** Reads and checks a file, wherever that is done. Never rejects. */
export type ReadFile = (
  file: File,
  request: ReadRequest,
  /** @param share 0 to 1 */
  onProgress: (share: number) => void,
  stop: AbortSignal,
) => Promise<ReadResult>
