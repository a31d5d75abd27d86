import { markCell, markShown } from '../../domain/ids/cellMarks'
import { isDigits } from '../../domain/ids/isDigits'
import { MOST_PIECES } from '../../domain/ids/quantity'
import { writeDate } from './dateText'
import { fillPattern, fillPlaces, MOST_DECIMALS, writeScaled } from './fillPattern'
import type { Section } from './formatSection'
import type { NumberFormat } from './numberFormat'
import { pickSection } from './pickSection'

/** The text of a cell, and its other texts in columns with a meaning. */
export interface CellText {
  /** In a column without a meaning. */
  readonly text: string
  /** Writes the text in a column of IDs, where `text` could be taken for an ID by mistake. */
  readonly inIds?: () => string
  /** The text in the column of quantities, where it differs from `text`: `0 "pcs"` shows `3 pcs`, and means 3. */
  readonly quantity?: string
  /** `inIds` counts in the column of quantities too. Usually a quantity may be shown in any way. */
  readonly isWrongEverywhere?: true
}

// Excel keeps 15 digits of a number and turns the others into zeros.
const EXACT_DIGITS = 15
// A share of the number. A difference this small is rounded to 15 digits.
const DUST = 1e-14
const TOO_MANY_DIGITS = 1e15
// From here on Excel shows 1.25323E+11 unless the format says otherwise, and a CSV keeps no more digits.
const LEAST_SCIENTIFIC = 1e11
const GENERAL_DIGITS = 6
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/

/**
 * Writes a number as the spreadsheet shows it. A whole number becomes its digits, with the leading zeros of its
 * format. A number of 16 digits or more gets `.0`, so that nobody reads an ID from it: Excel has changed its digits.
 * A date contains a `:`, as no ID does.
 */
export function writeNumber(raw: string, format: NumberFormat, isFrom1904: boolean): CellText {
  const text = raw.trim()
  // Some program wrote another text: it stays as it is.
  if (!number.test(text)) return { text: raw }
  const value = Number(text)
  const { section, isOfNegatives } = pickSection(format.sections, value)
  if (section.kind === 'date') {
    const date = writeDate(value, isFrom1904)
    // The spreadsheet shows crosses; the number below is no date.
    return date === '#NUM!'
      ? { text: date, inIds: () => markShown(String(value), '########'), isWrongEverywhere: true }
      : { text: date }
  }
  if (!Number.isFinite(value)) return { text: '#NUM!' }
  const exact = dropDust(value)
  if (!Number.isInteger(exact)) return { text, inIds: () => writeDecimal(text, exact, section) }
  const look = writeScientific(exact, section)
  const digits = Math.abs(exact) < TOO_MANY_DIGITS ? String(exact) : writeLong(text, exact)
  // The number has no more digits than its look: it was an ID with an E, or an ID that was rounded before.
  if (look) return { text: digits, inIds: () => look }
  if (Math.abs(exact) >= TOO_MANY_DIGITS) return { text: digits }
  return isOfNegatives ? writeNegative(exact, section) : writeWhole(exact, section)
}

/** Rounds a whole number to 15 digits, as a spreadsheet does: a difference behind them comes from calculating. */
function dropDust(value: number): number {
  if (Number.isInteger(value)) return value
  const whole = Math.round(value)
  return Math.abs(value - whole) > Math.abs(value) * DUST ? value : Number(value.toPrecision(EXACT_DIGITS))
}

/**
 * Writes a number as it looks with an E. Undefined where the number has more digits than its look, and more than a
 * CSV keeps of an ID that looked like this: then the digits count.
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
  // Most likely a phone number.
  if (section.kind === 'pattern' && section.hasBrackets)
    return refuse(text, fillPattern(String(value), section.looks))
  const seen = fillPlaces(Math.abs(value), section)
  if (value < 0) return { text: `-${seen}` }
  // Leading zeros are no words, and a longer number may be an ID in a shifted row.
  return isDigits(seen) || value > MOST_PIECES ? { text: seen } : { text: seen, quantity: text }
}

/** Writes a number below zero. Its section shows the sign only where the format says so. */
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

/** Writes a long number as a spreadsheet shows it: with zeros from the 16th digit on. */
function writeLong(text: string, value: number): string {
  if (isDigits(text)) return `${text}.0`
  const [digits = '', exponent] = value
    .toExponential(EXACT_DIGITS - 1)
    .replace('.', '')
    .split('e')
  return `${digits}${'0'.repeat(Number(exponent) - EXACT_DIGITS + 1)}.0`
}
