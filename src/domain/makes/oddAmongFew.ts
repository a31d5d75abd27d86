import type { CancellationRequest } from '../run/cancellation'
import { isDigits } from '../ids/isDigits'
import { readShape } from './unlikeTheRest'

/** Fewer rows do not show what is usual. */
const LEAST_NUMBERS = 4
/** The numbers of one counter differ by at most one digit in length. */
const MOST_APART = 1
const phone = /^(?:91)?[6-9]\d{9}$/
/** Characters at the front that numbers of one counter share. */
const PREFIX = 3

/**
 * Places of phone numbers among a few numbers of one counter. Nothing else is marked: among so few texts, no share
 * shows what is usual.
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

/**
 * Places of the requests whose ID and SKU are most likely swapped: each looks like the other column of the other rows.
 */
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
