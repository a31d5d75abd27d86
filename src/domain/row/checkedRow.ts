import type { LineItem } from '../run/cancellation'
import type { SkuId, SubOrderId } from '../ids/identifiers'
import type { Issue } from '../sheet/issue'

/** A row with nothing wrong in itself; other rows may still stand in its way. */
export interface SoundRow {
  readonly issue?: undefined
  readonly row: number
  readonly subOrderId: SubOrderId
  /** Present on the line-item sheet. */
  readonly lineItem?: LineItem
}

/** A row that is not sent, with as much of it as could be read. */
export interface RefusedRow {
  readonly issue: Issue
  /** Nobody can say which of its cells is which. */
  readonly isShapeless?: true
  readonly subOrderId?: SubOrderId
  readonly skuId?: SkuId
  /** The row names itself a sum of its sub-order's lines: the quantity it says, 0 where it says none. */
  readonly subtotal?: number
}
