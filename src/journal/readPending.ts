import type { Tables } from './tables/tables'
import type { LogEntry } from '../domain/record/logEntry'

/** Reads the log entries that were written, and perhaps not sent before their page went away. */
export function readPending(
  tables: Tables,
): Promise<readonly { readonly id: string; readonly entries: readonly LogEntry[] }[]> {
  return tables.read(['runs', 'log'], async (tx) => {
    const records = await tx.getAll('runs')
    const pending = records.filter(({ told, written }) => told < written)
    return Promise.all(
      pending.map(async ({ id, told, written }) => ({
        id,
        entries: await tx.getAll('log', { lower: [id, told + 1], upper: [id, written + 1] }),
      })),
    )
  })
}
