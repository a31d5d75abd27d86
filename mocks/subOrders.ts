import { checkKeys } from './checkKeys'
import { done, type Reply, refusals } from './replies'

export type OmsStatus = 'CREATED' | 'FULFILLABLE' | 'UNFULFILLABLE' | 'PROCESSING' | 'COMPLETED' | 'CANCELLED'

export interface OrderItem {
  readonly skuId: string
  readonly ordered: number
  readonly cancelled: number
  /** The warehouse has released a picklist for so many: they cannot be cancelled. */
  readonly inPicklist: number
}

export interface PretendSubOrder {
  readonly id: string
  readonly status: OmsStatus
  readonly items: readonly OrderItem[]
  readonly invoiced: boolean
  /** The marketplace refuses, and the OMS answers with 200 and `hasError`. */
  readonly channelRefuses: boolean
}

type ItemData = Pick<OrderItem, 'skuId' | 'ordered'> & Partial<OrderItem>

/** A sub-order as scenarios and tests describe it: `{ id: '1253231242' }` can be cancelled. */
export interface SubOrderData {
  readonly id: string
  readonly status?: OmsStatus
  readonly items?: readonly ItemData[]
  readonly invoiced?: boolean
  readonly channelRefuses?: boolean
}

/** The request for one SKU. */
export interface LineRequest {
  readonly skuId: string
  readonly cancelledQuantity: number
}

/** The reply of the OMS, and the sub-order afterwards: the same object where nothing was done. */
export interface Verdict {
  readonly reply: Reply
  readonly after: PretendSubOrder
}

const PLAIN_ITEMS: readonly ItemData[] = [{ skuId: '8647326934', ordered: 1 }]

const SUB_ORDER_KEYS = [
  'id',
  'status',
  'items',
  'invoiced',
  'channelRefuses',
] satisfies (keyof SubOrderData)[]
const ITEM_KEYS = ['skuId', 'ordered', 'cancelled', 'inPicklist'] satisfies (keyof ItemData)[]

/** @throws Error for a member that it does not know */
export function createSubOrder(data: SubOrderData): PretendSubOrder {
  checkKeys('A sub-order', data, SUB_ORDER_KEYS)
  const items = (data.items ?? PLAIN_ITEMS).map(createItem)
  return { status: 'FULFILLABLE', invoiced: false, channelRefuses: false, ...data, items }
}

function createItem(item: ItemData): OrderItem {
  checkKeys('A line item', item, ITEM_KEYS)
  return { cancelled: 0, inPicklist: 0, ...item }
}

export function cancelWhole(order: PretendSubOrder): Verdict {
  const refusal = refuseAny(order)
  if (refusal) return { reply: refusal, after: order }
  if (order.items.some((item) => item.inPicklist > 0)) return { reply: refusals.picklistOut, after: order }
  return finish(
    order,
    order.items.map((item) => ({ ...item, cancelled: item.ordered })),
  )
}

/** All lines or none. `cancelledQuantity` is how many more are to be cancelled. */
export function cancelLineItems(order: PretendSubOrder, lines: readonly LineRequest[]): Verdict {
  const refusal = refuseAny(order) ?? first(lines, (line) => refuseLine(order, line))
  if (refusal) return { reply: refusal, after: order }
  const asked = new Map(lines.map((line) => [line.skuId, line.cancelledQuantity]))
  return finish(
    order,
    order.items.map((item) => ({ ...item, cancelled: item.cancelled + (asked.get(item.skuId) ?? 0) })),
  )
}

export function describeSubOrder(order: PretendSubOrder): Reply {
  const orderItems = order.items.map((item) => ({
    skuId: item.skuId,
    orderedQuantity: item.ordered,
    cancelledQuantity: item.cancelled,
  }))
  return { status: 200, body: { status: order.status, orderItems } }
}

function refuseAny(order: PretendSubOrder): Reply | undefined {
  if (order.status === 'CANCELLED') return refusals.alreadyCancelled(order.id)
  if (order.invoiced || order.status === 'COMPLETED') return refusals.invoiced
  return undefined
}

function refuseLine(order: PretendSubOrder, line: LineRequest): Reply | undefined {
  const item = order.items.find((one) => one.skuId === line.skuId)
  if (!item) return refusals.unknownSku(line.skuId, order.id)
  const open = item.ordered - item.cancelled
  const cancellable = open - item.inPicklist
  if (line.cancelledQuantity <= cancellable) return undefined
  // Enough is open, but in a picklist: the OMS has another text for that than for a quantity that is too large.
  return line.cancelledQuantity <= open
    ? refusals.picklistOut
    : refusals.tooMany(line.cancelledQuantity, cancellable)
}

/** The OMS asks the marketplace last, once it agrees itself. */
function finish(order: PretendSubOrder, items: readonly OrderItem[]): Verdict {
  if (order.channelRefuses) return { reply: refusals.channelRefused, after: order }
  const status = items.every((item) => item.cancelled === item.ordered) ? 'CANCELLED' : order.status
  return { reply: done, after: { ...order, items, status } }
}

function first<T, R>(values: readonly T[], find: (value: T) => R | undefined): R | undefined {
  for (const value of values) {
    const found = find(value)
    if (found !== undefined) return found
  }
  return undefined
}
