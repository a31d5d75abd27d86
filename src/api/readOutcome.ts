import type { Attempt } from '../domain/cancellation'
import { ALREADY_CANCELLED, CANCELLED, type Failure, type UnknownReason } from '../domain/outcome'
import { type Answer, isShape } from './readAnswer'
import { readRetryAfter } from './retryAfter'

/** What a body says once read: nothing, JSON, plain words, or something that should not be there. */
type Content =
  | { readonly kind: 'empty' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'page-or-broken' }

/** Server text is shown and written to files: long enough for any message, short enough for a table. */
const LONGEST_MESSAGE = 1000

const EMPTY: Content = { kind: 'empty' }
const BROKEN: Content = { kind: 'page-or-broken' }

/** A blob, a buffer or a document may hold a login page. Across frames and bundles only the tag tells them apart. */
function isJson(body: unknown): boolean {
  if (!isShape(body)) return typeof body !== 'symbol'
  return /(Object|Array)\]$/.test(Object.prototype.toString.call(body))
}

function readContent(answer: Answer): Content {
  const { body } = answer
  if (body === undefined || body === null) return EMPTY
  if (typeof body !== 'string') return isJson(body) ? { kind: 'json', value: body } : BROKEN
  const text = body.trim()
  if (text === '') return EMPTY
  try {
    const value: unknown = JSON.parse(text)
    return { kind: 'json', value }
  } catch {
    const claimsJson = answer.header('content-type')?.includes('json') ?? false
    return claimsJson || /^[<{[]/.test(text) ? BROKEN : { kind: 'words', text }
  }
}

/** Control and bidi characters could rearrange what a person reads. */
function cleanText(value: unknown): string {
  if (typeof value !== 'string') return ''
  const plain = value.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
  return plain.length > LONGEST_MESSAGE ? `${plain.slice(0, LONGEST_MESSAGE)}…` : plain
}

function joinDescription(message: string, description: string): string {
  if (description === '' || message.toLowerCase().includes(description.toLowerCase())) return message
  if (message === '' || description.toLowerCase().includes(message.toLowerCase())) return description
  return /[.:!?]$/.test(message) ? `${message} ${description}` : `${message}: ${description}`
}

function readFailure(answer: Answer, content: Content): Failure {
  const { status: httpStatus } = answer
  if (content.kind === 'words') return { code: '', message: cleanText(content.text), httpStatus }
  const value = content.kind === 'json' && isShape(content.value) ? content.value : {}
  const message = cleanText(value.message) || cleanText(value.errorMessage) || cleanText(value.error)
  return {
    code: cleanText(value.code),
    message: joinDescription(message, cleanText(value.description)),
    httpStatus,
  }
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
    const failure = readFailure(answer, content)
    return refuse({ ...failure, message: cleanText(value.errorMessage) || failure.message })
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

function saysAlreadyCancelled({ code, message }: Failure): boolean {
  return code === 'ALREADY_CANCELLED' || /already\s+(been\s+)?cancell?ed/i.test(message)
}

function readRefused(answer: Answer, content: Content): Attempt {
  if (content.kind === 'page-or-broken') {
    return settle({ why: 'unreadable-answer', httpStatus: answer.status }, 'server')
  }
  const failure = readFailure(answer, content)
  if (answer.status < 500 && saysAlreadyCancelled(failure)) {
    return { kind: 'settled', outcome: ALREADY_CANCELLED }
  }
  // A time-out at the server is no verdict, unless it says that the goal was met before.
  if (answer.status === 408) return settle({ why: 'server-error', httpStatus: 408 }, 'server')
  return refuse(failure)
}

/**
 * What an answer says of its request: the table of section 4 of the host contract, in its order.
 * Only a refusal of this very sub-order is a failure; trouble with session or service turns no row red.
 *
 * @param wallNow milliseconds since 1970, for a `Retry-After` that is a date
 */
export function readOutcome(answer: Answer, wallNow: number): Attempt {
  const { status } = answer
  const content = readContent(answer)
  if (status >= 200 && status < 300) return readAccepted(answer, content)
  // A redirect that the client did not follow leads to a login as a rule.
  if (status < 400) return settle({ why: 'unreadable-answer', httpStatus: status }, 'session')
  if (status === 401) return { kind: 'not-processed', why: 'session' }
  if (status === 403) {
    const failure = readFailure(answer, content)
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
  if (status < 500 || (status === 500 && hasErrorBody(content))) return readRefused(answer, content)
  return settle({ why: 'server-error', httpStatus: status }, 'server')
}
