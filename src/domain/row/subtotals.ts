import { readMark } from '../ids/cellMarks'
import { isBlank } from '../ids/cleanText'
import { isDigits } from '../ids/isDigits'
import { readQuantity } from '../ids/quantity'
import { isTotalText } from '../ids/totalText'
import type { RefusedRow, SoundRow } from './checkedRow'

// Without a blank it is a code, and seen to be one before.
const counted =
  /^\d{1,5}\s+(?:items?|skus?|lines?|products?|articles?|units?|pcs|pieces|positionen|artikel|stück|stk|artículos?|lignes?|produits?|pièces|unités|itens|unidades|righe|articoli|pezzi|stuks|szt|adet|шт|товар\p{L}*|आइटम|नग)\.?$/iu

/** Whether a text in the place of a SKU names a sum: `Total`, `Summe`. A code with a digit and no blank in it is a SKU. */
export function isTotalSku(text: string): boolean {
  if (isDigits(text) || (/\d/.test(text) && !/[^!-~]/.test(text))) return false
  return counted.test(text) || isTotalText(text)
}

/** Reads the quantity of a row that calls itself a sum. @returns 0 where it is blank or the result of a formula that sums; NaN where it is no quantity */
export function readSubtotal(quantity: string): number {
  if (isBlank(quantity) || readMark(quantity) === 'a total') return 0
  const read = readQuantity(quantity)
  return read.ok ? read.quantity : Number.NaN
}

/**
 * Finds the rows of a sub-order that only sum its lines: all of them, or those since the last sum. A row with any other quantity may be a line, or
 * may show that a line is missing.
 *
 * @returns their places among the rows
 */
export function findSubtotals(rows: readonly (SoundRow | RefusedRow)[]): ReadonlySet<number> {
  const found = new Set<number>()
  const others: (readonly [place: number, quantity: number])[] = []
  let all = 0
  let stretch = 0
  for (const [place, finding] of rows.entries()) {
    const { subtotal } = finding.issue ? finding : {}
    if (subtotal === undefined) {
      const quantity = finding.issue ? Number.NaN : (finding.lineItem?.quantity ?? 0)
      all += quantity
      stretch += quantity
      continue
    }
    if (subtotal === 0 || subtotal === stretch) found.add(place)
    else others.push([place, subtotal])
    stretch = 0
  }
  for (const [place, subtotal] of others) if (subtotal === all) found.add(place)
  return found
}
