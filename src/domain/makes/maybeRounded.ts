import { EXACT_DIGITS, looksRounded } from '../ids/idText'
import { isDigits } from '../ids/isDigits'
import { ITEMS_A_STEP, type Steps } from '../time/steps'

const LONGEST_ID = 255
/** Fewer numbers do not show how many end in zeros by chance. */
const LEAST_NUMBERS = 20
/** Numbers may end in zeros twice as often as by chance before a person has to look. */
const CHANCE_FACTOR = 2

const isLongNumber = (text: string): boolean => text.length > EXACT_DIGITS && isDigits(text)

/**
 * Places of the long numbers that Excel may have rounded. A rounding turns the ends of all numbers of a length into
 * zeros. If many numbers do not end in zeros, as many as by chance (of 16 digits every tenth) were not rounded.
 */
export function* findMaybeRounded(texts: readonly string[]): Steps<readonly number[]> {
  const places: number[] = []
  const numbers = new Uint32Array(LONGEST_ID + 1)
  const rounded = new Uint32Array(LONGEST_ID + 1)
  for (let place = 0; place < texts.length; place += 1) {
    const text = texts[place] ?? ''
    if (place % ITEMS_A_STEP === 0) yield undefined
    const { length } = text
    if (!isLongNumber(text)) continue
    numbers[length] = (numbers[length] ?? 0) + 1
    if (!looksRounded(text)) continue
    rounded[length] = (rounded[length] ?? 0) + 1
    places.push(place)
  }
  const isByChance = (length: number): boolean => {
    const all = numbers[length] ?? 0
    const expected = all / 10 ** (length - EXACT_DIGITS)
    return all >= LEAST_NUMBERS && (rounded[length] ?? 0) <= CHANCE_FACTOR * expected
  }
  return places.filter((place) => !isByChance(texts[place]?.length ?? 0))
}
