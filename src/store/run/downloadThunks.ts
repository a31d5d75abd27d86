import { writeIssueRecords, writeResultRecords } from '../../csv/report/reportRecords'
import { SAMPLE_FILE_NAMES, writeSample } from '../../csv/report/writeSample'
import { writeCsv } from '../../csv/report/writeCsv'
import { requestStateAt } from '../../domain/run/requestState'
import type { Cancellation } from '../../domain/run/run'
import { findSkippingRun } from '../../domain/run/findSkippingRun'
import { findLoadedSheet } from '../selectors'
import type { Thunk } from '../store'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { ReportWords } from '../../csv/report/reportWords'

/** `sub-orders.csv` and `errors` make `sub-orders-errors.csv`. Windows has no colon in names: a paste's has a time. */
function nameReport(fileName: string, suffix: string): string {
  return `${fileName.replace(/\.[a-z0-9]{1,5}$/i, '').replaceAll(':', '.')}-${suffix}.csv`
}

export function downloadSample(kind: SheetKind): Thunk<Promise<void>> {
  return async (_, __, services) => {
    const { columnNames } = services.files.readLimits()
    services.files.saveFile(
      SAMPLE_FILE_NAMES[kind],
      await writeSample(kind, services.createYieldIfDue(), columnNames),
    )
  }
}

/** Downloads the rows that cannot be sent, in the user's own columns, with the reason. */
export function downloadIssues(kind: SheetKind, words: ReportWords): Thunk<Promise<void>> {
  return async (_, getState, services) => {
    const checked = getState().sheets[kind].sheet?.checked
    if (!checked) return
    const records = writeIssueRecords(checked, words.describeIssue)
    const { delimiter, fileName } = checked.sheet
    const content = await writeCsv(records, { delimiter, yieldIfDue: services.createYieldIfDue() })
    services.files.saveFile(nameReport(fileName, 'issues'), content)
  }
}

/** Which rows a download holds. The first five are disjoint, and together exactly the uploaded rows. */
export type ResultChoice = 'succeeded' | 'failed' | 'unknown' | 'not-sent' | 'skipped' | 'all'

const SUFFIXES: Record<ResultChoice, string> = {
  succeeded: 'success',
  failed: 'errors',
  unknown: 'unknown',
  'not-sent': 'remaining',
  skipped: 'skipped',
  all: 'results',
}

/** The class of a request among the five. A request in flight is not settled yet: it counts as not sent. */
function classify(cancellation: Cancellation, index: number): Exclude<ResultChoice, 'all'> {
  const { status } = requestStateAt(cancellation, index)
  if (status === 'sending') return 'not-sent'
  return status === 'not-sent' && findSkippingRun(cancellation, index) ? 'skipped' : status
}

/** Downloads the uploaded rows with their outcomes at this moment. */
export function downloadResults(
  kind: SheetKind,
  choose: ResultChoice,
  words: ReportWords,
): Thunk<Promise<void>> {
  return async (dispatch, getState) => {
    const id = getState().sheets[kind].sheet?.id
    if (id !== undefined) await dispatch(downloadById(id, choose, words))
  }
}

/** @param id of the cancellation, in a slot or put aside */
export function downloadById(id: string, choose: ResultChoice, words: ReportWords): Thunk<Promise<void>> {
  return async (_, getState, services) => {
    const state = getState()
    const sheet = findLoadedSheet(state, id)
    // Both are immutable: a run that goes on while the file is written does not change its content.
    const cancellation = state.runs.byId[id]
    if (!sheet || !cancellation) return
    const records = writeResultRecords(sheet.checked, {
      isWide: choose === 'all' || choose === 'skipped',
      describeRequest: (index) => {
        if (choose !== 'all' && classify(cancellation, index) !== choose) return undefined
        return words.describeState(requestStateAt(cancellation, index), findSkippingRun(cancellation, index))
      },
      describeIssue: (issue) => {
        if (choose !== 'all' && choose !== 'skipped') return undefined
        return {
          ...words.describeState({ status: 'not-sent' }),
          code: issue.code,
          message: words.describeIssue(issue),
        }
      },
    })
    const { delimiter, fileName } = sheet.checked.sheet
    const content = await writeCsv(records, { delimiter, yieldIfDue: services.createYieldIfDue() })
    services.files.saveFile(nameReport(fileName, SUFFIXES[choose]), content)
  }
}
