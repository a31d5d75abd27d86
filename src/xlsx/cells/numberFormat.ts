import { closeDraft, createDraft, type Section, type SectionDraft } from './formatSection'

/** The look of cells with a style. */
export interface NumberFormat {
  /**
   * For numbers: a section for all; two for above and below zero; three for above, below and zero; or sections with
   * conditions.
   */
  readonly sections: readonly NumberCase[]
  /** The texts before and behind a text; `null`: the format hides texts. */
  readonly ofText?: readonly [before: string, behind: string] | null
  /** The code is longer than `LONGEST_FORMAT`: nobody knows what such a cell shows. */
  readonly isTooLong?: true
}

export interface NumberCase {
  readonly section: Section
  /** Absent: the place of the section decides. */
  readonly condition?: { readonly sign: string; readonly limit: number }
}

export const generalFormat: NumberFormat = { sections: [{ section: { kind: 'general' } }] }
const dateFormat: NumberFormat = { sections: [{ section: { kind: 'date' } }] }
const tooLongFormat: NumberFormat = { ...generalFormat, isTooLong: true }

/** Characters; Excel takes no longer format. The text of a number is little longer than its format. */
export const LONGEST_FORMAT = 255

// Dates and times of all languages, then those of East Asia (ECMA-376 part 1, 18.8.30).
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [45, 47],
  [27, 36],
  [50, 58],
]
const ACCOUNTING = '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)'
// Of the other built-in formats, those that show more than digits.
const builtInCodes: ReadonlyMap<number, string> = new Map([
  ...[9, 10].map((id) => [id, '0%'] as const),
  [11, '0.00E+00'],
  ...[5, 6, 7, 8, 37, 38, 39, 40].map((id) => [id, '#,##0;(#,##0)'] as const),
  ...[41, 42, 43, 44].map((id) => [id, ACCOUNTING] as const),
  [48, '##0.0E+0'],
])
// In this order: quoted text, an escaped character, brackets (colour, currency, condition, elapsed time), a gap, a
// filler, a number or text as it stands, any other character.
const formatToken = /"([^"]*)"?|\\(.)|\[([^\]]*)\]|_.|\*.|(general|standard|@)|(.)/gisu

/** Reads a number format from its code, or from its built-in number where it has no code. */
export function readFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) {
    if (builtInDates.some(([from, to]) => id >= from && id <= to)) return dateFormat
    return readCode(builtInCodes.get(id) ?? '')
  }
  // Checked before a pattern runs over the code.
  return code.length > LONGEST_FORMAT ? tooLongFormat : readCode(code)
}

function readCode(code: string): NumberFormat {
  const drafts = readDrafts(code)
  const ofText = drafts.length > 3 || drafts.at(-1)?.hasText ? readTextShape(drafts.at(-1)) : undefined
  // The last section is for texts; a single section is for numbers too.
  const ofNumbers = ofText !== undefined && drafts.length > 1 ? drafts.slice(0, -1) : drafts
  const sections = ofNumbers.slice(0, 3).map(readCase)
  const isPlain = ofText?.every((text) => text === '')
  return ofText === undefined || isPlain ? { sections } : { sections, ofText }
}

function readCase(draft: SectionDraft): NumberCase {
  const condition = readCondition(draft.condition)
  const section = closeDraft(draft)
  return condition ? { section, condition } : { section }
}

function readDrafts(code: string): readonly SectionDraft[] {
  let draft = createDraft()
  const drafts = [draft]
  if (code.trim() === '') draft.isGeneral = true
  for (const match of code.matchAll(formatToken)) {
    if (match[5] === ';') drafts.push((draft = createDraft()))
    else addToken(draft, match)
  }
  return drafts
}

function addToken(draft: SectionDraft, [, quoted, escaped, bracketed, whole, char]: RegExpMatchArray): void {
  if (bracketed !== undefined) readBrackets(draft, bracketed)
  const text = quoted ?? escaped ?? (char === '-' ? char : undefined)
  // Visible, but no part of an ID.
  if (char === '(' || char === ')' || char === ' ') draft.tokens.push({ text: char })
  if (text !== undefined) draft.tokens.push({ text })
  if (whole !== undefined) {
    draft.isGeneral = true
    draft.hasText ||= whole === '@'
    draft.tokens.push({ place: '0' })
    draft.bare += '0'
  }
  if (char === '0' || char === '#') draft.tokens.push({ place: char })
  if (text === undefined && char !== undefined && char !== ' ') draft.bare += char
  if (text !== undefined || (char !== undefined && !/[0#?,]/.test(char))) draft.shown += text ?? char
}

function readBrackets(draft: SectionDraft, bracketed: string): void {
  if (/^(?:h+|m+|s+)$/i.test(bracketed)) draft.isElapsed = true
  if (/^[<>=]/.test(bracketed)) draft.condition = bracketed
  // A currency, or a text in its place. The language stands behind the last dash.
  const [symbol = ''] = bracketed.startsWith('$') ? bracketed.slice(1).split('-') : []
  if (symbol === '') return
  draft.tokens.push({ text: symbol })
  draft.shown += symbol
}

/** A condition that we cannot read is never met. */
function readCondition(text: string | undefined): NumberCase['condition'] {
  if (text === undefined) return undefined
  const [, sign = '', limit = ''] = /^([<>=]+)\s*(-?[\d.]+)$/.exec(text) ?? []
  return { sign, limit: Number(limit) }
}

function readTextShape(draft: SectionDraft | undefined): readonly [string, string] | null {
  if (!draft?.hasText) return null
  const place = draft.tokens.findIndex((token) => 'place' in token)
  const join = (from: number, to: number) =>
    draft.tokens
      .slice(from, to)
      .map((token) => ('text' in token ? token.text : ''))
      .join('')
  return [join(0, place), join(place + 1, draft.tokens.length)]
}
