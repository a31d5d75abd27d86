import type { Cancellation, PauseReason, Run } from '../domain/run/run'
import { countSkipped, countLineItems, pickFresh } from '../store/selectors'
import type { LoadedSheet } from '../store/slices/sheetSlice'
import { canContinue } from '../store/run/stints'
import type { Messages } from './messages'

/** Headline and sentence of a run card. */
export interface RunWords {
  readonly title: string
  readonly text: string
}

/** The circumstances that the words depend on, beside the cancellation. */
export interface RunSetting {
  /** Milliseconds left of a rate limit's wait. */
  readonly waitMs: number
  readonly isPreparing?: boolean
  /** The run goes on in another tab. */
  readonly isObserved?: boolean
  /** Set if the run came back from the journal. */
  readonly restored?: LoadedSheet['restored']
  readonly fileName?: string
  /** Kinds of odd rows that nobody has decided about. */
  readonly openKinds?: number
  /** The user has left out some odd rows. */
  readonly hasLeftOut?: boolean
}

function describeReady(
  cancellation: Cancellation,
  { openKinds = 0, hasLeftOut = false }: RunSetting,
  { ready }: Messages,
): RunWords {
  const nothing = hasLeftOut ? ready.nothingLeft : ready.nothingText
  if (cancellation.tally.total === 0) return { title: ready.nothing, text: nothing }
  const total = cancellation.tally.total - countSkipped(cancellation)
  if (total === 0) return { title: ready.nothing, text: ready.allSkipped }
  const lines = countLineItems(pickFresh(cancellation))
  const text = openKinds > 0 ? ready.undecided({ n: openKinds }) : ready.text
  return { title: lines > 0 ? ready.titleLines({ n: total, lines }) : ready.title({ n: total }), text }
}

function describeFinished(cancellation: Cancellation, { finished }: Messages): RunWords {
  const { tally } = cancellation
  const done = tally.cancelled + tally.alreadyCancelled
  const skipped = countSkipped(cancellation)
  const total = tally.total - skipped
  const about = [
    tally.alreadyCancelled > 0 ? finished.already({ n: tally.alreadyCancelled }) : '',
    skipped > 0 ? finished.skipped({ n: skipped }) : '',
  ]
  const join = (...next: string[]) => [...about, ...next].filter(Boolean).join(' ')
  const isOfLines = countLineItems(cancellation.requests) > 0
  const title = isOfLines ? finished.doneLines({ done, total }) : finished.someDone({ done, total })
  if (done === total)
    return { title: isOfLines ? title : finished.allDone({ n: total }), text: join(finished.nothingLeft) }
  const isLeft = canContinue(cancellation)
  const nextUnknown = tally.unknown > 0 ? finished.nextUnknown : ''
  const next = tally.failed > 0 ? finished.nextFailed : nextUnknown
  return {
    title,
    text: join(isLeft ? finished.left({ n: tally.notSent - skipped }) : '', next),
  }
}

function describeGoing(
  run: Run,
  { waitMs, isObserved = false }: RunSetting,
  { running, otherTab, duration }: Messages,
): RunWords {
  const title = running.title({ done: run.done, total: run.total })
  if (run.phase === 'stopping') return { title, text: running.stopping }
  if (run.waitingUntil !== undefined)
    return { title, text: running.waiting({ duration: duration(Math.max(0, waitMs)) }) }
  return { title, text: isObserved ? otherTab.shown : running.text }
}

function describePause(
  reason: PauseReason,
  { resumesItself, total, done }: Run,
  { paused }: Messages,
): string {
  if (reason === 'session') return paused.text.session({ n: total - done })
  const isAwaited = resumesItself === true && (reason === 'connection' || reason === 'server')
  return isAwaited ? paused.comesBack[reason] : paused.text[reason]
}

/** Counts of a run that was cut off; zeros are left out, save for the requests that are done. */
export function countRecovered(cancellation: Cancellation, { recovered, list }: Messages): string {
  const { cancelled, alreadyCancelled, failed, unknown, notSent } = cancellation.tally
  const skipped = countSkipped(cancellation)
  const counts = { unknown, notSent: notSent - skipped, skipped }
  const named = (['unknown', 'notSent', 'skipped'] as const).filter((key) => counts[key] > 0)
  return list([
    recovered.done({ n: cancelled + alreadyCancelled + failed }),
    ...named.map((key) => recovered[key]({ n: counts[key] })),
  ])
}

function describePaused(
  cancellation: Cancellation,
  run: Run,
  { restored, fileName }: RunSetting,
  messages: Messages,
): RunWords {
  const { pausedBy = 'fault' } = run
  const text = describePause(pausedBy, run, messages)
  if (pausedBy !== 'interrupted')
    return { title: messages.paused.title({ done: run.done, total: run.total }), text }
  const title = countRecovered(cancellation, messages)
  if (!restored || fileName === undefined) return { title, text }
  return {
    title,
    text: messages.recovered.cutOff({ fileName, when: messages.when(restored.startedAt), by: restored.by }),
  }
}

/** Describes a cancellation on its card. */
export function describeRun(cancellation: Cancellation, setting: RunSetting, messages: Messages): RunWords {
  const { run } = cancellation
  const words = describePhase(cancellation, setting, messages)
  // The headline stays: it changes soon anyway, and should not flicker.
  return setting.isPreparing && run?.phase !== 'running' ? { ...words, text: messages.preparing } : words
}

function describePhase(cancellation: Cancellation, setting: RunSetting, messages: Messages): RunWords {
  const { run } = cancellation
  switch (run?.phase) {
    case undefined:
      return describeReady(cancellation, setting, messages)
    case 'running':
    case 'stopping':
      return describeGoing(run, setting, messages)
    case 'stopped':
      return {
        title: messages.stopped.title({ done: run.done, total: run.total }),
        text: messages.stopped.text({ n: run.total - run.done }),
      }
    case 'paused':
      return describePaused(cancellation, run, setting, messages)
    case 'finished':
      return describeFinished(cancellation, messages)
  }
}
