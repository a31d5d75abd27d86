import { EXACT_DIGITS } from '../ids/idText'
import { isDigits } from '../ids/isDigits'
import { readShape } from '../makes/unlikeTheRest'
import type { SoundRow } from '../row/checkedRow'

/** Traits of a text, as bits. A text without any of them cannot be odd. */
export const TEXT_TRAITS = {
  SMALL: 1,
  CAPITAL: 2,
  /** The text begins with a zero that another text may lack. */
  ZERO_FIRST: 4,
  /** The text has a mark that dates have, and no more digits in a row than a year has. */
  MAYBE_DATE: 8,
  /** The text is a number of more digits than Excel keeps, and ends in a zero. */
  MAYBE_ROUNDED: 16,
} as const

const { SMALL, CAPITAL, ZERO_FIRST, MAYBE_DATE, MAYBE_ROUNDED } = TEXT_TRAITS

const YEAR_DIGITS = 4

const SHAPE_OF_NUMBERS = readShape('1')

const ZERO = 48
const NINE = 57
const COLON = 58
const BLANK = 32

/** A letter beyond ASCII may have a case or be the mark of a date: it gets all three traits. */
function readSign(code: number): number {
  if (code > 96 && code < 123) return SMALL
  if (code > 64 && code < 91) return CAPITAL
  if (code > 127) return SMALL | CAPITAL | MAYBE_DATE
  return code === BLANK || (code > 44 && code < ZERO) ? MAYBE_DATE : 0
}

function readNumberTraits(text: string): number {
  const zeroFirst = text.length > 1 && text.charCodeAt(0) === ZERO ? ZERO_FIRST : 0
  const isRound = text.length > EXACT_DIGITS && text.charCodeAt(text.length - 1) === ZERO
  return isRound ? zeroFirst | MAYBE_ROUNDED : zeroFirst
}

/** The traits of a text. */
export const readTraits = (text: string): number =>
  isDigits(text) ? readNumberTraits(text) : readOtherTraits(text)

function readOtherTraits(text: string): number {
  const { length } = text
  let traits = 0
  let run = 0
  let longest = 0
  let hasTime = false
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= ZERO && code <= NINE) {
      run += 1
      if (run > longest) longest = run
    } else {
      run = 0
      traits |= readSign(code)
      hasTime ||= code === COLON
    }
  }
  // A time may have fractions of a second, with more digits than a year.
  if (longest > YEAR_DIGITS && !hasTime) traits &= ~MAYBE_DATE
  if (length > 1 && text.charCodeAt(0) === ZERO) traits |= ZERO_FIRST
  return traits
}

/**
 * Whether two texts may differ only by letter case or leading zeros.
 *
 * @param traits that some of the texts have
 */
export function mayBeNearlyTheSame(traits: number, areEquallyLong = false): boolean {
  const hasCases = (traits & SMALL) !== 0 && (traits & CAPITAL) !== 0
  return hasCases || ((traits & ZERO_FIRST) !== 0 && !areEquallyLong)
}

/** The common traits of a column's texts. Nearly always they show that no text is odd. */
export interface TextSurvey {
  /** Every trait that some text has. */
  readonly traits: number
  readonly areEquallyLong: boolean
  readonly areOfOneShape: boolean
}

/** The texts of the columns that count. */
export interface SurveyedRows {
  readonly ids: TextSurvey
  readonly skus: TextSurvey
}

/** Surveys the rows that may be sent, each while it is checked. */
export interface RowSurvey {
  look(sound: SoundRow): void
  finish(): SurveyedRows
}

function createTextSurvey() {
  let traits = 0
  let length = -1
  let shape = 0
  let areEquallyLong = true
  let areOfOneShape = true
  return {
    look: (text: string): void => {
      const isNumber = isDigits(text)
      traits |= isNumber ? readNumberTraits(text) : readOtherTraits(text)
      if (length < 0) {
        length = text.length
        shape = readShape(text)
      } else {
        areEquallyLong &&= text.length === length
        areOfOneShape &&= (isNumber ? SHAPE_OF_NUMBERS : readShape(text)) === shape
      }
    },
    finish: (): TextSurvey => ({ traits, areEquallyLong, areOfOneShape }),
  }
}

/**
 * An empty survey. It sees each row during the check: unpacking a million rows again takes as long as checking them.
 */
export function createRowSurvey(): RowSurvey {
  const ids = createTextSurvey()
  const skus = createTextSurvey()
  return {
    look: ({ subOrderId, lineItem }) => {
      ids.look(subOrderId)
      if (lineItem) skus.look(lineItem.skuId)
    },
    finish: () => ({ ids: ids.finish(), skus: skus.finish() }),
  }
}
