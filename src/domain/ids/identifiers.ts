import { readMark } from './cellMarks'
import { cleanText, isExcelError, undressText } from './cleanText'
import { isZero } from './filler'
import { findMatcher, type IdRule } from './idRule'
import { hasInnerEscape, isPlainId, isUnprintable, MAX_ID_LENGTH, readIdText, type RefusedId } from './idText'
import { namesOtherPath } from './namesOtherPath'

/** The Increff Sub Order ID. Always text: leading zeros count, and 20 digits are above every number type. */
export type SubOrderId = string & { readonly brand: 'SubOrderId' }

/** The Increff SKU ID ("Global SKU ID"): not the EAN, not the channel's SKU. */
export type SkuId = string & { readonly brand: 'SkuId' }

/** The ID of the sample's example row. It has no digit, so no real sub-order can have it. */
export const EXAMPLE_ID = 'EXAMPLE'

type ReadId = { readonly ok: true; readonly id: SubOrderId } | RefusedId

const INVALID = { ok: false, code: 'INVALID_ID' } as const
const MISSING = { ok: false, code: 'MISSING_ID' } as const

const legalSubOrderId = /^(?=[A-Za-z_.-]*[0-9])[A-Za-z0-9][A-Za-z0-9_.-]{0,254}$/
// A cell that is too narrow for its number shows this.
const narrowCell = /^#+$/
// Visible ASCII that begins like no number and no dress of Excel's needs no cleaning: most IDs of other systems.
const cleanOwnId = /^[A-Za-z#/][!-~]{0,254}$/

/**
 * Reads a Sub Order ID: 1 to 255 of `A-Z a-z 0-9 _ - .`, a letter or digit first, at least one digit. Whatever Excel or
 * a clipboard put around the ID is taken off; anything else is refused, never guessed. A zero is refused, too: programs
 * write it for a blank.
 *
 * @param rule of the host: it replaces that alphabet
 */
export function readSubOrderId(text: string, rule?: IdRule): ReadId {
  if (rule) return readByRule(text, rule)
  if (isPlainId(text)) return isZero(text) ? INVALID : { ok: true, id: text as SubOrderId }
  const cleaned = readIdText(text)
  if (!cleaned.ok) return cleaned
  if (cleaned.text === '') return MISSING
  if (!legalSubOrderId.test(cleaned.text) || hasInnerEscape(cleaned.text) || isZero(cleaned.text))
    return INVALID
  return { ok: true, id: cleaned.text as SubOrderId }
}

/** Whether a text is no ID by any rule. @param text cleaned */
function isNeverId(text: string): boolean {
  if (text.length === EXAMPLE_ID.length && text.toUpperCase() === EXAMPLE_ID) return true
  if (isZero(text) || readMark(text) !== undefined) return true
  if (text.startsWith('#') && (isExcelError(text) || narrowCell.test(text))) return true
  return namesOtherPath(text)
}

/** Reads an ID by the rule of a host. A text that Excel has damaged is refused, whatever the rule lets through. */
function readByRule(text: string, rule: IdRule): ReadId {
  const matcher = findMatcher(rule)
  const isId = (candidate: string) => matcher?.matches(candidate) === true && !isNeverId(candidate)
  if (isPlainId(text) || cleanOwnId.test(text))
    return isId(text) ? { ok: true, id: text as SubOrderId } : INVALID
  const cleaned = readIdText(text)
  if (!cleaned.ok) return cleaned
  if (cleaned.text === '') return MISSING
  // `12.0` is Excel's way to write 12, unless only `12.0` is an ID.
  for (const candidate of [cleaned.text, undressText(cleanText(text))]) {
    if (candidate.length <= MAX_ID_LENGTH && !isUnprintable(candidate) && isId(candidate))
      return { ok: true, id: candidate as SubOrderId }
  }
  return INVALID
}

/** Whether this is the ID of the sample's example row, in any case. */
export function isExample(text: string): boolean {
  return cleanText(text).toUpperCase() === EXAMPLE_ID
}
