const ZERO = 48
const NINE = 57

/** Whether a text is digits and nothing else, as nearly every ID is: faster than a pattern, and a million rows ask. */
export function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < ZERO || code > NINE) return false
  }
  return text.length > 0
}
