import type { YieldIfDue } from '../domain/time/yieldIfDue'
import type { Outcome } from '../domain/run/outcome'
import { createOutcomeList, withOutcomes } from '../domain/run/outcomeList'
import { createCancellation, type Run } from '../domain/run/run'
import { createTally, recount, type Tally } from '../domain/run/tally'
import { joinSheet } from './plan/joinSheet'
import { keyOfChunk } from './plan/planChunks'
import { readPlan } from './plan/readPlan'
import type { RunRecord, StateRecord } from './tables/records'
import { isOut } from '../domain/run/call'
import { callsOf, outcomeOf } from './judgeRow'
import type { Tables } from './tables/tables'
import type { SavedRun } from '../domain/record/runEntry'

/** States read at a time; the browser clones them into the page in some milliseconds. */
const STATES_AT_ONCE = 5000

async function readStates(
  tables: Tables,
  id: string,
  total: number,
  yieldIfDue: YieldIfDue,
): Promise<StateRecord[]> {
  const states: StateRecord[] = []
  for (let from = 0; from < total; from += STATES_AT_ONCE) {
    const read = await tables.read(['state'], (tx) =>
      tx.getAll('state', { lower: [id, from], upper: [id, from + STATES_AT_ONCE] }),
    )
    for (const state of read) states.push(state)
    await yieldIfDue()
  }
  return states
}

async function readPicks(tables: Tables, record: RunRecord): Promise<readonly number[] | null> {
  if (!record.hasPicks) return null
  const chunk = await tables.read(['plan'], (tx) => tx.get('plan', keyOfChunk(record.id, 'picks', 0)))
  if (chunk?.part !== 'picks') throw new Error(`run ${record.id} has lost its list`)
  return chunk.picks
}

function readRun(record: RunRecord, picks: readonly number[] | null): Run | null {
  const pass = record.passes[record.runId]
  if (!pass) return null
  const { done, total } = pass
  return {
    id: record.runId,
    picks,
    total,
    done,
    inFlight: record.sending !== null,
    phase: record.phase,
    ...(record.pausedBy === undefined ? {} : { pausedBy: record.pausedBy }),
    stint: { startedAt: 0, fromDone: done, now: 0 },
  }
}

interface States {
  readonly outcomes: ReadonlyMap<number, Outcome>
  readonly tally: Tally
  readonly callsOut: ReadonlyMap<number, readonly string[]>
}

/** Counts the states themselves: the count in the run's record may be wrong. */
function countStates(states: readonly StateRecord[], total: number): States {
  const outcomes = new Map<number, Outcome>()
  const callsOut = new Map<number, readonly string[]>()
  let tally = createTally(total)
  for (const state of states) {
    const out = callsOf(state).filter(isOut)
    if (out.length > 0)
      callsOut.set(
        state.position,
        out.map(({ id }) => id),
      )
    const outcome = outcomeOf(state) ?? state.known ?? outcomeOf(state.before)
    if (!outcome) continue
    outcomes.set(state.position, outcome)
    tally = recount(tally, undefined, outcome)
  }
  return { outcomes, tally, callsOut }
}

/** Reads a whole run, some records at a time. @returns null where it is gone */
export async function loadRun(tables: Tables, id: string, yieldIfDue: YieldIfDue): Promise<SavedRun | null> {
  const readRecord = () => tables.read(['runs'], (tx) => tx.get('runs', id))
  const record = await readRecord()
  if (!record) return null
  // All parts are read at once: the browser reads a part while the page takes in another.
  const [plan, states, picks] = await Promise.all([
    readPlan(tables, id, yieldIfDue),
    readStates(tables, id, record.tally.total, yieldIfDue),
    readPicks(tables, record),
  ])
  // Another tab has removed the run meanwhile, and perhaps only a part of it was read.
  if (!(await readRecord()) || plan.requests.length !== record.tally.total) return null
  const { outcomes, tally, callsOut } = countStates(states, plan.requests.length)
  const { kind, fileName, sheet } = record
  return {
    entry: record,
    line: record.written,
    callsOut,
    cancellation: {
      ...createCancellation(plan.requests),
      outcomes: withOutcomes(createOutcomeList(plan.requests.length), outcomes),
      tally,
      run: readRun(record, picks),
      included: plan.included,
      epoch: record.epoch,
    },
    checked: sheet && kind !== 'single' ? joinSheet({ ...plan, kind, fileName, head: sheet }) : null,
  }
}
