import { looksLikeDate } from '../ids/looksLikeDate'
import { findMaybeRounded } from '../makes/maybeRounded'
import { findNearlyTheSame } from '../makes/nearlyTheSame'
import { findPhones, findSwapped } from '../makes/oddAmongFew'
import { findStrayNumbers, isShortNumber } from '../makes/shortNumbers'
import { findUnlikeTheRest, LEAST_TEXTS } from '../makes/unlikeTheRest'
import type { CancellationRequest } from '../run/cancellation'
import type { Verdicts } from '../sheet/verdicts'
import { ITEMS_A_STEP, type Steps } from '../time/steps'
import { CAUTION_BITS } from './cautionBook'
import { mayBeNearlyTheSame, readTraits, TEXT_TRAITS, type TextSurvey } from './textSurvey'

/** Whether some text may be odd by itself. */
const mayBeOdd = (traits: number): boolean =>
  (traits & (TEXT_TRAITS.MAYBE_DATE | TEXT_TRAITS.MAYBE_ROUNDED)) !== 0

function* markDates(texts: readonly string[], marks: Uint8Array): Steps<void> {
  for (let place = 0; place < texts.length; place += 1) {
    const text = texts[place] ?? ''
    if (place % ITEMS_A_STEP === 0) yield undefined
    if (looksLikeDate(text)) marks[place] = CAUTION_BITS.LOOKS_LIKE_DATE
  }
}

/** Marks each text that is odd by itself, bit by bit. */
function* markTexts(texts: readonly string[], { traits }: TextSurvey): Steps<Uint8Array> {
  const marks = new Uint8Array(texts.length)
  if ((traits & TEXT_TRAITS.MAYBE_DATE) !== 0) yield* markDates(texts, marks)
  if ((traits & TEXT_TRAITS.MAYBE_ROUNDED) === 0) return marks
  for (const place of yield* findMaybeRounded(texts)) mark(marks, place, CAUTION_BITS.MAYBE_ROUNDED)
  return marks
}

function mark(marks: Uint8Array, place: number, bit: number): void {
  marks[place] = (marks[place] ?? 0) | bit
}

/** Marks odd sub-orders: each ID by itself, and compared with the other IDs. Undefined where none can be odd. */
export function* markIds({ requests, issues }: Verdicts, survey: TextSurvey): Steps<Uint8Array | undefined> {
  const { traits, areEquallyLong, areOfOneShape } = survey
  const mayBeSame = mayBeNearlyTheSame(traits, areEquallyLong)
  const areFew = requests.length < LEAST_TEXTS
  if (!areFew && !mayBeOdd(traits) && !mayBeSame && areEquallyLong && areOfOneShape) return undefined
  const ids = requests.map(({ subOrderId }) => subOrderId)
  const marks = yield* markTexts(ids, survey)
  for (const place of mayBeSame ? yield* findNearlyTheSame(ids) : [])
    mark(marks, place, CAUTION_BITS.NEARLY_THE_SAME)
  // A date does not show what is usual. An ID with another mark is not marked as unlike the rest.
  const isDate = (place: number) => ((marks[place] ?? 0) & CAUTION_BITS.LOOKS_LIKE_DATE) !== 0
  const places = marks.some((bits) => (bits & CAUTION_BITS.LOOKS_LIKE_DATE) !== 0)
    ? [...ids.keys()].filter((place) => !isDate(place))
    : undefined
  const rest = places ? places.map((place) => ids[place] ?? '') : ids
  const unlike = areFew ? findPhones(rest) : yield* findUnlikeTheRest(rest)
  // All IDs that are left may be short, if the others stand below another heading.
  const mayBeStray = !areEquallyLong || isShortNumber(rest[0] ?? '')
  const stray = mayBeStray ? findStrayNumbers(rest, issues) : []
  const odd = [...unlike, ...stray].map((index) => places?.[index] ?? index)
  for (const place of areFew ? [...odd, ...findSwapped(requests)] : odd) {
    if (marks[place] === 0) mark(marks, place, CAUTION_BITS.UNLIKE_THE_REST)
  }
  return marks
}

/** Marks of line items. */
export interface MarkedLines {
  /** Marks of the line items, request after request. */
  readonly marks: Uint8Array
  /** Where the line items of each request begin. */
  readonly starts: Uint32Array
}

/** Marks odd SKUs, compared within a sub-order. No SKU is unlike the rest, since SKUs have all shapes. */
export function* markSkus(
  requests: readonly CancellationRequest[],
  survey: TextSurvey,
): Steps<MarkedLines | undefined> {
  const mayBeSame = mayBeNearlyTheSame(survey.traits)
  // A list holds requests of one kind.
  if (requests[0]?.kind !== 'line-items' || !(mayBeSame || mayBeOdd(survey.traits))) return undefined
  const starts = new Uint32Array(requests.length)
  const skus: string[] = []
  for (const [place, request] of requests.entries()) {
    starts[place] = skus.length
    if (request.kind === 'line-items') for (const { skuId } of request.lineItems) skus.push(skuId)
  }
  const marks = yield* markTexts(skus, survey)
  if (!mayBeSame) return { marks, starts }
  for (let place = 0; place < starts.length; place += 1) {
    if (place % ITEMS_A_STEP === 0) yield undefined
    const start = starts[place] ?? 0
    const end = starts[place + 1] ?? skus.length
    if (end - start < 2) continue
    const own = skus.slice(start, end)
    if (!mayBeNearlyTheSame(own.reduce((traits, sku) => traits | readTraits(sku), 0))) continue
    for (const line of yield* findNearlyTheSame(own)) mark(marks, start + line, CAUTION_BITS.NEARLY_THE_SAME)
  }
  return { marks, starts }
}
