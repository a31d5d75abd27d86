import type { RunRecord } from './tables/records'
import type { Tx } from './tables/tables'
import type { LogEntry, RunNews } from '../domain/record/logEntry'

/** A run's record on its way through one transaction, and the new lines of its log. */
export interface Draft {
  readonly tx: Tx
  record: RunRecord
  readonly log: LogEntry[]
}

/** Adds a line to the log, numbered within the cancellation and within its run. */
export function addLine(draft: Draft, runId: string, news: RunNews, at: number): void {
  const { record } = draft
  const pass = record.passes[runId] ?? { sequence: 0, done: 0, total: 0 }
  const counted = { ...pass, sequence: pass.sequence + 1 }
  const line = record.written + 1
  draft.record = {
    ...record,
    written: line,
    lastEventAt: at,
    passes: { ...record.passes, [runId]: counted },
  }
  const { sequence, done, total } = counted
  draft.log.push({ line, runId, sequence, at, done, total, news })
}

/** Writes the record and its new lines. */
export function putDraft({ tx, record, log }: Draft): void {
  tx.put('runs', record.id, record)
  for (const entry of log) tx.put('log', [record.id, entry.line], entry)
}
