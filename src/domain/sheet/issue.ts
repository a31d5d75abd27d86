import type { CautionCode } from './caution'
import type { IssueCode } from '../ids/issueCode'

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
