import type { Cancellation, Run } from './run'

/** Starts a run over chosen requests (null: all). Outcomes of earlier runs stay until a new outcome replaces them. */
export function beginRun(
  cancellation: Cancellation,
  begun: { readonly id: string; readonly picks: readonly number[] | null; readonly at: number },
): Cancellation {
  const total = begun.picks?.length ?? cancellation.requests.length
  const stint = { startedAt: begun.at, fromDone: 0, now: begun.at }
  const { id, picks } = begun
  return { ...cancellation, run: { id, picks, total, done: 0, inFlight: false, phase: 'running', stint } }
}

const beginStint = (run: Run, at: number, done: number): Run => ({
  ...run,
  done,
  phase: 'running',
  stint: { startedAt: at, fromDone: done, now: at },
})

/**
 * Resumes a run that is paused or stopped.
 *
 * @param at monotonic milliseconds
 * @param done how many requests of its list are settled or passed over; default: as many as before
 */
export function resumeRun(cancellation: Cancellation, at: number, done?: number): Cancellation {
  if (!cancellation.run) return cancellation
  const { pausedBy: _, resumesItself: __, ...run } = cancellation.run
  return { ...cancellation, run: beginStint(run, at, done ?? run.done) }
}

/** Prevents the next request. The run is `stopped` once the request in flight has its outcome. */
export function askToStop(cancellation: Cancellation): Cancellation {
  if (cancellation.run?.phase !== 'running') return cancellation
  return { ...cancellation, run: { ...cancellation.run, phase: 'stopping' } }
}
