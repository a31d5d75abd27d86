/** What a cell's number format does to a whole number, as far as we follow it. */
export type NumberFormat =
  /** Its digits. Separators, currencies and colours are looks. */
  | { readonly kind: 'digits' }
  | { readonly kind: 'date' }
  /** Zeros in front, letters around: each token is a text, `0` or `#` a place for a digit. */
  | { readonly kind: 'pattern'; readonly tokens: readonly PatternToken[] }
  /** Longer than `LONGEST_FORMAT`: nobody knows what such a cell shows. */
  | { readonly kind: 'too-long' }

export type PatternToken = { readonly place: '0' | '#' } | { readonly text: string }

export const digitsFormat: NumberFormat = { kind: 'digits' }
const dateFormat: NumberFormat = { kind: 'date' }
const tooLongFormat: NumberFormat = { kind: 'too-long' }

/** Characters; Excel takes no format that is longer. A number of a cell becomes little more than its format. */
export const LONGEST_FORMAT = 255

// Dates and times of all languages, then those of East Asia (ECMA-376 part 1, 18.8.30).
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [45, 47],
  [27, 36],
  [50, 58],
]
// In turn: quoted text, an escaped character, brackets (colour, currency, elapsed time), a gap, a filler, anything.
const formatToken = /"([^"]*)"?|\\(.)|\[([^\]]*)\]|_.|\*.|(.)/gsu

/** Reads a number format by its code, or where it has none by its built-in number. */
export function readFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    return builtInDates.some(([from, to]) => id >= from && id <= to) ? dateFormat : digitsFormat
  }
  // Before any pattern is run over it.
  return code.length > LONGEST_FORMAT ? tooLongFormat : readCode(code)
}

function readCode(code: string): NumberFormat {
  const tokens: PatternToken[] = []
  let bare = ''
  for (const [, quoted, escaped, bracketed, char] of code.matchAll(formatToken)) {
    // What follows is for negative numbers, zero and texts.
    if (char === ';') break
    if (bracketed !== undefined && /^(?:h+|m+|s+)$/i.test(bracketed)) return dateFormat
    if (bracketed !== undefined && /^[<>=]/.test(bracketed)) return isDate(code) ? dateFormat : digitsFormat
    const text = quoted ?? escaped ?? (char === '-' ? char : undefined)
    if (text !== undefined) tokens.push({ text })
    else if (char === '0' || char === '#') tokens.push({ place: char })
    if (text === undefined && char !== undefined && char !== ' ') bare += char
  }
  if (isDate(bare)) return dateFormat
  const places = dropLooks(tokens)
  return isPattern(bare, places) ? { kind: 'pattern', tokens: places } : digitsFormat
}

function isDate(code: string): boolean {
  const bare = code.replace(formatToken, (_all, _quoted, _escaped, _bracketed, char?: string) => char ?? '')
  return /[dmyhs]/i.test(bare.replace(/general|standard/gi, ''))
}

/** Whether the number is seen with zeros in front or with letters, digits or dashes of the format's own. */
function isPattern(bare: string, places: readonly PatternToken[]): boolean {
  if (!/^[0#$€£¥()+]+$/.test(bare)) return false
  return /00/.test(bare) || places.some((token) => 'text' in token)
}

/** Blanks and currency signs are no part of an ID. */
function dropLooks(tokens: readonly PatternToken[]): PatternToken[] {
  return tokens.filter((token) => 'place' in token || /[\p{L}\p{N}_.-]/u.test(token.text))
}
