import { quantityCell, skuCell } from '../sheet/meantCells'
import { isBlank } from '../ids/cleanText'
import { findIssuePositions } from '../sheet/findIssuePositions'
import type { Edit } from './edit'
import { readQuantity } from '../ids/quantity'
import type { RowList } from '../sheet/rowList'
import type { Sheet } from '../sheet/sheet'
import { isTotalSku } from '../row/subtotals'
import type { CheckedSheet } from '../sheet/checkedSheet'

/** Lines without an ID, and the position of the row above that has their ID. */
interface Group {
  readonly source: number
  readonly lines: number[]
}

/** The position of the row with a number, at or above `from`; -1 where there is none. */
function findAbove(rows: RowList, from: number, number: number): number {
  let position = from
  while (position >= 0 && rows.at(position)?.row !== number) position -= 1
  return position
}

function groupLines(checked: CheckedSheet): readonly Group[] {
  const { sheet, issues } = checked
  const positions = findIssuePositions(checked)
  const groups: Group[] = []
  let number = -1
  for (const [place, { hint, otherRow }] of issues.entries()) {
    const position = positions[place] ?? -1
    if (hint !== 'id-above' || otherRow === undefined) continue
    if (otherRow !== number) groups.push({ source: findAbove(sheet.rows, position, otherRow), lines: [] })
    number = otherRow
    groups.at(-1)?.lines.push(position)
  }
  return groups.filter(({ source }) => source >= 0)
}

/** Whether a row only heads its lines: it has no SKU ID, and no quantity except the sum of its lines. */
function isHead(sheet: Sheet, { source, lines }: Group): boolean {
  const head = sheet.rows.at(source)
  if (!head || head.removed) return false
  const sku = skuCell(sheet, head)
  if (!(isBlank(sku) || isTotalSku(sku))) return false
  const own = readQuantity(quantityCell(sheet, head))
  if (!own.ok) return own.code === 'MISSING_QUANTITY'
  let sum = 0
  for (const line of lines) {
    const row = sheet.rows.at(line)
    const read = row && readQuantity(quantityCell(sheet, row))
    if (read?.ok) sum += read.quantity
  }
  return sum === own.quantity
}

/**
 * Plans to fill the ID into each row that most likely belongs to the sub-order above. A row that only heads its lines
 * is left out.
 *
 * @returns null where there is nothing to fill
 */
export function planFill(checked: CheckedSheet): Extract<Edit, { type: 'fill' }> | null {
  const positions: number[] = []
  const sources: number[] = []
  for (const group of groupLines(checked)) {
    if (isHead(checked.sheet, group)) {
      positions.push(group.source)
      sources.push(-1)
    }
    for (const line of group.lines) {
      positions.push(line)
      sources.push(group.source)
    }
  }
  return positions.length > 0 ? { type: 'fill', positions, sources } : null
}
