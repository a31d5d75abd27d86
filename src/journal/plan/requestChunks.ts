import type { RequestChunk } from '../tables/planChunk'
import type { CancellationRequest, LineItem } from '../../domain/run/cancellation'
import type { SkuId, SubOrderId } from '../../domain/ids/identifiers'

export function writeRequests(requests: readonly CancellationRequest[]): RequestChunk {
  const ids = requests.map(({ subOrderId }) => subOrderId)
  if (requests[0]?.kind !== 'line-items') {
    return { part: 'wholes', ids, rows: requests.map(({ row }) => row) }
  }
  const lists = requests.map((request) => (request.kind === 'line-items' ? request.lineItems : []))
  const lines = lists.flat()
  return {
    part: 'lines',
    ids,
    counts: lists.map((list) => list.length),
    skuIds: lines.map(({ skuId }) => skuId),
    quantities: lines.map(({ quantity }) => quantity),
    rows: lines.map(({ row }) => row),
  }
}

// Packed texts were read and checked before: they are the IDs that they claim to be.
const asSubOrderId = (text: string | undefined) => (text ?? '') as SubOrderId
const asSkuId = (text: string | undefined) => (text ?? '') as SkuId

function unpackLines(packed: RequestChunk & { part: 'lines' }): CancellationRequest[] {
  let at = 0
  return packed.ids.map((id, index) => {
    const lineItems = Array.from({ length: packed.counts[index] ?? 0 }, (): LineItem => {
      const line = {
        skuId: asSkuId(packed.skuIds[at]),
        quantity: packed.quantities[at] ?? 0,
        row: packed.rows[at] ?? 0,
      }
      at += 1
      return line
    })
    const [first, ...rest] = lineItems
    if (!first) throw new Error(`a line-item request without lines was packed at ${index}`)
    return { kind: 'line-items', subOrderId: asSubOrderId(id), row: first.row, lineItems: [first, ...rest] }
  })
}

/** Unpacks the requests of one chunk. */
export function readRequestChunk(packed: RequestChunk): readonly CancellationRequest[] {
  if (packed.part === 'lines') return unpackLines(packed)
  return packed.ids.map((id, index) => ({
    kind: 'whole',
    subOrderId: asSubOrderId(id),
    row: packed.rows[index] ?? 0,
  }))
}
