import { withTimeout } from '../domain/time/withTimeout'
import type { OpenedJournal } from '../domain/record/journal'
import { createJournal } from './createJournal'
import { nameDatabase } from './fingerprint'
import { openIdbTables } from './tables/idbTables'
import { createMemoryTables } from './tables/memoryTables'

function isNewer(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'VersionError'
}

/** Chromium may never answer `open`, after a crash of its storage process for instance. */
const LONGEST_OPENING_MS = 10_000

const rejectUnopened = () => Promise.reject(new Error('IndexedDB did not open'))

/**
 * Opens the journal of one user: in the browser where that is possible, else in memory. Never rejects.
 *
 * @param wallNow milliseconds since 1970
 * @param page names this page among those that share the journal
 */
export async function openJournal(
  user: { readonly tenant: string; readonly id: string },
  wallNow: () => number,
  page: string,
): Promise<OpenedJournal> {
  try {
    const tables = await withTimeout(openIdbTables(nameDatabase(user)), LONGEST_OPENING_MS, rejectUnopened)
    return { journal: createJournal({ tables, wallNow, page }), keeping: 'kept' }
  } catch (error) {
    const journal = createJournal({ tables: createMemoryTables(), wallNow, page })
    return { journal, keeping: isNewer(error) ? 'newer' : 'memory' }
  }
}
