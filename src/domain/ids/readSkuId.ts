import { readMark } from './cellMarks'
import { isExcelError } from './cleanText'
import { isFiller, isZero } from './filler'
import type { SkuId } from './identifiers'
import { hasInnerEscape, isPlainId, isUnprintable, MAX_ID_LENGTH, readIdText, type RefusedId } from './idText'

// A column that is too narrow for its numbers shows this, and copying copies it.
const tooNarrow = /^#{3,}$/
const writtenDate = /^(?:\d{4}-\d\d-\d\d )?\d\d:\d\d(?::\d\d)?$/
// Text editors, web pages and programs write a line end or a blank behind a cell like this.
const writtenLineEnd = /(?:&(?:#0*1[03]|#x0*[ad]|nbsp|#0*160|#x0*a0);|\\[rnt]|<br\s?\/?>|%0[ad])$/i
// Excel's own mark of a text: no SKU begins with it. With another apostrophe behind it or at the end, its meaning is
// unknown.
const loneApostrophe = /^'(?=[\p{L}\p{N}])(?!.*['\u2019]$)/u
const leftDressing = /^['\u2018\u2019`\u00b4]|^(["\u201c\u201d\u201e]).*["\u201c\u201d]$/u

const NO_SKU = { ok: false, code: 'MISSING_SKU' } as const

/** Whether this is how a workbook writes a date or time: `2026-05-01 00:00`, `13:45`. */
export function isWrittenDate(text: string): boolean {
  return writtenDate.test(text)
}

/** Whether a spreadsheet put this in the place of the typed text. */
function isDamaged(text: string): boolean {
  return isExcelError(text) || isWrittenDate(text) || tooNarrow.test(text) || readMark(text) !== undefined
}

function isUnfitSku(text: string): boolean {
  if (text.length > MAX_ID_LENGTH || isUnprintable(text) || isDamaged(text)) return true
  return leftDressing.test(text) || hasInnerEscape(text) || writtenLineEnd.test(text)
}

/**
 * Reads a SKU ID: any printable text of up to 255 characters, cleaned like a Sub Order ID. A word that databases write
 * for a blank is a missing SKU ID.
 */
export function readSkuId(text: string): { readonly ok: true; readonly id: SkuId } | RefusedId {
  if (isPlainId(text)) return isZero(text) ? NO_SKU : { ok: true, id: text as SkuId }
  const cleaned = readIdText(text)
  if (!cleaned.ok) return cleaned
  const sku = cleaned.text.length > MAX_ID_LENGTH ? cleaned.text : cleaned.text.replace(loneApostrophe, '')
  if (sku === '' || isZero(sku) || (isFiller(sku) && !isDamaged(sku))) return NO_SKU
  return isUnfitSku(sku) ? { ok: false, code: 'INVALID_ID' } : { ok: true, id: sku as SkuId }
}
