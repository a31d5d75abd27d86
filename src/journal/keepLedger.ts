import { isOut, readCallPage } from '../domain/run/call'
import { callsOf, outcomeOf } from './judgeRow'
import type { LedgerRecord, StateRecord } from './tables/records'
import type { Tx } from './tables/tables'
import { type EarlierRun, isSameEarlier } from '../domain/run/earlierRun'

/** The run that writes to the ledger, and the time of writing. */
export interface LedgerWriter {
  readonly id: string
  readonly fileName: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly day: number
}

/** The entries of other runs, the latest first; undefined where there are none. */
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

/** Joins the entries of other runs under all prints of a request; undefined where nothing stands against it. */
export function joinOthers(
  entries: readonly (LedgerRecord | undefined)[],
  id: string,
): LedgerRecord | undefined {
  return entries
    .map((entry) => findOthers(entry, id))
    .reduce((joined, others) => (joined && others ? putBelow(joined, others) : (joined ?? others)), undefined)
}

/**
 * Whether a request is skipped for an earlier run.
 *
 * @param entries under each of its prints
 * @param included the earlier run that a person knew of when they included the request; later runs are not covered
 */
export function isSkipped(
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

/** The entry of this run. */
export const findOwn = (entry: LedgerRecord | undefined, id: string): LedgerRecord | undefined =>
  !entry || entry.id === id ? entry : findOwn(entry.over, id)

/** Writes this run's entry for a request; undefined where nothing stands against sending it. */
function writeOwn(
  before: LedgerRecord | undefined,
  state: StateRecord,
  { id, fileName, at, day }: LedgerWriter,
): Omit<LedgerRecord, 'over'> | undefined {
  // A doubt that continues keeps its time, so that a person who has included it has included it still.
  const since = before?.standing === 'doubt' && state.standing !== 'sending' ? before.at : at
  const own = { id, fileName, at: since, day }
  const outcome = outcomeOf(state)
  const call = state.standing === 'sending' ? state.call : callsOf(state).find(isOut)?.id
  const out = call === undefined ? {} : { out: call }
  // A person or a status read may settle a request while its call is out.
  if (outcome?.status === 'succeeded') return { ...own, at, standing: 'done', ...out }
  const isDoubtful = state.standing === 'sending' || outcome?.status === 'unknown' || call !== undefined
  return isDoubtful ? { ...own, standing: 'doubt', ...out } : undefined
}

/** The ledger's record under one print. */
export interface LedgerEntry {
  readonly print: string
  readonly record: LedgerRecord | undefined
}

/** Writes a request's state to the ledger. A success of another run stays. */
export function putStanding(
  tx: Tx,
  { print, record: entry }: LedgerEntry,
  state: StateRecord,
  writer: LedgerWriter,
): void {
  const own = writeOwn(findOwn(entry, writer.id), state, writer)
  const others = findOthers(entry, writer.id)
  if (own?.standing === 'done') {
    // A call of another run that is out stays known below the success.
    tx.put('ledger', print, isAnyOut(others, () => true) ? { ...own, ...(others && { over: others }) } : own)
    return
  }
  if (!own) {
    if (others) tx.put('ledger', print, others)
    else if (entry) tx.delete('ledger', print)
    return
  }
  if (!others) tx.put('ledger', print, own)
  // The success of another run stays on top; a call of this run that is out stays known below it.
  else if (others.standing === 'done')
    tx.put('ledger', print, { ...others, over: { ...own, ...(others.over && { over: others.over }) } })
  else tx.put('ledger', print, { ...own, over: others })
}
