import { cut } from '../../domain/lists/cut'
import type { EarlierRun } from '../../domain/run/earlierRun'
import { writeChunks } from './planChunks'
import { CHUNK_LENGTH, keyOfChunk } from './planChunks'
import type { PlanChunk } from '../tables/planChunk'
import { rangeOf, type Tables } from '../tables/tables'

/** Writes the requests that a person includes, in chunks: one tick may stand for 100,000 of them. */
export async function keepIncluded(
  tables: Tables,
  id: string,
  included: ReadonlyMap<number, EarlierRun>,
): Promise<void> {
  // The old list goes first, and at once: a page that goes away meanwhile includes too little, never too much.
  await tables.write(['plan'], async (tx) => {
    const none: PlanChunk = { part: 'included', positions: [], earlier: [] }
    for (const key of await tx.getAllKeys('plan', rangeOf(id, 'included'))) tx.put('plan', key, none)
  })
  for (const [number, entries] of cut([...included], CHUNK_LENGTH)) {
    const positions = entries.map(([position]) => position)
    const earlier = entries.map(([, run]) => run)
    await writeChunks(tables, [
      [keyOfChunk(id, 'included', number), { part: 'included', positions, earlier }],
    ])
  }
}
