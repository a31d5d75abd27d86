import type { SkuId, SubOrderId } from '../ids/identifiers'
import { lowerBound } from '../lists/lowerBound'
import type { CancellationRequest, LineItem } from './cancellation'

/** Several texts as one, with the places where each ends. */
interface PackedTexts {
  readonly text: string
  readonly ends: Uint32Array
}

/**
 * Requests of one kind, column by column. A worker hands them to the page at the price of copying bytes; a list of
 * objects would make the browser collect garbage on the page again and again.
 */
export interface PackedRequests {
  readonly kind: CancellationRequest['kind']
  readonly ids: PackedTexts
  /** For line items: where the lines of each request end among all lines. */
  readonly lineEnds: Uint32Array
  /** The row in the sheet: of each request, or of each line item. */
  readonly rows: Uint32Array
  readonly skuIds: PackedTexts
  readonly quantities: Float64Array
}

/** Packs texts, in their order. */
export function packTexts(texts: readonly string[]): PackedTexts {
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

/** The packed texts, in their order. */
export function unpackTexts(texts: PackedTexts): string[] {
  return Array.from(texts.ends, (_, index) => textAt(texts, index))
}

/** Packs requests of one kind. */
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

// Packed texts were checked before, so they keep their brands.
const idAt = ({ ids }: PackedRequests, index: number) => textAt(ids, index) as SubOrderId
const rowAt = ({ rows }: PackedRequests, index: number) => rows[index] ?? 0

function lineAt(packed: PackedRequests, index: number): LineItem {
  return {
    skuId: textAt(packed.skuIds, index) as SkuId,
    quantity: packed.quantities[index] ?? 0,
    row: rowAt(packed, index),
  }
}

/** Unpacks the request at an index of the block. */
export function unpackRequest(packed: PackedRequests, index: number): CancellationRequest {
  const subOrderId = idAt(packed, index)
  if (packed.kind === 'whole') return { kind: 'whole', subOrderId, row: rowAt(packed, index) }
  const from = index === 0 ? 0 : (packed.lineEnds[index - 1] ?? 0)
  const first = lineAt(packed, from)
  const rest: LineItem[] = []
  for (let at = from + 1; at < (packed.lineEnds[index] ?? 0); at += 1) rest.push(lineAt(packed, at))
  return { kind: 'line-items', subOrderId, row: first.row, lineItems: [first, ...rest] }
}

/**
 * Searches the text of all IDs at once.
 *
 * @param isMeant may pass an index over
 * @returns the index of the first request with this ID, or -1
 */
export function findPacked(
  { ids }: PackedRequests,
  subOrderId: string,
  isMeant: (index: number) => boolean,
): number {
  let from = ids.text.indexOf(subOrderId)
  while (from >= 0) {
    const start = from
    const index = lowerBound(ids.ends.length, (place) => (ids.ends[place] ?? 0) <= start)
    const isWhole = textAt(ids, index) === subOrderId && startAt(ids, index) === from
    if (isWhole && isMeant(index)) return index
    from = ids.text.indexOf(subOrderId, from + 1)
  }
  return -1
}
