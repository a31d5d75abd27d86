import 'fake-indexeddb/auto'
import { describe } from '@jest/globals'
import { openIdbTables } from '../../src/journal/tables/idbTables'
import { createMemoryTables } from '../../src/journal/tables/memoryTables'
import type { Tables } from '../../src/journal/tables/tables'

let databases = 0

/** Opens tables that nobody has written to yet. */
export type OpenTables = () => Promise<Tables>

const kinds: readonly (readonly [string, OpenTables])[] = [
  ['in memory', async () => createMemoryTables()],
  [
    'in IndexedDB',
    () => {
      databases += 1
      return openIdbTables(`journal-${databases}`)
    },
  ],
]

/** The same promises for both places that a journal can live in. */
export function describeTables(promises: (open: OpenTables) => void): void {
  describe.each(kinds)('%s', (_, open) => {
    promises(open)
  })
}

/** Tables that fail while `trouble.isOn`, as a full disk does: nothing is written. */
export function createFailing(tables: Tables): {
  readonly tables: Tables
  readonly trouble: { isOn: boolean }
} {
  const trouble = { isOn: false }
  const full = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'))
  return {
    trouble,
    tables: {
      isDurable: tables.isDurable,
      read: (stores, work) => tables.read(stores, work),
      write: (stores, work) => (trouble.isOn ? full() : tables.write(stores, work)),
    },
  }
}
