import type { NumberFormat, PatternToken } from './numberFormat'

// Excel keeps 15 digits of a number and makes the others zeros.
const TOO_MANY_DIGITS = 1e15
const DAY_SECONDS = 86_400
// 9999-12-31, the last day that Excel knows.
const LAST_DAY = 2_958_465
const BEFORE_1900 = Date.UTC(1899, 11, 30)
const DAYS_TO_1904 = 1462
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/

/**
 * The text of a number cell. A whole number is its digits, with the zeros that its format puts in front; one of 16
 * digits and more gets `.0`, so that no ID is read from it: it is not what was typed. Dates hold a `:`, as no ID does.
 */
export function writeNumber(raw: string, format: NumberFormat, isFrom1904: boolean): string {
  const text = raw.trim()
  // Whatever a program wrote there, it says what it says.
  if (!number.test(text)) return raw
  const value = Number(text)
  if (format.kind === 'date') return writeDate(value, isFrom1904)
  if (!Number.isFinite(value)) return '#NUM!'
  if (!Number.isInteger(value)) return text
  if (Math.abs(value) >= TOO_MANY_DIGITS) return `${/^\d+$/.test(text) ? text : writeRounded(value)}.0`
  if (format.kind !== 'pattern') return String(value)
  return value < 0 ? String(value) : fillPattern(String(value), format.tokens)
}

/** As a spreadsheet shows it: the digits from the 16th on are zeros. */
function writeRounded(value: number): string {
  const [digits = '', exponent] = value.toExponential(14).replace('.', '').split('e')
  return digits + '0'.repeat(Number(exponent) - 14)
}

/** `2026-05-01 00:00`; `13:45` alone for less than a day. Excel shows crosses where a number is no date. */
export function writeDate(serial: number, isFrom1904: boolean): string {
  const days = isFrom1904 ? serial + DAYS_TO_1904 : serial
  if (!(days >= 0 && days < LAST_DAY + 1)) return '#NUM!'
  // Excel takes 1900 for a leap year: before March its days are one ahead.
  const real = days < 61 ? days + 1 : days
  const [date = '', time = ''] = new Date(BEFORE_1900 + Math.round(real * DAY_SECONDS) * 1000)
    .toISOString()
    .split('T')
  const clock = time.slice(6, 8) === '00' ? time.slice(0, 5) : time.slice(0, 8)
  return days < 1 ? clock : `${date} ${clock}`
}

/** Digits go into the places from the right; what is left over stands in the first one. */
function fillPattern(digits: string, tokens: readonly PatternToken[]): string {
  let rest = digits === '0' ? '' : digits
  let filled = ''
  const first = tokens.findIndex((token) => 'place' in token)
  for (const [index, token] of [...tokens.entries()].toReversed()) {
    if ('text' in token) {
      filled = token.text + filled
      continue
    }
    const taken = index === first ? rest : rest.slice(-1)
    rest = rest.slice(0, rest.length - taken.length)
    filled = (taken === '' && token.place === '0' ? '0' : taken) + filled
  }
  return filled
}
