import { isSureHeading } from '../domain/headingWords'
import { readSubOrderId } from '../domain/identifiers'
import { createIdMakes } from '../domain/idMake'
import type { IdRule } from '../domain/idRule'
import { looksLikeDate } from '../domain/looksLikeDate'
import { isWordy } from '../domain/otherHeading'

/** Columns before the ID's, and as many behind it. */
const MOST_COLUMNS = 12
/** Characters of a quantity, a page or a counter. */
const SHORT = 3

/** Whether a value can be no sub-order: words, a date, an amount, a short number. */
const isNoId = (text: string, rule: IdRule | undefined): boolean =>
  !mayBeId(text, rule) || looksLikeDate(text.trim())

/** In the place of the ID, a date is what a spreadsheet made of one. */
const mayBeId = (text: string, rule: IdRule | undefined): boolean =>
  readSubOrderId(text, rule).ok && text.trim().length > SHORT

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
  const titles = above.slice(above.findLastIndex((text) => !isWordy(text)) + 1).slice(-MOST_COLUMNS)
  const end = below.findIndex((text) => !isWordy(text))
  const words = below.slice(0, Math.min(Math.max(end, 0), MOST_COLUMNS))
  // What is a title, and what a value in words, nobody can tell: each way is tried.
  return [...titles.keys(), titles.length].some((from) =>
    [...words.keys(), words.length].some((to) => {
      const names = titles.slice(from)
      const more = words.slice(0, to)
      const isSure = [...names, ...more].some(isSureHeading)
      if (names.length + more.length < (isSure ? 1 : 2)) return false
      const columns = names.length + 1 + more.length
      return isRound(below.slice(to), { columns, place: names.length, rule, isSure })
    }),
  )
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
  if (!rounds.every((round) => mayBeId(round[place] ?? '', rule))) return false
  const makes = createIdMakes()
  for (const round of rounds) makes.add(round[place] ?? '')
  // A list of IDs with an odd text in it has IDs in all places.
  const others = rounds.flatMap((round) => round.toSpliced(place, 1))
  if (others.some((text) => !isNoId(text, rule) && makes.hasLikeOf(text))) return false
  const isUnlike = (text: string) => isNoId(text, rule) || (isSure && !makes.hasLikeOf(text))
  return Array.from({ length: columns }, (_, at) => at).some((at) =>
    rounds.every((round) => at !== place && isUnlike(round[at] ?? '')),
  )
}
