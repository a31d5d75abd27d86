import type { CancellationRequest } from '../../domain/run/cancellation'
import { markAsked } from './asked'
import { isHarmless, isSessionCode, isTroubleCode } from './codes'
import { saysInProgress } from './inProgress'
import type { ServerMessage } from './readServerMessage'
import { saysNothing, saysOrder, saysProtocol, saysSession, saysTrouble } from './speech'

/**
 * The place of a refusal in the answer.
 *
 * - `plain`: a flag or a list that is made for refusals (`success: false`, `userErrors`, an error union).
 * - `technical`: a list that is made for any error (`errors` of GraphQL, `error` of JSON-RPC). Its words must concern
 *   the order.
 */
export type Plainness = 'plain' | 'technical'

/** JSON-RPC 2.0, section 5.1: codes of a failure in the protocol, and not in a business rule. */
const JSON_RPC_RESERVED = /^-32(700|600|601|602|603)$/
/** Codes of GraphQL servers about the query itself: Apollo, Shopify, graphql-ruby, Hasura. */
const GRAPHQL_CODE =
  /^(graphql_\w+|persisted_query_\w+|bad_user_input|undefinedfield|argument\w+|missingrequired\w+|access_denied|forbidden|throttled|max_cost_exceeded|validation-failed|permission-error|403|429)$/i

/** "2 of 3 items could not be cancelled": the other items were cancelled. */
const OF_A_PART = /\b(partial\w*|partly|some (of|items?|lines?|skus?)|\d{1,6} (of|out of) \d{1,6})\b/i

/** Whether the words of a failure refuse this very sub-order. */
export function namesRefusal(
  serverMessage: ServerMessage,
  request: CancellationRequest,
  plainness: Plainness,
): boolean {
  const { code, message, description } = serverMessage
  const text = `${message} ${description}`.trim()
  if (isSessionCode(code) || saysSession(text) || saysInProgress(serverMessage)) return false
  // A code may stand in the place of the sentence: `"error": "internal_error"`.
  const isTrouble = isTroubleCode(code) || (/^\S+$/.test(text) && isTroubleCode(text))
  if (isTrouble || saysTrouble(text) || /^(429|5\d\d)$/.test(code)) return false
  if (text === '') return code !== '' && !isHarmless(code) && !/^\d+$/.test(code) && saysOrder(code)
  if (saysNothing(text) || OF_A_PART.test(text)) return false
  const marked = markAsked(text, request)
  if (request.kind === 'line-items' && marked.skus > 0 && marked.skus < request.lineItems.length) return false
  if (plainness === 'plain') return true
  if (JSON_RPC_RESERVED.test(code) || GRAPHQL_CODE.test(code) || saysProtocol(text)) return false
  return marked.text !== text || saysOrder(text)
}
