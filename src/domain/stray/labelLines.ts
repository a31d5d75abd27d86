import type { CancellationRequest } from '../run/cancellation'
import { createIdMakes } from '../makes/idMake'
import { isLabel } from '../ids/labelWords'
import type { Sheet } from '../sheet/sheet'
import type { StrayRows } from './strayFinder'
import type { IssueHint } from '../sheet/issue'

/** No list has more labels below it. */
const MOST_LABELS = 30
/** A value is compared with so many IDs above. */
const MOST_COMPARED = 1000

/** Finds the last line items whose SKU ID is a label, and whose ID is unlike the IDs above: `BLR2,Page,1`. */
export function findLabelLines(
  { rows }: Sheet,
  requests: readonly CancellationRequest[],
  requestOfRow: Int32Array,
): StrayRows {
  let first = requests.length
  while (first > 0 && requests.length - first < MOST_LABELS && isLabelLine(requests[first - 1])) first -= 1
  const makes = createIdMakes()
  const found = new Map<number, IssueHint>()
  if (first === requests.length) return found
  for (const { subOrderId } of requests.slice(Math.max(0, first - MOST_COMPARED), first))
    makes.add(subOrderId)
  for (let place = requests.length - 1; place >= first && makes.count > 0; place -= 1) {
    const position = requestOfRow.lastIndexOf(place)
    if (rows.at(position)?.original || makes.hasShapeOf(requests[place]?.subOrderId ?? '')) break
    found.set(position, 'label')
  }
  return found
}

function isLabelLine(request: CancellationRequest | undefined): boolean {
  if (request?.kind !== 'line-items' || request.lineItems.length > 1) return false
  const { skuId } = request.lineItems[0]
  return !/\d/.test(skuId) && isLabel(skuId)
}
