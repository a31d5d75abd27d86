import { markCell, markShown } from '../../domain/ids/cellMarks'
import { isDigits } from '../../domain/ids/isDigits'
import { MOST_PIECES } from '../../domain/ids/quantity'
import { writeDate } from './dateText'
import type { DigitSection, PatternToken, Section } from './formatSection'
import type { NumberFormat } from './numberFormat'
import { pickSection } from './pickSection'

/** What a cell comes to. */
export interface CellText {
  /** In a column of the user's own. */
  readonly text: string
  /** In its place in a column that counts, where the cell is no ID as it stands; made only where it is needed. */
  readonly inIds?: () => string
  /** In the column of quantities, where it is other than `text`: `0 "pcs"` shows 3 of them. */
  readonly quantity?: string
  /** Of quantities, too: there a number may be shown in any way. */
  readonly isWrongEverywhere?: true
}

// Excel keeps 15 digits of a number and makes the others zeros.
const EXACT_DIGITS = 15
// Of the number itself; whether it is in fact none of the first 15 digits is looked at more closely.
const DUST = 1e-14
const TOO_MANY_DIGITS = 1e15
// Excel shows a number of more digits as 1.25323E+11 unless its format says otherwise; a CSV has no more digits of it.
const LEAST_SCIENTIFIC = 1e11
const GENERAL_DIGITS = 6
const MOST_DECIMALS = 30
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/

/**
 * The text of a number cell, as it is seen. A whole number is its digits, with the zeros that its format puts in
 * front; one of 16 digits and more gets `.0`, so that no ID is read from it: it is not what was typed. Dates hold a
 * `:`, as no ID does.
 */
export function writeNumber(raw: string, format: NumberFormat, isFrom1904: boolean): CellText {
  const text = raw.trim()
  // Whatever a program wrote there, it says what it says.
  if (!number.test(text)) return { text: raw }
  const value = Number(text)
  const { section, isOfNegatives } = pickSection(format.sections, value)
  if (section.kind === 'date') {
    const date = writeDate(value, isFrom1904)
    // Crosses are seen; the number is there all the same, and says nothing of a date.
    return date === '#NUM!'
      ? { text: date, inIds: () => markShown(String(value), '########'), isWrongEverywhere: true }
      : { text: date }
  }
  if (!Number.isFinite(value)) return { text: '#NUM!' }
  const exact = dropDust(value)
  if (!Number.isInteger(exact)) return { text, inIds: () => writeDecimal(text, exact, section) }
  const look = writeScientific(exact, section)
  const digits = Math.abs(exact) < TOO_MANY_DIGITS ? String(exact) : writeLong(text, exact)
  // No more is left of it than is seen: an ID with an E in it, or one that was rounded before.
  if (look) return { text: digits, inIds: () => look }
  if (Math.abs(exact) >= TOO_MANY_DIGITS) return { text: digits }
  return isOfNegatives ? writeNegative(exact, section) : writeWhole(exact, section)
}

/** A number as a spreadsheet counts: what is behind the 15th digit of a whole one is dust of some calculation. */
function dropDust(value: number): number {
  if (Number.isInteger(value)) return value
  const whole = Math.round(value)
  return Math.abs(value - whole) > Math.abs(value) * DUST ? value : Number(value.toPrecision(EXACT_DIGITS))
}

/**
 * A number that is seen with an E, where no more is left of it than that: its look shows all its digits, or it has no
 * more than a CSV keeps of an ID that was seen so before. Undefined where the digits are all there behind the look.
 */
