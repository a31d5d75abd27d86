import type { RequestState } from '../../domain/run/requestState'
import type { Issue } from '../../domain/sheet/issue'
import type { EarlierRun } from '../../domain/run/earlierRun'

/** The words of a report. The screen provides them, because it holds every visible text. */
export interface ReportWords {
  describeIssue(issue: Issue): string
  /** @param earlier the run because of which the request was skipped */
  describeState(state: RequestState, earlier?: EarlierRun): { status: string; code: string; message: string }
}
