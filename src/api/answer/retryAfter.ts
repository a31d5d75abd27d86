/**
 * Reads `Retry-After` (RFC 9110, section 10.2.3): seconds or an HTTP date.
 *
 * @param wallNow milliseconds since 1970
 * @returns milliseconds to wait, 0 for a moment that has passed; undefined where the header says nothing readable
 */
export function readRetryAfter(header: string | undefined, wallNow: number): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000
  // `Date.parse` takes almost anything, `-5` for instance: only what begins like a date is one.
  if (!/^[A-Za-z]{3}/.test(text)) return undefined
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, date - wallNow)
}
