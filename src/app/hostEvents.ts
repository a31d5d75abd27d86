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
 * Sends the host the entries of the log as events. A listener that throws or rejects must not stop a run half-way.
 *
 * @returns a function that sends one entry; it returns false where the host does not listen
 */
export function createHostEvents(readHost: () => Host): (entry: LogEntry) => boolean {
  return ({ runId, sequence, at, done, total, news }) => {
    const host = readHost()
    const event = writeEvent({ runId, sequence, at: new Date(at).toISOString(), done, total }, news)
    // A listener that throws when it is read counts as there: a second try would throw again.
    let isThere = true
    // An async listener returns a promise, although its type says otherwise.
    askHost((): unknown => {
      const { onEvent } = host
      isThere = typeof onEvent === 'function'
      return onEvent?.call(host, event)
    })
    return isThere
  }
}
