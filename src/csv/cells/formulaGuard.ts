import { INVISIBLE } from '../../domain/ids/cleanText'
import { DELIMITERS } from '../../domain/ids/delimiters'

// A spreadsheet runs a cell that starts with these signs, also after blanks or in full-width form (OWASP, CSV
// injection). Apostrophes before the sign may be guards or the user's own: another one goes before them, so that
// removing one restores the text.
const SIGNS = '=+\\-@\\t\\uff1d\\uff0b\\uff0d\\uff20'
const dangerousStart = new RegExp(`^'*[\\s${INVISIBLE}]*[${SIGNS}\\r\\n]`)

/** Adds a `'` before a text that a spreadsheet would run as a formula. */
function guardFormula(text: string): string {
  return dangerousStart.test(text) ? `'${text}` : text
}

/** Removes the `'` that `guardFormula` added; any other text stays as it is. */
function unguardFormula(text: string): string {
  return text.startsWith("'") && dangerousStart.test(text.slice(1)) ? text.slice(1) : text
}

/**
 * Guards a place inside a text where a cell would begin if the file were opened with another delimiter. The word
 * joiner before the apostrophe, which nobody types, tells this guard from the user's own apostrophes.
 */
const INNER_GUARD = "\u2060'"

// Characters that a spreadsheet may skip at the beginning of a cell: blanks, quotes, invisible marks, other guards.
// Line ends and tabs begin cells themselves, so that the pattern reads no text twice.
const PASSED = `(?:(?![\\t\\r\\n])[\\s"'${INVISIBLE}])*`
// The end of a text counts as a sign, because the delimiter or line end of the file follows.
const AFTER_DELIMITER = `(?=${PASSED}(?:[${SIGNS}\\r\\n]|$))`
// Quotes protect a line end only from programs that read quotes as we do.
const LINE_END = `(?:\\r\\n|\\r(?!\\n)|\\n)`
const AFTER_LINE_END = `(?=${PASSED}(?:[${SIGNS}]|$))`

const allDelimiters = `[${DELIMITERS.join('')}]`

/** The places within a text that need a guard, by the delimiter of the file. */
const innerStarts: ReadonlyMap<string, RegExp> = new Map(
  DELIMITERS.map((own) => {
    const others = `[${DELIMITERS.filter((delimiter) => delimiter !== own).join('')}]`
    // The file's own delimiter stands in quotes. A guard behind it belongs to the user's text, and gets another guard.
    const behindOwn = `[${own}](?=${INNER_GUARD})`
    return [
      own,
      new RegExp(`(?:${others}|${behindOwn})${AFTER_DELIMITER}|${LINE_END}${AFTER_LINE_END}`, 'g'),
    ] as const
  }),
)
const guarded = new RegExp(
  `(${allDelimiters})${INNER_GUARD}${AFTER_DELIMITER}|(${LINE_END})${INNER_GUARD}${AFTER_LINE_END}`,
  'g',
)

/**
 * A cell of a file that begins as no formula, whichever of the delimiters a spreadsheet takes for the file's: it may
 * cut the cell in two at each of the others, and at each line end.
 * @param delimiter the file's own: `,` `;` TAB or `|`
 */
export function guardCell(text: string, delimiter: string): string {
  const pattern = innerStarts.get(delimiter)
  return guardFormula(pattern ? text.replace(pattern, (start) => start + INNER_GUARD) : text)
}

/** Gives back the very text that `guardCell` was given, whatever the delimiter. */
export function unguardCell(text: string): string {
  const inner = unguardFormula(text)
  if (!inner.includes(INNER_GUARD)) return inner
  return inner.replace(guarded, (_, delimiter?: string, lineEnd?: string) => delimiter ?? lineEnd ?? '')
}

/** Whether a cell may hold guards; nearly no cell does. */
export function mayHoldGuards(text: string): boolean {
  // Compares a character code: a million calls of `startsWith` take a tenth of a second.
  return text.charCodeAt(0) === 39 || text.includes(INNER_GUARD)
}
