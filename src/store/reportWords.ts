import type { RequestState } from '../domain/requestState'
import type { Issue } from '../domain/issue'
import type { EarlierRun } from '../domain/earlierRun'

/** The words of a report; they come from the screen, which holds every visible string. */
export interface ReportWords {
  describeIssue(issue: Issue): string
  /** @param earlier the run that holds it back */
  describeState(state: RequestState, earlier?: EarlierRun): { status: string; code: string; message: string }
}
