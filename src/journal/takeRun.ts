import type { LogEntry, Step, Taking } from '../domain/journal'
import { addLine, type Draft, putDraft } from './keepLog'
import { keyOfChunk } from './planChunks'
import type { RunRecord } from './records'
import { type Printed, readFenced, stepRun } from './stepRun'
import type { Tables } from './tables'

/** A step whose write failed although its outcome is known: written before anything else once the storage works again. */
export type Owed = Pick<Step, 'settled' | 'returned' | 'done'>

function openStint(record: RunRecord, taking: Taking): RunRecord {
  const { runId, picks, isNew, done, total, includesEarlier } = taking
  const { pausedBy: _, ...rest } = record
  const sequence = record.passes[runId]?.sequence ?? 0
  return {
    ...rest,
    epoch: taking.epoch + 1,
    runId,
    phase: 'running',
    includesEarlier,
    hasPicks: isNew ? picks !== null : record.hasPicks,
    passes: { ...record.passes, [runId]: { sequence, done, total } },
  }
}

/** Makes this tab the owner of a run. @throws Refused */
export function takeRun(
  tables: Tables,
  taking: Taking,
  owed: Owed | undefined,
  { at, print }: { readonly at: number; print(position: number): Printed },
): Promise<readonly LogEntry[]> {
  const { id, runId, epoch, picks, isNew } = taking
  return tables.write(['runs', 'plan', 'state', 'ledger', 'log'], async (tx) => {
    let draft: Draft = { record: await readFenced(tx, id, epoch), log: [] }
    if (owed) {
      const context = { id, epoch, runId: draft.record.runId, repeatsUnknown: false, at, print }
      draft = (await stepRun(tx, context, owed)).draft
    }
    draft.record = openStint(draft.record, taking)
    if (isNew && picks) tx.put('plan', keyOfChunk(id, 'picks', 0), { part: 'picks', picks })
    addLine(draft, runId, { type: isNew ? 'started' : 'continued' }, at)
    putDraft(tx, draft)
    return draft.log
  })
}
