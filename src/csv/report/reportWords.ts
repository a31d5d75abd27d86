import type { RequestState } from '../../domain/run/requestState'
import type { Issue } from '../../domain/sheet/issue'
import type { EarlierRun } from '../../domain/run/earlierRun'

/** The words of a report; they come from the screen, which holds every visible string. */
export interface ReportWords {
  describeIssue(issue: Issue): string
  /** @param earlier the run that holds it back */
  describeState(state: RequestState, earlier?: EarlierRun): { status: string; code: string; message: string }
}
