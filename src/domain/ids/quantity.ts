import { cleanText, undressText } from './cleanText'
import type { IssueCode } from './issueCode'

// A spreadsheet may write 2 as `2.0`. Thousands separators are refused: by country, `1,000` and `1.000` are a thousand
// or one.
const wholeNumber = /^(\d+)(?:\.0+)?$/
const grouped = /^\d{1,3}(?:\.000)+$/

// Nearly every real quantity: such a text needs no cleaning, and fits any arithmetic.
const plainNumber = /^[1-9]\d{0,8}$/

/** Pieces of a line: a larger number is an EAN, a postcode, a phone number or an ID in the wrong column. */
export const MOST_PIECES = 99_999

/** Reads a quantity: a whole number from 1 up that a double holds exactly. Nothing is rounded. */
export function readQuantity(
  text: string,
): { readonly ok: true; readonly quantity: number } | { readonly ok: false; readonly code: IssueCode } {
  if (plainNumber.test(text)) return { ok: true, quantity: Number(text) }
  const cleaned = undressText(cleanText(text))
  if (cleaned === '') return { ok: false, code: 'MISSING_QUANTITY' }
  const digits = grouped.test(cleaned) ? undefined : wholeNumber.exec(cleaned)?.[1]
  const quantity = Number(digits)
  if (!Number.isSafeInteger(quantity) || quantity < 1) return { ok: false, code: 'INVALID_QUANTITY' }
  return { ok: true, quantity }
}
