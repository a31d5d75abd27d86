import type { LogEntry, OutcomeSource } from './domain/journal'
import type { Outcome } from './domain/outcome'
import type { AuditOutcome, Host, PluginEvent } from './host/contract'

type EventBase = Pick<PluginEvent, 'runId' | 'sequence' | 'at' | 'done' | 'total'>

function nameOutcome(outcome: Outcome): AuditOutcome {
  return outcome.status === 'succeeded' ? outcome.how : outcome.status
}

function nameSource(source: OutcomeSource) {
  if (source === 'answer') return {}
  return source === 'late-answer' ? { late: true } : { by: source }
}

function writeEvent(base: EventBase, news: LogEntry['news']): PluginEvent {
  switch (news.type) {
    case 'outcome': {
      const { outcome, subOrderId, source } = news
      const said =
        outcome.status === 'failed' ? { code: outcome.failure.code, message: outcome.failure.message } : {}
      const told = { subOrderId, outcome: nameOutcome(outcome), ...said, ...nameSource(source) }
      return { ...base, type: 'outcome', ...told }
    }
    case 'reopened':
      return {
        ...base,
        type: 'outcome',
        subOrderId: news.subOrderId,
        outcome: 'not-cancelled',
        by: news.verdict.by,
      }
    case 'paused':
      return { ...base, type: 'run-paused', reason: news.reason }
    default:
      return { ...base, type: `run-${news.type}` }
  }
}

/** Tells the host what is on record. A host that throws at it does not hurt the run. @returns false where none listens */
export function createTeller(readHost: () => Host): (entry: LogEntry) => boolean {
  return ({ runId, sequence, at, done, total, news }) => {
    const { onEvent } = readHost()
    if (!onEvent) return false
    const event = writeEvent({ runId, sequence, at: new Date(at).toISOString(), done, total }, news)
    try {
      onEvent.call(readHost(), event)
    } catch {
      // Audit is the host's; its trouble must not stop a run half-way.
    }
    return true
  }
}
