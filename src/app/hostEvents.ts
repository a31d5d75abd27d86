import { askHost } from '../host/askHost'
import type { LogEntry, OutcomeSource } from '../domain/record/logEntry'
import type { Outcome } from '../domain/run/outcome'
import type { AuditOutcome, Host, PluginEvent } from '../host/contract'

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

/**
 * Tells the host what is on record. Audit is the host's: whatever it throws or rejects with must not stop a run half-way.
 *
 * @returns false where none listens
 */
export function createHostEvents(readHost: () => Host): (entry: LogEntry) => boolean {
  return ({ runId, sequence, at, done, total, news }) => {
    const host = readHost()
    const event = writeEvent({ runId, sequence, at: new Date(at).toISOString(), done, total }, news)
    // One that throws when it is read was told: once more would only throw again.
    let isThere = true
    // An async listener answers with a promise, whatever its type says.
    askHost((): unknown => {
      const { onEvent } = host
      isThere = typeof onEvent === 'function'
      return onEvent?.call(host, event)
    })
    return isThere
  }
}
