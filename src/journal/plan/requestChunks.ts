import { type PackedRequests, packTexts, unpackTexts } from '../../domain/run/packedRequests'
import type { PlanChunk, RequestChunk } from '../tables/planChunk'

/** Writes a block of packed requests in the form of the disk: lists of texts, which every version can read. */
export function writeRequests({
  kind,
  ids,
  lineEnds,
  rows,
  skuIds,
  quantities,
}: PackedRequests): RequestChunk {
  const shared = { ids: unpackTexts(ids), rows: [...rows] }
  if (kind === 'whole') return { part: 'wholes', ...shared }
  const counts = Array.from(lineEnds, (end, index) => end - (lineEnds[index - 1] ?? 0))
  return { part: 'lines', ...shared, counts, skuIds: unpackTexts(skuIds), quantities: [...quantities] }
}

const NO_LINES = { counts: [], skuIds: [], quantities: [] }

/** A line that stands under another request would be cancelled under its ID. @throws Error where lines do not add up */
function checkLines({ ids, counts, skuIds, quantities, rows }: RequestChunk & { part: 'lines' }): void {
  const lines = counts.reduce((sum, count) => sum + count, 0)
  const isSound =
    counts.length === ids.length &&
    counts.every((count) => count > 0) &&
    [skuIds, quantities, rows].every(({ length }) => length === lines)
  if (!isSound) throw new Error('The lines of a chunk of requests do not add up.')
}

/** @returns the requests of one chunk as a packed block; none where the chunk holds something else */
export function readRequests(chunk: PlanChunk): readonly PackedRequests[] {
  if (chunk.part !== 'wholes' && chunk.part !== 'lines') return []
  if (chunk.part === 'lines') checkLines(chunk)
  const { counts, skuIds, quantities } = chunk.part === 'lines' ? chunk : NO_LINES
  let end = 0
  const packed: PackedRequests = {
    kind: chunk.part === 'lines' ? 'line-items' : 'whole',
    ids: packTexts(chunk.ids),
    lineEnds: Uint32Array.from(counts, (count) => (end += count)),
    rows: Uint32Array.from(chunk.rows),
    skuIds: packTexts(skuIds),
    quantities: Float64Array.from(quantities),
  }
  return [packed]
}
