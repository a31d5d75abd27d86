import type { YieldIfDue } from '../domain/time/yieldIfDue'
import type { RequestList } from '../domain/run/requestList'
import { printsOf } from './fingerprint'
import { joinOthers } from './keepLedger'
import type { LedgerRecord } from './tables/records'
import type { Tables } from './tables/tables'
import type { EarlierRun } from '../domain/run/earlierRun'

const KEYS_AT_ONCE = 5000
const MATCHES_AT_ONCE = 500

interface Match {
  readonly position: number
  readonly prints: readonly string[]
}

async function readPrints(tables: Tables, yieldIfDue: YieldIfDue): Promise<ReadonlySet<string>> {
  const prints = new Set<string>()
  let lower = ''
  for (;;) {
    const from = lower
    const keys = await tables.read(['ledger'], (tx) =>
      tx.getAllKeys('ledger', { lower: from, upper: '\uffff' }, KEYS_AT_ONCE),
    )
    for (const key of keys) if (typeof key === 'string') prints.add(key)
    await yieldIfDue()
    const last = keys.at(-1)
    if (keys.length < KEYS_AT_ONCE || typeof last !== 'string') return prints
    // The next key after `last`.
    lower = `${last}\u0000`
  }
}

/** Finds the requests that an earlier run has cancelled, or left in doubt. @param id of the run that asks */
export async function findEarlier(
  tables: Tables,
  id: string,
  requests: RequestList,
  yieldIfDue: YieldIfDue,
): Promise<ReadonlyMap<number, EarlierRun>> {
  const found = new Map<number, EarlierRun>()
  const known = await readPrints(tables, yieldIfDue)
  if (known.size === 0) return found
  let matches: Match[] = []
  let position = -1
  for (const request of requests) {
    position += 1
    const prints = printsOf(request).filter((print) => known.has(print))
    if (prints.length > 0) matches.push({ position, prints })
    if (matches.length === MATCHES_AT_ONCE) {
      await readMatches(tables, id, matches, found)
      matches = []
    }
    const pause = yieldIfDue()
    if (pause) await pause
  }
  await readMatches(tables, id, matches, found)
  return found
}

/** Keeps the members of a ledger entry that the screen shows. */
function readEarlier({ id, fileName, at, standing, over }: LedgerRecord): EarlierRun {
  return { id, fileName, at, standing, ...(over ? { over: readEarlier(over) } : {}) }
}

async function readMatches(
  tables: Tables,
  id: string,
  matches: readonly Match[],
  found: Map<number, EarlierRun>,
): Promise<void> {
  const entries = await tables.read(['ledger'], (tx) =>
    Promise.all(matches.map(({ prints }) => Promise.all(prints.map((print) => tx.get('ledger', print))))),
  )
  for (const [index, { position }] of matches.entries()) {
    const others = joinOthers(entries[index] ?? [], id)
    if (others) found.set(position, readEarlier(others))
  }
}
