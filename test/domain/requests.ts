import type { CancellationRequest } from '../../src/domain/run/cancellation'
import type { SkuId, SubOrderId } from '../../src/domain/ids/identifiers'
import type { Outcome } from '../../src/domain/run/outcome'

export function createWhole(id: string, row = 2): CancellationRequest {
  return { kind: 'whole', subOrderId: id as SubOrderId, row }
}

/** A number of whole sub-orders: `so-1` in row 2, `so-2` in row 3 … */
export function createWholes(count: number): CancellationRequest[] {
  return Array.from({ length: count }, (_, index) => createWhole(`so-${index + 1}`, index + 2))
}

/** `createLines('1', ['A', 2])`: two of SKU A. */
export function createLines(id: string, ...lines: [string, number][]): CancellationRequest {
  const [first, ...rest] = lines.map(([skuId, quantity], index) => ({
    skuId: skuId as SkuId,
    quantity,
    row: index + 2,
  }))
  if (!first) throw new Error('a line-item request has line items')
  return { kind: 'line-items', subOrderId: id as SubOrderId, row: first.row, lineItems: [first, ...rest] }
}

export const refused: Outcome = {
  status: 'failed',
  failure: { code: 'BAD_DATA', message: 'Sub order is invoiced', httpStatus: 400 },
}

export const unanswered: Outcome = { status: 'unknown', reason: { why: 'no-answer' } }
