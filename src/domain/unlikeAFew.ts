import type { CancellationRequest } from './cancellation'
import { readShape } from './unlikeTheRest'

/** Characters of IDs that say by their length whose they are. */
const LONG = 6
/** Characters at the most of a word beside an ID: a SKU in the wrong column, a user's name. */
const MOST_SHORT = 5
/** Characters of IDs among which a word so short is none. */
const LONG_BESIDE_WORDS = 8
/** Of fewer rows nobody can say what is usual. */
const LEAST_WORDS = 3
const LEAST_NUMBERS = 4
/** From so many rows on two of them may be odd. */
const MANY = 10
/** A counter gains one digit; two more are another number. */
const LEAST_STEP = 2
const phone = /^(?:91)?[6-9]\d{9}$/
/** Characters at the front by which numbers of one counter are known. */
const PREFIX = 3

/** Places of the texts for which a test holds; none where there are more than a few. */
function findFew(texts: readonly string[], isOdd: (text: string) => boolean): readonly number[] {
  const places = [...texts.keys()].filter((place) => isOdd(texts[place] ?? ''))
  return places.length <= (texts.length < MANY ? 1 : 2) ? places : []
}

/** The length that most texts have. */
function findUsualLength(texts: readonly string[]): number {
  const counts = new Map<number, number>()
  for (const { length } of texts) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].reduce((one, next) => (next[1] > one[1] ? next : one), [0, 0])[0]
}

/** Short words among long IDs. */
function findWords(texts: readonly string[]): readonly number[] {
  const isLong = ({ length }: string) => length >= LONG_BESIDE_WORDS
  const isShort = (text: string) => text.length <= MOST_SHORT && /[A-Za-z]/.test(text)
  if (texts.length < LEAST_WORDS || !texts.every((text) => isLong(text) || isShort(text))) return []
  return findFew(texts, isShort)
}

/** Numbers that are longer or shorter than all others, and phone numbers among those of one counter. */
function findNumbers(texts: readonly string[]): readonly number[] {
  const isNumber = (text: string) => /^\d+$/.test(text)
  if (texts.length < LEAST_NUMBERS || !texts.every(isNumber)) return []
  const usual = findUsualLength(texts)
  if (usual < LONG) return []
  const fits = ({ length }: string) => Math.abs(length - usual) < LEAST_STEP
  const unfit = findFew(texts, (text) => !fits(text))
  if (unfit.length > 0) return unfit
  const prefix = texts.find((text) => !phone.test(text))?.slice(0, PREFIX)
  const isForeign = (text: string) => !text.startsWith(prefix ?? '')
  const foreign = findFew(texts, isForeign)
  return foreign.every((place) => phone.test(texts[place] ?? '')) ? foreign : []
}

/** Places of the texts that are unlike a few others: of so few that no share of them says what is usual. */
export function findUnlikeAFew(texts: readonly string[]): ReadonlySet<number> {
  return new Set([...findWords(texts), ...findNumbers(texts)])
}

const isAlike = (one: string, other: string): boolean =>
  Math.abs(one.length - other.length) < LEAST_STEP && readShape(one) === readShape(other)

/** Places of the requests whose ID and SKU most likely stand in each other's columns: each looks like what other rows have there. */
export function findSwapped(requests: readonly CancellationRequest[]): readonly number[] {
  const pairs = requests.flatMap((request) =>
    request.kind === 'whole' ? [] : [{ id: request.subOrderId, sku: request.lineItems[0].skuId }],
  )
  return [...pairs.keys()].filter((place) => {
    const own = pairs[place]
    const others = pairs.toSpliced(place, 1)
    return (
      own !== undefined &&
      others.some(({ id }) => isAlike(id, own.sku)) &&
      others.some(({ sku }) => isAlike(sku, own.id)) &&
      !others.some(({ id }) => isAlike(id, own.id))
    )
  })
}
