import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { CancellationRequest } from '../domain/run/cancellation'

/** 128 bits: no two requests that a browser will ever see share a print. */
const PRINT_LENGTH = 32

// The browser's own digest is missing over plain HTTP, and is asynchronous: no transaction may wait for it.
const digest = (text: string) => bytesToHex(sha256(utf8ToBytes(text))).slice(0, PRINT_LENGTH)

/**
 * Increff's IDs stand as they are, so that older entries are found. Other IDs stand in quotes, since they may hold a
 * blank.
 */
const writeId = (id: string) => (/^[\w.-]+$/.test(id) ? id : JSON.stringify(id))

/** The ledger's key for the cancellation of a whole sub-order. */
function printWhole(subOrderId: string): string {
  return digest(`whole ${writeId(subOrderId)}`)
}

/**
 * The ledger's key for a request: a hash of its kind, its sub-order, and its line items with quantities in any order.
 * The ledger outlives the runs, and holds no IDs.
 */
function printRequest(request: CancellationRequest): string {
  if (request.kind === 'whole') return printWhole(request.subOrderId)
  const lines = request.lineItems.map(({ skuId, quantity }) => JSON.stringify([skuId, quantity])).sort()
  return digest(`lines ${writeId(request.subOrderId)} ${lines.join(' ')}`)
}

/**
 * The prints whose entries make a run skip a request: its own print first, then the print of the whole sub-order,
 * whose cancellation leaves no line items to cancel.
 */
export function printsOf(request: CancellationRequest): readonly [string, ...string[]] {
  const own = printRequest(request)
  return request.kind === 'whole' ? [own] : [own, printWhole(request.subOrderId)]
}

/** The name of one user's database. It does not tell another user whose database it is. */
export function nameDatabase(user: { readonly tenant: string; readonly id: string }): string {
  return `sub-order-cancellation-${digest(`user ${JSON.stringify([user.tenant, user.id])}`)}`
}
