import { cleanText, undressText } from './cleanText'
import type { IssueCode } from './issueCode'

// `2.0` is how a spreadsheet may write 2. No thousands separator: `1,000` and `1.000` are a thousand or one, depending on the country.
const wholeNumber = /^(\d+)(?:\.0+)?$/
const grouped = /^\d{1,3}(?:\.000)+$/

// Needs no cleaning and fits any arithmetic: nearly every real quantity.
const plainNumber = /^[1-9]\d{0,8}$/

/** Pieces of a line; more of them are an EAN, a postcode, a phone number or an ID that stands in the wrong column. */
export const MOST_PIECES = 99_999

/** Reads a quantity: a whole number from 1 up that arithmetic can hold. Nothing is rounded. */
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
