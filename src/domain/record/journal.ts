import type { EarlierRun } from '../run/earlierRun'
import type { Outcome, Verdict } from '../run/outcome'
import type { RequestList } from '../run/requestList'
import type { YieldIfDue } from '../time/yieldIfDue'
import type { LogEntry } from './logEntry'
import type { RunEntry, RunPlan, SavedRun } from './runEntry'
import type { Taken, Taking } from './stint'
import type { Refused, Written } from './written'

/** News of a status read or a person about an unknown request, after its call. */
export interface Resolution {
  readonly position: number
  /** Null: the request was not cancelled, and is pending again. */
  readonly outcome: Extract<Outcome, { status: 'succeeded' }> | null
  readonly source: Verdict['by']
  readonly verdict: Verdict
  /** No call of the request could still arrive at the server at that time. */
  readonly isQuiet: boolean
}

/** The late answer to a call that timed out. An unknown outcome: the call has ended, and its answer tells nothing. */
export interface LateAnswer {
  readonly position: number
  readonly call: string
  readonly outcome: Outcome
}

/** The effect of a late answer. `outcome`: the request's new outcome, if it has changed. */
export type Heard = Written & { readonly ok: true; readonly outcome?: Outcome }

/**
 * The record of runs that survives a crash, as the loop and the store know it. When a promise resolves to `ok`, the
 * data is on the disk. Trouble with the storage is a value; only `load` and `remove` reject for it.
 */
export interface Journal {
  /** False where the journal lives in this page's memory alone. */
  readonly isDurable: boolean
  /** Past runs, the latest first. */
  list(): Promise<readonly RunEntry[]>
  /**
   * @returns null where there is no such run. Rejects where the storage fails: an unreadable run is not a missing run
   */
  load(id: string, yieldIfDue: YieldIfDue): Promise<SavedRun | null>
  /** How many lines the log of a run has; undefined where there is no log, or the browser cannot read it. */
  readLine(id: string): Promise<number | undefined>
  /** Writes the plan of a run that is about to start. */
  create(plan: RunPlan, yieldIfDue: YieldIfDue): Promise<Written>
  /** Opens a stint and raises the epoch, so that no other tab can write to the run any more. */
  take(taking: Taking): Promise<Taken>
  /**
   * Recovers the runs of closed pages: the request in flight becomes unknown, and the run is paused. Call it with the
   * run lock held. A second call changes nothing. Undefined where the browser could not read or write.
   */
  recover(): Promise<readonly LogEntry[] | undefined>
  /**
   * Deletes what was kept long enough: runs that are at their end with nothing unknown after 7 days of use, the
   * ledger's entries after 30.
   */
  forgetOld(): Promise<void>
  /** Settles unknown requests, in any tab. Refuses with `not-pending` where a request is not unknown any more. */
  resolve(id: string, resolutions: readonly Resolution[]): Promise<Written>
  /** Writes down a late answer, whatever has happened to its request since, in any tab. */
  hear(id: string, late: LateAnswer): Promise<Heard | Refused>
  /** Whether this page knows something about a run that it could not write. */
  isOwed(id: string): boolean
  /** Keeps which requests the user sends although an earlier run has dealt with them. */
  include(id: string, included: ReadonlyMap<number, EarlierRun>): Promise<Written>
  /** By position: the requests that an earlier run has cancelled or left in doubt. */
  findEarlier(
    id: string,
    requests: RequestList,
    yieldIfDue: YieldIfDue,
  ): Promise<ReadonlyMap<number, EarlierRun>>
  /**
   * Deletes a run; the ledger keeps its cancelled requests for 30 days.
   *
   * @returns false where the run is going on in some tab, and stays
   */
  remove(id: string): Promise<boolean>
  /**
   * Notes that the log's lines `from` (default: the first) to `line` were sent to the host. Notes nothing where a line
   * before `from` is pending: all of them are sent again.
   */
  noteSent(id: string, line: number, from?: number): Promise<void>
  /** Entries that were written, and perhaps not sent before their page went away. */
  readPending(): Promise<readonly { readonly id: string; readonly entries: readonly LogEntry[] }[]>
}

/**
 * Where the record of runs lives. `kept`: in the browser. `memory`: the browser keeps nothing, and the record goes with
 * the page. `newer`: a newer version of the screen has written the record, so that this version may neither read nor
 * bypass it.
 */
export type Keeping = 'kept' | 'memory' | 'newer'

/** A journal, and where it keeps its runs. */
export interface OpenedJournal {
  readonly journal: Journal
  readonly keeping: Keeping
}
