import type { DecidedRows } from './caution'
import type { ColumnNames } from './columnNames'
import type { IdRule } from '../ids/idRule'
import type { RowList } from './rowList'
import type { ColumnMap, SheetKind } from './columnMeaning'
import type { SheetNote } from './sheetNote'

/** A parsed file whose columns are known. */
export interface Sheet {
  readonly kind: SheetKind
  readonly fileName: string
  readonly delimiter: string
  /** As uploaded, without the report columns of an earlier download of ours. */
  readonly header: readonly string[]
  readonly columns: ColumnMap
  readonly rows: RowList
  /** Changes that reading has made to the text. */
  readonly notes?: readonly SheetNote[]
  /** The host's rule when the file was read: later edits are judged by the same rule. */
  readonly idRule?: IdRule
  /** The host's names of columns: such a name in a row below is a repeated header. */
  readonly columnNames?: ColumnNames
  /** The user has edited some row: downloads show the original texts. */
  readonly hasEdits?: true
  /** Numbers of the rows that are hidden in the workbook; ascending, each once. Absent where no row is hidden. */
  readonly hiddenRows?: Uint32Array
  /** The user's decisions about odd rows. */
  readonly decisions?: readonly DecidedRows[]
}
