import type { Caution } from './caution'
import type { RequestList } from '../run/requestList'
import type { Issue } from './issue'
import type { SheetNote } from './sheetNote'
import type { Sheet } from './sheet'

/** A sheet after its check: the requests that can be sent, in file order, and the issues of all other rows. */
export interface CheckedSheet {
  readonly sheet: Sheet
  readonly issues: readonly Issue[]
  /** One call for each, in the order in which the sub-orders first stand in the file. */
  readonly requests: RequestList
  /** For each row of `sheet.rows`, by position: its request's position in `requests`, or -1. */
  readonly requestOfRow: Int32Array
  readonly notes: readonly SheetNote[]
  /** Odd rows by kind and by decision. A row may stand in several cautions. */
  readonly cautions: readonly Caution[]
}
