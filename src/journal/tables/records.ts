import type { CallRecord } from '../../domain/run/call'
import type { Outcome } from '../../domain/run/outcome'
import type { PlanChunk, SheetHead } from './planChunk'
import type { EarlierRun } from '../../domain/run/earlierRun'
import type { LogEntry } from '../../domain/record/logEntry'
import type { RunEntry } from '../../domain/record/runEntry'

/** What stands in the stores. A changed shape needs a new `SCHEMA_VERSION`. */
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

/** 2: each request with its calls, the days of use. A page of version 1 would send what a call of another page still holds. */
export const SCHEMA_VERSION = 2

/**
 * `runs`: ID of the cancellation. `plan`: [ID, part, number]. `state`: [ID, position]. `ledger`: print. `log`: [ID, line].
 * `days`: one record, `DAYS_KEY`.
 */
export type Key = string | readonly (string | number)[]

/** How far one of a cancellation's runs has come. */
export interface Pass {
  readonly sequence: number
  readonly done: number
  readonly total: number
}

/** One cancellation; written anew with each step. Everything long stands in `plan`. */
export interface RunRecord extends RunEntry {
  readonly epoch: number
  /** The present run: its UUID, and whether its picks stand in the plan. */
  readonly runId: string
  readonly hasPicks: boolean
  /** Position of the request that is out; null where none is. */
  readonly sending: number | null
  /** By the UUID of the run. */
  readonly passes: Readonly<Record<string, Pass>>
  /** Lines of the log: written, and told to the host. */
  readonly written: number
  readonly told: number
  /** Written by version 1, which let a tick for some requests stand for all. Read no more. */
  readonly includesEarlier?: boolean
  readonly sheet: SheetHead | null
  /** Day of use on which it was last written; absent: by version 1, before the first. */
  readonly day?: number
}

/**
 * Days on which the screen was opened, counted up. What is kept is as old as the number of days since: a clock that is set
 * adds one day at most, where a date would jump over weeks.
 */
export interface DayRecord {
  readonly day: number
  /** When the present day began, by the wall clock: milliseconds since 1970. */
  readonly since: number
}

export const DAYS_KEY = 'days'

/** Absent: pending, never tried. */
export interface StateRecord {
  readonly position: number
  /** UUID of the run that sent it last. */
  readonly runId: string
  /** Idempotency key it was sent with, and is sent with again. */
  readonly key: string
  /** `pending`: proven not processed, or found not cancelled. */
  readonly standing: 'pending' | 'sending' | Outcome
  /** While it is being sent: the call that is out. */
  readonly call?: string
  /** Calls before that one, or all of them, whose end is not known for certain; oldest first. */
  readonly calls?: readonly CallRecord[]
  /** While it is being sent: what an earlier call of it has said meanwhile. */
  readonly known?: Extract<Outcome, { status: 'succeeded' }>
  /** It was UNKNOWN at some time. */
  readonly wasUnknown?: true
  /** While it is sent once more: what it was before, and is again if the call proves not processed. */
  readonly before?: Omit<StateRecord, 'before'>
}

/** By the print of a request: the last that is known of it over all runs. Absent: nothing stands against sending it. */
export interface LedgerRecord extends EarlierRun {
  /** The call that left it in doubt, as long as its answer may come. */
  readonly out?: string
  /** What another run left before this one, and what holds again if this one comes to nothing. */
  readonly over?: LedgerRecord
  /** Day of use on which it was written; absent: by version 1, before the first. */
  readonly day?: number
}
