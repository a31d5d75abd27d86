import type { LogEntry } from '../domain/record/journal'
import type { Tables } from './tables'

/** Lines of the log that were written, and perhaps not told before their page went away. */
export function readUntold(
  tables: Tables,
): Promise<readonly { readonly id: string; readonly entries: readonly LogEntry[] }[]> {
  return tables.read(['runs', 'log'], async (tx) => {
    const records = await tx.getAll('runs')
    const untold = records.filter(({ told, written }) => told < written)
    return Promise.all(
      untold.map(async ({ id, told, written }) => ({
        id,
        entries: await tx.getAll('log', { lower: [id, told + 1], upper: [id, written + 1] }),
      })),
    )
  })
}
