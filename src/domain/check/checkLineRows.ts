import { blameHidden } from '../cautions/leaveOut'
import type { SubOrderId } from '../ids/identifiers'
import { checkRow } from '../row/checkRow'
import { joinMentions, mayMention, type SubOrders } from '../row/joinMentions'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import { yieldByRows } from '../sheet/yieldByRows'
import { createTableWatch, type TableWatch } from '../tables/tableWatch'
import type { YieldIfDue } from '../time/yieldIfDue'
import type { Finding } from './checkSubOrder'
import { createIdFollower, type Followed, type IdFollower } from './idFollower'
import type { Lookers } from './lookers'

/** A row that may be a line of a sub-order, by its position. */
type Hold = readonly [position: number, id: SubOrderId]

/** What a walk down the rows of line items has found so far. */
interface LineWalk {
  readonly sheet: Sheet
  readonly lookers: Lookers
  readonly watch: TableWatch
  readonly follower: IdFollower
  /** By position. */
  readonly findings: Finding[]
  readonly subOrders: SubOrders
  /** Positions of rows that may be lines of a sub-order that they only mention. */
  readonly unclear: number[]
  readonly holds: Hold[]
  /** Positions of rows that the next sub-order may own. */
  waiting: number[]
  lastId: SubOrderId | undefined
  lastPositions: number[]
}

/** Leaves a hidden row out as if it were not in the file: the other lines of its sub-order are sent. */
function leaveHidden({ sheet, lookers, findings }: LineWalk, row: SheetRow, checked: Finding): Finding {
  const isHidden = !checked.issue && lookers.hidden.take(findings.length, checked)
  return isHidden ? { issue: blameHidden(sheet, row) } : checked
}

function holdRow(
  walk: LineWalk,
  position: number,
  finding: Finding,
  { issue, holds, waits }: Followed,
): void {
  walk.findings[position] = { ...finding, issue }
  for (const id of holds) walk.holds.push([position, id])
  if (waits) walk.waiting.push(position)
}

/** Adds a row to its sub-order, with the rows above that waited for the next sub-order. */
function placeRow(walk: LineWalk, position: number, id: SubOrderId): void {
  if (walk.waiting.length > 0) {
    for (const waiting of walk.waiting) walk.holds.push([waiting, id])
    walk.waiting = []
  }
  // The lines of a sub-order mostly stand together.
  if (id !== walk.lastId) {
    walk.lastId = id
    walk.lastPositions = positionsOf(walk.subOrders, id)
  }
  walk.lastPositions.push(position)
}

function positionsOf(subOrders: SubOrders, id: SubOrderId): number[] {
  const known = subOrders.get(id)
  if (known) return known
  const positions: number[] = []
  subOrders.set(id, positions)
  return positions
}

function takeRow(walk: LineWalk, row: SheetRow): void {
  const { sheet, lookers, watch, follower, findings } = walk
  const position = findings.length
  const checked = checkRow(sheet, row)
  const elsewhere = watch.look(row, checked.issue)
  const finding: Finding = elsewhere
    ? { issue: elsewhere, isShapeless: true }
    : leaveHidden(walk, row, checked)
  findings.push(finding)
  if (!finding.issue) lookers.notes.look(row, finding)
  else if (mayMention(finding)) walk.unclear.push(position)
  const followed = elsewhere ? undefined : follower.follow(row, finding)
  if (followed) {
    holdRow(walk, position, finding, followed)
  }
  if (finding.subOrderId !== undefined) placeRow(walk, position, finding.subOrderId)
}

/**
 * Checks each row of line items by itself, and gathers the rows of each sub-order, with the rows that it may own.
 *
 * @returns the findings by position, and the positions by sub-order
 */
export async function checkLineRows(
  sheet: Sheet,
  lookers: Lookers,
  yieldIfDue: YieldIfDue,
): Promise<{ readonly findings: Finding[]; readonly subOrders: SubOrders }> {
  const findings: Finding[] = []
  const subOrders: SubOrders = new Map()
  const walk: LineWalk = {
    sheet,
    lookers,
    watch: createTableWatch(sheet),
    follower: createIdFollower(sheet),
    findings,
    subOrders,
    unclear: [],
    holds: [],
    waiting: [],
    lastId: undefined,
    lastPositions: [],
  }
  const yieldAfter = yieldByRows(yieldIfDue)
  for (const row of sheet.rows) {
    const pause = yieldAfter(row)
    if (pause) await pause
    takeRow(walk, row)
  }
  for (const [position, id] of walk.holds) subOrders.get(id)?.push(position)
  await joinMentions({ sheet, findings, unclear: walk.unclear }, subOrders, yieldIfDue)
  return { findings, subOrders }
}
