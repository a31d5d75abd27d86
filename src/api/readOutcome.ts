import type { Attempt, CancellationRequest, LineItemsRequest } from '../domain/cancellation'
import { ALREADY_CANCELLED, CANCELLED, type Failure, type UnknownReason } from '../domain/outcome'
import { type Answer, isShape } from './readAnswer'
import { type Content, joinSaid, readContent, readSaid, type Said } from './readContent'
import { readRetryAfter } from './retryAfter'

function readFailure({ status }: Answer, said: Said): Failure {
  return { code: said.code, message: joinSaid(said), httpStatus: status }
}

function settle(reason: UnknownReason, trouble: 'session' | 'server'): Attempt {
  return { kind: 'settled', outcome: { status: 'unknown', reason }, trouble }
}

function refuse(failure: Failure): Attempt {
  return { kind: 'settled', outcome: { status: 'failed', failure } }
}

function readAccepted(answer: Answer, content: Content): Attempt {
  if (content.kind === 'empty') return { kind: 'settled', outcome: CANCELLED }
  if (content.kind !== 'json') {
    // Something answered in the place of the OMS: most likely a login page.
    return settle({ why: 'unreadable-answer', httpStatus: answer.status }, 'session')
  }
  const { value } = content
  // "true" as text says the same: a false SUCCESS is the one mistake that nobody would look for.
  if (isShape(value) && (value.hasError === true || value.hasError === 'true')) {
    const said = readSaid({ kind: 'json', value: { ...value, message: value.errorMessage ?? value.message } })
    return refuse(readFailure(answer, said))
  }
  return { kind: 'settled', outcome: CANCELLED }
}

/** Increff's own error body: only with it does a 500 say that this sub-order was refused. */
function hasErrorBody(content: Content): boolean {
  return (
    content.kind === 'json' &&
    isShape(content.value) &&
    typeof content.value.code === 'string' &&
    typeof content.value.message === 'string'
  )
}

const PHRASE = /already\s+(been\s+)?cancell?ed/i
const DENIAL = /(\bnot|n['’]t)\s+(been\s+)?already\s+(been\s+)?cancell?ed/i

/** What may stand around the phrase where it speaks of everything that was asked: no count, no exception. */
const PLAIN_WORD =
  /^(the|this|these|all|sub|order|suborder|id|lines?|items?|skus?|requested|quantity|it|in|of|for|is|are|was|were|has|have)$/i

const splitWords = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean)

/** A text without an ID, where that stands in it as a word of its own. */
function strike(text: string, id: string): string {
  const literal = id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu'), ' ')
}

/** Of line items "already cancelled" may hold for some: then the rest was refused, and is no success. */
function speaksOfAll(message: string, { subOrderId, lineItems }: LineItemsRequest): boolean {
  const said = strike(message.replace(PHRASE, ' '), subOrderId)
  const struck = lineItems.map(({ skuId }) => strike(said, skuId))
  const named = struck.filter((text) => text !== said).length
  if (named > 0 && named < lineItems.length) return false
  const rest = lineItems.reduce((text, { skuId }) => strike(text, skuId), said)
  return splitWords(rest).every((word) => PLAIN_WORD.test(word))
}

/** By code or message alone: a description may speak of anything. */
function saysAlreadyCancelled({ code, message }: Said, request: CancellationRequest): boolean {
  if (code === 'ALREADY_CANCELLED') return true
  if (!PHRASE.test(message) || DENIAL.test(message)) return false
  return request.kind === 'whole' || speaksOfAll(message, request)
}

function readRefused(answer: Answer, content: Content, request: CancellationRequest): Attempt {
  if (content.kind === 'page-or-broken') {
    return settle({ why: 'unreadable-answer', httpStatus: answer.status }, 'server')
  }
  const said = readSaid(content)
  if (answer.status < 500 && saysAlreadyCancelled(said, request)) {
    return { kind: 'settled', outcome: ALREADY_CANCELLED }
  }
  // A time-out at the server is no verdict, unless it says that the goal was met before.
  if (answer.status === 408) return settle({ why: 'server-error', httpStatus: 408 }, 'server')
  return refuse(readFailure(answer, said))
}

/**
 * What an answer says of its request: the table of section 4 of the host contract, in its order.
 * Only a refusal of this very sub-order is a failure; trouble with session or service turns no row red.
 *
 * @param wallNow milliseconds since 1970, for a `Retry-After` that is a date
 */
export function readOutcome(answer: Answer, request: CancellationRequest, wallNow: number): Attempt {
  const { status } = answer
  const content = readContent(answer)
  if (status >= 200 && status < 300) return readAccepted(answer, content)
  // A redirect that the client did not follow leads to a login as a rule.
  if (status < 400) return settle({ why: 'unreadable-answer', httpStatus: status }, 'session')
  if (status === 401) return { kind: 'not-processed', why: 'session' }
  if (status === 403) {
    const failure = readFailure(answer, readSaid(content))
    return { kind: 'settled', outcome: { status: 'failed', failure }, trouble: 'forbidden' }
  }
  if (status === 429) {
    const retryAfterMs = readRetryAfter(answer.header('retry-after'), wallNow)
    return {
      kind: 'not-processed',
      why: 'rate-limited',
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    }
  }
  if (status < 500 || (status === 500 && hasErrorBody(content))) return readRefused(answer, content, request)
  return settle({ why: 'server-error', httpStatus: status }, 'server')
}
