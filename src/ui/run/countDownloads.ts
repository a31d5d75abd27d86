import type { Cancellation } from '../../domain/run/run'
import type { ResultChoice } from '../../store/run/downloadThunks'
import { countSkipped } from '../../store/selectors'

/** The size of each of the five downloads. */
export type DownloadCounts = Readonly<Record<Exclude<ResultChoice, 'all'>, number>>

/** Counts sub-orders, and rows with an issue one by one. @param issues number of rows with an issue */
export function countDownloads(cancellation: Cancellation, issues: number): DownloadCounts {
  const { cancelled, alreadyCancelled, failed, unknown, notSent } = cancellation.tally
  const skipped = countSkipped(cancellation)
  return {
    succeeded: cancelled + alreadyCancelled,
    failed,
    unknown,
    'not-sent': notSent - skipped,
    skipped: skipped + issues,
  }
}
