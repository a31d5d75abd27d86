import type { Stint } from '../../domain/record/stint'
import { findByStatus } from '../../domain/run/requestState'
import type { Cancellation } from '../../domain/run/run'
import { findSkippingRun } from '../../domain/run/findSkippingRun'
import { countSkipped } from '../selectors'

/** A new run over chosen requests (null: all). */
export function createStint(
  runId: string,
  { requests }: Cancellation,
  picks: readonly number[] | null,
): Stint {
  const total = picks?.length ?? requests.length
  return { runId, picks, total, done: 0, isNew: true, repeatsUnknown: false }
}

/** Positions that were never sent or may be sent again, without those that an earlier run has dealt with. */
function findNotSent(cancellation: Cancellation): readonly number[] {
  return findByStatus(cancellation, 'not-sent').filter((position) => !findSkippingRun(cancellation, position))
}

/** Whether Continue would send anything. */
export function canContinue(cancellation: Cancellation): boolean {
  const { run, tally } = cancellation
  if (run?.phase === 'stopped' || run?.phase === 'paused') return true
  return run?.phase === 'finished' && tally.notSent > countSkipped(cancellation)
}

/**
 * The rest of the present run. If that run is at its end, or was held up by an earlier run: a new run over the requests
 * that are not sent. If nothing is left at all: the present run again, which then only ends.
 */
export function createRest(runId: string, cancellation: Cancellation): Stint {
  const { run } = cancellation
  const isOver = run !== null && run.done >= run.total
  const left = !run || isOver || run.pausedBy === 'done-elsewhere' ? findNotSent(cancellation) : null
  if (!run || (left && left.length > 0)) return createStint(runId, cancellation, left)
  const { id, picks, total, done } = run
  // All that is left is skipped for earlier runs, so this run ends.
  return { runId: id, picks, total, done: left ? total : done, isNew: false, repeatsUnknown: false }
}
