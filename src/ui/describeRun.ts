import type { CancellationRequest } from '../domain/cancellation'
import type { Cancellation, Run } from '../domain/run'
import type { Messages } from './messages'

/** Headline and sentence of a run card. */
export interface RunWords {
  readonly title: string
  readonly text: string
}

/** @returns 0 for whole sub-orders */
export function countLineItems(requests: readonly CancellationRequest[]): number {
  return requests.reduce(
    (sum, request) => sum + (request.kind === 'line-items' ? request.lineItems.length : 0),
    0,
  )
}

function describeReady(cancellation: Cancellation, { ready }: Messages): RunWords {
  const { total } = cancellation.tally
  if (total === 0) return { title: ready.nothing, text: ready.nothingText }
  const lines = countLineItems(cancellation.requests)
  return { title: lines > 0 ? ready.titleLines(total, lines) : ready.title(total), text: ready.text }
}

function describeFinished({ tally }: Cancellation, { finished }: Messages): RunWords {
  const done = tally.cancelled + tally.alreadyCancelled
  const already = tally.alreadyCancelled > 0 ? finished.already(tally.alreadyCancelled) : ''
  if (done === tally.total) {
    return {
      title: finished.allDone(tally.total),
      text: [already, finished.nothingLeft].filter(Boolean).join(' '),
    }
  }
  const next = tally.failed > 0 ? finished.nextFailed : finished.nextUnknown
  return { title: finished.someDone(done, tally.total), text: [already, next].filter(Boolean).join(' ') }
}

function describeGoing(run: Run, waitMs: number, { running }: Messages): RunWords {
  const title = running.title(run.done, run.total)
  if (run.phase === 'stopping') return { title, text: running.stopping }
  return { title, text: run.waitingUntil === undefined ? running.text : running.waiting(waitMs) }
}

/** What the card says of the cancellation. @param waitMs milliseconds left of a rate limit's wait */
export function describeRun(cancellation: Cancellation, waitMs: number, messages: Messages): RunWords {
  const { run } = cancellation
  switch (run?.phase) {
    case undefined:
      return describeReady(cancellation, messages)
    case 'running':
    case 'stopping':
      return describeGoing(run, waitMs, messages)
    case 'stopped':
      return {
        title: messages.stopped.title(run.done, run.total),
        text: messages.stopped.text(run.total - run.done),
      }
    case 'paused':
      return {
        title: messages.paused.title(run.done, run.total),
        text: messages.paused.text[run.pausedBy ?? 'fault'],
      }
    case 'finished':
      return describeFinished(cancellation, messages)
  }
}
