import type { YieldIfDue } from '../time/yieldIfDue'
import type { SubOrderId } from '../ids/identifiers'
import type { Outcome, Verdict } from '../run/outcome'
import type { RequestList } from '../run/requestList'
import type { Cancellation, PauseReason, Run } from '../run/run'
import type { Tally } from '../run/tally'
import type { SheetKind } from '../sheet/columnMeaning'
import type { CheckedSheet } from '../sheet/checkedSheet'
import type { EarlierRun } from '../run/earlierRun'

/**
 * The record of runs that survives a crash, as the loop and the store know it. What a promise of it resolves to `ok` is
 * on the disk by then. Nothing but `load` and `remove` rejects for trouble with the storage: that is a value.
 */

/** What a run tells the outside, one by one and in order. */
export type RunNews =
  | { readonly type: 'started' | 'continued' | 'stopped' | 'finished' }
  | { readonly type: 'paused'; readonly reason: PauseReason }
  | {
      readonly type: 'outcome'
      readonly subOrderId: SubOrderId
      readonly outcome: Outcome
      /** `answer`: to the call itself, in time. */
      readonly source: OutcomeSource
    }
  /** Nobody knew how it ended; now it is known that it was not cancelled, and it may be sent again. */
  | {
      readonly type: 'reopened'
      readonly subOrderId: SubOrderId
      readonly verdict: Verdict
    }

export type OutcomeSource = 'answer' | 'late-answer' | 'status-read' | 'person' | 'recovery'

/** One line of the audit, numbered without a gap within its run. */
export interface LogEntry {
  /** Within the cancellation, 1, 2, 3 … over all its runs. */
  readonly line: number
  /** UUID of the run. */
  readonly runId: string
  /** 1, 2, 3 … within the run. */
  readonly sequence: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** The run's progress after it. */
  readonly done: number
  readonly total: number
  readonly news: RunNews
}

/**
 * Why a write was refused; nothing of it was written.
 * `fenced`: another tab has taken the run over. `not-pending`: the next request is not one that may be sent. `settled`: it
 * has an outcome by now, from a late answer or a person. `still-out`: a call of it, in this tab or another, may still be
 * answered.
 * `done-elsewhere`: an earlier run cancelled it, or left it in doubt. `storage`: the browser did not write.
 */
export type Refusal = 'fenced' | 'not-pending' | 'settled' | 'still-out' | 'done-elsewhere' | 'storage'

export type Written =
  | { readonly ok: true /** To be told outside, in order. */; readonly log: readonly LogEntry[] }
  | { readonly ok: false; readonly why: Refusal }

/** One step of a run, written as a whole or not at all. Positions are among the cancellation's requests. */
export interface Step {
  /** How the call sent before ended. `isOut`: it was given up, and its answer may still come. */
  readonly settled?: { readonly position: number; readonly outcome: Outcome; readonly isOut?: boolean }
  /** Proven not processed, or never sent after all: it is pending again. */
  readonly returned?: number
  /** The next to be sent: on record before the call goes out. */
  readonly next?: { readonly position: number; readonly key: string }
  /** How many of the run's list are settled after this step. */
  readonly done: number
  /** Lines of the log that were sent to the host, without a gap; noted where the lines before them are noted. */
  readonly sent?: { readonly from: number; readonly to: number }
  /** The run holds or ends with this step. */
  readonly end?: RunEnd
}

export type RunEnd =
  | { readonly phase: 'stopped' | 'finished' }
  | { readonly phase: 'paused'; readonly pausedBy: PauseReason }

/** The loop's pen, for one stint of one run. */
export interface Recorder {
  /** @returns with `next`: the key to send it with, which is the old one where the same request was sent before */
  write(step: Step): Promise<Recorded | (Written & { readonly ok: false })>
}

export type Recorded = Written & {
  readonly ok: true
  readonly key?: string
  /** Names the call of the next. */
  readonly call?: string
  /** The next was sent before, and that call may have acted: a refusal of this one is no verdict. */
  readonly isRepeat?: boolean
  /** What the request sent before comes to, with all that was heard of its calls. */
  readonly settled?: Outcome
  /** What the request that was given back comes to, where an earlier call of it was heard meanwhile. */
  readonly returned?: Outcome
}

/** What the history shows of a past run. */
export interface RunEntry {
  /** Of the cancellation. */
  readonly id: string
  readonly kind: SheetKind | 'single'
  /** The file's name, or the single sub-order's ID. */
  readonly fileName: string
  /** SHA-256 of the uploaded file, in hex; empty for a single sub-order. */
  readonly fileHash: string
  /** Who started it: the name, else the ID of the user. */
  readonly by: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly lastEventAt: number
  readonly tally: Tally
  readonly phase: Run['phase']
  readonly pausedBy?: PauseReason
  /** Rows of the sheet that have an issue. */
  readonly issues: number
}

/** A run as it was before the first call: what is to be kept of it. */
export interface RunPlan {
  readonly id: string
  readonly kind: SheetKind | 'single'
  readonly fileName: string
  readonly fileHash: string
  readonly by: string
  readonly requests: RequestList
  /** Null for a single sub-order. */
  readonly checked: CheckedSheet | null
}

