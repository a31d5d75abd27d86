import type { EarlierRun } from '../run/earlierRun'
import type { Outcome } from '../run/outcome'
import type { LogEntry } from './logEntry'
import type { Recorder } from './step'
import type { Refused } from './written'

/** A list of requests that are about to be sent. */
export interface Stint {
  readonly runId: string
  /** Positions in sending order; null: all requests. The journal keeps the picks of a new run. */
  readonly picks: readonly number[] | null
  readonly total: number
  /** How many requests of the list are settled. */
  readonly done: number
  readonly isNew: boolean
  /** Unknown requests among the picks are sent again with their old keys: the host says that a repeat is safe. */
  readonly repeatsUnknown: boolean
}

/** A stint that is about to begin, and its run. */
export interface Taking extends Stint {
  /** Of the cancellation. */
  readonly id: string
  /** The run's epoch when this page last read or wrote the run. */
  readonly epoch: number
  /** The last line of the run's log that this page knows; absent: the page accepts any line. */
  readonly line?: number
  /**
   * By position: requests that the user sends although an earlier run dealt with them, with the run as the user knew
   * it.
   */
  readonly included: ReadonlyMap<number, EarlierRun>
  /** The pages that are alive, this page among them; absent: this page alone. */
  readonly alivePages?: ReadonlySet<string>
}

/** A stint that has begun, or the reason why it may not. */
export type Taken =
  | {
      readonly ok: true
      /** By position: outcomes that this page did not know. */
      readonly found: ReadonlyMap<number, Outcome>
      /** How many requests of the run's list are settled, those of `found` included. */
      readonly done: number
      readonly epoch: number
      readonly recorder: Recorder
      readonly log: readonly LogEntry[]
    }
  | Refused
