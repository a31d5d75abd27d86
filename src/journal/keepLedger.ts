import { isOut, readCallPage } from '../domain/run/call'
import { callsOf, outcomeOf } from './judgeRow'
import type { LedgerRecord, StateRecord } from './tables/records'
import type { Tx } from './tables/tables'
import { type EarlierRun, isSameEarlier } from '../domain/run/earlierRun'

/** Who writes to the ledger, and when. */
export interface LedgerWriter {
  readonly id: string
  readonly fileName: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly day: number
}

/** What other runs have left, the latest first; undefined: nothing. */
export function findOthers(entry: LedgerRecord | undefined, id: string): LedgerRecord | undefined {
  if (!entry) return undefined
  const over = findOthers(entry.over, id)
  if (entry.id === id) return over
  const { over: _, ...own } = entry
  return over ? { ...own, over } : own
}

const putBelow = (top: LedgerRecord, below: LedgerRecord): LedgerRecord => ({
  ...top,
  over: top.over ? putBelow(top.over, below) : below,
})

/** What other runs have left under any of a request's prints, as one; undefined: nothing stands against it. */
export function joinOthers(
  entries: readonly (LedgerRecord | undefined)[],
  id: string,
): LedgerRecord | undefined {
  return entries
    .map((entry) => findOthers(entry, id))
    .reduce((joined, others) => (joined && others ? putBelow(joined, others) : (joined ?? others)), undefined)
}

/**
 * Whether an earlier run stands against sending this.
 *
 * @param entries under each of its prints
 * @param included what a person sends on purpose, as it was known when they said so: what came since is not covered
 */
export function isHeldBack(
  entries: readonly (LedgerRecord | undefined)[],
  id: string,
  included: EarlierRun | undefined,
): boolean {
  const others = joinOthers(entries, id)
  return others !== undefined && !isSameEarlier(others, included)
}

/** Whether a call of any run may still be answered. */
export function isAnyOut(entry: LedgerRecord | undefined, isAlive: (page: string) => boolean): boolean {
  if (!entry) return false
  const isLeftOut = entry.out !== undefined && isAlive(readCallPage(entry.out))
  return isLeftOut || isAnyOut(entry.over, isAlive)
}

/** What this run has left. */
export const findOwn = (entry: LedgerRecord | undefined, id: string): LedgerRecord | undefined =>
  !entry || entry.id === id ? entry : findOwn(entry.over, id)

/** What this run itself says of a request; undefined: nothing stands against it. */
function writeOwn(
  before: LedgerRecord | undefined,
  state: StateRecord,
  { id, fileName, at, day }: LedgerWriter,
): Omit<LedgerRecord, 'over'> | undefined {
  // Of a doubt that goes on the moment stays: whoever included it has included this one.
  const since = before?.standing === 'doubt' && state.standing !== 'sending' ? before.at : at
  const own = { id, fileName, at: since, day }
  const outcome = outcomeOf(state)
  const call = state.standing === 'sending' ? state.call : callsOf(state).find(isOut)?.id
  const out = call === undefined ? {} : { out: call }
  // By a person's word or a status read it may be done while its call is out.
  if (outcome?.status === 'succeeded') return { ...own, at, standing: 'done', ...out }
  const isDoubtful = state.standing === 'sending' || outcome?.status === 'unknown' || call !== undefined
  return isDoubtful ? { ...own, standing: 'doubt', ...out } : undefined
}

/** What stands in the ledger under one print. */
export interface LedgerEntry {
  readonly print: string
  readonly record: LedgerRecord | undefined
}

/** Notes in the ledger what became of a request, by its print. What another run has cancelled stays cancelled. */
export function putStanding(
  tx: Tx,
  { print, record: entry }: LedgerEntry,
  state: StateRecord,
  writer: LedgerWriter,
): void {
  const own = writeOwn(findOwn(entry, writer.id), state, writer)
  const others = findOthers(entry, writer.id)
  if (own?.standing === 'done') {
    // That the call of another run is out is known below it.
    tx.put('ledger', print, isAnyOut(others, () => true) ? { ...own, ...(others && { over: others }) } : own)
    return
  }
  if (!own) {
    if (others) tx.put('ledger', print, others)
    else if (entry) tx.delete('ledger', print)
    return
  }
  if (!others) tx.put('ledger', print, own)
  // Cancelled by another run it stays so; that this one has a call out is known below it.
  else if (others.standing === 'done')
    tx.put('ledger', print, { ...others, over: { ...own, ...(others.over && { over: others.over }) } })
  else tx.put('ledger', print, { ...own, over: others })
}
