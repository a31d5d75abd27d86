import type { CancellationRequest, LineItem } from './cancellation'
import type { SkuId, SubOrderId } from '../ids/identifiers'
import { lowerBound } from '../lists/lowerBound'

/** Requests in the order of sending. A plain list is one; a long one is kept packed and unpacked one by one. */
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

/** @param position -1 too, where there is none. @returns undefined outside of the list: what is sent must be meant */
export function requestAt(requests: RequestList, position: number): CancellationRequest | undefined {
  return position < 0 ? undefined : requests.at(position)
}

/** Texts as one, with the places where each ends. */
interface PackedTexts {
  readonly text: string
  readonly ends: Uint32Array
}

/**
 * Some requests of one kind, column by column: where a list of objects makes the page's memory be tidied up again and again
 * while it comes from a worker, this comes at the cost of a copy of bytes.
 */
export interface PackedRequests {
  readonly kind: CancellationRequest['kind']
  readonly ids: PackedTexts
  /** Of line items: where those of each request end among all of them. */
  readonly lineEnds: Uint32Array
  /** Of each request, or of each line item: its row of the sheet. */
  readonly rows: Uint32Array
  readonly skuIds: PackedTexts
  readonly quantities: Float64Array
}

function packTexts(texts: readonly string[]): PackedTexts {
  const ends = new Uint32Array(texts.length)
  let end = 0
  for (const [index, text] of texts.entries()) {
    end += text.length
    ends[index] = end
  }
  return { text: texts.join(''), ends }
}

const startAt = ({ ends }: PackedTexts, index: number) => (index === 0 ? 0 : (ends[index - 1] ?? 0))

const textAt = (texts: PackedTexts, index: number) =>
  texts.text.slice(startAt(texts, index), texts.ends[index])

export function packRequests(requests: readonly CancellationRequest[]): PackedRequests {
  const kind = requests[0]?.kind ?? 'whole'
  const lists = requests.map((request) => (request.kind === 'line-items' ? request.lineItems : []))
  const lines = lists.flat()
  let end = 0
  return {
    kind,
    ids: packTexts(requests.map(({ subOrderId }) => subOrderId)),
    lineEnds: Uint32Array.from(lists, ({ length }) => (end += length)),
    rows: Uint32Array.from((kind === 'whole' ? requests : lines).map(({ row }) => row)),
    skuIds: packTexts(lines.map(({ skuId }) => skuId)),
    quantities: Float64Array.from(lines, ({ quantity }) => quantity),
  }
}

// What is packed was checked before: the brands are its own.
const idAt = ({ ids }: PackedRequests, index: number) => textAt(ids, index) as SubOrderId
const rowAt = ({ rows }: PackedRequests, index: number) => rows[index] ?? 0

function lineAt(packed: PackedRequests, index: number): LineItem {
  return {
    skuId: textAt(packed.skuIds, index) as SkuId,
    quantity: packed.quantities[index] ?? 0,
    row: rowAt(packed, index),
  }
}

/** @param index of the request among the packed ones */
function unpackRequest(packed: PackedRequests, index: number): CancellationRequest {
  const subOrderId = idAt(packed, index)
  if (packed.kind === 'whole') return { kind: 'whole', subOrderId, row: rowAt(packed, index) }
  const from = index === 0 ? 0 : (packed.lineEnds[index - 1] ?? 0)
  const first = lineAt(packed, from)
  const rest: LineItem[] = []
  for (let at = from + 1; at < (packed.lineEnds[index] ?? 0); at += 1) rest.push(lineAt(packed, at))
  return { kind: 'line-items', subOrderId, row: first.row, lineItems: [first, ...rest] }
}

/** Looks for the ID in all of them at once. @returns the first one's index, or -1 */
function findPacked(
  { ids }: PackedRequests,
  subOrderId: string,
  isMeant: (index: number) => boolean,
): number {
  let from = ids.text.indexOf(subOrderId)
  while (from >= 0) {
    const index = countUpTo(ids.ends, from)
    const isWhole = textAt(ids, index) === subOrderId && startAt(ids, index) === from
    if (isWhole && isMeant(index)) return index
    from = ids.text.indexOf(subOrderId, from + 1)
  }
  return -1
}

/** How many of the ascending numbers are not greater than one. */
function countUpTo(numbers: Uint32Array, most: number): number {
  return lowerBound(numbers.length, (index) => (numbers[index] ?? 0) <= most)
}

/** Requests at a time, so that the one with a number is found without a search. */
export const REQUESTS_A_BLOCK = 1000

/** @param blocks all of `REQUESTS_A_BLOCK` requests, but for the last, which has at least one */
export function joinRequests(blocks: readonly PackedRequests[]): PackedRequestList {
  const last = blocks.at(-1)
  const length = last ? (blocks.length - 1) * REQUESTS_A_BLOCK + last.ids.ends.length : 0
  const read = (position: number) => {
    const packed = blocks[Math.floor(position / REQUESTS_A_BLOCK)]
    return packed && unpackRequest(packed, position % REQUESTS_A_BLOCK)
  }
  return {
    blocks,
    length,
    at: (position) => {
      const fromStart = position < 0 ? position + length : position
      return fromStart >= 0 && fromStart < length ? read(fromStart) : undefined
    },
    slice: (from, to) => {
      const some: CancellationRequest[] = []
      for (let position = from; position < Math.min(to, length); position += 1) {
        const request = read(position)
        if (request) some.push(request)
      }
      return some
    },
    *[Symbol.iterator]() {
      for (const packed of blocks) {
        for (let index = 0; index < packed.ids.ends.length; index += 1) yield unpackRequest(packed, index)
      }
    },
  }
}

/**
 * The first request with this ID, but for the one at `except`. Of 1,000,000 packed ones a look through some texts: it is asked
 * for each letter that is typed.
 */
export function findRequest(
  requests: RequestList,
  subOrderId: string,
  except: number,
): CancellationRequest | undefined {
  if (!isPacked(requests)) {
    let position = 0
    for (const request of requests) {
      if (position !== except && request.subOrderId === subOrderId) return request
      position += 1
    }
    return undefined
  }
  for (const [number, packed] of requests.blocks.entries()) {
    const index = findPacked(packed, subOrderId, (at) => number * REQUESTS_A_BLOCK + at !== except)
    if (index >= 0) return unpackRequest(packed, index)
  }
  return undefined
}

/** All line items of all requests; 0 for whole sub-orders. A packed list is not walked through. */
export function countLines(requests: RequestList): number {
  // A list holds requests of one kind.
  if (requests.at(0)?.kind !== 'line-items') return 0
  if (isPacked(requests)) return requests.blocks.reduce((sum, { rows }) => sum + rows.length, 0)
  let count = 0
  for (const request of requests) count += request.kind === 'line-items' ? request.lineItems.length : 0
  return count
}
