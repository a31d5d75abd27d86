import { type Answer, isShape } from './readAnswer'

/** What a body says once read: nothing, JSON, plain words, or something that should not be there. */
export type Content =
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

/** Reads what the client handed over as the body, parsed or not. */
export function readContent(answer: Answer): Content {
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
function cleanServerText(value: unknown): string {
  if (typeof value !== 'string') return ''
  const plain = value.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
  return plain.length > LONGEST_MESSAGE ? `${plain.slice(0, LONGEST_MESSAGE)}…` : plain
}

/** What the server says of a refusal, cleaned for show; empty where it says nothing. */
export interface Said {
  readonly code: string
  readonly message: string
  readonly description: string
}

const SAID_NOTHING: Said = { code: '', message: '', description: '' }

/** Reads code, message and description from whichever of the usual members hold them. */
export function readSaid(content: Content): Said {
  if (content.kind === 'words') return { ...SAID_NOTHING, message: cleanServerText(content.text) }
  if (content.kind !== 'json') return SAID_NOTHING
  const { value } = content
  if (!isShape(value)) return { ...SAID_NOTHING, message: cleanServerText(value) }
  // Some wrap it once: `{ "error": { "code", "message" } }`.
  const inner = isShape(value.error) && value.message === undefined ? value.error : value
  const message = [inner.message, inner.errorMessage, inner.error].map(cleanServerText).find(Boolean)
  const code = typeof inner.code === 'number' ? String(inner.code) : cleanServerText(inner.code)
  return { code, message: message ?? '', description: cleanServerText(inner.description) }
}

/** The message, and the description where it adds something. */
export function joinSaid({ message, description }: Said): string {
  if (description === '' || message.toLowerCase().includes(description.toLowerCase())) return message
  if (message === '' || description.toLowerCase().includes(message.toLowerCase())) return description
  return /[.:!?]$/.test(message) ? `${message} ${description}` : `${message}: ${description}`
}
