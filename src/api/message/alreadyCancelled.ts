import type { CancellationRequest } from '../../domain/run/cancellation'
import { type Marked, markAsked, OUR_ORDER, OUR_SKU } from './asked'
import { contradicts, isAlreadyCode } from './cancelledCodes'
import {
  ALL_ITEMS,
  CONSEQUENCE,
  IS_CANCELLED,
  OTHER_STATE,
  REFUSED_AS_CANCELLED,
  TAKEN_BACK,
} from './cancelledWords'
import type { OwnCodes } from './codes'
import type { ServerMessage } from './readServerMessage'
import { normalise } from '../answer/words'

/** Words of a subject that is the sub-order: "The sub order 1253231242", "Current status of this order". */
const OURS = new Set(
  `${OUR_ORDER} a an the this these that your our sub order suborder id no number ref it which entire whole complete current currently
  has is was state status of for with in increff system oms sales order's already as been and error conflict sorry note please info
  warning validation customer external requested marketplace channel item's found`.split(/\s+/),
)
/** Words of a subject that is all line items of the call. */
const OUR_LINES = new Set(
  `${OUR_SKU} all every each both line lines item items lineitem lineitems orderitem orderitems sku skus quantity requested given asked are were have ids codes because
  since earlier previously before now by seller buyer user admin hence therefore so`.split(/\s+/),
)
/** Words that may stand before a colon: "Bad request: already cancelled". */
const LEAD_IN = new Set(
  'cannot cancel unable to bad request requests rejected refused invalid failed cancellation cancelation not allowed possible http business rule exception illegal argument'.split(
    ' ',
  ),
)

/** A clause ends here, and another subject may begin. */
const CLAUSE =
  /[,;:.!]|\b(?:because|since|as|but|while|although|however|when|where|who|so|hence|therefore|reason)\b/

/** Things other than an order that may be cancelled. Named before, they are what "it" stands for. */
const OTHER_SUBJECT =
  /\b(payments?|authori[sz]ations?|refunds?|invoices?|shipments?|labels?|picklists?|line ?items?|items?|lines?|skus?|tasks?|operations?|contexts?|transactions?|subscriptions?|returns?|coupons?|vouchers?|jobs?|users?|accounts?|tokens?|deliver(y|ies)|packages?|parcels?|bookings?|pickups?)\b/

const splitWords = (text: string) => text.split(/[^\p{L}\p{N}#']+/u).filter((word) => !/^['#]*$/.test(word))

/** An order, item or SKU that the call did not ask for. */
const FOREIGN =
  /\b(order|suborder|item|line|sku|product|shipment|parcel|package)s? ?(no|id|number|#|:)?[. ]*["'[(]?(?=[\p{L}\p{N}._-]*\p{N})[\p{L}\p{N}]/u

const isOurs = (word: string) => OURS.has(word)
const isLeadIn = (word: string) => OURS.has(word) || LEAD_IN.has(word)

/** Whether the subject before "is cancelled" is this sub-order; without a subject there, the clause before counts. */
function isSubjectOurs(before: string): boolean {
  if (OTHER_SUBJECT.test(before)) return false
  const clauses = before.split(CLAUSE).map(splitWords)
  const last = clauses.at(-1) ?? []
  if (last.length > 0) return last.every(isOurs)
  return (clauses.findLast((words) => words.length > 0) ?? []).every(isLeadIn)
}

/** "already cancelled 2", "cancelled items: 3": a count or a list follows, so only a part is meant. */
const COUNTED =
  /^[ :=,-]*(\p{N}|of \p{N}|(quantity|qty|items?|units?|lines?|skus?|pieces?)\b|for (sku|item|line)|or\b)/u

function isSaidOfOrder({ text }: Marked): boolean {
  return [...text.matchAll(IS_CANCELLED)].some((match) => {
    const before = text.slice(0, match.index).replace(ALL_ITEMS, ' ')
    return isSubjectOurs(before) && !COUNTED.test(text.slice(match.index + match[0].length))
  })
}

/** Whether a text about a call of line items speaks of the whole sub-order, and of no single line. */
function isSaidOfWhole({ text, skus }: Marked): boolean {
  return (
    skus === 0 && /\border\b/.test(text) && !/\b(lines?|items?|lineitems?|skus?|quantity|units?)\b/.test(text)
  )
}

/** For line items, every word must be known: a sentence about some of them refuses the others. */
function isSaidOfLines({ text, skus }: Marked, count: number): boolean {
  if (skus > 0 && skus < count) return false
  const rest = text.replace(IS_CANCELLED, ' ')
  if (rest === text || !splitWords(rest).every((word) => OURS.has(word) || OUR_LINES.has(word))) return false
  // "Line item is already cancelled" speaks of one line item, and the call may hold three.
  return (
    count === 1 ||
    skus === count ||
    !/\b(line|item|sku|lineitem)\b(?! ?items)/.test(rest.replace(/\bline items\b/g, ' '))
  )
}

/**
 * Prepares a text for the search: marks the IDs of the call, and removes clauses that merely follow from a
 * cancellation.
 */
function readPlain(text: string, request: CancellationRequest): Marked {
  const marked = markAsked(text, request)
  return { ...marked, text: normalise(marked.text).replace(CONSEQUENCE, ' ; ').replace(/ {2,}/g, ' ').trim() }
}

/**
 * Whether a 4xx says that everything in the call is cancelled already: by its code, or by its message. A description
 * may speak of anything, and can only deny it.
 *
 * @param named the SKUs of the call that stand in the body outside of sentences, as members of their own
 */
export function saysAlreadyCancelled(
  serverMessage: ServerMessage,
  request: CancellationRequest,
  own: OwnCodes,
  named: number,
): boolean {
  const count = request.kind === 'whole' ? 0 : request.lineItems.length
  if (named > 0 && named < count) return false
  const message = readPlain(serverMessage.message, request)
  const description = readPlain(serverMessage.description, request)
  if (contradicts(description, request)) return false
  if (isAlreadyCode(serverMessage.code, request, own)) return !contradicts(message, request)
  if (TAKEN_BACK.test(message.text) || OTHER_STATE.test(message.text)) return false
  if (request.kind === 'line-items' && !isSaidOfWhole(message)) return isSaidOfLines(message, count)
  if (FOREIGN.test(message.text)) return false
  const sentence = normalise(serverMessage.message)
  return isSaidOfOrder(message) || (REFUSED_AS_CANCELLED.test(sentence) && !OTHER_SUBJECT.test(sentence))
}
