import type { LineItem } from '../run/cancellation'
import type { SkuId } from '../ids/identifiers'
import { blameCell, nameOtherRow } from '../row/blameCell'
import type { RefusedRow, SoundRow } from '../row/checkedRow'
import { findSubtotals } from '../row/subtotals'
import type { Issue } from '../sheet/issue'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'

/** Increff's API takes at most 2,500 items an order. */
export const MAX_LINES = 2500

/** Up to this many lines, looking through a list is faster than making a map. Nearly every sub-order has fewer. */
const FEW_LINES = 8

/** A row with its line item, or with the issue that refuses the row. */
export type Finding = SoundRow | RefusedRow

/** The row in which each SKU stands first. */
type FirstRows = Pick<Map<SkuId, number>, 'get'> & { set(skuId: SkuId, row: number): unknown }

/** Lists that serve one sub-order after the other. */
export interface Scratch extends FirstRows {
  /** Only the entries that were written for the present sub-order count. */
  readonly lineItems: LineItem[]
  clear(): void
}

/** Made once a sheet: lists of its own for each sub-order take a second more for a million rows. */
export function createScratch(): Scratch {
  const skuIds: SkuId[] = []
  const rows: number[] = []
  // Overwriting a list is faster than shortening it.
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

const NO_PLACES: ReadonlySet<number> = new Set()

/** The places of rows that sum the other rows of a sub-order. Nearly no sub-order has such a row. */
function listSubtotals(findings: readonly Finding[], positions: readonly number[]): ReadonlySet<number> {
  const isSubtotal = (position: number) => {
    const finding = findings[position]
    return finding?.issue !== undefined && finding.subtotal !== undefined
  }
  if (!positions.some(isSubtotal)) return NO_PLACES
  return findSubtotals(positions.map((position) => findings[position] as Finding))
}

interface Blame {
  readonly code: 'DUPLICATE_LINE' | 'TOO_MANY_LINES' | 'SUB_ORDER_HELD_BACK'
  readonly otherRow?: number
}

function blameLine(sheet: Sheet, position: number, { code, otherRow }: Blame): Issue {
  const { subOrderId: idColumn, skuId: skuColumn = -1 } = sheet.columns
  const row = sheet.rows.at(position) as SheetRow
  const issue = blameCell(sheet, row, code, code === 'DUPLICATE_LINE' ? skuColumn : idColumn)
  return nameOtherRow(issue, otherRow)
}

/** Checks a line against the lines before it in its sub-order, and adds it to `firstRows`. */
function checkLine(finding: Finding, line: number, firstRows: FirstRows): Blame | undefined {
  const skuId = finding.issue ? finding.skuId : finding.lineItem?.skuId
  const row = finding.issue ? finding.issue.row : finding.row
  const firstRow = skuId === undefined ? undefined : firstRows.get(skuId)
  if (skuId !== undefined && firstRow === undefined) firstRows.set(skuId, row)
  if (finding.issue) return undefined
  if (firstRow !== undefined) return { code: 'DUPLICATE_LINE', otherRow: firstRow }
  return line < MAX_LINES ? undefined : { code: 'TOO_MANY_LINES' }
}

/**
 * Checks a sub-order as a whole and writes new issues into `findings`. A sub-order with a bad line is skipped as a
 * whole.
 *
 * @param positions of its lines in the sheet
 * @returns its line items; none where the sub-order is skipped
 */
export function checkSubOrder(
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
  // The copy has the exact length; a list that grew line by line would keep memory for more lines.
  if (badRow === undefined) return lineItems.slice(0, count)
  for (const position of positions) {
    if (findings[position]?.issue) continue
    findings[position] = {
      issue: blameLine(sheet, position, { code: 'SUB_ORDER_HELD_BACK', otherRow: badRow }),
    }
  }
  return []
}
