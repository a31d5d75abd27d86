import type { CallRecord } from '../../domain/run/call'
import type { Outcome } from '../../domain/run/outcome'
import type { PlanChunk, SheetHead } from './planChunk'
import type { EarlierRun } from '../../domain/run/earlierRun'
import type { LogEntry } from '../../domain/record/logEntry'
import type { RunEntry } from '../../domain/record/runEntry'

/**
 * The values of each store. A changed shape needs a new `SCHEMA_VERSION`; a new part of the plan that pages of an older
 * version can pass over does not.
 */
export interface Values {
  runs: RunRecord
  plan: PlanChunk
  state: StateRecord
  ledger: LedgerRecord
  log: LogEntry
  days: DayRecord
}

export type StoreName = keyof Values

export const STORE_NAMES: readonly StoreName[] = ['runs', 'plan', 'state', 'ledger', 'log', 'days']

/**
 * Version 2 added the calls of a request and the days of use. A page of version 1 would send again while a call is out.
 */
export const SCHEMA_VERSION = 2

/**
 * The keys of each store. `runs`: ID of the cancellation. `plan`: [ID, part, number]. `state`: [ID, position].
 * `ledger`: print.
 * `log`: [ID, line]. `days`: one record, `DAYS_KEY`.
 */
export type Key = string | readonly (string | number)[]

/** The progress of one of a cancellation's runs. */
export interface Pass {
  readonly sequence: number
  readonly done: number
  readonly total: number
}

/** One cancellation, written with each step. Everything long stands in `plan`. */
export interface RunRecord extends RunEntry {
  readonly epoch: number
  /** The present run: its UUID, and whether its picks stand in the plan. */
  readonly runId: string
  readonly hasPicks: boolean
  /** Position of the request that is out; null where none is. */
  readonly sending: number | null
  /** By the UUID of the run. */
  readonly passes: Readonly<Record<string, Pass>>
  /** Numbers of the last lines of the log that were written, and sent to the host. */
  readonly written: number
  readonly told: number
  /** Written by version 1, where a tick for some requests stood for all. No longer read. */
  readonly includesEarlier?: boolean
  readonly sheet: SheetHead | null
  /** Day of use on which it was last written; absent where version 1 wrote it. */
  readonly day?: number
}

/**
 * Counts the days on which the screen was opened. The age of a record is the number of such days since. A clock that is
 * set adds one day at most, where a date would jump by weeks.
 */
export interface DayRecord {
  readonly day: number
  /** When the present day began, by the wall clock: milliseconds since 1970. */
  readonly since: number
}

export const DAYS_KEY = 'days'

/** The state of a request. A request without a state is pending and was never sent. */
export interface StateRecord {
  readonly position: number
  /** UUID of the run that sent it last. */
  readonly runId: string
  /** Idempotency key of its calls. */
  readonly key: string
  /** `pending`: proven not processed, or found not cancelled. */
  readonly standing: 'pending' | 'sending' | Outcome
  /** The call that is out, while the request is being sent. */
  readonly call?: string
  /** Other calls whose end is not known for certain; oldest first. */
  readonly calls?: readonly CallRecord[]
  /** The success that an earlier call has reported meanwhile, while the request is being sent. */
  readonly known?: Extract<Outcome, { status: 'succeeded' }>
  /** Whether the request was ever UNKNOWN. */
  readonly wasUnknown?: true
  /** The state before, while the request is sent again: it holds again if the call proves not processed. */
  readonly before?: Omit<StateRecord, 'before'>
}

/**
 * The latest fact about a request over all runs, by its print. Nothing stands against sending a request without a
 * record.
 */
export interface LedgerRecord extends EarlierRun {
  /** The call that left the request in doubt, as long as its answer may come. */
  readonly out?: string
  /** The record of another run before this one. It holds again if this run leaves nothing. */
  readonly over?: LedgerRecord
  /** Day of use on which it was written; absent where version 1 wrote it. */
  readonly day?: number
}
