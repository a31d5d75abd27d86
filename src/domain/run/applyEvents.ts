import type { Outcome } from './outcome'
import { outcomeAt, withOutcomes } from './outcomeList'
import { type Cancellation, pickAt, type Run, type RunEvent } from './run'
import { recount } from './tally'

function moveRun(run: Run, event: RunEvent): Run {
  const { waitingUntil: _, ...moved } = run
  switch (event.type) {
    case 'sending':
      return { ...moved, inFlight: true }
    case 'settled':
    case 'passed':
      return { ...moved, inFlight: false, done: event.index + 1 }
    case 'returned':
      return { ...moved, inFlight: false }
    case 'waiting':
      return { ...moved, waitingUntil: event.until }
    case 'paused':
      return { ...moved, inFlight: false, phase: 'paused', pausedBy: event.reason }
    case 'stopped':
    case 'finished':
      return { ...moved, inFlight: false, phase: event.type }
    case 'resolved':
      return run
  }
}

/**
 * Whether an event changes a request's outcome. The server's answer stands; a person's verdict holds until the server
 * answers, and only an unknown request can be opened again.
 */
function changesOutcome(event: RunEvent, before: Outcome | undefined): boolean {
  if (event.type !== 'resolved') return event.type === 'settled'
  if (event.outcome === null) return before?.status === 'unknown'
  return before?.status !== 'succeeded' || before.verdict !== undefined
}

/**
 * Applies a batch of events to a cancellation. Costs the same for 100 requests as for 100,000.
 *
 * @param at monotonic milliseconds
 */
export function applyEvents(
  cancellation: Cancellation,
  events: readonly RunEvent[],
  at: number,
): Cancellation {
  let { run, tally } = cancellation
  if (!run) return cancellation
  const changes = new Map<number, Outcome | undefined>()
  for (const event of events) {
    if (event.type === 'settled' || event.type === 'resolved') {
      const position = event.type === 'settled' ? pickAt(run, event.index) : event.position
      const before = changes.has(position)
        ? changes.get(position)
        : outcomeAt(cancellation.outcomes, position)
      if (changesOutcome(event, before)) {
        changes.set(position, event.outcome ?? undefined)
        tally = recount(tally, before, event.outcome ?? undefined)
      }
    }
    run = moveRun(run, event)
  }
  const outcomes = changes.size > 0 ? withOutcomes(cancellation.outcomes, changes) : cancellation.outcomes
  return { ...cancellation, outcomes, tally, run: { ...run, stint: { ...run.stint, now: at } } }
}
