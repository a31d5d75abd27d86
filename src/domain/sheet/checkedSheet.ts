import type { Caution } from './caution'
import type { RequestList } from '../run/requestList'
import type { Issue } from './issue'
import type { SheetNote } from './sheetNote'
import type { Sheet } from './sheet'

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
