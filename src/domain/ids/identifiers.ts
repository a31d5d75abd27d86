import { readMark } from './cellMarks'
import { cleanText, isExcelError, undressText } from './cleanText'
import { isFiller, isZero } from './filler'
import { findMatcher, type IdRule } from './idRule'
import { findSeparators } from './idSeparators'
import { isDigits } from './isDigits'
import { namesOtherPath } from './namesOtherPath'
import type { IssueCode } from './issueCode'

/** The Increff Sub Order ID. Always text: leading zeros count, and 20 digits are above every number type. */
export type SubOrderId = string & { readonly brand: 'SubOrderId' }

/** The Increff SKU ID ("Global SKU ID"): not the EAN, not the channel's SKU. */
export type SkuId = string & { readonly brand: 'SkuId' }

/** The ID of the row that the sample comes with. It has no digit, so no real sub-order can have it. */
export const EXAMPLE_ID = 'EXAMPLE'

// Increff's API takes strings of at most 255 characters.
const MAX_ID_LENGTH = 255
/** Excel keeps so many digits of a number and makes the others zeros. */
export const EXACT_DIGITS = 15

// Letters and digits alone need no cleaning, and no reading of theirs is scientific: nearly every real ID.
const plainId = /^(?=[A-Za-z]*[0-9])[A-Za-z0-9]{1,255}$/
/** Whether nothing about a text has to be cleaned or looked at twice. */
const isPlainId = (text: string): boolean =>
  isDigits(text) ? text.length <= MAX_ID_LENGTH : plainId.test(text)
