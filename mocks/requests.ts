import type { LineRequest } from './subOrders'

/** Where the pretend OMS stands, on a page of its own and on a server of its own. */
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

/** Which command a call is; undefined: the OMS has no such path. */
export function readCommand(request: PretendRequest): Command | undefined {
  const [root, encodedId, action, ...rest] = request.path.split('/')
  const id = encodedId && decode(encodedId)
  if (root !== 'orders' || !id || rest.length > 0) return undefined
  if (request.method === 'GET' && action === undefined) return { kind: 'read', id }
  if (request.method !== 'PUT') return undefined
  return action === 'cancel' || action === 'cancel-line-items' ? { kind: action, id } : undefined
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
