import { writeIssueRecords, writeResultRecords } from '../csv/report'
import { SAMPLE_FILE_NAMES, writeSample } from '../csv/template'
import { writeCsv } from '../csv/writeCsv'
import { type RequestState, readRequestState } from '../domain/requestState'
import type { Issue, SheetKind } from '../domain/sheet'
import type { Thunk } from './store'

/** The words of a report; they come from the screen, which holds every visible string. */
export interface ReportWords {
  describeIssue(issue: Issue): string
  describeState(state: RequestState): { status: string; code: string; message: string }
}

/** `sub-orders.csv` and `errors` make `sub-orders-errors.csv`. */
function nameReport(fileName: string, suffix: string): string {
  return `${fileName.replace(/\.[a-z0-9]{1,5}$/i, '')}-${suffix}.csv`
}

export function downloadSample(kind: SheetKind): Thunk<Promise<void>> {
  return async (_, __, services) => {
    services.saveFile(SAMPLE_FILE_NAMES[kind], await writeSample(kind, services.createBreathe()))
  }
}

/** The rows that cannot be sent, in the user's own columns, with the reason. */
export function downloadIssues(kind: SheetKind, words: ReportWords): Thunk<Promise<void>> {
  return async (_, getState, services) => {
    const checked = getState().sheets[kind].sheet?.checked
    if (!checked) return
    const records = writeIssueRecords(checked, words.describeIssue)
    const { delimiter, fileName } = checked.sheet
    const content = await writeCsv(records, { delimiter, breathe: services.createBreathe() })
    services.saveFile(nameReport(fileName, 'issues'), content)
  }
}

/** The uploaded rows with what became of them, as it stands at this moment: the failed ones, or all. */
export function downloadResults(
  kind: SheetKind,
  choose: 'failed' | 'all',
  words: ReportWords,
): Thunk<Promise<void>> {
  return async (_, getState, services) => {
    const { sheets, runs } = getState()
    const sheet = sheets[kind].sheet
    // Both are immutable: a run that goes on while the file is written changes nothing in it.
    const cancellation = sheet && runs.byId[sheet.id]
    if (!cancellation) return
    const records = writeResultRecords(sheet.checked, choose, {
      describeRequest: (index) => {
        const state = readRequestState(cancellation, index)
        return { ...words.describeState(state), failed: state.status === 'failed' }
      },
      describeIssue: (issue) => ({
        ...words.describeState({ status: 'not-sent' }),
        code: issue.code,
        message: words.describeIssue(issue),
      }),
    })
    const { delimiter, fileName } = sheet.checked.sheet
    const content = await writeCsv(records, { delimiter, breathe: services.createBreathe() })
    services.saveFile(nameReport(fileName, choose === 'failed' ? 'errors' : 'results'), content)
  }
}
