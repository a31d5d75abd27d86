import { cleanText, isExcelError, undressText } from './cleanText'
import type { IssueCode } from './sheet'

/** The Increff Sub Order ID. Always text: leading zeros count, and 20 digits are above every number type. */
export type SubOrderId = string & { readonly brand: 'SubOrderId' }

/** The Increff SKU ID ("Global SKU ID"): not the EAN, not the channel's SKU. */
export type SkuId = string & { readonly brand: 'SkuId' }

/** The ID of the row that the sample comes with. It has no digit, so no real sub-order can have it. */
export const EXAMPLE_ID = 'EXAMPLE'

// Increff's API takes strings of at most 255 characters.
const MAX_ID_LENGTH = 255
// Excel keeps 15 digits of a number and makes the others zeros.
const MAX_EXACT_DIGITS = 15

// Letters and digits alone need no cleaning, and no reading of theirs is scientific: nearly every real ID.
const plainSkuId = /^[A-Za-z0-9]{1,255}$/
const plainSubOrderId = /^(?=[A-Za-z]*[0-9])[A-Za-z0-9]{1,255}$/
const legalSubOrderId = /^(?=[A-Za-z_.-]*[0-9])[A-Za-z0-9][A-Za-z0-9_.-]{0,254}$/
// Separator or sign makes it Excel's; `12E5` has neither, and may well be somebody's ID. Decimal separators and digits of any locale.
const scientific =
  /^[+\-\u2212]?(?:\p{Nd}+[.,'\u2019\u00b7\u066b]\p{Nd}*\s*e\s*[+\-\u2212]?\p{Nd}+|\p{Nd}+\s*e\s*[+\-\u2212]\p{Nd}+)$/iu
const zeroDecimals = /^(\d+)\.0+$/
// U+FFFD stands where the file's encoding lost a character.
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\ufffd]/u

type Refused = { readonly ok: false; readonly code: IssueCode }
type IdText = { readonly ok: true; readonly text: string } | Refused

function readIdText(text: string): IdText {
  const undressed = undressText(cleanText(text))
  if (scientific.test(undressed)) return { ok: false, code: 'SCIENTIFIC_ID' }
  const digits = zeroDecimals.exec(undressed)?.[1]
  if (digits === undefined) return { ok: true, text: undressed }
  return digits.length > MAX_EXACT_DIGITS ? { ok: false, code: 'PRECISION_LOST' } : { ok: true, text: digits }
}

/**
 * Reads a Sub Order ID: 1 to 255 of `A-Z a-z 0-9 _ - .`, a letter or digit first, at least one digit. What Excel or a
 * clipboard put around it goes; anything else is refused, never guessed.
 */
export function readSubOrderId(text: string): { readonly ok: true; readonly id: SubOrderId } | Refused {
  if (plainSubOrderId.test(text)) return { ok: true, id: text as SubOrderId }
  const cleaned = readIdText(text)
  if (!cleaned.ok) return cleaned
  if (cleaned.text === '') return { ok: false, code: 'MISSING_ID' }
  if (!legalSubOrderId.test(cleaned.text)) return { ok: false, code: 'INVALID_ID' }
  return { ok: true, id: cleaned.text as SubOrderId }
}

/** Reads a SKU ID: any printable text up to 255 characters, cleaned like a Sub Order ID. */
export function readSkuId(text: string): { readonly ok: true; readonly id: SkuId } | Refused {
  if (plainSkuId.test(text)) return { ok: true, id: text as SkuId }
  const cleaned = readIdText(text)
  if (!cleaned.ok) return cleaned
  if (cleaned.text === '') return { ok: false, code: 'MISSING_SKU' }
  if (cleaned.text.length > MAX_ID_LENGTH || unprintable.test(cleaned.text) || isExcelError(cleaned.text))
    return { ok: false, code: 'INVALID_ID' }
  return { ok: true, id: cleaned.text as SkuId }
}

/** Whether this is the ID of the sample's example row, in any case. */
export function isExample(text: string): boolean {
  return cleanText(text).toUpperCase() === EXAMPLE_ID
}

// `1,253,231,242`, `123,0`, `1 253 231`, `01/02/2026`: apart they would be other sub-orders.
const separatedNumber = /^\d+(?:[,./ \u00a0\u2009\u202f]\d+)+$/
const shortPart = /(?:^|\D)\d{1,3}(?:\D|$)/

/**
 * The IDs in a cell that holds several, apart by blanks, line ends, commas, semicolons, bars or slashes. Empty where it is
 * anything else: one ID, a part that is none, or what may be one number with separators.
 */
export function splitIds(text: string): readonly SubOrderId[] {
  const cleaned = cleanText(text)
  if (separatedNumber.test(cleaned) && shortPart.test(cleaned)) return []
  const parts = text.split(/[\s,;|/]+/).filter((part) => cleanText(part) !== '')
  const ids = parts.flatMap((part) => {
    const read = readSubOrderId(part)
    return read.ok ? [read.id] : []
  })
  return ids.length === parts.length && ids.length > 1 ? ids : []
}

/**
 * Whether Excel may have rounded this number: it keeps 15 digits and makes the others zeros. Such an ID can be right,
 * and is sent once a person has looked.
 */
export function looksRounded(text: string): boolean {
  return text.length > MAX_EXACT_DIGITS && /^\d{15}0+$/.test(text)
}
