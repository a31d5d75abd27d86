import type { CancellationRequest } from '../run/cancellation'
import type { Caution } from '../sheet/caution'
import { CAUTION_BITS, createCautionBook } from './cautionBook'
import { createHiddenTest, type HiddenRows } from './hiddenTaker'
import type { LeaveCause, LeftRows } from './leaveOut'
import { looksLikeDate } from '../ids/looksLikeDate'
import { findMaybeRounded } from '../makes/maybeRounded'
import { findNearlyTheSame } from '../makes/nearlyTheSame'
import { findStrayNumbers, isShortNumber } from '../makes/shortNumbers'
import type { Sheet } from '../sheet/sheet'
import { ITEMS_A_STEP, type Steps } from '../time/steps'
import { mayBeNearlyTheSame, readTraits, type SurveyedRows, TEXT_TRAITS, type TextSurvey } from './textSurvey'
import { findPhones, findSwapped } from '../makes/oddAmongFew'
import { findUnlikeTheRest, LEAST_TEXTS } from '../makes/unlikeTheRest'
import type { Verdicts } from '../sheet/verdicts'

export interface FoundCautions {
  readonly cautions: readonly Caution[]
  readonly left: LeftRows
}

/** Whether a text may be odd by itself. */
const mayBeOdd = (traits: number): boolean =>
  (traits & (TEXT_TRAITS.MAYBE_DATE | TEXT_TRAITS.MAYBE_ROUNDED)) !== 0

function* markDates(texts: readonly string[], marks: Uint8Array): Steps<void> {
  for (let place = 0; place < texts.length; place += 1) {
    const text = texts[place] ?? ''
    if (place % ITEMS_A_STEP === 0) yield undefined
    if (looksLikeDate(text)) marks[place] = CAUTION_BITS.LOOKS_LIKE_DATE
  }
}

/** Marks what is odd about each text by itself, bit by bit. */
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

/** The same of sub-orders, which are compared with each other too. */
function* markIds({ requests, issues }: Verdicts, survey: TextSurvey): Steps<Uint8Array | undefined> {
  const { traits, areEquallyLong, areOfOneShape } = survey
  const mayBeSame = mayBeNearlyTheSame(traits, areEquallyLong)
  const areFew = requests.length < LEAST_TEXTS
  if (!areFew && !mayBeOdd(traits) && !mayBeSame && areEquallyLong && areOfOneShape) return undefined
  const ids = requests.map(({ subOrderId }) => subOrderId)
  const marks = yield* markTexts(ids, survey)
  for (const place of mayBeSame ? yield* findNearlyTheSame(ids) : [])
    mark(marks, place, CAUTION_BITS.NEARLY_THE_SAME)
  // A date is no example of what is usual. Where something more is known of an ID, that is what a person has to look at.
  const isDate = (place: number) => ((marks[place] ?? 0) & CAUTION_BITS.LOOKS_LIKE_DATE) !== 0
  const places = marks.some((bits) => (bits & CAUTION_BITS.LOOKS_LIKE_DATE) !== 0)
    ? [...ids.keys()].filter((place) => !isDate(place))
    : undefined
  const rest = places ? places.map((place) => ids[place] ?? '') : ids
  const unlike = areFew ? findPhones(rest) : yield* findUnlikeTheRest(rest)
  // Those that are left may be all short, and the others stand below another heading.
  const mayBeStray = !areEquallyLong || isShortNumber(rest[0] ?? '')
  const stray = mayBeStray ? findStrayNumbers(rest, issues) : []
  const odd = [...unlike, ...stray].map((index) => places?.[index] ?? index)
  for (const place of areFew ? [...odd, ...findSwapped(requests)] : odd) {
    if (marks[place] === 0) mark(marks, place, CAUTION_BITS.UNLIKE_THE_REST)
  }
  return marks
}

interface MarkedLines {
  /** Of each line item, request after request. */
  readonly marks: Uint8Array
  /** By request: where its line items begin. */
  readonly starts: Uint32Array
}

/** Of SKUs, those of one sub-order are compared. Unlike the rest none is: SKUs are of all shapes. */
function* markSkus(
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

/**
 * Finds what is odd among the rows that would be sent, with what was decided about it. A row that is refused anyway has its issue,
 * and no caution.
 *
 * @param hidden rows that are left out already, since nobody sees them
 * @param surveyed at least the rows that would be sent: what none of them has is looked for no further
 */
export function* findCautions(
  sheet: Sheet,
  verdicts: Verdicts,
  hidden: HiddenRows,
  surveyed: SurveyedRows,
): Steps<FoundCautions> {
  const { requests, requestOfRow } = verdicts
  const book = createCautionBook(sheet)
  const isHidden = createHiddenTest(sheet)
  const idMarks = yield* markIds(verdicts, surveyed.ids)
  const lines = yield* markSkus(requests, surveyed.skus)
  const linesSeen = new Uint16Array(requests.length)
  const positions: number[] = []
  const causes: LeaveCause[] = []
  const isAnyOdd =
    sheet.hiddenRows !== undefined || [idMarks, lines?.marks].some((marks) => marks?.some((bits) => bits > 0))
  if (!isAnyOdd) return { cautions: [], left: { positions, causes } }
  for (let position = 0; position < requestOfRow.length; position += 1) {
    if (position % ITEMS_A_STEP === 0) yield undefined
    const place = requestOfRow[position] ?? -1
    const request = requests[place]
    if (!request) continue
    const line = linesSeen[place] ?? 0
    linesSeen[place] = line + 1
    const skuBits = lines?.marks[(lines.starts[place] ?? 0) + line] ?? 0
    const lineItem = request.kind === 'whole' ? undefined : request.lineItems[line]
    const { row } = lineItem ?? request
    const bits = (idMarks?.[place] ?? 0) | (isHidden(row) ? CAUTION_BITS.HIDDEN_ROW : 0)
    if ((bits | skuBits) === 0) continue
    const { subOrderId } = request
    const code = book.add({ position, row, subOrderId, skuId: lineItem?.skuId, bits, skuBits })
    if (code === undefined) continue
    positions.push(position)
    causes.push({ code, isOfSku: (bits & CAUTION_BITS[code]) === 0 })
  }
  return { cautions: book.finish(hidden), left: { positions, causes } }
}
