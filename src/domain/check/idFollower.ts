import { idCell, quantityCell, skuCell } from '../sheet/meantCells'
import { isBlank } from '../ids/cleanText'
import { isFiller } from '../ids/filler'
import { readSubOrderId, type SubOrderId } from '../ids/identifiers'
import { readQuantity } from '../ids/quantity'
import { isTotalText } from '../ids/totalText'
import type { RefusedRow, SoundRow } from '../row/checkedRow'
import { checkRow } from '../row/checkRow'
import type { Issue } from '../sheet/issue'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import { isLabelSku, isRemark, isSwallowed, pointsUp } from './idCells'
import {
  createIdWalk,
  doubt,
  type IdWalk,
  isDoubtful,
  isLine,
  isWholeLine,
  listAbove,
  takeId,
} from './idWalk'

/** The result of the walk for a row without a readable ID. */
export interface Followed {
  readonly issue: Issue
  /** The sub-orders that the row may be a line of. */
  readonly holds: readonly SubOrderId[]
  /** The next sub-order may own the row, too. */
  readonly waits: boolean
}

/** Walks down a line-item sheet and says which sub-order a row without an ID belongs to, or may belong to. */
export interface IdFollower {
  /** @returns undefined where the row has an ID, or is no line */
  follow(row: SheetRow, finding: SoundRow | RefusedRow): Followed | undefined
}

/** A row that sums the lines above, known by its words or by its figures alone. */
function followTotal(walk: IdWalk, issue: Issue, row: SheetRow): Issue | undefined {
  const { sheet, sums } = walk
  const sku = skuCell(sheet, row)
  const isNamed =
    issue.hint === 'total' && (isBlank(sku) || isTotalText(sku, sheet.idRule) || !isBlank(issue.value))
  if (!isNamed && !(isBlank(idCell(sheet, row)) && sums.isSum(row))) return undefined
  sums.close(row)
  doubt(walk)
  return { ...issue, hint: 'total' }
}

/** A footer: a label in the place of a SKU ID, without a quantity beside it, or without more IDs below. */
function followLabel(walk: IdWalk, issue: Issue, row: SheetRow): Issue | undefined {
  const sku = skuCell(walk.sheet, row)
  if (!isBlank(idCell(walk.sheet, row)) || !isLabelSku(sku)) return undefined
  const isBeforeLastId = row.row < walk.lastIdRow()
  if (isBeforeLastId && readQuantity(quantityCell(walk.sheet, row)).ok) return undefined
  doubt(walk)
  return { ...issue, hint: 'label' }
}

/** A line without a value in its ID cell. */
function followLine(walk: IdWalk, issue: Issue, row: SheetRow): Followed | undefined {
  if (!isLine(walk.sheet, row)) return undefined
  const isFirst = !walk.hasIds
  if (isFirst && !walk.isTopDown()) walk.isBottomUp = true
  const { above, isBottomUp } = walk
  const cell = idCell(walk.sheet, row)
  const isFillable = above?.isSure === true && !isBottomUp && pointsUp(cell) && !isDoubtful(walk, row)
  const { hint: _, ...plain } = issue
  const kept = issue.hint === 'total' ? plain : issue
  return {
    issue: above && isFillable ? { ...plain, hint: 'id-above', otherRow: above.row } : kept,
    holds: listAbove(walk),
    waits: isBottomUp || isFirst,
  }
}

/** A row with an unreadable ID begins another sub-order, unless the row is a remark or a heading. */
function beginOther(walk: IdWalk, issue: Issue, row: SheetRow): void {
  const isOther = issue.code !== 'INVALID_ID' || (issue.hint !== 'repeated-header' && isLine(walk.sheet, row))
  if (!isOther) {
    doubt(walk)
    return
  }
  // The lines below belong to the unknown sub-order of this row.
  walk.above = undefined
  walk.hasIds = true
}

/** A row with an unreadable ID. */
function followUnread(walk: IdWalk, issue: Issue, row: SheetRow): Followed | undefined {
  if (issue.code === 'EXAMPLE_ROW') return undefined
  const note = followTotal(walk, issue, row) ?? followLabel(walk, issue, row)
  if (note) return { issue: note, holds: [], waits: false }
  if (issue.hint === 'rule') {
    doubt(walk)
    return undefined
  }
  const cell = idCell(walk.sheet, row)
  if (pointsUp(cell) || isFiller(cell) || isSwallowed(cell)) return followLine(walk, issue, row)
  if (walk.above && issue.code === 'INVALID_ID' && isRemark(cell) && isWholeLine(walk.sheet, row)) {
    // `contd`, `and`, `free gift`: words are no ID, and may say that the line belongs to the sub-order above.
    doubt(walk)
    return { issue, holds: listAbove(walk), waits: false }
  }
  beginOther(walk, issue, row)
  return undefined
}

/** A row whose cells cannot be told apart. */
function followShapeless(walk: IdWalk, issue: Issue, row: SheetRow): Followed | undefined {
  const { sheet } = walk
  const cells = row.badQuotes ? (row.cells[0] ?? '').split(sheet.delimiter) : row.cells
  const holds = listAbove(walk)
  doubt(walk)
  if (holds.length === 0 || !pointsUp(idCell(sheet, { cells })) || !isLine(sheet, { cells })) return undefined
  return { issue, holds, waits: false }
}

/** A removed line still heads the lines below it. */
function followRemoved(walk: IdWalk, row: SheetRow): void {
  const cell = idCell(walk.sheet, row)
  const id = readSubOrderId(cell, walk.sheet.idRule)
  if (id.ok) {
    takeId(walk, id.id, row)
    return
  }
  if (pointsUp(cell)) return
  const { removed: _, ...uploaded } = row
  const own = checkRow(walk.sheet, uploaded)
  if (own.issue && !own.isShapeless) followUnread(walk, own.issue, row)
}

/** A follower that stands above the first row; it takes every row, in order. */
export function createIdFollower(sheet: Sheet): IdFollower {
  const walk = createIdWalk(sheet)
  return {
    follow: (row, finding) => {
      walk.sums.add(row, finding)
      const { issue } = finding
      if (issue && finding.subtotal !== undefined) walk.sums.close(row)
      if (finding.subOrderId !== undefined) takeId(walk, finding.subOrderId, row)
      else if (issue?.code === 'DROPPED_ROW') followRemoved(walk, row)
      else if (issue && finding.isShapeless) return followShapeless(walk, issue, row)
      else if (issue) return followUnread(walk, issue, row)
      return undefined
    },
  }
}
