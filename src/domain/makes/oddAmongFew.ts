import type { CancellationRequest } from '../run/cancellation'
import { isDigits } from '../ids/isDigits'
import { readShape } from './unlikeTheRest'

/** Of fewer rows nobody can say what is usual. */
const LEAST_NUMBERS = 4
/** Numbers of one counter differ by a digit at most. */
const MOST_APART = 1
const phone = /^(?:91)?[6-9]\d{9}$/
/** Characters at the front by which numbers of one counter are known. */
const PREFIX = 3

/**
 * Places of phone numbers among a few numbers of one counter. What is only longer, shorter or of another shape is not asked about: of so few
 * texts no share says what is usual.
 */
export function findPhones(texts: readonly string[]): readonly number[] {
  if (texts.length < LEAST_NUMBERS || !texts.every(isDigits)) return []
  const own = texts.filter((text) => !phone.test(text))
  const [first = ''] = own
  if (own.length < texts.length - 1 || !own.every((text) => text.startsWith(first.slice(0, PREFIX))))
    return []
  return own.length === texts.length ? [] : [texts.findIndex((text) => phone.test(text))]
}

const isAlike = (one: string, other: string): boolean =>
  Math.abs(one.length - other.length) <= MOST_APART && readShape(one) === readShape(other)

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
