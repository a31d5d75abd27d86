import { blameHidden } from '../cautions/leaveOut'
import type { SubOrderId } from '../ids/identifiers'
import { checkRow } from '../row/checkRow'
import { joinMentions, mayMention, type SubOrders } from '../row/joinMentions'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import { yieldByRows } from '../sheet/yieldByRows'
import { createTableWatch } from '../tables/tableWatch'
import type { YieldIfDue } from '../time/yieldIfDue'
import type { Finding } from './checkSubOrder'
import { createIdFollower, type Followed } from './idFollower'
import type { Lookers } from './lookers'

/** A row that may be a line of a sub-order, by its position. */
type Hold = readonly [position: number, id: SubOrderId]

/** Gathers the rows of each sub-order, by their positions. */
function createPlacer() {
  const subOrders: SubOrders = new Map()
  const holds: Hold[] = []
  /** Rows that the next sub-order may own. */
  let waiting: number[] = []
  let lastId: SubOrderId | undefined
  let lastPositions: number[] = []
  return {
    hold: (position: number, { holds: ids, waits }: Followed): void => {
      for (const id of ids) holds.push([position, id])
      if (waits) waiting.push(position)
    },
    place: (position: number, id: SubOrderId): void => {
      for (const waited of waiting) holds.push([waited, id])
      if (waiting.length > 0) waiting = []
      // The lines of a sub-order mostly stand together.
      if (id !== lastId) {
        lastId = id
        lastPositions = subOrders.get(id) ?? []
        subOrders.set(id, lastPositions)
      }
      lastPositions.push(position)
    },
    /** @returns the positions by sub-order, with those of the rows that it may own */
    finish: (): SubOrders => {
      for (const [position, id] of holds) subOrders.get(id)?.push(position)
      return subOrders
    },
  }
}

/**
 * Checks each row of line items by itself, and gathers the rows of each sub-order, with the rows that it may own.
 *
 * @returns the findings by position, and the positions by sub-order
 */
export async function checkLineRows(
  sheet: Sheet,
  { notes, hidden }: Lookers,
  yieldIfDue: YieldIfDue,
): Promise<{ readonly findings: Finding[]; readonly subOrders: SubOrders }> {
  const findings: Finding[] = []
  /** Positions of rows that may be lines of a sub-order that they only mention. */
  const unclear: number[] = []
  const watch = createTableWatch(sheet)
  const follower = createIdFollower(sheet)
  const placer = createPlacer()
  const yieldAfter = yieldByRows(yieldIfDue)

  function check(row: SheetRow): Finding {
    const checked = checkRow(sheet, row)
    const elsewhere = watch.look(row, checked.issue)
    if (elsewhere) return { issue: elsewhere, isShapeless: true }
    // A hidden row counts as if it were not in the file: the other lines of its sub-order are sent.
    const isLeftOut = !checked.issue && hidden.take(findings.length, checked)
    return isLeftOut ? { issue: blameHidden(sheet, row) } : checked
  }
  for (const row of sheet.rows) {
    const pause = yieldAfter(row)
    if (pause) await pause
    const position = findings.length
    const finding = check(row)
    findings.push(finding)
    if (!finding.issue) notes.look(row, finding)
    else if (mayMention(finding)) unclear.push(position)
    const followed = finding.issue?.code === 'OTHER_TABLE' ? undefined : follower.follow(row, finding)
    if (followed) {
      findings[position] = { ...finding, issue: followed.issue }
      placer.hold(position, followed)
    }
    if (finding.subOrderId !== undefined) placer.place(position, finding.subOrderId)
  }
  const subOrders = placer.finish()
  await joinMentions({ sheet, findings, unclear }, subOrders, yieldIfDue)
  return { findings, subOrders }
}
