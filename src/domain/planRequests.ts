import type { Breathe } from './breathe'
import type { CancellationRequest, LineItem } from './cancellation'
import type { SoundRow } from './checkRow'
import type { SubOrderId } from './identifiers'
import type { CheckedSheet } from './sheet'

// A breath costs a look at the clock; a row costs less than a microsecond.
const ROWS_BETWEEN_BREATHS = 1024

/**
 * Turns the rows that can be sent (undefined where one cannot) into calls: one a row for whole sub-orders, one a sub-order for
 * line items, in the order in which the sub-orders first stand in the file.
 */
export async function planRequests(
  rows: readonly (SoundRow | undefined)[],
  breathe: Breathe,
): Promise<Pick<CheckedSheet, 'requests' | 'requestOfRow'>> {
  const requests: CancellationRequest[] = []
  const requestOfRow = new Int32Array(rows.length).fill(-1)
  const lineItemPlan: LineItemPlan = { positions: new Map(), lineItems: [] }
  for (const [position, row] of rows.entries()) {
    const pause = position % ROWS_BETWEEN_BREATHS === 0 ? breathe() : undefined
    if (pause) await pause
    if (!row) continue
    const added = row.lineItem
      ? addLineItem(requests, lineItemPlan, row.subOrderId, row.lineItem)
      : requests.push({ kind: 'whole', subOrderId: row.subOrderId, row: row.row }) - 1
    requestOfRow[position] = added
  }
  return { requests, requestOfRow }
}

interface LineItemPlan {
  readonly positions: Map<SubOrderId, number>
  /** By position in the requests; the very lists the requests hold. */
  readonly lineItems: [LineItem, ...LineItem[]][]
}

function addLineItem(
  requests: CancellationRequest[],
  plan: LineItemPlan,
  subOrderId: SubOrderId,
  lineItem: LineItem,
): number {
  const known = plan.positions.get(subOrderId)
  if (known !== undefined) {
    plan.lineItems[known]?.push(lineItem)
    return known
  }
  const lineItems: [LineItem, ...LineItem[]] = [lineItem]
  plan.positions.set(subOrderId, plan.lineItems.push(lineItems) - 1)
  return requests.push({ kind: 'line-items', subOrderId, row: lineItem.row, lineItems }) - 1
}
