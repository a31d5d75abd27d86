import { cut } from '../lists/cut'
import type { CancellationRequest } from './cancellation'
import { findPacked, type PackedRequests, packRequests, unpackRequest } from './packedRequests'

/** Requests in sending order. A plain array is one; a long list is packed, and unpacks its requests one by one. */
export interface RequestList extends Iterable<CancellationRequest> {
  readonly length: number
  /** From 0 up; as with any list, numbers below 0 count from the end. */
  at(position: number): CancellationRequest | undefined
  slice(from: number, to: number): readonly CancellationRequest[]
}

interface PackedRequestList extends RequestList {
  readonly blocks: readonly PackedRequests[]
}

const isPacked = (requests: RequestList): requests is PackedRequestList => 'blocks' in requests

/**
 * The request at a position; undefined outside of the list. -1 is outside, too: unlike `at`, this never gives the last
 * request to a caller that has no position.
 */
export function requestAt(requests: RequestList, position: number): CancellationRequest | undefined {
  return position < 0 ? undefined : requests.at(position)
}

/**
 * Every block has the same length, so that the block of a position needs no search. Databases on disk hold blocks of this
 * length: it cannot change.
 */
export const REQUESTS_A_BLOCK = 1000

/** Joins blocks of `REQUESTS_A_BLOCK` requests; the last block may have fewer, but is not empty. */
export function joinRequests(blocks: readonly PackedRequests[]): PackedRequestList {
  const last = blocks.at(-1)
  const length = last ? (blocks.length - 1) * REQUESTS_A_BLOCK + last.ids.ends.length : 0
  const unpackAt = (position: number): CancellationRequest =>
    unpackRequest(
      blocks[Math.floor(position / REQUESTS_A_BLOCK)] as PackedRequests,
      position % REQUESTS_A_BLOCK,
    )
  return {
    blocks,
    length,
    at: (position) => {
      const fromStart = position < 0 ? position + length : position
      return fromStart >= 0 && fromStart < length ? unpackAt(fromStart) : undefined
    },
    slice: (from, to) =>
      Array.from({ length: Math.min(to, length) - from }, (_, index) => unpackAt(from + index)),
    *[Symbol.iterator]() {
      for (let position = 0; position < length; position += 1) yield unpackAt(position)
    },
  }
}

/** The blocks of a list. A plain list is packed, block by block. */
export function* packedBlocks(requests: RequestList): Generator<PackedRequests> {
  if (isPacked(requests)) yield* requests.blocks
  else for (const [, block] of cut(requests, REQUESTS_A_BLOCK)) yield packRequests(block)
}

/**
 * The first request with this ID, the request at `except` passed over. A packed list is searched as text, without
 * unpacking: the search of 1,000,000 requests runs for each letter that the user types.
 */
export function findRequest(
  requests: RequestList,
  subOrderId: string,
  except: number,
): CancellationRequest | undefined {
  if (!isPacked(requests)) {
    return [...requests].find((request, at) => at !== except && request.subOrderId === subOrderId)
  }
  for (const [number, block] of requests.blocks.entries()) {
    const index = findPacked(block, subOrderId, (at) => number * REQUESTS_A_BLOCK + at !== except)
    if (index >= 0) return unpackRequest(block, index)
  }
  return undefined
}

/** How many line items all requests have together; 0 for whole sub-orders. Does not walk through a packed list. */
export function countLines(requests: RequestList): number {
  // A list holds requests of one kind.
  if (requests.at(0)?.kind !== 'line-items') return 0
  if (isPacked(requests)) return requests.blocks.reduce((sum, { rows }) => sum + rows.length, 0)
  let count = 0
  for (const request of requests) count += request.kind === 'line-items' ? request.lineItems.length : 0
  return count
}
