import type { YieldIfDue } from '../time/yieldIfDue'
import { yieldByRows } from '../sheet/yieldByRows'
import type { CancellationRequest } from '../run/cancellation'
import { blameCell, nameOtherRow } from '../row/blameCell'
import { checkRow } from '../row/checkRow'
import type { SubOrderId } from '../ids/identifiers'
import { blameHidden } from '../cautions/leaveOut'
import type { Sheet } from '../sheet/sheet'
import { createTableWatch } from '../tables/tableWatch'
import type { Issue } from '../sheet/issue'
import type { Verdicts } from '../sheet/verdicts'
import type { Lookers } from './lookers'

/**
 * Checks a sheet of whole sub-orders: the first sound row of each ID is sent. A single walk, so that a long sheet needs
 * little more memory than its requests.
 */
export async function checkWholes(
  sheet: Sheet,
  { notes, hidden }: Lookers,
  yieldIfDue: YieldIfDue,
): Promise<Verdicts> {
  const issues: Issue[] = []
  const requests: CancellationRequest[] = []
  const requestOfRow = new Int32Array(sheet.rows.length).fill(-1)
  const firstRows = new Map<SubOrderId, number>()
  const watch = createTableWatch(sheet)
  const yieldAfter = yieldByRows(yieldIfDue)
  let position = 0
  for (const row of sheet.rows) {
    const pause = yieldAfter(row)
    if (pause) await pause
    const finding = checkRow(sheet, row)
    const elsewhere = watch.look(row, finding.issue)
    const firstRow = finding.issue ? undefined : firstRows.get(finding.subOrderId)
    if (elsewhere) issues.push(elsewhere)
    else if (finding.issue) issues.push(finding.issue)
    else if (firstRow !== undefined) {
      const issue = blameCell(sheet, row, 'DUPLICATE_ID', sheet.columns.subOrderId)
      issues.push(nameOtherRow(issue, firstRow))
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
  return { issues, requests, requestOfRow }
}
