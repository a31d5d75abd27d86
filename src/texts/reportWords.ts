import { createMessages, type Messages } from './messages'
import type { OwnNames } from './ownNames'
import type { ReportWords } from '../csv/report/reportWords'

export function createReportWords(messages: Messages): ReportWords {
  return { describeIssue: messages.describeIssue, describeState: messages.describeState }
}

const known = new WeakMap<OwnNames, ReportWords>()

/** Of the downloads: English, whatever the screen speaks, since files go to other people and come back as uploads. */
export function findReportWords(names: OwnNames): ReportWords {
  const words = known.get(names) ?? createReportWords(createMessages('en-GB', undefined, undefined, names))
  known.set(names, words)
  return words
}
