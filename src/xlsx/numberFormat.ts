import type { XmlVisitor } from './readXml'
import { WorkbookFault } from './workbookFault'
import { MAX_LISTED } from './workbookParts'

/** What a cell's number format does to a whole number, as far as we follow it. */
export type NumberFormat =
  /** Its digits. Separators, currencies and colours are looks. */
  | { readonly kind: 'digits' }
  | { readonly kind: 'date' }
  /** Zeros in front, letters around: each token is a text, `0` or `#` a place for a digit. */
  | { readonly kind: 'pattern'; readonly tokens: readonly PatternToken[] }

export type PatternToken = { readonly place: '0' | '#' } | { readonly text: string }

export const digitsFormat: NumberFormat = { kind: 'digits' }
const dateFormat: NumberFormat = { kind: 'date' }

// Dates and times of all languages, then those of East Asia (ECMA-376 part 1, 18.8.30).
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [45, 47],
  [27, 36],
  [50, 58],
]
// In turn: quoted text, an escaped character, brackets (colour, currency, elapsed time), a gap, a filler, anything.
const formatToken = /"([^"]*)"?|\\(.)|\[([^\]]*)\]|_.|\*.|(.)/gsu

/** Collects the number formats of the cell styles, in order. */
export function visitStyles(formats: NumberFormat[]): XmlVisitor {
  const codes = new Map<string, string>()
  let list = ''
  return {
    open(name, depth, { numFmtId = '0', formatCode = '' }) {
      if (depth === 0 && name === 'styleSheet') return undefined
      if (depth === 1) list = name
      if (depth === 1) return name === 'numFmts' || name === 'cellXfs' ? undefined : 'skip'
      if (formats.length + codes.size >= MAX_LISTED) throw new WorkbookFault('too-large')
      if (list === 'numFmts' && name === 'numFmt') codes.set(numFmtId, formatCode)
      if (list === 'cellXfs' && name === 'xf') formats.push(readFormat(Number(numFmtId), codes.get(numFmtId)))
      return 'skip'
    },
  }
}

/** Reads a number format by its code, or where it has none by its built-in number. */
export function readFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    return builtInDates.some(([from, to]) => id >= from && id <= to) ? dateFormat : digitsFormat
  }
  return readCode(code)
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
  return isPattern(bare, tokens) ? { kind: 'pattern', tokens: dropLooks(tokens) } : digitsFormat
}

function isDate(code: string): boolean {
  const bare = code.replace(formatToken, (_all, _quoted, _escaped, _bracketed, char?: string) => char ?? '')
  return /[dmyhs]/i.test(bare.replace(/general|standard/gi, ''))
}

/** Whether the number is seen with zeros in front or with letters, digits or dashes of the format's own. */
function isPattern(bare: string, tokens: readonly PatternToken[]): boolean {
  if (!/^[0#$€£¥()+]+$/.test(bare)) return false
  return /00/.test(bare) || dropLooks(tokens).some((token) => 'text' in token)
}

/** Blanks and currency signs are no part of an ID. */
function dropLooks(tokens: readonly PatternToken[]): PatternToken[] {
  return tokens.filter((token) => 'place' in token || /[\p{L}\p{N}_.-]/u.test(token.text))
}
