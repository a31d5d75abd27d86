import { readMark } from '../ids/cellMarks'
import { isBlank } from '../ids/cleanText'
import { isDigits } from '../ids/isDigits'
import { readQuantity } from '../ids/quantity'
import { isTotalText } from '../ids/totalText'
import type { RefusedRow, SoundRow } from './checkedRow'

// `12items` is a code; the caller has ruled codes out.
const counted =
  /^\d{1,5}\s+(?:items?|skus?|lines?|products?|articles?|units?|pcs|pieces|positionen|artikel|stück|stk|artículos?|lignes?|produits?|pièces|unités|itens|unidades|righe|articoli|pezzi|stuks|szt|adet|шт|товар\p{L}*|आइटम|नग)\.?$/iu

/** Whether a SKU cell names a sum: `Total`, `Summe`. A code with a digit and without a blank is a SKU. */
export function isTotalSku(text: string): boolean {
  if (isDigits(text) || (/\d/.test(text) && !/[^!-~]/.test(text))) return false
  return counted.test(text) || isTotalText(text)
}

/**
 * Reads the quantity of a row that calls itself a sum.
 *
 * @returns 0 where the cell is blank or the result of a summing formula; NaN where it holds no quantity
 */
export function readSubtotal(quantity: string): number {
  if (isBlank(quantity) || readMark(quantity) === 'a total') return 0
  const read = readQuantity(quantity)
  return read.ok ? read.quantity : Number.NaN
}

/**
 * Finds the rows of a sub-order that only sum its lines: all lines, or the lines since the last sum. A row with any
 * other quantity may be a line, or may show that a line is missing.
 *
 * @returns their places among the rows
 */
export function findSubtotals(rows: readonly (SoundRow | RefusedRow)[]): ReadonlySet<number> {
  const found = new Set<number>()
  const others: (readonly [place: number, quantity: number])[] = []
  let all = 0
  let sinceSum = 0
  for (const [place, finding] of rows.entries()) {
    const { subtotal } = finding.issue ? finding : {}
    if (subtotal === undefined) {
      const quantity = finding.issue ? Number.NaN : (finding.lineItem?.quantity ?? 0)
      all += quantity
      sinceSum += quantity
      continue
    }
    if (subtotal === 0 || subtotal === sinceSum) found.add(place)
    else others.push([place, subtotal])
    sinceSum = 0
  }
  for (const [place, subtotal] of others) if (subtotal === all) found.add(place)
  return found
}
