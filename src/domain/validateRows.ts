import type { Breathe } from './breathe'
import { blameCell, checkRow, type RefusedRow, type SoundRow } from './checkRow'
import type { SkuId, SubOrderId } from './identifiers'
import { planRequests } from './planRequests'
import type { CheckedSheet, Issue, Sheet, SheetRow } from './sheet'

// Increff's API takes at most 2,500 items an order.
const MAX_LINES = 2500

// A breath costs a look at the clock; a row costs about a microsecond.
const ROWS_BETWEEN_BREATHS = 512

type Finding = SoundRow | RefusedRow

/** Gives every row of a sheet either one issue or a place in one request. */
export async function validateRows(sheet: Sheet, breathe: Breathe): Promise<CheckedSheet> {
  const findings =
    sheet.kind === 'sub-orders'
      ? await mapRows(sheet, breathe, createDuplicateCheck(sheet))
      : await findLines(sheet, breathe)
  const issues: Issue[] = []
  const sound = await mapRows(sheet, breathe, (_, position) => {
    const finding = findings[position] as Finding
    if (finding.issue) issues.push(finding.issue)
    return finding.issue ? undefined : finding
  })
  return { sheet, issues, ...(await planRequests(sound, breathe)) }
}

async function mapRows<T>(
  { rows }: Sheet,
  breathe: Breathe,
  map: (row: SheetRow, position: number) => T,
): Promise<T[]> {
  const mapped: T[] = []
  for (const [position, row] of rows.entries()) {
    const pause = position % ROWS_BETWEEN_BREATHS === 0 ? breathe() : undefined
    if (pause) await pause
    mapped.push(map(row, position))
  }
  return mapped
}

/** Whole sub-orders: the first sound row of an ID is kept. */
function createDuplicateCheck(sheet: Sheet): (row: SheetRow) => Finding {
  const firstRows = new Map<SubOrderId, number>()
  return (row) => {
    const finding = checkRow(sheet, row)
    if (finding.issue) return finding
    const firstRow = firstRows.get(finding.subOrderId)
    if (firstRow === undefined) {
      firstRows.set(finding.subOrderId, row.row)
      return finding
    }
    return { issue: blameCell(sheet, row, 'DUPLICATE_ID', sheet.columns.subOrderId, firstRow) }
  }
}

/** Line items: each row by itself first, then each sub-order as a whole; a line far below can hold back those above. */
async function findLines(sheet: Sheet, breathe: Breathe): Promise<Finding[]> {
  const subOrders = new Map<SubOrderId, number[]>()
  const findings = await mapRows<Finding>(sheet, breathe, (row, position) => {
    const finding = checkRow(sheet, row)
    if (finding.subOrderId === undefined) return finding
    const positions = subOrders.get(finding.subOrderId)
    if (positions) positions.push(position)
    else subOrders.set(finding.subOrderId, [position])
    return finding
  })
  let lines = 0
  for (const positions of subOrders.values()) {
    checkSubOrder(sheet, findings, positions)
    lines += positions.length
    if (lines < ROWS_BETWEEN_BREATHS) continue
    lines = 0
    const pause = breathe()
    if (pause) await pause
  }
  return findings
}

/** What only the other lines of a sub-order can tell; a sub-order with any bad line is held back whole. */
function checkSubOrder(sheet: Sheet, findings: Finding[], positions: readonly number[]): void {
  const firstRows = new Map<SkuId, number>()
  let badRow: number | undefined
  for (const [line, position] of positions.entries()) {
    const row = sheet.rows[position] as SheetRow
    const finding = findings[position] as Finding
    const checked = checkLine(sheet, row, finding, line, firstRows)
    findings[position] = checked
    if (checked.issue) badRow ??= row.row
  }
  if (badRow === undefined) return
  for (const position of positions) {
    const row = sheet.rows[position] as SheetRow
    if (findings[position]?.issue) continue
    const issue = blameCell(sheet, row, 'SUB_ORDER_HELD_BACK', sheet.columns.subOrderId, badRow)
    findings[position] = { issue }
  }
}

function checkLine(
  sheet: Sheet,
  row: SheetRow,
  finding: Finding,
  line: number,
  firstRows: Map<SkuId, number>,
): Finding {
  const { subOrderId: idColumn, skuId: skuColumn = -1 } = sheet.columns
  const skuId = finding.issue ? finding.skuId : finding.lineItem?.skuId
  const firstRow = skuId === undefined ? undefined : firstRows.get(skuId)
  if (skuId !== undefined && firstRow === undefined) firstRows.set(skuId, row.row)
  if (finding.issue) return finding
  if (firstRow !== undefined) return { issue: blameCell(sheet, row, 'DUPLICATE_LINE', skuColumn, firstRow) }
  return line < MAX_LINES ? finding : { issue: blameCell(sheet, row, 'TOO_MANY_LINES', idColumn) }
}
