import type { Settings } from '../src/host/contract'
import type { LineRequest } from './subOrders'

/** The base path of the pretend OMS, in the page and on a server of its own. */
export const BASE_PATH = '/api/oms/'

/** A call as it arrives, the base path taken off: `orders/1253231242/cancel`. */
export interface PretendRequest {
  readonly method: string
  readonly path: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export type Command =
  | { readonly kind: 'cancel'; readonly id: string }
  | { readonly kind: 'cancel-line-items'; readonly id: string }
  | { readonly kind: 'read'; readonly id: string }

/** Which command a call is; undefined: the OMS has no such path. @param paths default: those of the contract */
export function readCommand(
  { method, path }: PretendRequest,
  paths: Settings['paths'] = {},
): Command | undefined {
  const {
    cancelSubOrder = 'orders/{subOrderId}/cancel',
    cancelLineItems = 'orders/{subOrderId}/cancel-line-items',
    readSubOrder = 'orders/{subOrderId}',
  } = paths
  const routes = [
    { kind: 'cancel', method: 'PUT', template: cancelSubOrder },
    { kind: 'cancel-line-items', method: 'PUT', template: cancelLineItems },
    { kind: 'read', method: 'GET', template: readSubOrder },
  ] as const
  for (const route of routes) {
    const id = route.method === method ? readId(route.template, path) : undefined
    if (id) return { kind: route.kind, id }
  }
  return undefined
}

/** The ID that a path of this template names. */
function readId(template: string, path: string): string | undefined {
  const parts = template.split('{subOrderId}').map((part) => part.replaceAll(/[^\w/]/g, '\\$&'))
  const encoded = new RegExp(`^${parts.join('([^/]+)')}$`).exec(path)?.[1]
  return encoded && decode(encoded)
}

/** Undefined where the escapes are broken. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** The body as JSON; text that is no JSON stays text, so that a test sees it in the log. */
export function readJson(body: string): unknown {
  if (body === '') return undefined
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

/** The lines of a line-item call, or what is wrong with the body, worded as the OMS does. */
export function readLines(body: unknown): readonly LineRequest[] | { readonly problem: string } {
  const items = isRecord(body) ? body['orderItems'] : undefined
  if (!Array.isArray(items) || items.length === 0) return { problem: '[orderItems: may not be empty]' }
  const lines = items.map(readLine)
  const problem = lines.find((line) => typeof line === 'string')
  if (problem !== undefined) return { problem }
  const known = lines.filter((line) => typeof line !== 'string')
  if (new Set(known.map((line) => line.skuId)).size < known.length) {
    return { problem: '[orderItems: skuId must be unique]' }
  }
  return known
}

function readLine(item: unknown): LineRequest | string {
  const { skuId, cancelledQuantity } = isRecord(item) ? item : {}
  if (typeof skuId !== 'string' || skuId === '') return '[skuId: may not be null]'
  if (
    typeof cancelledQuantity !== 'number' ||
    !Number.isInteger(cancelledQuantity) ||
    cancelledQuantity < 1
  ) {
    return '[cancelledQuantity: must be greater than 0]'
  }
  return { skuId, cancelledQuantity }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
