import type { YieldIfDue } from '../domain/time/yieldIfDue'
import type { RunPlan } from '../domain/record/runEntry'
import { createTally } from '../domain/run/tally'
import { writeChunks } from './plan/planChunks'
import { writePlan, writeSheetHead } from './plan/writePlan'
import type { PlanChunk } from './tables/planChunk'
import type { Key, RunRecord } from './tables/records'
import { readDay } from './countDays'
import { rangeOf, type Tables } from './tables/tables'

/** Chunks written in one transaction: about 5 ms of work. */
const CHUNKS_AT_ONCE = 5

function createRecord(plan: RunPlan, at: number, day: number): RunRecord {
  const { id, kind, fileName, fileHash, by, requests, checked } = plan
  return {
    id,
    kind,
    fileName,
    fileHash,
    by,
    startedAt: at,
    lastEventAt: at,
    tally: createTally(requests.length),
    phase: 'stopped',
    issues: checked?.issues.length ?? 0,
    epoch: 0,
    runId: '',
    hasPicks: false,
    sending: null,
    passes: {},
    written: 0,
    told: 0,
    sheet: checked && writeSheetHead(checked),
    day,
  }
}

/** Writes the plan of a run, some chunks at a time. Its record comes last: without a record, the run does not exist. */
export async function createRun(
  tables: Tables,
  plan: RunPlan,
  at: number,
  yieldIfDue: YieldIfDue,
): Promise<void> {
  let chunks: (readonly [Key, PlanChunk])[] = []
  let count = 0
  for (const chunk of writePlan(plan)) {
    chunks.push(chunk)
    count += 1
    if (chunks.length < CHUNKS_AT_ONCE) continue
    await writeChunks(tables, chunks)
    chunks = []
    await yieldIfDue()
  }
  await writeChunks(tables, chunks)
  await tables.write(['runs', 'plan', 'days'], async (tx) => {
    const keys = await tx.getAllKeys('plan', rangeOf(plan.id))
    // Where a browser has no locks, another tab may have removed the chunks as those of a page that is gone.
    if (keys.length !== count) throw new Error(`the plan of run ${plan.id} is not whole`)
    tx.put('runs', plan.id, createRecord(plan, at, await readDay(tx)))
  })
}
