import type { LedgerRecord } from './records'
import { rangeOf, type Tables } from './tables'

const DAY_MS = 24 * 60 * 60 * 1000

/** A run that nobody has touched for so long: its results have been dealt with, or never will be. */
const KEEP_RUN_MS = 7 * DAY_MS

/** A sub-order is delivered, returned and paid within a month: then a second cancellation means nothing. */
const KEEP_LEDGER_MS = 30 * DAY_MS

const ENTRIES_AT_ONCE = 2000

/** Deletes what has been kept long enough. @param wallNow milliseconds since 1970 */
export async function forgetOld(tables: Tables, wallNow: number): Promise<void> {
  const records = await tables.read(['runs'], (tx) => tx.getAll('runs'))
  const old = records.filter(({ lastEventAt }) => wallNow - lastEventAt >= KEEP_RUN_MS)
  if (old.length > 0) {
    await tables.write(['runs', 'plan', 'state', 'log'], async (tx) => {
      for (const { id } of old) {
        tx.delete('runs', id)
        for (const store of ['plan', 'state', 'log'] as const) tx.delete(store, rangeOf(id))
      }
    })
  }
  let lower: string | undefined = ''
  while (lower !== undefined) lower = await forgetEntries(tables, lower, wallNow)
}

function isOldEntry(entry: LedgerRecord | undefined, wallNow: number): boolean {
  return entry !== undefined && wallNow - entry.at >= KEEP_LEDGER_MS
}

/** @returns the key to go on from; undefined at the end */
async function forgetEntries(tables: Tables, lower: string, wallNow: number): Promise<string | undefined> {
  const range = { lower, upper: '\uffff' }
  const [keys, entries] = await tables.read(['ledger'], (tx) =>
    Promise.all([
      tx.getAllKeys('ledger', range, ENTRIES_AT_ONCE),
      tx.getAll('ledger', range, ENTRIES_AT_ONCE),
    ]),
  )
  const old = keys.filter((_, index) => isOldEntry(entries[index], wallNow))
  if (old.length > 0) {
    await tables.write(['ledger'], async (tx) => {
      const now = await Promise.all(old.map((key) => tx.get('ledger', key)))
      for (const [index, key] of old.entries()) {
        // Another tab may have sent it anew since it was read.
        if (isOldEntry(now[index], wallNow)) tx.delete('ledger', key)
      }
    })
  }
  const last = keys.at(-1)
  return keys.length < ENTRIES_AT_ONCE || typeof last !== 'string' ? undefined : `${last}\u0000`
}
