import { cleanText, isBlank } from './cleanText'
import { isAmountHeading, isHeading, isProductHeading } from './headingWords'
import type { Sheet } from './sheet'

/** What a row is held against: the header that the table was read by. */
export type OwnHeader = Pick<Sheet, 'kind' | 'header' | 'columns'>

/** Characters; no header that means something to us is so long. */
const LONGEST_NAME = 255
// A heading is seldom longer, and a sentence seldom shorter.
const LONGEST_WORDS = 60

const idName = /^(?:increff|system)?suborderid$/

function joinWords(text: string): string {
  if (text.length > LONGEST_NAME) return ''
  return cleanText(text)
    .replace(/[\s_-]/g, '')
    .toLowerCase()
}

/** Whether a cell holds words as a heading does: letters, and no more than a counter behind them (`Address 2`). */
export function isWordy(text: string): boolean {
  if (text.length > LONGEST_WORDS || !/[\p{L}\p{M}]{2}/u.test(text)) return false
  return !/\p{Nd}/u.test(text) || /^[^\p{Nd}]*[\p{L}\p{M}]{3}[^\p{Nd}]{0,3}\p{Nd}{1,2}$/u.test(text.trim())
}

const isSame = (text: string, header: string): boolean => {
  const joined = joinWords(text)
  return joined !== '' && joined === joinWords(header)
}

const namesId = (text: string, { header, columns }: OwnHeader): boolean =>
  isSame(text, header[columns.subOrderId] ?? '') || idName.test(joinWords(text))

/** Whether a row repeats the header of its table; other columns than the ones that count may have other names. */
export function isOwnHeader(cells: readonly string[], own: OwnHeader): boolean {
  const { kind, header, columns } = own
  if (!namesId(cells[columns.subOrderId] ?? '', own)) return false
  return cells.every((cell, column) => {
    if (column === columns.subOrderId || isBlank(cell) || isSame(cell, header[column] ?? '')) return true
    if (column === columns.skuId) return isProductHeading(cell)
    if (column === columns.quantity) return isAmountHeading(cell)
    if (!isHeading(cell)) return false
    // Line items below sub-orders are another table.
    return kind === 'line-items' || !(isProductHeading(cell) || isAmountHeading(cell))
  })
}

/** A row of one cell is taken for a heading only where it can be nothing else: `SKU ID`, never `Orders`. */
const isSureHeading = (text: string): boolean =>
  isHeading(text) &&
  (isProductHeading(text) || isAmountHeading(text) || /\p{L}[\s_-]+\p{L}/u.test(text.trim()))

/** Whether a row without an ID heads another table: our columns in other places, or other columns. */
export function headsOtherTable(cells: readonly string[], own: OwnHeader): boolean {
  const { subOrderId } = own.columns
  const shown = cells.filter((cell) => !isBlank(cell))
  if (shown.length === 0 || !shown.every(isWordy) || isOwnHeader(cells, own)) return false
  if (shown.some((cell) => namesId(cell, own))) return true
  const idCell = cells[subOrderId] ?? ''
  if (shown.length === 1) return isSureHeading(idCell)
  if (isHeading(idCell)) return true
  const headings = shown.filter(isHeading).length
  return headings >= 2 && headings * 2 >= shown.length
}
