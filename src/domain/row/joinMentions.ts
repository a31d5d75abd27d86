import { idCell, quantityCell, skuCell } from '../sheet/meantCells'
import type { YieldIfDue } from '../time/yieldIfDue'
import { mentionIds } from './mentionIds'
import { isBlank } from '../ids/cleanText'
import { findMarkWithin } from '../ids/delimiters'
import { readSubOrderId, type SubOrderId } from '../ids/identifiers'
import { listIdsInRefused } from './idsInRefused'
import { createRoundedRows, type RoundedRows } from './idsInRounded'
import { readQuantity } from '../ids/quantity'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import type { Issue } from '../sheet/issue'
import { MEANINGS } from '../sheet/columnMeaning'
import type { RefusedRow, SoundRow } from './checkedRow'

/** The rows of each sub-order by their positions, in the order in which the sub-orders first stand in the file. */
export type SubOrders = Map<SubOrderId, number[]>

// Asking whether to yield reads the clock.
const IDS_BETWEEN_YIELDS = 512

/** Skips each sub-order that an unreadable row mentions: the row may be a line of any of them. */
export async function joinMentions(
  {
    sheet,
    findings,
    unclear,
  }: { sheet: Sheet; findings: readonly (SoundRow | RefusedRow)[]; unclear: readonly number[] },
  subOrders: SubOrders,
  yieldIfDue: YieldIfDue,
): Promise<void> {
  const rounded = createRoundedRows()
  for (const position of unclear) {
    const pause = yieldIfDue()
    if (pause) await pause
    const row = sheet.rows.at(position) as SheetRow
    const finding = findings[position] as RefusedRow
    const isRounded = rounded.add(position, readRoundedCell(sheet, row, finding))
    if (isRounded && !finding.isShapeless) continue
    for (const id of listMentioned(sheet, row, finding)) subOrders.get(id)?.push(position)
  }
  await joinRounded(rounded, subOrders, yieldIfDue)
}

/** Skips each sub-order that a rounded number may stand for. */
async function joinRounded(
  rounded: RoundedRows,
  subOrders: SubOrders,
  yieldIfDue: YieldIfDue,
): Promise<void> {
  if (rounded.isEmpty()) return
  let count = 0
  for (const [id, positions] of subOrders) {
    count += 1
    const pause = count % IDS_BETWEEN_YIELDS === 0 ? yieldIfDue() : undefined
    if (pause) await pause
    for (const position of rounded.find(id)) positions.push(position)
  }
}

/** The ID cell of a row, if a spreadsheet has rounded it; its decimal comma may have split it into two cells. */
function readRoundedCell(
  { columns }: Sheet,
  { cells }: SheetRow,
  { issue, isShapeless }: RefusedRow,
): string {
  const cell = cells[columns.subOrderId] ?? ''
  if (issue.code === 'PRECISION_LOST') return cell
  if (issue.code !== 'SCIENTIFIC_ID') return ''
  return isShapeless ? `${cell},${cells[columns.subOrderId + 1] ?? ''}` : cell
}

/** Whether a refused row may be a line of a sub-order that it only mentions. */
export function mayMention({ issue, isShapeless, subOrderId }: RefusedRow): boolean {
  return subOrderId === undefined && (isShapeless === true || isUnread(issue))
}

/** Whether a row has an unreadable ID. A total and a repeated header have none. */
const isUnread = ({ code, hint }: Issue): boolean =>
  (code === 'INVALID_ID' || code === 'PRECISION_LOST' || code === 'SCIENTIFIC_ID') &&
  hint !== 'total' &&
  hint !== 'repeated-header'

/** Whether a cell stands below the blank end of the header: an extra cell may have pushed the ID to the right. */
function isPushed({ header }: Sheet, { cells }: SheetRow): boolean {
  const last = header.length - 1
  return isBlank(header[last] ?? '') && !isBlank(cells[last] ?? '')
}

function listMentioned(sheet: Sheet, row: SheetRow, { issue, isShapeless }: RefusedRow): Set<SubOrderId> {
  if (issue.code === 'OTHER_TABLE' || isPushed(sheet, row)) return new Set(listIds(sheet, row))
  if (isShapeless) return new Set(mentionIds(sheet, row))
  // The walk down the rows has called the row a total.
  if (!isUnread(issue)) return new Set()
  const cell = idCell(sheet, row)
  const isItem = !isBlank(skuCell(sheet, row)) || readQuantity(quantityCell(sheet, row)).ok || holdsRow(cell)
  return listIdsInRefused(cell, isItem, sheet.idRule)
}

/** Whether a cell holds a whole row: `1253231242;A1;2`. */
const holdsRow = (cell: string): boolean => findMarkWithin(cell, MEANINGS.length) !== undefined

/** The IDs in all cells of a row below the heading of another table, also beside a mark or a remark. */
function listIds({ idRule }: Sheet, { cells }: SheetRow): readonly SubOrderId[] {
  return cells.flatMap((cell) => {
    const read = readSubOrderId(cell, idRule)
    return read.ok ? [read.id] : [...listIdsInRefused(cell, /\d{4}/.test(cell), idRule)]
  })
}
