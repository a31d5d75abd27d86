import type { LogEntry, Resolution, RunNews } from '../domain/journal'
import { recount } from '../domain/tally'
import { putStanding } from './keepLedger'
import { addLine, type Draft, putDraft } from './keepLog'
import { type Printed, Refused, readOutcome, type StepContext } from './stepRun'
import type { Tx } from './tables'

type ResolveContext = Pick<StepContext, 'id' | 'at' | 'print'>

function describe({ outcome, source, verdict }: Resolution, { request }: Printed, at: number): RunNews {
  const { subOrderId } = request
  if (outcome) return { type: 'outcome', subOrderId, outcome, source }
  return { type: 'reopened', subOrderId, verdict: verdict ?? { by: 'status-read', at } }
}

/**
 * Settles what was unknown. No fence: a late answer comes to the page that sent the call, whoever holds the run now.
 *
 * @throws Refused where one of them is unknown no more
 */
export async function resolveRequests(
  tx: Tx,
  context: ResolveContext,
  resolutions: readonly Resolution[],
): Promise<readonly LogEntry[]> {
  const { id, at } = context
  const record = await tx.get('runs', id)
  if (!record) throw new Refused('storage')
  const draft: Draft = { record, log: [] }
  for (const resolution of resolutions) {
    const { position, outcome } = resolution
    const printed = context.print(position)
    const [state, ledger] = await Promise.all([
      tx.get('state', [id, position]),
      tx.get('ledger', printed.prints[0]),
    ])
    const before = readOutcome(state)
    if (!state || before?.status !== 'unknown') throw new Refused('not-pending')
    const standing = outcome ?? 'pending'
    tx.put('state', [id, position], { ...state, standing })
    putStanding(tx, draft.record, printed.prints[0], ledger, standing, at)
    draft.record = { ...draft.record, tally: recount(draft.record.tally, before, outcome ?? undefined) }
    addLine(draft, state.runId, describe(resolution, printed, at), at)
  }
  putDraft(tx, draft)
  return draft.log
}
