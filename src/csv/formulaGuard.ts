import { INVISIBLE } from '../domain/cleanText'

// A spreadsheet runs a cell that starts so, also after blanks or as a full-width form (OWASP, CSV injection). Apostrophes before
// it are guards already, or the user's own: one more goes before them, so that taking one off gives the very text back.
const dangerousStart = new RegExp(`^'*[\\s${INVISIBLE}]*[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20]`)

/** Puts one `'` before a text that a spreadsheet would run as a formula. */
export function guardFormula(text: string): string {
  return dangerousStart.test(text) ? `'${text}` : text
}

/** Takes off the one `'` that `guardFormula` put there; any other text stays as it is. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && dangerousStart.test(text.slice(1)) ? text.slice(1) : text
}