/** A run as the journal knows it. */
export interface SavedRun {
  readonly entry: RunEntry
  readonly cancellation: Cancellation
  /** The sheet with the columns that have a meaning for us; null for a single sub-order. */
  readonly checked: CheckedSheet | null
  /** How many lines its log had when it was read. */
  readonly line: number
  /** By position: the calls that no page has heard the end of. */
  readonly callsOut: ReadonlyMap<number, readonly string[]>
}

/** A list of requests that calls are about to go out for. */
export interface Stint {
  readonly runId: string
  /** Positions in sending order; null: all requests. Kept for a run that starts. */
  readonly picks: readonly number[] | null
  readonly total: number
  /** How many of the list are settled. */
  readonly done: number
  readonly isNew: boolean
  /** Unknown requests among the picks are sent again, with their old keys: the host says that a repeat is safe. */
  readonly repeatsUnknown: boolean
}

/** A stint that is about to begin, of which run. */
export interface Taking extends Stint {
  readonly id: string
  /** As it was when this page last read or wrote the run. */
  readonly epoch: number
  /** The last line of its log that this page knows; absent: whichever it is. */
  readonly line?: number
  /** By position: what an earlier run has dealt with and is sent on purpose, as it was known when a person said so. */
  readonly included: ReadonlyMap<number, EarlierRun>
  /** The pages that live, this one among them; absent: this one alone. */
  readonly alivePages?: ReadonlySet<string>
}

export type Taken =
  | {
      readonly ok: true
      /** By position: requests that this page did not know to have come to this. */
      readonly found: ReadonlyMap<number, Outcome>
      /** How many of the run's list are settled, these among them. */
      readonly done: number
      readonly epoch: number
      readonly recorder: Recorder
      readonly log: readonly LogEntry[]
    }
  | { readonly ok: false; readonly why: Refusal }

/** What is learnt of an unknown request after its call. Null: it was not cancelled, and is pending again. */
export interface Resolution {
  readonly position: number
  readonly outcome: Extract<Outcome, { status: 'succeeded' }> | null
  readonly source: Verdict['by']
  readonly verdict: Verdict
  /** No call of it could be delivered any more when this was learnt. */
  readonly isQuiet: boolean
}

/** What a call that was given up has said after all. An unknown outcome: it has come back, and tells nothing. */
export interface LateAnswer {
  readonly position: number
  readonly call: string
  readonly outcome: Outcome
}

/** What a late answer came to. `outcome`: of the request, where it has changed. */
export type Heard = Written & { readonly ok: true; readonly outcome?: Outcome }

export interface Journal {
  /** False where it lives in this page's memory alone. */
  readonly isDurable: boolean
  /** Past runs, the latest first. */
  list(): Promise<readonly RunEntry[]>
  /** @returns null where there is no such run. Rejects where the storage fails: what is not to be read is not gone */
  load(id: string, yieldIfDue: YieldIfDue): Promise<SavedRun | null>
  /** How many lines the log of a run has; undefined where there is none, or it cannot be read. */
  readLine(id: string): Promise<number | undefined>
  /** Writes the plan of a run that is about to start. */
  create(plan: RunPlan, yieldIfDue: YieldIfDue): Promise<Written>
  /** Opens a stint: raises the epoch, so that no other tab can write to the run any more. */
  take(taking: Taking): Promise<Taken>
  /**
   * What runs were left going on by pages that are gone: what was in flight becomes unknown, the run holds. To be called
   * with the run lock held. A second call changes nothing. Undefined where it could not be read or written.
   */
  recover(): Promise<readonly LogEntry[] | undefined>
  /**
   * Deletes what has been kept long enough: runs that are at their end with nothing unknown after 7 days of use, the ledger's
   * entries after 30.
   */
  forgetOld(): Promise<void>
  /** Settles what was unknown, in whichever tab; refused (`not-pending`) where it is unknown no more. */
  resolve(id: string, resolutions: readonly Resolution[]): Promise<Written>
  /** Takes down what a call said after it was given up, whatever has become of its request since, in whichever tab. */
  hear(id: string, late: LateAnswer): Promise<Heard | (Written & { readonly ok: false })>
  /** Whether this page has heard something of a run that it could not write. */
  isOwed(id: string): boolean
  /** Keeps which requests a person sends on purpose although an earlier run has dealt with them. */
  include(id: string, included: ReadonlyMap<number, EarlierRun>): Promise<Written>
  /** By position: which requests an earlier run has cancelled or left in doubt. */
  findEarlier(
    id: string,
    requests: RequestList,
    yieldIfDue: YieldIfDue,
  ): Promise<ReadonlyMap<number, EarlierRun>>
  /** Forgets a run; what it cancelled stays known for 30 days. @returns false where it goes on in some tab, and stays */
  remove(id: string): Promise<boolean>
  /**
   * Notes that the log's lines `from` (default: the first) to `line` were sent to the host. Notes nothing where a line before
   * `from` is pending: all of them are sent again.
   */
  noteSent(id: string, line: number, from?: number): Promise<void>
  /** Entries that were written, and perhaps not sent before their page went away. */
  readPending(): Promise<readonly { readonly id: string; readonly entries: readonly LogEntry[] }[]>
}

/**
 * Where the record of runs lives. `kept`: in the browser. `memory`: this browser keeps nothing, it goes with the page.
 * `newer`: a newer version of the screen has written it, so that this one may neither read nor bypass it.
 */
export type Keeping = 'kept' | 'memory' | 'newer'

export interface OpenedJournal {
  readonly journal: Journal
  readonly keeping: Keeping
}
