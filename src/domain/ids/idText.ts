import { cleanText, undressText } from './cleanText'
import { isDigits } from './isDigits'
import type { IssueCode } from './issueCode'

/** Increff's API takes strings of at most 255 characters. */
export const MAX_ID_LENGTH = 255
/** Excel keeps 15 digits of a number, and makes zeros of the others. */
export const EXACT_DIGITS = 15

// Letters and digits alone need no cleaning, and cannot be scientific: nearly every real ID.
const plainId = /^(?=[A-Za-z]*[0-9])[A-Za-z0-9]{1,255}$/
// A separator or a sign makes the text Excel's; `12E5` has neither, and may be a real ID. Digits and separators of any
// locale.
const scientific =
  /^[+\-\u2212]?(?:\p{Nd}+[.,'\u2019\u00b7\u066b]\p{Nd}*\s*e\s*[+\-\u2212]?\p{Nd}+|\p{Nd}+\s*e\s*[+\-\u2212]\p{Nd}+)$/iu
const zeroDecimals = /^(\d+)\.0+$/
// U+FFFD stands where the file's encoding lost a character.
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\ufffd]/u
// A character that a workbook has escaped. Inside an ID, the character has cut another ID in two.
const innerEscape = /_x[0-9a-f]{4}_/i

/** An ID that cannot be used, and why. */
export type RefusedId = { readonly ok: false; readonly code: IssueCode }

/** A text without everything that Excel or a clipboard puts around an ID. */
export type IdText = { readonly ok: true; readonly text: string } | RefusedId

/** Whether a text needs no cleaning and no second look. */
export const isPlainId = (text: string): boolean =>
  isDigits(text) ? text.length <= MAX_ID_LENGTH : plainId.test(text)

/** Whether a text holds characters that nobody sees. */
export const isUnprintable = (text: string): boolean => unprintable.test(text)

/** Whether a text holds a character that a workbook has escaped: `_x000D_`. */
export const hasInnerEscape = (text: string): boolean => innerEscape.test(text)

/** The whole number that `123.0` is; undefined where the text is no such number. */
export function readZeroDecimals(text: string): string | undefined {
  return zeroDecimals.exec(text)?.[1]
}

/** Cleans the text of an ID. Refuses numbers that Excel has rounded or written as `1.2E+9`. */
export function readIdText(text: string): IdText {
  const undressed = undressText(cleanText(text))
  if (scientific.test(undressed)) return { ok: false, code: 'SCIENTIFIC_ID' }
  const digits = readZeroDecimals(undressed)
  if (digits === undefined) return { ok: true, text: undressed }
  return digits.length > EXACT_DIGITS ? { ok: false, code: 'PRECISION_LOST' } : { ok: true, text: digits }
}

/**
 * Whether Excel may have rounded this number: it keeps 15 digits and makes zeros of the others. Such an ID can be
 * right, and is sent once a person has looked.
 */
export function looksRounded(text: string): boolean {
  return text.length > EXACT_DIGITS && /^\d{15}0+$/.test(text)
}
