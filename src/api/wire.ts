import type { CancellationRequest } from '../domain/run/cancellation'
import { namesOtherPath } from '../domain/ids/namesOtherPath'
import type { ApiRequest } from '../host/contract'

/** Path templates with `{subOrderId}`. */
export interface CancelPaths {
  readonly cancelSubOrder: string
  readonly cancelLineItems: string
}

/**
 * @throws Error where the template names no sub-order, since a host may have changed it after the check; and for an ID
 *   that would lead to another address: no sheet is read with such an ID
 */
export function fillPath(template: string, subOrderId: string): string {
  if (!template.includes('{subOrderId}')) throw new Error(`the path ${template} lacks {subOrderId}`)
  if (namesOtherPath(subOrderId)) throw new Error('a sub-order whose ID is dots alone has no path')
  return template.replaceAll('{subOrderId}', encodeURIComponent(subOrderId))
}

/** Writes the call for one request. @throws Error for a line-item request without lines: it must never go out */
export function writeCancelCall(
  request: CancellationRequest,
  idempotencyKey: string,
  paths: CancelPaths,
): ApiRequest {
  const call = { method: 'PUT', headers: { 'Idempotency-Key': idempotencyKey }, retry: 'never' } as const
  if (request.kind === 'whole') {
    return { ...call, path: fillPath(paths.cancelSubOrder, request.subOrderId), body: {} }
  }
  if (request.lineItems.length === 0) {
    throw new Error(`line-item request for sub-order in row ${request.row} has no line items`)
  }
  const orderItems = request.lineItems.map(({ skuId, quantity }) => ({ skuId, cancelledQuantity: quantity }))
  return { ...call, path: fillPath(paths.cancelLineItems, request.subOrderId), body: { orderItems } }
}
