import type { Answer } from './readAnswer'
import { isShape } from './shape'

/** What a body says once read: nothing, JSON, plain words, or something that should not be there. */
export type Content =
  | { readonly kind: 'empty' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'page-or-broken' }

const EMPTY: Content = { kind: 'empty' }
const BROKEN: Content = { kind: 'page-or-broken' }

/** A gateway may put JSON as text into JSON, and one before it did so too. */
const MOST_WRAPPINGS = 2

/** A blob, a buffer or a document may hold a login page. Across frames and bundles only the tag tells them apart. */
function isJson(body: unknown): boolean {
  if (!isShape(body)) return typeof body !== 'symbol' && typeof body !== 'function'
  return /(Object|Array)\]$/.test(Object.prototype.toString.call(body))
}

/** What a JSON text holds: JSON once more, a page, or words. */
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

/** Reads what the client handed over as the body, parsed or not. */
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
