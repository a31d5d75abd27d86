import type { YieldIfDue } from '../time/yieldIfDue'
import { yieldByRows } from '../sheet/yieldByRows'
import type { CancellationRequest, LineItem } from '../run/cancellation'
import { createIdFollower } from './followIds'
import { blameCell, checkRow } from '../row/checkRow'
import type { SkuId, SubOrderId } from '../ids/identifiers'
import { joinMentions, mayMention, type SubOrders } from '../row/joinMentions'
import { blameHidden } from '../cautions/leaveOut'
import type { Sheet } from '../sheet/sheet'
import { findSubtotals } from '../row/subtotals'
import { createTableWatch } from '../tables/tableWatch'
import type { SheetRow } from '../sheet/sheetRow'
import type { Issue } from '../sheet/issue'
import type { RefusedRow, SoundRow } from '../row/checkedRow'
import type { Verdicts } from '../sheet/verdicts'
import type { Lookers } from './lookers'

// Increff's API takes at most 2,500 items an order.
export const MAX_LINES = 2500

// Asking whether to yield reads the clock; a row costs about a microsecond.
const ROWS_BETWEEN_YIELDS = 512

/** Up to here, looking through a list is faster than making a map: nearly every sub-order. */
const FEW_LINES = 8

type Finding = SoundRow | RefusedRow

/** A row that may be a line of a sub-order, by its position. */
type Hold = readonly [position: number, id: SubOrderId]

