import type { ReportWords } from '../store/downloadThunks'
import { createMessages, type Messages } from './messages'

export function createReportWords(messages: Messages): ReportWords {
  return { describeIssue: messages.describeIssue, describeState: messages.describeState }
}

/** Of the downloads: English, whatever the screen speaks, since files go to other people and come back as uploads. */
export const reportWords = createReportWords(createMessages('en-GB'))
