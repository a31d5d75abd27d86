import type { CancellationRequest } from '../domain/run/cancellation'
import type { EarlierRun } from '../domain/run/earlierRun'
import { recount } from '../domain/run/tally'
import { outcomeOf } from './judgeRow'
import { type LedgerEntry, putStanding } from './keepLedger'
import type { Draft } from './keepLog'
import type { LedgerRecord, RunRecord, StateRecord } from './tables/records'
import type { Tx } from './tables/tables'
import type { Refusal } from '../domain/record/written'

/** A request of the run with its prints, computed before the transaction. */
export interface Printed {
  readonly request: CancellationRequest
  /** The request's own print comes first. Entries under the other prints can skip the request, too. */
  readonly prints: readonly [string, ...string[]]
}

/** Thrown to leave a transaction with nothing written. */
export class Refused extends Error {
  readonly why: Refusal
  constructor(why: Refusal) {
    super(why)
    this.why = why
  }
}

/** The run that is written to, and the time of writing. */
export interface RowContext {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** The present day of use. */
  readonly day: number
  print(position: number): Printed
}

export interface StepContext extends RowContext {
  readonly epoch: number
  readonly runId: string
  readonly repeatsUnknown: boolean
  readonly included: ReadonlyMap<number, EarlierRun>
  /** Whether a page is open, and so may still hear the answers to its calls. */
  isAlive(page: string): boolean
  /** Names the next call. */
  nameCall(): string
}

/** Reads the run's record. @throws Refused where this tab no longer holds the run */
export async function readFenced(tx: Tx, id: string, epoch: number): Promise<RunRecord> {
  const record = await tx.get('runs', id)
  // The database was deleted under us, by a logout for instance.
  if (!record) throw new Refused('storage')
  if (record.epoch !== epoch) throw new Refused('fenced')
  return record
}

/** One request of the run, with its state and the ledger's entries under its prints. */
export interface Row {
  readonly position: number
  readonly printed: Printed
  readonly state: StateRecord | undefined
  readonly ledger: readonly (LedgerRecord | undefined)[]
}

export async function findRow(
  tx: Tx,
  context: Pick<RowContext, 'id' | 'print'>,
  position: number,
): Promise<Row> {
  const printed = context.print(position)
  const [state, ...ledger] = await Promise.all([
    tx.get('state', [context.id, position]),
    ...printed.prints.map((print) => tx.get('ledger', print)),
  ])
  return { position, printed, state, ledger }
}

/** The ledger's entry under a row's own print. */
export const findOwnEntry = ({ printed, ledger }: Row): LedgerEntry => ({
  print: printed.prints[0],
  record: ledger[0],
})

/** Writes a request's new state, its entry in the ledger, and the counts of the run. */
export function putRow(draft: Draft, row: Row, state: StateRecord, { at, day }: RowContext): void {
  const { tx, record } = draft
  const { id, fileName } = record
  tx.put('state', [id, row.position], state)
  putStanding(tx, findOwnEntry(row), state, { id, fileName, at, day })
  const wasSending = record.sending === row.position ? null : record.sending
  draft.record = {
    ...record,
    day,
    tally: recount(record.tally, outcomeOf(row.state), outcomeOf(state)),
    sending: state.standing === 'sending' ? row.position : wasSending,
  }
}
