import { cleanText } from '../ids/cleanText'
import type { Sheet } from './sheet'
import type { SheetRow } from './sheetRow'

// A sign, a digit, and what a clipboard puts around them.
const LONGEST_MANTISSA = 8

/**
 * Finds the ID in two cells, as `1,25323E+09` stands there: a spreadsheet of a country with decimal commas has written it into a
 * file that the comma parts. Its first digit alone would be another sub-order.
 *
 * @returns the column of the first of them
 */
export function findCutNumber({ columns, delimiter }: Sheet, { cells }: SheetRow): number | undefined {
  if (delimiter !== ',') return undefined
  return [columns.subOrderId, columns.skuId].find((column = -2) => {
    const cell = cells[column]
    const next = cells[column + 1]
    if (cell === undefined || next === undefined || cell.length > LONGEST_MANTISSA) return false
    // Where the second half has a meaning of its own, it is refused for what it is.
    if (columns.skuId === column + 1 || columns.quantity === column + 1) return false
    return /^[+\-\u2212]?\d$/.test(cleanText(cell)) && /^\d*\s*E\s*[+\-\u2212]\d+$/i.test(cleanText(next))
  })
}
