import { idCell, skuCell } from '../sheet/meantCells'
import { readSkuId } from '../ids/readSkuId'
import { readSubOrderId } from '../ids/identifiers'
import { isTotalText } from '../ids/totalText'
import type { Sheet } from '../sheet/sheet'
import { pointsUp } from './idCells'

/** The most rows of totals, remarks and the like below a list. */
const MOST_BELOW = 30

/** Whether the last line of a sheet, as uploaded, has no ID. */
export function endsInLine(sheet: Sheet): boolean {
  const { rows, idRule } = sheet
  const least = Math.max(0, rows.length - MOST_BELOW)
  for (let position = rows.length - 1; position >= least; position -= 1) {
    const row = rows.at(position)
    const uploaded = row?.original ?? row ?? { cells: [], badQuotes: false }
    const id = idCell(sheet, uploaded)
    if (uploaded.badQuotes || readSubOrderId(id, idRule).ok) return false
    const isTotal = (cell: string) => isTotalText(cell, idRule)
    if (pointsUp(id) && readSkuId(skuCell(sheet, uploaded)).ok && !uploaded.cells.some(isTotal)) return true
  }
  return false
}

/** The number of the last row with an ID; infinite where that row is far from the end. */
export function findLastIdRow(sheet: Sheet): number {
  const { rows, idRule } = sheet
  const last = rows
    .slice(Math.max(0, rows.length - MOST_BELOW), rows.length)
    .findLast((row) => readSubOrderId(idCell(sheet, row.original ?? row), idRule).ok)
  return last?.row ?? Number.POSITIVE_INFINITY
}
