import { INVISIBLE } from '../../domain/ids/cleanText'
import { DELIMITERS } from '../../domain/ids/delimiters'

// A spreadsheet runs a cell that starts so, also after blanks or as a full-width form (OWASP, CSV injection).
// Apostrophes before it are guards already, or the user's own: one more goes before them, so that taking one off
// gives the very text back.
const SIGNS = '=+\\-@\\t\\uff1d\\uff0b\\uff0d\\uff20'
const dangerousStart = new RegExp(`^'*[\\s${INVISIBLE}]*[${SIGNS}\\r\\n]`)

/** Puts one `'` before a text that a spreadsheet would run as a formula. */
function guardFormula(text: string): string {
  return dangerousStart.test(text) ? `'${text}` : text
}

/** Takes off the one `'` that `guardFormula` put there; any other text stays as it is. */
function unguardFormula(text: string): string {
  return text.startsWith("'") && dangerousStart.test(text.slice(1)) ? text.slice(1) : text
}

/**
 * Stands where a text would begin a cell of its own, if the file were opened with another delimiter: an apostrophe,
 * as at the beginning of a cell, behind a word joiner that nobody types, so that it is told from the user's own
 * apostrophes.
 */
const INNER_GUARD = "\u2060'"

// What a spreadsheet may pass over at the beginning of a cell: blanks, quotes, what nobody sees, other guards. Line
// ends and tabs are no part of it: they begin cells themselves, so that no text is gone over twice.
const PASSED = `(?:(?![\\t\\r\\n])[\\s"'${INVISIBLE}])*`
// At the end of a text the file's own signs follow, a line end among them.
const AFTER_DELIMITER = `(?=${PASSED}(?:[${SIGNS}\\r\\n]|$))`
// Quotes protect a line end only from who reads them as we do.
const LINE_END = `(?:\\r\\n|\\r(?!\\n)|\\n)`
const AFTER_LINE_END = `(?=${PASSED}(?:[${SIGNS}]|$))`

const allDelimiters = `[${DELIMITERS.join('')}]`

/** By the file's delimiter: behind which characters a text needs a guard. */
const innerStarts: ReadonlyMap<string, RegExp> = new Map(
  DELIMITERS.map((own) => {
    const others = `[${DELIMITERS.filter((one) => one !== own).join('')}]`
    // Its own delimiter stands in quotes. Behind it a guard is the user's, and gets another one, as any does.
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

/** Whether a cell may hold guards; nearly none does. */
export function mayHoldGuards(text: string): boolean {
  // By its first character's code: a million calls of startsWith take a tenth of a second.
  return text.charCodeAt(0) === 39 || text.includes(INNER_GUARD)
}
