import type { LineItem } from '../run/cancellation'
import type { SkuId, SubOrderId } from '../ids/identifiers'
import type { Issue } from '../sheet/issue'

/** A row without an issue of its own; other rows may still collide with it. */
export interface SoundRow {
  readonly issue?: undefined
  readonly row: number
  readonly subOrderId: SubOrderId
  /** Present on the line-item sheet. */
  readonly lineItem?: LineItem
}

/** A row that is not sent, with everything that could be read of it. */
export interface RefusedRow {
  readonly issue: Issue
  /** The columns of its cells are unknown. */
  readonly isShapeless?: true
  readonly subOrderId?: SubOrderId
  readonly skuId?: SkuId
  /** The quantity of a row that calls itself a sum of its sub-order's lines; 0 where it has none. */
  readonly subtotal?: number
}