/** Line items: each row by itself first, then each sub-order as a whole; a line far below can hold back those above. */
export async function checkLines(sheet: Sheet, lookers: Lookers, yieldIfDue: YieldIfDue): Promise<Verdicts> {
  const subOrders: SubOrders = new Map()
  const scratch = createScratch()
  const findings = await checkRows(sheet, subOrders, lookers, yieldIfDue)
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

async function checkRows(
  sheet: Sheet,
  subOrders: SubOrders,
  { notes, hidden }: Lookers,
  yieldIfDue: YieldIfDue,
): Promise<Finding[]> {
  const findings: Finding[] = []
  /** Positions of rows that may be lines of a sub-order which they only mention. */
  const unclear: number[] = []
  const follower = createIdFollower(sheet)
  const holds: Hold[] = []
  let waiting: number[] = []
  let lastId: SubOrderId | undefined
  let lastPositions: number[] = []
  const watch = createTableWatch(sheet)
  const yieldAfter = yieldByRows(yieldIfDue)
  for (const row of sheet.rows) {
    const position = findings.length
    const pause = yieldAfter(row)
    if (pause) await pause
    const checked = checkRow(sheet, row)
    const elsewhere = watch.look(row, checked.issue)
    // As if it had never stood there: its sub-order's other lines are sent.
    const isLeftOut = !checked.issue && !elsewhere && hidden.take(position, checked)
    const own: Finding = isLeftOut ? { issue: blameHidden(sheet, row) } : checked
    const finding: Finding = elsewhere ? { issue: elsewhere, isShapeless: true } : own
    findings.push(finding)
    if (!finding.issue) notes.look(row, finding)
    else if (mayMention(finding)) unclear.push(position)
    const followed = elsewhere ? undefined : follower.follow(row, finding)
    if (followed) {
      findings[position] = { ...finding, issue: followed.issue }
      for (const id of followed.holds) holds.push([position, id])
      if (followed.waits) waiting.push(position)
    }
    if (finding.subOrderId === undefined) continue
    for (const one of waiting) holds.push([one, finding.subOrderId])
    if (waiting.length > 0) waiting = []
    // Lines of a sub-order mostly stand together.
    if (finding.subOrderId === lastId) lastPositions.push(position)
    else {
      lastId = finding.subOrderId
      lastPositions = addPosition(subOrders, lastId, position)
    }
  }
  for (const [position, id] of holds) subOrders.get(id)?.push(position)
  await joinMentions({ sheet, findings, unclear }, subOrders, yieldIfDue)
  return findings
}

function addPosition(subOrders: SubOrders, id: SubOrderId, position: number): number[] {
  const found = subOrders.get(id)
  if (found) {
    found.push(position)
    return found
  }
  const positions = [position]
  subOrders.set(id, positions)
  return positions
}

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
 * What only the other lines of a sub-order can tell; a sub-order with any bad line is held back whole.
 *
 * @param scratch made once: lists of its own for each sub-order take a second more for a million rows
 * @returns its line items, none where it is held back
 */
function checkSubOrder(
  sheet: Sheet,
  findings: Finding[],
  positions: readonly number[],
  scratch: Scratch,
): readonly LineItem[] {
  const firstRows: FirstRows = positions.length > FEW_LINES ? new Map() : scratch
  scratch.clear()
  const { lineItems } = scratch
  let count = 0
  let badRow: number | undefined
  const subtotals = listSubtotals(findings, positions)
  for (const [line, position] of positions.entries()) {
    if (subtotals.has(line)) continue
    const blame = checkLine(findings[position] as Finding, line, firstRows)
    if (blame) findings[position] = { issue: blameLine(sheet, position, blame) }
    const finding = findings[position] as Finding
    if (finding.issue) badRow ??= finding.issue.row
    else if (finding.lineItem) lineItems[count++] = finding.lineItem
  }
  // A copy is as long as it is; what has grown line by line would hold room for many more.
  if (badRow === undefined) return lineItems.slice(0, count)
  for (const position of positions) {
    if (findings[position]?.issue) continue
    findings[position] = {
      issue: blameLine(sheet, position, { code: 'SUB_ORDER_HELD_BACK', otherRow: badRow }),
    }
  }
  return []
}

const hasLines = (lines: readonly LineItem[]): lines is readonly [LineItem, ...LineItem[]] => lines.length > 0

const NO_PLACES: ReadonlySet<number> = new Set()

/** The places of rows that sum the others: nearly no sub-order has any. */
function listSubtotals(findings: readonly Finding[], positions: readonly number[]): ReadonlySet<number> {
  const isSubtotal = (position: number) => {
    const finding = findings[position]
    return finding?.issue !== undefined && finding.subtotal !== undefined
  }
  if (!positions.some(isSubtotal)) return NO_PLACES
  return findSubtotals(positions.map((position) => findings[position] as Finding))
}

/** By SKU the row it stands in first. */
type FirstRows = Pick<Map<SkuId, number>, 'get'> & { set(skuId: SkuId, row: number): unknown }

/** Lists that serve one sub-order after the other. */
interface Scratch extends FirstRows {
  /** Only what was written for this sub-order counts. */
  readonly lineItems: LineItem[]
  clear(): void
}

function createScratch(): Scratch {
  const skuIds: SkuId[] = []
  const rows: number[] = []
  // To shorten a list takes longer than to write over it.
  let length = 0
  return {
    lineItems: [],
    clear: () => {
      length = 0
    },
    get: (skuId) => {
      for (let at = 0; at < length; at += 1) if (skuIds[at] === skuId) return rows[at]
      return undefined
    },
    set: (skuId, row) => {
      skuIds[length] = skuId
      rows[length] = row
      length += 1
    },
  }
}

interface Blame {
  readonly code: 'DUPLICATE_LINE' | 'TOO_MANY_LINES' | 'SUB_ORDER_HELD_BACK'
  readonly otherRow?: number
}

function blameLine(sheet: Sheet, position: number, { code, otherRow }: Blame): Issue {
  const { subOrderId: idColumn, skuId: skuColumn = -1 } = sheet.columns
  const row = sheet.rows.at(position) as SheetRow
  return blameCell(sheet, row, code, code === 'DUPLICATE_LINE' ? skuColumn : idColumn, otherRow)
}

/** What a line's place among the others has against it; `firstRows` learns of the line. */
function checkLine(finding: Finding, line: number, firstRows: FirstRows): Blame | undefined {
  const skuId = finding.issue ? finding.skuId : finding.lineItem?.skuId
  const row = finding.issue ? finding.issue.row : finding.row
  const firstRow = skuId === undefined ? undefined : firstRows.get(skuId)
  if (skuId !== undefined && firstRow === undefined) firstRows.set(skuId, row)
  if (finding.issue) return undefined
  if (firstRow !== undefined) return { code: 'DUPLICATE_LINE', otherRow: firstRow }
  return line < MAX_LINES ? undefined : { code: 'TOO_MANY_LINES' }
}
