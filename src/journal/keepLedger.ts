import type { Outcome } from '../domain/outcome'
import type { LedgerRecord, RunRecord } from './records'
import type { Tx } from './tables'

/** Whether an earlier run stands against sending this. */
export function isHeldBack(entry: LedgerRecord | undefined, record: RunRecord): boolean {
  return entry !== undefined && entry.id !== record.id && !record.includesEarlier
}

/** Notes in the ledger what became of a request, by its print. What another run has cancelled stays cancelled. */
export function putStanding(
  tx: Tx,
  record: RunRecord,
  print: string,
  entry: LedgerRecord | undefined,
  standing: 'pending' | 'sending' | Outcome,
  at: number,
): void {
  const isOwn = entry === undefined || entry.id === record.id
  const { id, fileName } = record
  if (standing === 'sending') {
    const over = isOwn ? entry?.over : entry
    if (isOwn || entry.standing === 'doubt') {
      tx.put('ledger', print, { id, fileName, at, standing: 'doubt', ...(over ? { over } : {}) })
    }
    return
  }
  if (standing !== 'pending' && standing.status === 'succeeded') {
    tx.put('ledger', print, { id, fileName, at, standing: 'done' })
    return
  }
  const isCertain = standing === 'pending' || standing.status === 'failed'
  if (!isCertain || !entry || !isOwn) return
  // What an earlier run left in doubt is no clearer for it.
  if (entry.over) tx.put('ledger', print, entry.over)
  else tx.delete('ledger', print)
}
