import { isFiller } from '../../domain/ids/filler'
import { isSureHeading, isTraitHeading } from '../../domain/tables/headingWords'
import { readSubOrderId } from '../../domain/ids/identifiers'
import { createIdMakes } from '../../domain/makes/idMake'
import type { IdRule } from '../../domain/ids/idRule'
import { looksLikeDate } from '../../domain/ids/looksLikeDate'
import { isWordy } from '../../domain/tables/otherHeading'

/** Columns before the ID's, and as many behind it. */
const MOST_NAMES = 12
/** Characters of a quantity, a page or a counter. */
const SHORT = 3

// No word of it is what a column is about, and together they name a date.
const moment =
  /^(?:created|updated|modified|placed|ordered|paid|packed|shipped|dispatched|delivered|cancell?ed|returned|requested)[ _-]?(?:at|on)$/i

const isName = (text: string): boolean => isSureHeading(text) || moment.test(text.trim())

/** Whether a value can be no sub-order: words, a date, an amount, a short number. */
const isNoId = (text: string, rule: IdRule | undefined): boolean =>
  !mayBeId(text, rule) || looksLikeDate(text.trim())

/** In the place of the ID, a date is what a spreadsheet made of one. */
const mayBeId = (text: string, rule: IdRule | undefined): boolean =>
  readSubOrderId(text, rule).ok && text.trim().length > SHORT

/** What a spreadsheet has rounded, a program wrote for a blank, or a mark was left in, stands in the ID's place all the same. */
function mayBeDamaged(text: string, rule: IdRule | undefined): boolean {
  // Its own comma may have cut it in two.
  const read = readSubOrderId(text.replace(', ', ','), rule)
  if (read.ok) return false
  const isRounded = read.code === 'SCIENTIFIC_ID' || read.code === 'PRECISION_LOST'
  return isRounded || isFiller(text) || mayBeId(text.replace(/\p{Cc}/gu, ''), rule)
}

/**
 * Words above and below the name of the ID, and values that come round as often as there are words: the ID's is an ID each time, and one of the
 * others never is. A list of IDs with titles above it has nothing but IDs.
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
  // What is a title, and what a value in words, nobody can tell: each way is tried.
  return [...titles.keys(), titles.length].some((from) =>
    [...words.keys(), words.length].some((to) => {
      const names = titles.slice(from)
      const more = words.slice(0, to)
      const columns = names.length + 1 + more.length
      const values = below.slice(to)
      const all = [...names, ...more]
      // `Store` may head a group, too: then its IDs do not come out even.
      const isSure = all.some(isName) || (values.length % columns === 0 && all.some(isTraitHeading))
      if (all.length < (isSure ? 1 : 2)) return false
      return isRound(values, { columns, place: names.length, rule, isSure })
    }),
  )
}

/** One value in so many is unlike the most of a kind. */
const MOST_UNLIKE = 3

/** Whether values are of more than one kind, and what is unlike most of them reads as an ID: a list of IDs has an odd one at most. */
function areMixed(values: readonly string[], rule: IdRule | undefined): boolean {
  const isAlike = (one: string) => {
    const makes = createIdMakes()
    makes.add(one)
    return (text: string) => !isNoId(text, rule) && makes.hasLikeOf(text)
  }
  let usual: readonly string[] = []
  for (const one of new Set(values)) {
    const alike = isNoId(one, rule) ? [] : values.filter(isAlike(one))
    if (alike.length > usual.length) usual = alike
  }
  const unlike = values.filter((text) => !usual.includes(text))
  return unlike.length * MOST_UNLIKE >= values.length && unlike.some((text) => readSubOrderId(text, rule).ok)
}

interface RoundShape {
  readonly columns: number
  /** Of the ID. */
  readonly place: number
  readonly rule: IdRule | undefined
  /** One of the names can be nothing but a heading: a number of another make is its value. */
  readonly isSure: boolean
}

/** Whether each round of values has an ID in its place, and something in another that is none each time. */
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
  // A list of IDs with an odd text in it has IDs in all places.
  const others = rounds.flatMap((round) => round.toSpliced(place, 1))
  if (others.some((text) => !isNoId(text, rule) && makes.hasLikeOf(text))) return false
  const isUnlike = (text: string) => isNoId(text, rule) || (isSure && !makes.hasLikeOf(text))
  return Array.from({ length: columns }, (_, at) => at).some((at) =>
    rounds.every((round) => at !== place && isUnlike(round[at] ?? '')),
  )
}
