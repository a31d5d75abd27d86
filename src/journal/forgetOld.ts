import { countDay } from './countDays'
import type { LedgerRecord, RunRecord } from './tables/records'
import { rangeOf, type Tables } from './tables/tables'

/** Days of use after which a run is deleted: by then its results have no more use. */
const KEEP_RUN_DAYS = 7

/**
 * Days of use after which an entry of the ledger is deleted. A sub-order is delivered, returned and paid within a
 * month.
 */
const KEEP_LEDGER_DAYS = 30

const ENTRIES_AT_ONCE = 2000

/** Whether a run waits for a person, however long: it is running or paused, or some request is unknown. */
function isOldRun({ phase, tally, day = 0 }: RunRecord, today: number): boolean {
  return phase === 'finished' && tally.unknown === 0 && today - day >= KEEP_RUN_DAYS
}

/** Deletes runs and ledger entries that are old enough. @param wallNow milliseconds since 1970 */
export async function forgetOld(tables: Tables, wallNow: number): Promise<void> {
  const today = await tables.write(['days'], (tx) => countDay(tx, wallNow))
  await tables.write(['runs', 'plan', 'state', 'log'], async (tx) => {
    for (const record of await tx.getAll('runs')) {
      if (!isOldRun(record, today)) continue
      tx.delete('runs', record.id)
      for (const store of ['plan', 'state', 'log'] as const) tx.delete(store, rangeOf(record.id))
    }
  })
  const keys = await tables.read(['runs'], (tx) => tx.getAllKeys('runs'))
  const isOld = createOldEntryCheck(new Set(keys), today)
  let lower: string | undefined = ''
  while (lower !== undefined) lower = await forgetEntries(tables, lower, isOld)
}

type OldEntryCheck = (entry: LedgerRecord | undefined) => boolean

/** Whether an entry may be deleted. A doubt stays as long as its run. */
function createOldEntryCheck(keptRuns: ReadonlySet<unknown>, today: number): OldEntryCheck {
  const isOld: OldEntryCheck = (entry) => {
    if (!entry || today - (entry.day ?? 0) < KEEP_LEDGER_DAYS) return false
    // A later doubt of another run may stand below an old success.
    if (entry.over && !isOld(entry.over)) return false
    return entry.standing === 'done' || !keptRuns.has(entry.id)
  }
  return isOld
}

/** @returns the key to go on from; undefined at the end */
async function forgetEntries(
  tables: Tables,
  lower: string,
  isOld: OldEntryCheck,
): Promise<string | undefined> {
  const range = { lower, upper: '\uffff' }
  const [keys, entries] = await tables.read(['ledger'], (tx) =>
    Promise.all([
      tx.getAllKeys('ledger', range, ENTRIES_AT_ONCE),
      tx.getAll('ledger', range, ENTRIES_AT_ONCE),
    ]),
  )
  const old = keys.filter((_, index) => isOld(entries[index]))
  if (old.length > 0) {
    await tables.write(['ledger'], async (tx) => {
      const now = await Promise.all(old.map((key) => tx.get('ledger', key)))
      for (const [index, key] of old.entries()) {
        // Another tab may have sent the request again since the entry was read.
        if (isOld(now[index])) tx.delete('ledger', key)
      }
    })
  }
  const last = keys.at(-1)
  return keys.length < ENTRIES_AT_ONCE || typeof last !== 'string' ? undefined : `${last}\u0000`
}
