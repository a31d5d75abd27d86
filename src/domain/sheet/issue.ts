import type { CautionCode } from './caution'
import type { IssueCode } from '../ids/issueCode'

/** The look of a refused cell: the screen says so, and offers the right way out. */
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
  /** A merged cell of the workbook lies over the cell. */
  | 'covered'
  /** The row has no ID, and is most likely a line of the sub-order in `otherRow` above. */
  | 'id-above'
  /** Two stray quotes have made one cell of several rows. */
  | 'swallowed-rows'
  /** The number has thousands separators. */
  | 'separators'
  /** Nobody orders so many pieces: the cell holds another number. */
  | 'too-many'
  /** A word that databases and people write for a blank. */
  | 'filler'
  /** The row only draws a line across the table. */
  | 'rule'
  /** A label with its value below the list: `Page,1`. */
  | 'label'

/** Why a row is not sent; known before any call. */
export interface Issue {
  readonly row: number
  readonly code: IssueCode
  /** The cell's text as uploaded; the screen shortens it where it shows it. */
  readonly value: string
  /** The header of the value's column, at most 255 characters of it; absent where the whole row is meant. */
  readonly column?: string
  /** Present where `INVALID_ID` is about a SKU ID, and the column's name does not say so. */
  readonly meaning?: 'skuId'
  /** The row that this row collides with, or for which it is skipped. */
  readonly otherRow?: number
  readonly hint?: IssueHint
  /** The caution for which this row is left out, or the row for which this row is skipped. */
  readonly caution?: CautionCode
}
