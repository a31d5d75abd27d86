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
  readonly hasEdits?: true
  /** Numbers of the rows that nobody sees in the workbook; ascending, each once. Absent where there are none. */
  readonly hiddenRows?: Uint32Array
  /** What a person has decided about odd rows. */
  readonly decisions?: readonly DecidedRows[]
}
