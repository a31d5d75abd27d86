import { readSkuId } from '../ids/readSkuId'
import { readSubOrderId } from '../ids/identifiers'
import { isTotalText } from '../ids/totalText'
import type { Sheet } from '../sheet/sheet'
import { pointsUp } from './idCells'

/** How many rows of totals, remarks and the like may stand below a list. */
const MOST_BELOW = 30

/** Whether the last line of a sheet, as uploaded, has no ID. */
export function endsInLine({ columns, rows, idRule }: Sheet): boolean {
  const least = Math.max(0, rows.length - MOST_BELOW)
  for (let position = rows.length - 1; position >= least; position -= 1) {
    const row = rows.at(position)
    const { cells, badQuotes } = row?.original ?? row ?? { cells: [] }
    const id = cells[columns.subOrderId] ?? ''
    if (badQuotes || readSubOrderId(id, idRule).ok) return false
    const hasSku = readSkuId(cells[columns.skuId ?? -1] ?? '').ok
    if (pointsUp(id) && hasSku && !cells.some((cell) => isTotalText(cell, idRule))) return true
  }
  return false
}

/** The number of the last row with an ID; infinite where that row is far from the end. */
export function findLastIdRow({ columns, rows, idRule }: Sheet): number {
  const last = rows
    .slice(Math.max(0, rows.length - MOST_BELOW), rows.length)
    .findLast(
      ({ cells, original }) =>
        readSubOrderId((original ?? { cells }).cells[columns.subOrderId] ?? '', idRule).ok,
    )
  return last?.row ?? Number.POSITIVE_INFINITY
}
