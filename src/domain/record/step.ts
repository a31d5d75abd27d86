import type { Outcome } from '../run/outcome'
import type { PauseReason } from '../run/run'
import type { Refused, Written } from './written'

/** How a stint of a run ends. */
export type RunEnd =
  | { readonly phase: 'stopped' | 'finished' }
  | { readonly phase: 'paused'; readonly pausedBy: PauseReason }

/** One step of a run, written as a whole or not at all. Positions are among the cancellation's requests. */
export interface Step {
  /** How the latest call ended. `isOut`: the call timed out, and its answer may still come. */
  readonly settled?: { readonly position: number; readonly outcome: Outcome; readonly isOut?: boolean }
  /** The request that the server has proven not to have processed, or that was never sent: it is pending again. */
  readonly returned?: number
  /** The next request to send: it is on record before its call goes out. */
  readonly next?: { readonly position: number; readonly key: string }
  /** How many requests of the run's list are settled after this step. */
  readonly done: number
  /** Lines of the log that were sent to the host, without a gap; noted where the lines before them are noted. */
  readonly sent?: { readonly from: number; readonly to: number }
  /** The step pauses or ends the run. */
  readonly end?: RunEnd
}

/** The journal's answer to a step that it has written. */
export type Recorded = Written & {
  readonly ok: true
  /** The key to send the next request with: its old key, if the request was sent before. */
  readonly key?: string
  /** ID of the next request's call. */
  readonly call?: string
  /**
   * The next request was sent before, and that call may have acted: if the server refuses now, nobody knows the
   * outcome.
   */
  readonly isRepeat?: boolean
  /** The outcome of the settled request, after everything that was heard of its calls. */
  readonly settled?: Outcome
  /** The outcome of the returned request, if an earlier call of it was answered meanwhile. */
  readonly returned?: Outcome
}

/** The loop writes one stint of one run with it. */
export interface Recorder {
  write(step: Step): Promise<Recorded | Refused>
}
