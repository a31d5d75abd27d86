import type { ReportWords } from '../store/downloadThunks'
import type { Messages } from './messages'

/** The words of the downloads are those of the screen. */
export function createReportWords(messages: Messages): ReportWords {
  return { describeIssue: messages.describeIssue, describeState: messages.describeState }
}
