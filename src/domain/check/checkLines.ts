import type { CancellationRequest, LineItem } from '../run/cancellation'
import type { Issue } from '../sheet/issue'
import type { Sheet } from '../sheet/sheet'
import type { Verdicts } from '../sheet/verdicts'
import type { YieldIfDue } from '../time/yieldIfDue'
import { checkLineRows } from './checkLineRows'
import { checkSubOrder, createScratch, type Finding } from './checkSubOrder'
import type { Lookers } from './lookers'

// Asking whether to yield reads the clock; a row costs about a microsecond.
const ROWS_BETWEEN_YIELDS = 512

const hasLines = (lines: readonly LineItem[]): lines is readonly [LineItem, ...LineItem[]] => lines.length > 0

async function gatherIssues(findings: readonly Finding[], yieldIfDue: YieldIfDue): Promise<Issue[]> {
  const issues: Issue[] = []
  for (const [position, { issue }] of findings.entries()) {
    const pause = position % ROWS_BETWEEN_YIELDS === 0 ? yieldIfDue() : undefined
    if (pause) await pause
    if (issue) issues.push(issue)
  }
  return issues
}

/**
 * Checks a sheet of line items: each row by itself, then each sub-order as a whole. For a late line, the screen may skip
 * the lines above.
 */
export async function checkLines(sheet: Sheet, lookers: Lookers, yieldIfDue: YieldIfDue): Promise<Verdicts> {
  const { findings, subOrders } = await checkLineRows(sheet, lookers, yieldIfDue)
  const scratch = createScratch()
  const requests: CancellationRequest[] = []
  const requestOfRow = new Int32Array(findings.length).fill(-1)
  let lines = 0
  for (const [subOrderId, positions] of subOrders) {
    const lineItems = checkSubOrder(sheet, findings, positions, scratch)
    if (hasLines(lineItems)) {
      requests.push({ kind: 'line-items', subOrderId, row: lineItems[0].row, lineItems })
      for (const position of positions)
        if (!findings[position]?.issue) requestOfRow[position] = requests.length - 1
    }
    lines += positions.length
    const pause = lines >= ROWS_BETWEEN_YIELDS ? yieldIfDue() : undefined
    if (lines >= ROWS_BETWEEN_YIELDS) lines = 0
    if (pause) await pause
  }
  return { issues: await gatherIssues(findings, yieldIfDue), requests, requestOfRow }
}
