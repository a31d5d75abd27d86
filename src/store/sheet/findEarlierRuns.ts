import type { CancellationRequest } from '../../domain/run/cancellation'
import type { EarlierRun } from '../../domain/run/earlierRun'
import { outcomeAt } from '../../domain/run/outcomeList'
import type { Cancellation } from '../../domain/run/run'
import type { YieldIfDue } from '../../domain/time/yieldIfDue'
import type { Journal } from '../../domain/record/journal'
import { earlierFound } from '../slices/runActions'
import type { Thunk } from '../store'

/**
 * Asks the journal, but not about requests that this run has cancelled: they are never sent again, and each question costs
 * two hashes.
 */
async function lookUp(
  journal: Journal,
  id: string,
  { requests, outcomes, tally }: Cancellation,
  yieldIfDue: YieldIfDue,
): Promise<ReadonlyMap<number, EarlierRun>> {
  // A new list may have a million requests: it stays packed.
  if (tally.cancelled + tally.alreadyCancelled === 0) return journal.findEarlier(id, requests, yieldIfDue)
  const positions: number[] = []
  const asked: CancellationRequest[] = []
  let position = 0
  for (const request of requests) {
    if (outcomeAt(outcomes, position)?.status !== 'succeeded') {
      positions.push(position)
      asked.push(request)
    }
    position += 1
    const pause = yieldIfDue()
    if (pause) await pause
  }
  const found = await journal.findEarlier(id, asked, yieldIfDue)
  return new Map([...found].map(([index, earlier]) => [positions[index] ?? 0, earlier]))
}

/**
 * Looks up which requests an earlier run has cancelled or left in doubt. Does nothing if their sheet was edited
 * meanwhile, or the run was read again.
 */
export function findEarlierRuns(id: string): Thunk<Promise<void>> {
  return async (dispatch, getState, services) => {
    const { journal } = await services.record.openJournal()
    const cancellation = getState().runs.byId[id]
    if (!cancellation) return
    const skipped = await lookUp(journal, id, cancellation, services.createYieldIfDue())
    const now = getState().runs.byId[id]
    if (now?.requests === cancellation.requests && skipped.size + now.skipped.size > 0) {
      dispatch(earlierFound({ id, skipped }))
    }
  }
}
