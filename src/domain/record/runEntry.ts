import type { Cancellation, PauseReason, Run } from '../run/run'
import type { RequestList } from '../run/requestList'
import type { Tally } from '../run/tally'
import type { CheckedSheet } from '../sheet/checkedSheet'
import type { SheetKind } from '../sheet/columnMeaning'

/** The input of a run, in every record of it. */
interface RunInput {
  /** Of the cancellation. */
  readonly id: string
  readonly kind: SheetKind | 'single'
  /** The file's name, or the single sub-order's ID. */
  readonly fileName: string
  /** SHA-256 of the uploaded file, in hex; empty for a single sub-order. */
  readonly fileHash: string
  /** The user who started the run: the name, or the ID where there is no name. */
  readonly by: string
}

/** A past run in the history. */
export interface RunEntry extends RunInput {
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** Milliseconds since 1970. */
  readonly lastEventAt: number
  readonly tally: Tally
  readonly phase: Run['phase']
  readonly pausedBy?: PauseReason
  /** How many rows of the sheet have an issue. */
  readonly issues: number
}

/** A run as the journal keeps it before the first call. */
export interface RunPlan extends RunInput {
  readonly requests: RequestList
  /** Null for a single sub-order. */
  readonly checked: CheckedSheet | null
}

/** A run as the journal knows it. */
export interface SavedRun {
  readonly entry: RunEntry
  readonly cancellation: Cancellation
  /** The sheet with only the columns that have a meaning; null for a single sub-order. */
  readonly checked: CheckedSheet | null
  /** How many lines the run's log had when the journal read it. */
  readonly line: number
  /** By position: the calls whose end no page has heard. */
  readonly callsOut: ReadonlyMap<number, readonly string[]>
}
