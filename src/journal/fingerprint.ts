import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { CancellationRequest } from '../domain/run/cancellation'

/** 128 bits: no two of any number of requests that a browser will ever see share a print. */
const PRINT_LENGTH = 32

// The browser's own digest is missing over plain HTTP, and asynchronous: no transaction may wait for it.
const digest = (text: string) => bytesToHex(sha256(utf8ToBytes(text))).slice(0, PRINT_LENGTH)

/** Increff's as they stand, so that what was kept before is found; others in quotes, as a blank within one could end it. */
const writeId = (id: string) => (/^[\w.-]+$/.test(id) ? id : JSON.stringify(id))

/** What the ledger knows a sub-order's whole cancellation by. */
function printWhole(subOrderId: string): string {
  return digest(`whole ${writeId(subOrderId)}`)
}

/**
 * What the ledger knows a request by: its kind, sub-order, and line items with quantities in any order. Hashed, so that the
 * ledger, which outlives the runs, holds no IDs.
 */
function printRequest(request: CancellationRequest): string {
  if (request.kind === 'whole') return printWhole(request.subOrderId)
  const lines = request.lineItems.map(({ skuId, quantity }) => JSON.stringify([skuId, quantity])).sort()
  return digest(`lines ${writeId(request.subOrderId)} ${lines.join(' ')}`)
}

/**
 * What stands against a request in the ledger: its own print first, then that of the whole sub-order, which leaves no line
 * items to cancel.
 */
export function printsOf(request: CancellationRequest): readonly [string, ...string[]] {
  const own = printRequest(request)
  return request.kind === 'whole' ? [own] : [own, printWhole(request.subOrderId)]
}

/** The name of one user's database: another user sees neither its content nor whose it is. */
export function nameDatabase(user: { readonly tenant: string; readonly id: string }): string {
  return `sub-order-cancellation-${digest(`user ${JSON.stringify([user.tenant, user.id])}`)}`
}