function writeScientific(value: number, section: Section): string | undefined {
  const isGeneral = section.kind === 'general' && Math.abs(value) >= LEAST_SCIENTIFIC
  if (value === 0 || (section.kind !== 'scientific' && !isGeneral)) return undefined
  const { integers = 1, decimals = 0 } = section.kind === 'scientific' ? section : {}
  const [mantissa = '', power] = value.toExponential().split('e')
  const exponent = Number(power)
  const step = Math.max(integers, 1)
  const shown = Math.floor(exponent / step) * step
  const behind = mantissa.replace(/\D/g, '').length - 1 - (exponent - shown)
  if (exponent - shown + behind >= Math.max(exponent - shown + 1 + decimals, GENERAL_DIGITS)) return undefined
  const digits = (value / 10 ** shown).toFixed(Math.max(Math.min(decimals, MOST_DECIMALS), behind))
  return `${digits}E${shown < 0 ? '-' : '+'}${String(Math.abs(shown)).padStart(2, '0')}`
}

function writeDecimal(text: string, value: number, section: Section): string {
  if (section.kind === 'words') return markShown(text, section.shown)
  if (section.kind !== 'digits' && section.kind !== 'pattern')
    return writeScientific(value, section) ?? markCell(text, 'a decimal number')
  const shown = value.toFixed(Math.min(section.decimals, MOST_DECIMALS))
  const isSeen = section.isFraction || Number(shown) === Number(value.toPrecision(EXACT_DIGITS))
  return isSeen ? markCell(text, 'a decimal number') : markShown(text, shown)
}

function writeWhole(value: number, section: Section): CellText {
  const text = String(value)
  if (section.kind === 'words') return value === 0 ? { text: section.shown } : refuse(text, section.shown)
  if (section.kind !== 'digits' && section.kind !== 'pattern') return { text }
  if (section.scale !== 1) return refuse(text, writeScaled(value, section))
  if (value === 0 && section.zeros === 0) return { text: section.shown }
  // A phone number, most likely.
  if (section.kind === 'pattern' && section.hasBrackets)
    return refuse(text, fillPattern(String(value), section.looks))
  const seen = fillPlaces(Math.abs(value), section)
  if (value < 0) return { text: `-${seen}` }
  // Zeros before it are no words, and a longer number may be an ID in a row that has moved.
  return isDigits(seen) || value > MOST_PIECES ? { text: seen } : { text: seen, quantity: text }
}

/** A number whose section does not show that it is below zero, unless it says so itself. */
function writeNegative(value: number, section: Section): CellText {
  const text = String(value)
  if (section.kind === 'words') return refuse(text, section.shown)
  if (section.kind !== 'digits' && section.kind !== 'pattern') return { text }
  const digits = fillPlaces(-value, section)
  const seen = section.kind === 'digits' && section.shown.startsWith('-') ? `-${digits}` : digits
  if (seen.startsWith('-')) return { text: seen }
  return refuse(text, section.hasBrackets ? `(${seen})` : seen)
}

function refuse(text: string, shown: string): CellText {
  return { text, inIds: () => markShown(text, shown), isWrongEverywhere: true }
}

function fillPlaces(value: number, section: DigitSection): string {
  const digits = String(value)
  return section.kind === 'pattern'
    ? fillPattern(digits, section.tokens)
    : digits.padStart(section.zeros, '0')
}

function writeScaled(value: number, { scale, looks, decimals }: DigitSection): string {
  if (scale === 100) return `${value * scale}%`
  const first = looks.findIndex((token) => 'place' in token)
  const join = (tokens: readonly PatternToken[]) =>
    tokens.map((token) => ('text' in token ? token.text : '')).join('')
  const digits = (value * scale).toFixed(Math.min(decimals, MOST_DECIMALS))
  return `${join(looks.slice(0, first))}${digits}${join(looks.slice(first))}`
}

/** As a spreadsheet shows it: the digits from the 16th on are zeros. */
function writeLong(text: string, value: number): string {
  if (isDigits(text)) return `${text}.0`
  const [digits = '', exponent] = value
    .toExponential(EXACT_DIGITS - 1)
    .replace('.', '')
    .split('e')
  return `${digits}${'0'.repeat(Number(exponent) - EXACT_DIGITS + 1)}.0`
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
