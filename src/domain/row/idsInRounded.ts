import { cleanText, undressText } from '../ids/cleanText'
import { EXACT_DIGITS, readZeroDecimals } from '../ids/idText'
import type { SubOrderId } from '../ids/identifiers'

/** A number, as its first digits and the count of its digits before the point. */
interface Rounded {
  readonly digits: string
  readonly length: number
}

// Excel keeps 15 digits, and a script up to 17.
const MOST_DIGITS = 17
/** No ID has more characters. */
const LONGEST = 255

const scientific = /^\+?(\d+)(?:[.,'\u2019\u00b7\u066b](\d*))?\s*e\s*([+\-\u2212]?)(\d{1,3})$/i
// `12E10` is an ID of which a spreadsheet makes `1.2E+11`.
const number = /^(\d+)(?:e(\d{1,3}))?$/i

function createRounded(digits: string, length: number): Rounded | undefined {
  const first = digits.search(/[1-9]/)
  if (first < 0 || length - first < 1 || length - first > LONGEST) return undefined
  return { digits: digits.slice(first), length: length - first }
}

/** The number that a spreadsheet has rounded in a cell: `1.25323E+09`, or a long number with decimals. */
function readRounded(text: string): Rounded | undefined {
  if (text.length > 2 * LONGEST) return undefined
  const undressed = undressText(cleanText(text))
  const found = scientific.exec(undressed)
  if (found) {
    const [, whole = '', decimals = '', minus, exponent] = found
    if (minus === '-' || minus === '\u2212') return undefined
    const rounded = createRounded(whole + decimals, whole.length + Number(exponent))
    return rounded && { ...rounded, digits: rounded.digits.slice(0, MOST_DIGITS) }
  }
  const whole = readZeroDecimals(undressed)
  const rounded = whole === undefined ? undefined : createRounded(whole, whole.length)
  return rounded && { ...rounded, digits: rounded.digits.slice(0, EXACT_DIGITS) }
}

function readNumber(id: string): Rounded | undefined {
  const [, digits, exponent = '0'] = number.exec(id) ?? []
  return digits === undefined ? undefined : createRounded(digits, digits.length + Number(exponent))
}

const spell = ({ digits, length }: Rounded): string => `${digits}e${length}`

/** How a number looks with `count` digits: rounded, and cut off. */
function* listShown({ digits, length }: Rounded, count: number): Generator<string> {
  const cut = digits.slice(0, count).padEnd(count, '0')
  yield spell({ digits: cut, length })
  if ((digits[count] ?? '0') < '5') return
  const up = String(BigInt(cut) + 1n)
  // 9.99 becomes 10.0.
  if (up.length > count) yield spell({ digits: up.slice(0, count), length: length + 1 })
  else yield spell({ digits: up, length })
}

/** Rows whose ID a spreadsheet may have rounded. They are found by the IDs that it has not rounded. */
export interface RoundedRows {
  /** @returns whether the cell is a rounded number */
  add(position: number, cell: string): boolean
  isEmpty(): boolean
  /** Positions of the rows that an ID may belong to; of many rows that look the same, the first ones. */
  find(id: SubOrderId): readonly number[]
}

/** Starts without rows. */
export function createRoundedRows(): RoundedRows {
  const positions = new Map<string, number>()
  /** The different counts of digits that cells show. */
  const counts = new Set<number>()
  return {
    add: (position, cell) => {
      const rounded = readRounded(cell)
      if (!rounded) return false
      counts.add(rounded.digits.length)
      const shown = spell(rounded)
      if (!positions.has(shown)) positions.set(shown, position)
      return true
    },
    isEmpty: () => positions.size === 0,
    find: (id) => {
      const exact = readNumber(id)
      if (!exact) return []
      const found = new Set<number>()
      for (const count of counts) {
        for (const shown of listShown(exact, count)) {
          const position = positions.get(shown)
          if (position !== undefined) found.add(position)
        }
      }
      return [...found]
    },
  }
}
