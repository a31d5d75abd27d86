import type { Issue } from '../sheet/issue'

/** Digits; a list of IDs that are much longer has none so short, and what counts its rows has no more. */
const MOST_DIGITS = 4
/** Characters by which every other ID has to be longer. */
const LEAST_GAP = 2
const LEAST_LONG = 5
/** Of shorter IDs a short number may be one: only what counts them is told apart. */
const LEAST_ASKED = 6
/** So many numbers of as many digits are IDs of another source, and no page numbers. */
const LEAST_GROUP = 3
const DIGITS_OF_GROUP = 3

// Nothing is counted with zeros before it.
const number = /^[1-9]\d*$/

// A million rows are counted with seven digits.
const bareCount = /^\d{1,7}$/

/** Whether a text may count rows or SKUs, or be a price: no SKU ID is as short where the ID of its row is only a count. */
export const readsAsCount = (text: string): boolean => bareCount.test(text)

/** Whether a text is a number as a page or a count of rows has it. */
export const isShortNumber = (text: string): boolean => text.length <= MOST_DIGITS && number.test(text)

/** Whether an ID is such a number, and another one is no number that it was counted up to. */
export const isFarShorter = (id: string, other: string): boolean =>
  id.length <= MOST_DIGITS && other.length >= Math.max(LEAST_LONG, id.length + LEAST_GAP) && number.test(id)

/**
 * Whether the short numbers among IDs are of another kind than the rest: those are much longer, and no fewer.
 *
 * @param elsewhere rows of the list that are not read, since they stand below a heading of other columns
 */
export function hasStrayNumbers(ids: readonly string[], elsewhere = 0): boolean {
  let shorts = 0
  let longestShort = 0
  for (const id of ids) {
    if (!isShortNumber(id)) continue
    shorts += 1
    longestShort = Math.max(longestShort, id.length)
  }
  if (shorts === 0 || shorts * 2 > ids.length + elsewhere) return false
  const least = Math.max(LEAST_LONG, longestShort + LEAST_GAP)
  let near = 0
  for (const id of ids) {
    if (id.length >= least || isShortNumber(id)) continue
    // Numbers that are counted up have all lengths.
    if (number.test(id)) return false
    near += 1
  }
  const longs = ids.length - shorts - near
  return longs + elsewhere >= Math.max(1, shorts) && longs >= near * 2
}

/** Places of numbers that are far shorter than the IDs around them, and no group of their own. */
export function findStrayNumbers(ids: readonly string[], issues: readonly Issue[]): readonly number[] {
  if (!ids.some(isShortNumber)) return []
  if (ids.some((id) => id.length < LEAST_ASKED && !isShortNumber(id))) return []
  const elsewhere = issues.reduce((count, { code }) => (code === 'OTHER_TABLE' ? count + 1 : count), 0)
  if (!hasStrayNumbers(ids, elsewhere)) return []
  const places: number[] = []
  const counts = new Map<number, number>()
  for (const [place, id] of ids.entries()) {
    if (!isShortNumber(id)) continue
    places.push(place)
    counts.set(id.length, (counts.get(id.length) ?? 0) + 1)
  }
  const isGroup = ({ length }: string) =>
    length >= DIGITS_OF_GROUP && (counts.get(length) ?? 0) >= LEAST_GROUP
  return places.filter((place) => !isGroup(ids[place] ?? ''))
}
