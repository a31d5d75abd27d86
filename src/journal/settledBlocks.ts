import { CHUNK_LENGTH, keyOfChunk } from './plan/planChunks'
import { packState } from './tables/packState'
import type { Tables } from './tables/tables'

/**
 * A stint that settles fewer requests of a block writes no block: for a few requests that are sent again, reading all
 * states of their blocks would cost too much.
 */
const LEAST_SETTLED = CHUNK_LENGTH / 2

/** Writes the cancelled requests of a block as one record; none where the run is gone. */
function writeSettled(tables: Tables, id: string, block: number): Promise<void> {
  const from = block * CHUNK_LENGTH
  return tables.write(['runs', 'plan', 'state'], async (tx) => {
    const [run, states] = await Promise.all([
      tx.get('runs', id),
      tx.getAll('state', { lower: [id, from], upper: [id, from + CHUNK_LENGTH] }),
    ])
    if (!run) return
    const settled = states.map(packState).filter((state) => typeof state === 'number')
    tx.put('plan', keyOfChunk(id, 'settled', block), { part: 'settled', states: settled })
  })
}

/**
 * Notes each request that a stint settles, and writes a block once the stint has left it: a run of 100,000 requests is
 * then read from 100 blocks in place of 100,000 states. The states stay, and a block may be missing.
 */
export function createBlockWriter(tables: Tables, id: string): (position: number) => void {
  let block = -1
  let count = 0
  return (position) => {
    const own = Math.floor(position / CHUNK_LENGTH)
    if (own !== block) {
      // A journal in memory is not read by a later page.
      const isWorthIt = tables.isDurable && count >= LEAST_SETTLED
      // The next step does not wait: without the block, its states are read.
      if (isWorthIt) void writeSettled(tables, id, block).catch(() => undefined)
      block = own
      count = 0
    }
    count += 1
  }
}
