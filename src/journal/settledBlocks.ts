import { CHUNK_LENGTH, keyOfChunk } from './plan/planChunks'
import { packState } from './tables/packState'
import type { Tables } from './tables/tables'

/**
 * Called for each request that a stint has settled. With the last request of a block, it writes the cancelled requests
 * of the block as one record: a run of 100,000 requests is then read from 100 records in place of 100,000 states. The
 * states stay, and a block may be missing.
 */
export async function closeBlock(tables: Tables, id: string, position: number): Promise<void> {
  const from = position + 1 - CHUNK_LENGTH
  // A journal in memory is not read by a later page.
  if (from % CHUNK_LENGTH !== 0 || !tables.isDurable) return
  await tables.write(['runs', 'plan', 'state'], async (tx) => {
    const [run, states] = await Promise.all([
      tx.get('runs', id),
      tx.getAll('state', { lower: [id, from], upper: [id, position + 1] }),
    ])
    // Another tab may have removed the run meanwhile.
    if (!run) return
    const settled = states.map(packState).filter((state) => typeof state === 'number')
    tx.put('plan', keyOfChunk(id, 'settled', from / CHUNK_LENGTH), { part: 'settled', states: settled })
  })
}
