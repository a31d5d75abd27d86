import { cleanText } from '../ids/cleanText'
import type { Sheet } from './sheet'
import type { SheetRow } from './sheetRow'

// A sign, a digit, and the marks that a clipboard puts around them.
const LONGEST_MANTISSA = 8

/**
 * Finds an ID that stands in two cells, like `1,25323E+09`: a spreadsheet with decimal commas has written it into a
 * file with comma delimiters. The first digit alone would be another sub-order.
 *
 * @returns the column of the first cell
 */
export function findCutNumber({ columns, delimiter }: Sheet, { cells }: SheetRow): number | undefined {
  if (delimiter !== ',') return undefined
  return [columns.subOrderId, columns.skuId].find((column = -2) => {
    const cell = cells[column]
    const next = cells[column + 1]
    if (cell === undefined || next === undefined || cell.length > LONGEST_MANTISSA) return false
    // A second half in a column with a meaning is refused there.
    if (columns.skuId === column + 1 || columns.quantity === column + 1) return false
    return /^[+\-\u2212]?\d$/.test(cleanText(cell)) && /^\d*\s*E\s*[+\-\u2212]\d+$/i.test(cleanText(next))
  })
}
