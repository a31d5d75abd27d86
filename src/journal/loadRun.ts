import type { YieldIfDue } from '../domain/time/yieldIfDue'
import { withOutcomes } from '../domain/run/outcomeList'
import { joinRequests } from '../domain/run/requestList'
import { createCancellation, type Run } from '../domain/run/run'
import { joinSheet } from './plan/joinSheet'
import { keyOfChunk } from './plan/planChunks'
import { readPlan } from './plan/readPlan'
import { readStates } from './readStates'
import type { RunRecord } from './tables/records'
import type { Tables } from './tables/tables'
import type { SavedRun } from '../domain/record/runEntry'

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
  const requests = joinRequests(plan.requests)
  if (!(await readRecord()) || requests.length !== record.tally.total) return null
  const { outcomes, tally, callsOut } = states
  const fresh = createCancellation(requests)
  const { kind, fileName, sheet } = record
  return {
    entry: record,
    line: record.written,
    callsOut,
    cancellation: {
      ...fresh,
      outcomes: withOutcomes(fresh.outcomes, outcomes),
      tally,
      run: readRun(record, picks),
      included: plan.included,
      epoch: record.epoch,
    },
    checked:
      sheet && kind !== 'single' ? joinSheet({ ...plan, requests, kind, fileName, head: sheet }) : null,
  }
}