const legalSubOrderId = /^(?=[A-Za-z_.-]*[0-9])[A-Za-z0-9][A-Za-z0-9_.-]{0,254}$/
// Separator or sign makes it Excel's; `12E5` has neither, and may well be somebody's ID. Decimal separators and digits of any locale.
const scientific =
  /^[+\-\u2212]?(?:\p{Nd}+[.,'\u2019\u00b7\u066b]\p{Nd}*\s*e\s*[+\-\u2212]?\p{Nd}+|\p{Nd}+\s*e\s*[+\-\u2212]\p{Nd}+)$/iu
const zeroDecimals = /^(\d+)\.0+$/
// U+FFFD stands where the file's encoding lost a character.
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\ufffd]/u

// What is copied from a column that is too narrow for its numbers.
const tooNarrow = /^#{3,}$/
const writtenDate = /^(?:\d{4}-\d\d-\d\d )?\d\d:\d\d(?::\d\d)?$/
// Of a character that a workbook has escaped: an ID that is cut in two by one was another one.
const innerEscape = /_x[0-9a-f]{4}_/i
// What text editors, web pages and programs make of a line end or a blank behind a cell.
const writtenLineEnd = /(?:&(?:#0*1[03]|#x0*[ad]|nbsp|#0*160|#x0*a0);|\\[rnt]|<br\s?\/?>|%0[ad])$/i

type Refused = { readonly ok: false; readonly code: IssueCode }
type IdText = { readonly ok: true; readonly text: string } | Refused
type ReadId = { readonly ok: true; readonly id: SubOrderId } | Refused

const INVALID = { ok: false, code: 'INVALID_ID' } as const
const NO_SKU = { ok: false, code: 'MISSING_SKU' } as const

/** The whole number that `123.0` is; undefined: it is no such text. */
export function readZeroDecimals(text: string): string | undefined {
  return zeroDecimals.exec(text)?.[1]
}

function readIdText(text: string): IdText {
  const undressed = undressText(cleanText(text))
  if (scientific.test(undressed)) return { ok: false, code: 'SCIENTIFIC_ID' }
  const digits = readZeroDecimals(undressed)
  if (digits === undefined) return { ok: true, text: undressed }
  return digits.length > EXACT_DIGITS ? { ok: false, code: 'PRECISION_LOST' } : { ok: true, text: digits }
}

/**
 * Reads a Sub Order ID: 1 to 255 of `A-Z a-z 0-9 _ - .`, a letter or digit first, at least one digit. What Excel or a
 * clipboard put around it goes; anything else is refused, never guessed; so is a zero, which programs write for a blank.
 *
 * @param rule of the host, in the place of that alphabet
 */
export function readSubOrderId(text: string, rule?: IdRule): ReadId {
  if (rule) return readByRule(text, rule)
  if (isPlainId(text)) return isZero(text) ? INVALID : { ok: true, id: text as SubOrderId }
  const cleaned = readIdText(text)
  if (!cleaned.ok) return cleaned
  if (cleaned.text === '') return { ok: false, code: 'MISSING_ID' }
  if (!legalSubOrderId.test(cleaned.text) || innerEscape.test(cleaned.text) || isZero(cleaned.text))
    return INVALID
  return { ok: true, id: cleaned.text as SubOrderId }
}

// What a cell shows that is too narrow for its number.
const narrowCell = /^#+$/
// Visible ASCII that begins as no number and no dress of Excel's: there is nothing to clean, and most IDs of other systems are so.
const cleanOwnId = /^[A-Za-z#/][!-~]{0,254}$/

/** What no rule can make an ID of. @param text cleaned */
function isNeverId(text: string): boolean {
  if (text.length === EXAMPLE_ID.length && text.toUpperCase() === EXAMPLE_ID) return true
  if (isZero(text) || readMark(text) !== undefined) return true
  if (text.startsWith('#') && (isExcelError(text) || narrowCell.test(text))) return true
  return namesOtherPath(text)
}

/** By the rule of a host: what Excel has damaged stays damaged, whatever the rule lets through. */
function readByRule(text: string, rule: IdRule): ReadId {
  const matcher = findMatcher(rule)
  const isId = (one: string) => matcher?.matches(one) === true && !isNeverId(one)
  if (isPlainId(text) || cleanOwnId.test(text))
    return isId(text) ? { ok: true, id: text as SubOrderId } : INVALID
  const cleaned = readIdText(text)
  if (!cleaned.ok) return cleaned
  if (cleaned.text === '') return { ok: false, code: 'MISSING_ID' }
  // `12.0` is Excel's way to write 12, unless only `12.0` is an ID.
  for (const one of [cleaned.text, undressText(cleanText(text))]) {
    if (one.length <= MAX_ID_LENGTH && !unprintable.test(one) && isId(one))
      return { ok: true, id: one as SubOrderId }
  }
  return INVALID
}

// Excel's own mark of a text. No SKU begins with it; where another stands behind it or at the end, nobody can say which is whose.
const loneApostrophe = /^'(?=[\p{L}\p{N}])(?!.*['\u2019]$)/u
const leftDressing = /^['\u2018\u2019`\u00b4]|^(["\u201c\u201d\u201e]).*["\u201c\u201d]$/u

function isUnfitSku(text: string): boolean {
  if (text.length > MAX_ID_LENGTH || unprintable.test(text) || isDamaged(text)) return true
  return leftDressing.test(text) || innerEscape.test(text) || writtenLineEnd.test(text)
}

/**
 * Reads a SKU ID: any printable text up to 255 characters, cleaned like a Sub Order ID. A word that databases write for a blank is
 * none.
 */
export function readSkuId(text: string): { readonly ok: true; readonly id: SkuId } | Refused {
  if (isPlainId(text)) return isZero(text) ? NO_SKU : { ok: true, id: text as SkuId }
  const cleaned = readIdText(text)
  if (!cleaned.ok) return cleaned
  const sku = cleaned.text.length > MAX_ID_LENGTH ? cleaned.text : cleaned.text.replace(loneApostrophe, '')
  if (sku === '' || isZero(sku) || (isFiller(sku) && !isDamaged(sku))) return NO_SKU
  return isUnfitSku(sku) ? { ok: false, code: 'INVALID_ID' } : { ok: true, id: sku as SkuId }
}

/** Whether a spreadsheet put this in the place of what was typed. */
function isDamaged(text: string): boolean {
  return isExcelError(text) || isWrittenDate(text) || tooNarrow.test(text) || readMark(text) !== undefined
}

/** Whether this is how a date or time of a workbook is written: `2026-05-01 00:00`, `13:45`. */
export function isWrittenDate(text: string): boolean {
  return writtenDate.test(text)
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
 * anything else: one ID, a part that is none or unlike the others, or what may be one number with separators.
 *
 * @param rule of the host: what an ID may hold by it parts none
 */
export function splitIds(text: string, rule?: IdRule): readonly SubOrderId[] {
  const cleaned = cleanText(text)
  if (separatedNumber.test(cleaned) && shortPart.test(cleaned)) return []
  const parts = text.split(findSeparators(rule)).filter((part) => /[^\s,;|/]/.test(cleanText(part)))
  const ids = parts.flatMap((part) => {
    const read = readSubOrderId(part, rule)
    return read.ok ? [read.id] : []
  })
  return ids.length === parts.length && ids.length > 1 && areAlike(ids) ? ids : []
}

// IDs of one source have letters or have none, and differ by a digit or two.
const LENGTH_STEP = 3

/** Whether texts look like IDs of one source. A SKU or a quantity beside an ID does not look like it. */
function areAlike(ids: readonly string[]): boolean {
  const describe = (id: string) => [/[A-Za-z]/, /\d/, /[_.-]/].map((kind) => kind.test(id)).join(' ')
  const lengths = ids.map(({ length }) => length)
  const spread =
    lengths.reduce((one, next) => Math.max(one, next), 0) - lengths.reduce((one, next) => Math.min(one, next))
  return spread <= LENGTH_STEP && new Set(ids.map(describe)).size === 1
}

/**
 * Whether Excel may have rounded this number: it keeps 15 digits and makes the others zeros. Such an ID can be right,
 * and is sent once a person has looked.
 */
export function looksRounded(text: string): boolean {
  return text.length > EXACT_DIGITS && /^\d{15}0+$/.test(text)
}
