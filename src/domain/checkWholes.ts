import type { Breathe } from './breathe'
import { breatheByRows } from './breatheByRows'
import type { CancellationRequest } from './cancellation'
import { blameCell, checkRow } from './checkRow'
import { findCountsBelow } from './countBelow'
import type { SubOrderId } from './identifiers'
import { findLabelsBelow } from './labelsBelow'
import { blameHidden } from './leaveOut'
import type { Issue, IssueHint, Sheet, SheetRow } from './sheet'
import { createTableWatch } from './tableWatch'
import type { Lookers, Verdicts } from './validateRows'

/** Whole sub-orders: the first sound row of an ID is kept. One walk, so that a long sheet takes little more than its requests. */
export async function checkWholes(
  sheet: Sheet,
  { notes, hidden }: Lookers,
  breathe: Breathe,
): Promise<Verdicts> {
  const issues: Issue[] = []
  const requests: CancellationRequest[] = []
  const requestOfRow = new Int32Array(sheet.rows.length).fill(-1)
  const firstRows = new Map<SubOrderId, number>()
  const watch = createTableWatch(sheet)
  const breatheAfter = breatheByRows(breathe)
  let position = 0
  for (const row of sheet.rows) {
    const pause = breatheAfter(row)
    if (pause) await pause
    const finding = checkRow(sheet, row)
    const elsewhere = watch.look(row, finding.issue)
    const firstRow = finding.issue ? undefined : firstRows.get(finding.subOrderId)
    if (elsewhere) issues.push(elsewhere)
    else if (finding.issue) issues.push(finding.issue)
    else if (firstRow !== undefined) {
      issues.push(blameCell(sheet, row, 'DUPLICATE_ID', sheet.columns.subOrderId, firstRow))
    } else if (hidden.take(position, finding)) {
      issues.push(blameHidden(sheet, row))
    } else {
      const { subOrderId } = finding
      firstRows.set(subOrderId, row.row)
      notes.look(row, finding)
      requestOfRow[position] = requests.push({ kind: 'whole', subOrderId, row: row.row }) - 1
    }
    position += 1
  }
  takeOutLabels(sheet, { issues, requests, requestOfRow })
  takeOutCounts(sheet, { issues, requests, requestOfRow })
  return { issues, requests, requestOfRow }
}

interface Found {
  readonly issues: Issue[]
  readonly requests: CancellationRequest[]
  readonly requestOfRow: Int32Array
}

/** Below a list may stand labels with a value each, in its columns. */
function takeOutLabels(sheet: Sheet, found: Found): void {
  for (const { hint } of findLabelsBelow(sheet, found.requests, found.requestOfRow))
    takeOutLast(sheet, found, hint)
}

/** Below a list may stand how many rows it has, and how many of them differ. */
function takeOutCounts(sheet: Sheet, found: Found): void {
  const { requests, requestOfRow } = found
  const counts = findCountsBelow(sheet, requests, (request) => requestOfRow.lastIndexOf(request))
  for (let taken = 0; taken < counts; taken += 1) takeOutLast(sheet, found, 'total')
}

/** The last row that would be sent is none of the list. */
function takeOutLast(sheet: Sheet, { issues, requests, requestOfRow }: Found, hint: IssueHint): void {
  const position = requestOfRow.lastIndexOf(requests.length - 1)
  requests.pop()
  requestOfRow[position] = -1
  const issue = blameCell(sheet, sheet.rows.at(position) as SheetRow, 'INVALID_ID', sheet.columns.subOrderId)
  // All rows below it have an issue each.
  issues.splice(issues.length - (requestOfRow.length - 1 - position), 0, { ...issue, hint })
}
