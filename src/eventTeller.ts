import type { Outcome } from './domain/outcome'
import type { Run } from './domain/run'
import type { AuditOutcome, Host, PluginEvent } from './host/contract'
import type { RunNews } from './store/services'

type EventBase = Pick<PluginEvent, 'runId' | 'sequence' | 'at' | 'done' | 'total'>

function nameOutcome(outcome: Outcome): AuditOutcome {
  return outcome.status === 'succeeded' ? outcome.how : outcome.status
}

function writeEvent(base: EventBase, news: RunNews): PluginEvent {
  switch (news.type) {
    case 'settled':
    case 'settled-late': {
      const { outcome, subOrderId } = news
      const said =
        outcome.status === 'failed' ? { code: outcome.failure.code, message: outcome.failure.message } : {}
      const late = news.type === 'settled-late' ? { late: true } : {}
      return { ...base, type: 'outcome', subOrderId, outcome: nameOutcome(outcome), ...said, ...late }
    }
    case 'paused':
      return { ...base, type: 'run-paused', reason: news.reason }
    default:
      return { ...base, type: `run-${news.type}` }
  }
}

/** Tells the host of each step of a run, numbered without a gap. A host that throws at it does not hurt the run. */
export function createTeller(readHost: () => Host): (run: Run, news: RunNews) => void {
  const counts = new Map<string, { sequence: number; done: number }>()
  return (run, news) => {
    const count = counts.get(run.id) ?? { sequence: 0, done: 0 }
    counts.set(run.id, count)
    count.sequence += 1
    if (news.type === 'settled') count.done = news.index + 1
    const { onEvent } = readHost()
    if (!onEvent) return
    const at = new Date().toISOString()
    const event = writeEvent({ runId: run.id, at, ...count, total: run.total }, news)
    try {
      onEvent.call(readHost(), event)
    } catch {
      // Audit is the host's; its trouble must not stop a run half-way.
    }
  }
}
