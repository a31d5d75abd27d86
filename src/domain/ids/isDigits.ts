const ZERO = 48
const NINE = 57

/**
 * Whether a text has only digits, like nearly every ID. Faster than a pattern: the check of a million rows calls it for
 * each.
 */
export function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < ZERO || code > NINE) return false
  }
  return text.length > 0
}

/** Whether a text holds a digit of any script. */
export const hasDigit = (text: string): boolean => /\p{Nd}/u.test(text)
