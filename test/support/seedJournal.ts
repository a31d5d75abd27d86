import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { nameDatabase } from '../../src/journal/fingerprint'

/** A database as the first schema has left it: each store's keys with their values. */
interface OldJournal {
  readonly version: number
  readonly stores: Readonly<Record<string, readonly (readonly [IDBValidKey, unknown])[]>>
}

/** Whom the stand signs in. */
const USER = { tenant: 'acme-retail', id: 'priya.nair' }

/**
 * Puts a journal of `test/fixtures/journals` in place of the user's own. The page must be held before the plugin is loaded:
 * then nothing has it open.
 */
export async function seedJournal(page: Page, fixture: string): Promise<void> {
  const text = await readFile(join(import.meta.dirname, '../fixtures/journals', `${fixture}.json`), 'utf8')
  await page.evaluate(
    async ({ name, old }) => {
      const { version, stores } = JSON.parse(old) as OldJournal
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name)
        request.onsuccess = resolve
        request.onerror = () => reject(request.error)
        request.onblocked = () => reject(new Error('The journal is open'))
      })
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name, version)
        request.onupgradeneeded = () => {
          for (const [store, entries] of Object.entries(stores)) {
            const created = request.result.createObjectStore(store)
            for (const [key, value] of entries) created.put(value, key)
          }
        }
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      db.close()
    },
    { name: nameDatabase(USER), old: text },
  )
}
