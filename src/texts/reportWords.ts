import type { ReportWords } from '../csv/report/reportWords'
import { describeIssue } from './describeIssue'
import { describeState } from './describeState'
import { createMessages, type Messages } from './messages'
import type { OwnNames } from './ownNames'

export function createReportWords(messages: Messages): ReportWords {
  return {
    describeIssue: (issue) => describeIssue(issue, messages),
    describeState: (state, earlier) => describeState(state, messages, earlier),
  }
}

const known = new WeakMap<OwnNames, ReportWords>()

/** The words of downloads. They are English in every locale: files go to other people and come back as uploads. */
export function findReportWords(names: OwnNames): ReportWords {
  const words = known.get(names) ?? createReportWords(createMessages('en-GB', undefined, undefined, names))
  known.set(names, words)
  return words
}
