import type { LateAnswer, Resolution } from '../domain/record/journal'
import type { LogEntry, RunNews } from '../domain/record/logEntry'
import type { Outcome } from '../domain/run/outcome'
import { hearCall, INTERRUPTED, outcomeOf, settleByVerdict } from './judgeRow'
import { findOwn, putStanding } from './keepLedger'
import { addLine, type Draft, putDraft } from './keepLog'
import type { StateRecord } from './tables/records'
import { findOwnEntry, findRow, putRow, Refused, type Row, type RowContext } from './runRow'
import type { Tx } from './tables/tables'

/**
 * Opens a draft without a fence: a late answer reaches the page that sent the call, whichever tab holds the run now.
 */
async function openDraft(tx: Tx, id: string): Promise<Draft> {
  const record = await tx.get('runs', id)
  if (!record) throw new Refused('storage')
  return { tx, record, log: [] }
}

function describe({ outcome, source, verdict }: Resolution, { printed }: Row): RunNews {
  const { subOrderId } = printed.request
  if (outcome) return { type: 'outcome', subOrderId, outcome, source }
  return { type: 'reopened', subOrderId, verdict }
}

/**
 * Settles unknown requests by a status read, or by a person's word.
 *
 * @throws Refused where one of the requests is no longer unknown
 */
export async function resolveRequests(
  tx: Tx,
  context: RowContext,
  resolutions: readonly Resolution[],
): Promise<readonly LogEntry[]> {
  const draft = await openDraft(tx, context.id)
  for (const resolution of resolutions) {
    const row = await findRow(tx, context, resolution.position)
    const { state } = row
    if (!state || outcomeOf(state)?.status !== 'unknown') throw new Refused('not-pending')
    putRow(draft, row, settleByVerdict(state, resolution.outcome, resolution.isQuiet), context)
    addLine(draft, state.runId, describe(resolution, row), context.at)
  }
  putDraft(draft)
  return draft.log
}

/**
 * Writes a late answer to the ledger alone: the record of its run was deleted while the call was out.
 *
 * @throws Refused where the ledger does not wait for this call
 */
async function hearForgotten(tx: Tx, context: RowContext, { position, call, outcome }: LateAnswer) {
  const entry = findOwnEntry(await findRow(tx, context, position))
  const own = findOwn(entry.record, context.id)
  if (!own || (outcome.status !== 'succeeded' && own.out !== call)) throw new Refused('settled')
  // Other calls of the request may have acted, and their records are gone: without a success the doubt stays.
  const standing = outcome.status === 'succeeded' ? outcome : INTERRUPTED
  const state: StateRecord = { position, runId: '', key: '', standing, calls: [] }
  putStanding(tx, entry, state, { ...context, fileName: own.fileName })
  return { log: [] }
}

/**
 * Writes a late answer, and settles its request where that is certain now.
 *
 * @throws Refused where the answer tells nothing new
 */
export async function hearLate(
  tx: Tx,
  context: RowContext,
  late: LateAnswer,
): Promise<{ readonly log: readonly LogEntry[]; readonly outcome?: Outcome }> {
  if (!(await tx.get('runs', context.id))) return hearForgotten(tx, context, late)
  const { position, call, outcome } = late
  const draft = await openDraft(tx, context.id)
  const row = await findRow(tx, context, position)
  const { state } = row
  const heard = state && hearCall(state, call, outcome)
  if (!heard || heard === state) throw new Refused('settled')
  putRow(draft, row, heard, context)
  const now = outcomeOf(heard)
  const hasChanged = now !== undefined && now !== outcomeOf(state)
  if (hasChanged) {
    const { subOrderId } = row.printed.request
    addLine(
      draft,
      state.runId,
      { type: 'outcome', subOrderId, outcome: now, source: 'late-answer' },
      context.at,
    )
  }
  putDraft(draft)
  // While the request is sent again, the screen shows the answer to an earlier call at once. The log gets it when the
  // call ends.
  const shown = hasChanged ? now : heard.known
  return { log: draft.log, ...(shown ? { outcome: shown } : {}) }
}
