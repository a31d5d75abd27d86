import type { SubOrderId } from '../ids/identifiers'
import type { Outcome, Verdict } from '../run/outcome'
import type { PauseReason } from '../run/run'

/** Where an outcome came from. `answer`: the answer to the call itself, in time. */
export type OutcomeSource = 'answer' | 'late-answer' | 'status-read' | 'person' | 'recovery'

/** News of a run for the host, one piece at a time and in order. */
export type RunNews =
  | { readonly type: 'started' | 'continued' | 'stopped' | 'finished' }
  | { readonly type: 'paused'; readonly reason: PauseReason }
  | {
      readonly type: 'outcome'
      readonly subOrderId: SubOrderId
      readonly outcome: Outcome
      readonly source: OutcomeSource
    }
  /** An unknown request turned out not to be cancelled: it may be sent again. */
  | {
      readonly type: 'reopened'
      readonly subOrderId: SubOrderId
      readonly verdict: Verdict
    }

/** One line of the audit. */
export interface LogEntry {
  /** Number within the cancellation, over all its runs: 1, 2, 3 … */
  readonly line: number
  /** UUID of the run. */
  readonly runId: string
  /** Number within the run, without a gap: 1, 2, 3 … */
  readonly sequence: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** How many requests of the run are settled after this entry. */
  readonly done: number
  readonly total: number
  readonly news: RunNews
}
