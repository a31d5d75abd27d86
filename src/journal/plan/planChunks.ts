import { REQUESTS_A_BLOCK } from '../../domain/run/requestList'
import type { PlanChunk } from '../tables/planChunk'
import type { Key } from '../tables/records'
import type { Tables } from '../tables/tables'

/** Rows, requests or issues of one chunk. */
export const CHUNK_LENGTH = REQUESTS_A_BLOCK

export const keyOfChunk = (id: string, part: PlanChunk['part'], number: number): Key => [id, part, number]

/** Reads so many chunks of a part; a missing one is left out. */
export function readChunks(
  tables: Tables,
  [id, part, number]: readonly [string, PlanChunk['part'], number],
  count: number,
): Promise<readonly PlanChunk[]> {
  const range = { lower: keyOfChunk(id, part, number), upper: keyOfChunk(id, part, number + count) }
  return tables.read(['plan'], (tx) => tx.getAll('plan', range))
}

/** Writes the chunks in one transaction. */
export function writeChunks(tables: Tables, chunks: readonly (readonly [Key, PlanChunk])[]): Promise<void> {
  return tables.write(['plan'], async (tx) => {
    for (const [key, chunk] of chunks) tx.put('plan', key, chunk)
  })
}
