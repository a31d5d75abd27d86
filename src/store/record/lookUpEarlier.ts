import type { EarlierRun } from '../../domain/run/earlierRun'
import { outcomeAt } from '../../domain/run/outcomeList'
import type { CancellationRequest } from '../../domain/run/cancellation'
import type { Cancellation } from '../../domain/run/run'
import type { YieldIfDue } from '../../domain/time/yieldIfDue'
import type { Journal } from '../../domain/record/journal'

/**
 * Looks up which requests an earlier run has cancelled or left in doubt. What this run has cancelled is not asked about: it
 * is never sent again, and each question costs two hashes.
 *
 * @returns the earlier runs by position
 */
export async function lookUpEarlier(
  journal: Journal,
  id: string,
  { requests, outcomes }: Pick<Cancellation, 'requests' | 'outcomes'>,
  yieldIfDue: YieldIfDue,
): Promise<ReadonlyMap<number, EarlierRun>> {
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
  // A list that is packed stays so.
  if (asked.length === requests.length) return journal.findEarlier(id, requests, yieldIfDue)
  const found = await journal.findEarlier(id, asked, yieldIfDue)
  return new Map([...found].map(([index, earlier]) => [positions[index] ?? 0, earlier]))
}
