import { cleanText } from './cleanText'
import { readSubOrderId, type SubOrderId } from './identifiers'
import type { IdRule } from './idRule'
import { findSeparators } from './idSeparators'

// `1,253,231,242`, `123,0`, `1 253 231`, `01/02/2026`: split, they would be other sub-orders.
const separatedNumber = /^\d+(?:[,./ \u00a0\u2009\u202f]\d+)+$/
const shortPart = /(?:^|\D)\d{1,3}(?:\D|$)/

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
 * The IDs in a cell that holds several, separated by blanks, line ends, commas, semicolons, bars or slashes. Empty
 * where the cell holds anything else: one ID, a part that is no ID or unlike the others, or what may be one number with
 * separators.
 *
 * @param rule of the host: a character that its IDs may hold separates nothing
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
