import type { EarlierRun } from '../domain/run/earlierRun'
import type { Messages } from './messages'

/** Says on a row which earlier run has dealt with it. */
export function describeEarlier({ fileName, at, standing }: EarlierRun, { earlier, when }: Messages): string {
  return earlier[standing === 'done' ? 'rowDone' : 'rowInDoubt']({ fileName, when: when(at) })
}

/** The rows that are skipped for earlier runs. */
export interface SkippedRows {
  readonly n: number
  /** How many of them are in doubt. */
  readonly doubtful: number
  /** The latest of those runs, and how many more there are. */
  readonly run: EarlierRun
  readonly others: number
}

/** The headline over rows that are skipped for earlier runs. */
export function titleSkipped({ n, doubtful, run, others }: SkippedRows, { earlier, when }: Messages): string {
  const named = { fileName: run.fileName, when: when(run.at) }
  const where = others > 0 ? earlier.moreRuns({ ...named, others }) : earlier.oneRun(named)
  if (doubtful === 0) return earlier.done({ n, others, where })
  if (doubtful === n) return earlier.inDoubt({ n, others, where })
  return earlier.someInDoubt({ n, others, where, doubtful })
}
