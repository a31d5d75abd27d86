import type { Stint } from '../../domain/record/stint'
import { findByStatus } from '../../domain/run/requestState'
import type { Cancellation } from '../../domain/run/run'
import { findHeld } from '../../domain/run/findHeld'
import { countHeldBack } from '../selectors'

/** A new run over chosen requests (null: all). */
export function createStint(
  runId: string,
  { requests }: Cancellation,
  picks: readonly number[] | null,
): Stint {
  const total = picks?.length ?? requests.length
  return { runId, picks, total, done: 0, isNew: true, repeatsUnknown: false }
}

/** Positions that were never sent, or may be sent again; without what an earlier run has dealt with. */
function findNotSent(cancellation: Cancellation): readonly number[] {
  return findByStatus(cancellation, 'not-sent').filter((position) => !findHeld(cancellation, position))
}

/** Whether `Continue` has anything to do. */
export function canContinue(cancellation: Cancellation): boolean {
  const { run, tally } = cancellation
  if (run?.phase === 'stopped' || run?.phase === 'paused') return true
  return run?.phase === 'finished' && tally.notSent > countHeldBack(cancellation)
}

/**
 * The rest of the present run. Where that is at its end, or was held up by what an earlier run has done, a run of its
 * own over what is not sent; where nothing is left at all, the present run once more, which then only comes to its end.
 */
export function createRest(runId: string, cancellation: Cancellation): Stint {
  const { run } = cancellation
  const isOver = run !== null && run.done >= run.total
  const left = !run || isOver || run.pausedBy === 'done-elsewhere' ? findNotSent(cancellation) : null
  if (!run || (left && left.length > 0)) return createStint(runId, cancellation, left)
  const { id, picks, total, done } = run
  // All that is left is held back by earlier runs: the run passes it over, and is at its end.
  return { runId: id, picks, total, done: left ? total : done, isNew: false, repeatsUnknown: false }
}
