import type { Cancellation } from '../../domain/run/run'
import type { ResultChoice } from '../../store/run/downloadThunks'
import { countHeldBack } from '../../store/selectors'

/** How much each of the five downloads holds. */
export type DownloadCounts = Readonly<Record<Exclude<ResultChoice, 'all'>, number>>

/** In sub-orders; rows with an issue are counted one by one. @param issues rows that have one */
export function countDownloads(cancellation: Cancellation, issues: number): DownloadCounts {
  const { cancelled, alreadyCancelled, failed, unknown, notSent } = cancellation.tally
  const heldBack = countHeldBack(cancellation)
  return {
    succeeded: cancelled + alreadyCancelled,
    failed,
    unknown,
    'not-sent': notSent - heldBack,
    skipped: heldBack + issues,
  }
}
