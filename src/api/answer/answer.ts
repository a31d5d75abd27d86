export type Shape = Readonly<Record<string, unknown>>

/** Whether a value from outside is an object, so that its members can be looked at. */
export function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null
}

/** Stands for a body that arrived but can no longer be read: such a body must not pass for an empty one. */
export const LOST_BODY = Symbol('lost body')

/** @param name in lower case */
export type HeaderReader = (name: string) => string | undefined

/** An answer in one shape, whatever client it came through. */
export interface Answer {
  readonly status: number
  /** undefined for an empty body; an unparsed string where the client did not parse it; or `LOST_BODY`. */
  readonly body: unknown
  /** Whether the client has followed a redirect, so that another address has answered. */
  readonly isRedirected: boolean
  readonly header: HeaderReader
}

/** A body once read: nothing, JSON, plain words, or something that should not be there. */
export type Content =
  | { readonly kind: 'empty' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'page-or-broken' }

const EMPTY: Content = { kind: 'empty' }
const BROKEN: Content = { kind: 'page-or-broken' }

/** A gateway may put JSON as text into JSON, and so may a gateway before it. */
const MOST_WRAPPINGS = 2

/**
 * A blob, a buffer or a document may hold a login page. Across frames and bundles only the tag tells them apart from
 * JSON.
 */
function isJson(body: unknown): boolean {
  if (!isShape(body)) return typeof body !== 'symbol' && typeof body !== 'function'
  return /(Object|Array)\]$/.test(Object.prototype.toString.call(body))
}

/** Reads a text within JSON, which may be JSON again, a page, or words. */
function unwrapText(text: string, wrappings: number): Content {
  const inner = text.trim()
  if (inner === '') return EMPTY
  if (inner.startsWith('<')) return BROKEN
  try {
    const value: unknown = JSON.parse(inner)
    return typeof value === 'string' && wrappings > 0
      ? unwrapText(value, wrappings - 1)
      : { kind: 'json', value }
  } catch {
    return /^[{[]/.test(inner) ? BROKEN : { kind: 'json', value: text }
  }
}

/** Reads the body that the client handed over, parsed or not. */
export function readContent(answer: Answer): Content {
  const { body } = answer
  if (body === undefined || body === null) return EMPTY
  if (typeof body !== 'string') return isJson(body) ? { kind: 'json', value: body } : BROKEN
  const text = body.trim()
  if (text === '') return EMPTY
  try {
    const value: unknown = JSON.parse(text)
    if (value === null) return EMPTY
    return typeof value === 'string' ? unwrapText(value, MOST_WRAPPINGS) : { kind: 'json', value }
  } catch {
    const claimsJson = answer.header('content-type')?.includes('json') ?? false
    return claimsJson || /^[<{[]/.test(text) ? BROKEN : { kind: 'words', text }
  }
}

/**
 * Reads `Retry-After` (RFC 9110, section 10.2.3): seconds or an HTTP date.
 *
 * @param wallNow milliseconds since 1970
 * @returns milliseconds to wait, 0 for a moment that has passed; undefined where the header cannot be read
 */
export function readRetryAfter(header: string | undefined, wallNow: number): number | undefined {
  const text = header?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000
  // `Date.parse` takes almost anything, `-5` for instance: a date begins with the name of a day.
  if (!/^[A-Za-z]{3}/.test(text)) return undefined
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, date - wallNow)
}
