import type { Issue } from '../sheet/issue'

/** Digits: a list of much longer IDs has no ID so short, and a count of its rows has no more digits. */
const MOST_DIGITS = 4
/** Every other ID has to be longer by this many characters. */
const LEAST_GAP = 2
const LEAST_LONG = 5
/** Among shorter IDs, a short number may be an ID: only counts of them are marked. */
const LEAST_ASKED = 6
/** At least this many numbers of equal length are IDs of another source, and no page numbers. */
const LEAST_GROUP = 3
const DIGITS_OF_GROUP = 3

// A count has no leading zeros.
const number = /^[1-9]\d*$/

// A count of a million rows has seven digits.
const bareCount = /^\d{1,7}$/

/** Whether a text may be a count or a price. Asked for the SKU ID of a row whose ID may be a count. */
export const readsAsCount = (text: string): boolean => bareCount.test(text)

/** Whether a text may be the number of a page, or a count of rows. */
export const isShortNumber = (text: string): boolean => text.length <= MOST_DIGITS && number.test(text)

/** Whether an ID is a short number beside an ID that is much longer. */
export const isFarShorter = (id: string, other: string): boolean =>
  id.length <= MOST_DIGITS && other.length >= Math.max(LEAST_LONG, id.length + LEAST_GAP) && number.test(id)

/**
 * Whether the short numbers among IDs are of another kind than the rest: the rest is much longer, and not fewer.
 *
 * @param elsewhere how many rows of the list are not read, since they stand below a heading of other columns
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
    // The numbers of a counter have all lengths.
    if (number.test(id)) return false
    near += 1
  }
  const longs = ids.length - shorts - near
  return longs + elsewhere >= Math.max(1, shorts) && longs >= near * 2
}

/** Places of numbers that are far shorter than the other IDs, and do not form a group of their own. */
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
