import { dropControls } from '../../domain/ids/cleanText'
import { isFiller } from '../../domain/ids/filler'
import { isSureHeading, isTraitHeading } from '../../domain/tables/headingWords'
import { readSubOrderId } from '../../domain/ids/identifiers'
import { createIdMakes } from '../../domain/makes/idMake'
import type { IdRule } from '../../domain/ids/idRule'
import { looksLikeDate } from '../../domain/ids/looksLikeDate'
import { isWordy } from '../../domain/tables/otherHeading'

// Columns before the ID's column, and as many behind it.
const MOST_NAMES = 12
// Characters of a quantity, a page number or a counter.
const SHORT = 3

// No single word of these names a column, but together they name a date.
const moment =
  /^(?:created|updated|modified|placed|ordered|paid|packed|shipped|dispatched|delivered|cancell?ed|returned|requested)[ _-]?(?:at|on)$/i

const isName = (text: string): boolean => isSureHeading(text) || moment.test(text.trim())

/** Whether a value cannot be a sub-order: words, a date, an amount, a short number. */
const isNoId = (text: string, rule: IdRule | undefined): boolean =>
  !mayBeId(text, rule) || looksLikeDate(text.trim())

/** Whether a value may be an ID. A date counts: in the ID's place a spreadsheet made it of an ID. */
const mayBeId = (text: string, rule: IdRule | undefined): boolean =>
  readSubOrderId(text, rule).ok && text.trim().length > SHORT

/**
 * Whether a value in the ID's place is a rounded ID, an ID with a control character, or a program's word for a blank.
 */
function mayBeDamaged(text: string, rule: IdRule | undefined): boolean {
  // A comma within a number cuts its line into two cells.
  const read = readSubOrderId(text.replace(', ', ','), rule)
  if (read.ok) return false
  const isRounded = read.code === 'SCIENTIFIC_ID' || read.code === 'PRECISION_LOST'
  return isRounded || isFiller(text) || mayBeId(dropControls(text), rule)
}

/**
 * Whether the words around the name of the ID are headings: the values below come round with as many columns, the
 * ID's column holds an ID each time, and another column never does. A list of IDs with titles above it holds nothing
 * but IDs.
 *
 * @param above the lines above the name of the ID
 * @param below the lines below it
 */
export function hasNamesAround(
  above: readonly string[],
  below: readonly string[],
  rule: IdRule | undefined,
): boolean {
  const titles = above.slice(above.findLastIndex((text) => !isWordy(text)) + 1).slice(-MOST_NAMES)
  const end = below.findIndex((text) => !isWordy(text))
  const words = below.slice(0, Math.min(Math.max(end, 0), MOST_NAMES))
  const isNamed = [...titles, ...words].some((text) => isName(text) || isTraitHeading(text))
  if (isNamed && areMixed(below.slice(words.length), rule)) return true
  // Nobody can tell titles and values in words from headings: each way is tried.
  return [...titles.keys(), titles.length].some((from) =>
    [...words.keys(), words.length].some((to) => {
      const names = titles.slice(from)
      const more = words.slice(0, to)
      const columns = names.length + 1 + more.length
      const values = below.slice(to)
      const all = [...names, ...more]
      // `Store` may head a group of IDs too; then the number of values is no multiple of the columns.
      const isSure = all.some(isName) || (values.length % columns === 0 && all.some(isTraitHeading))
      if (all.length < (isSure ? 1 : 2)) return false
      return isRound(values, { columns, place: names.length, rule, isSure })
    }),
  )
}

// One value in three is unlike most of the others.
const MOST_UNLIKE = 3

/**
 * Whether many values are unlike the most common kind, and IDs are among them. A list of IDs has an odd value at
 * most.
 */
function areMixed(values: readonly string[], rule: IdRule | undefined): boolean {
  const isAlike = (model: string) => {
    const makes = createIdMakes()
    makes.add(model)
    return (text: string) => !isNoId(text, rule) && makes.hasLikeOf(text)
  }
  let usual: readonly string[] = []
  for (const value of new Set(values)) {
    const alike = isNoId(value, rule) ? [] : values.filter(isAlike(value))
    if (alike.length > usual.length) usual = alike
  }
  const unlike = values.filter((text) => !usual.includes(text))
  return unlike.length * MOST_UNLIKE >= values.length && unlike.some((text) => readSubOrderId(text, rule).ok)
}

interface RoundShape {
  readonly columns: number
  /** The column of the ID. */
  readonly place: number
  readonly rule: IdRule | undefined
  /** A name is surely a heading: numbers of another make are its values. */
  readonly isSure: boolean
}

/** Whether each round of values has an ID in the ID's place, and another place never holds an ID. */
function isRound(values: readonly string[], { columns, place, rule, isSure }: RoundShape): boolean {
  if (values.length < columns) return false
  const rounds = Array.from({ length: Math.floor(values.length / columns) }, (_, at) =>
    values.slice(at * columns, (at + 1) * columns),
  )
  const makes = createIdMakes()
  for (const round of rounds) {
    const id = round[place] ?? ''
    if (mayBeId(id, rule)) makes.add(id)
    else if (!mayBeDamaged(id, rule)) return false
  }
  if (makes.count === 0 && values.length % columns > 0) return false
  // A list of IDs with an odd text among them has IDs in all places.
  const others = rounds.flatMap((round) => round.toSpliced(place, 1))
  if (others.some((text) => !isNoId(text, rule) && makes.hasLikeOf(text))) return false
  const isUnlike = (text: string) => isNoId(text, rule) || (isSure && !makes.hasLikeOf(text))
  return Array.from({ length: columns }, (_, at) => at).some((at) =>
    rounds.every((round) => at !== place && isUnlike(round[at] ?? '')),
  )
}
