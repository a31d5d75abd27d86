import type { CancellationRequest } from '../../domain/run/cancellation'
import type { Marked } from './asked'
import { ALL_ITEMS, CODE_TAKEN_BACK, OTHER_STATE } from './cancelledWords'
import { isOneOf, type OwnCodes } from './codes'
import { squash } from '../answer/words'

/**
 * `ALREADY_CANCELLED`, `order_already_canceled`, `ERR_ORDER_ALREADY_CANCELED`; never a code about a payment, a shipment
 * or one line.
 */
const WHOLE_CODE =
  /^(e|err|error)?(oms)?(the|this)?(sub|increff|system|sales|customer|channel)?(order)?(is|was|has)?(already(been)?canceled|canceledalready)(order|suborder)?(error|exception)?$/
const LINES_CODE =
  /^(err|error)?(all)?(order)?(line|item|lineitem|sku)s?(are|is)?already(been)?canceled(error|exception)?$/

/** Whether a code says that everything in the call is cancelled already. */
export function isAlreadyCode(code: string, request: CancellationRequest, own: OwnCodes): boolean {
  if (isOneOf(code, own.alreadyCancelledCodes)) return true
  const form = squash(code)
  if (WHOLE_CODE.test(form)) return true
  return request.kind === 'line-items' && LINES_CODE.test(form)
}

/** Beside a code, the order's ID may be the server's own. A line of its own is a part. */
const FOREIGN_LINE =
  /\b(item|line|sku)s? ?(no|id|number|#|:)?[. ]*["'[(]?(?=[\p{L}\p{N}._-]*\p{N})[\p{L}\p{N}]/u
const OTHER_CANCELLED =
  /\b(payments?|authori[sz]ations?|refunds?|invoices?|shipments?|labels?|pickups?)\b[^,.;]{0,60}\bcanceled\b/
const NAMED_LINE = /\b(the |this |an? |one |which )?(line ?items?|items?|skus?|lines?)\b/
const COUNT_OF = /\b(\p{N}{1,6}) (?:of|out of) (\p{N}{1,6})\b/u

/** Whether a text contradicts a code: the text denies the code, or names another subject or a part of the call. */
export function contradicts({ text, skus }: Marked, request: CancellationRequest): boolean {
  const count = request.kind === 'whole' ? 0 : request.lineItems.length
  const part = COUNT_OF.exec(text)
  if (part) return part[1] !== part[2]
  if (skus > 0 && skus < count) return true
  const takesBack = [CODE_TAKEN_BACK, OTHER_STATE, FOREIGN_LINE, OTHER_CANCELLED]
  if (takesBack.some((pattern) => pattern.test(text))) return true
  const named = NAMED_LINE.exec(text)
  if (request.kind === 'whole') return named !== null && !ALL_ITEMS.test(text)
  return count > 1 && skus === 0 && named !== null && !named[0].endsWith('s')
}
