import { type Content, isShape, type Shape } from '../answer/answer'
import { CODE_KEYS, MESSAGE_KEYS, POORER_KEYS, WRAPPERS } from './messageKeys'
import { cleanServerText, isReasonPhrase } from '../answer/serverText'

/** What the server says of a refusal, cleaned for show; empty where it says nothing. */
export interface ServerMessage {
  readonly code: string
  readonly message: string
  readonly description: string
  /** What the server advises the operator to do. */
  readonly advice: string
}

export const NO_MESSAGE: ServerMessage = { code: '', message: '', description: '', advice: '' }

/** Deeper than this an answer does not hide its reason; nor does a list hold it behind its first entries. */
const DEEPEST = 4
const MOST_ENTRIES = 20

/** A member, with its name in any case: servers of .NET and SAP write `Message`, `ErrorCode`. */
function readMember(shape: Shape, name: string): unknown {
  if (shape[name] !== undefined) return shape[name]
  const upper = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  return shape[upper]
}

/** A sentence, or the first of a list of them. */
function readSentence(value: unknown): string {
  if (isShape(value) && !Array.isArray(value)) return ''
  return cleanServerText(Array.isArray(value) ? (value as readonly unknown[]).find(cleanServerText) : value)
}

/** `{ "message": { "en": "Order is shipped" } }`: the first of the languages. */
function readTranslated({ message }: Shape): string {
  if (!isShape(message) || Array.isArray(message)) return ''
  return Object.values(message).slice(0, MOST_ENTRIES).map(readSentence).find(Boolean) ?? ''
}

function findMessage(shape: Shape): string {
  return MESSAGE_KEYS.map((key) => readSentence(readMember(shape, key))).find(Boolean) ?? ''
}

/** What may be the bare name of the status is no reason of the server's. */
function findPoorerMessage(shape: Shape): string {
  const found = POORER_KEYS.map((key) => readSentence(readMember(shape, key)))
  return found.find((text) => text !== '' && !isReasonPhrase(text)) ?? ''
}

function findCode(shape: Shape): string {
  const values = CODE_KEYS.map((key) => readMember(shape, key))
  const found = values.find((value) => typeof value === 'number' || cleanServerText(value) !== '')
  return typeof found === 'number' ? String(found) : cleanServerText(found)
}

/** OAuth 2: `{ "error": "invalid_request", "error_description": "…" }`. One word is a code, more are a sentence. */
function findErrorWord(shape: Shape): string {
  const word = cleanServerText(readMember(shape, 'error'))
  return /^[\w.-]+$/.test(word) && !isReasonPhrase(word) ? word : ''
}

/** What lies below: wrappers by name first; of `{ field: ['may not be empty'] }` the first field that speaks. */
function listInner(shape: Shape): readonly unknown[] {
  const known = WRAPPERS.map((key) => readMember(shape, key)).filter(isShape)
  return Array.isArray(shape) ? (shape as readonly unknown[]).slice(0, MOST_ENTRIES) : known
}

function readInner(shape: Shape, depth: number): ServerMessage {
  if (depth > DEEPEST) return NO_MESSAGE
  const all = listInner(shape).map((inner) => readValue(inner, depth + 1))
  const speaking = all.find(({ message }) => message !== '') ?? all.find(({ code }) => code !== '')
  const code = speaking?.code || (all.find((serverMessage) => serverMessage.code !== '')?.code ?? '')
  return { ...NO_MESSAGE, ...speaking, code, advice: all.find(({ advice }) => advice)?.advice ?? '' }
}

/** `{ "errors": { "base": ["Order is closed"] } }`, as Rails and Shopify say it. */
function readFields(shape: Shape): string {
  const { errors } = shape
  if (!isShape(errors) || Array.isArray(errors)) return ''
  return Object.values(errors).slice(0, MOST_ENTRIES).map(readSentence).find(Boolean) ?? ''
}

function readValue(value: unknown, depth: number): ServerMessage {
  if (!isShape(value)) return { ...NO_MESSAGE, message: cleanServerText(value) }
  const inner = readInner(value, depth)
  const own = findMessage(value)
  const message =
    own || inner.message || readFields(value) || readTranslated(value) || findPoorerMessage(value)
  const code = findCode(value) || inner.code || (message ? findErrorWord(value) : '')
  return {
    code: code === message ? '' : code,
    message,
    description: cleanServerText(readMember(value, 'description')) || (own ? '' : inner.description),
    advice: cleanServerText(readMember(value, 'advice')) || inner.advice,
  }
}

/** Reads code, message and description from whichever of the usual members hold them; the first that speaks. */
export function readServerMessage(content: Content): ServerMessage {
  if (content.kind === 'words') return { ...NO_MESSAGE, message: cleanServerText(content.text) }
  return content.kind === 'json' ? readMessageOf(content.value) : NO_MESSAGE
}

/** The same of a part of a body. */
export function readMessageOf(value: unknown): ServerMessage {
  return readValue(value, 0)
}

/** The message, and the description where it adds something. */
export function joinMessage({ message, description }: ServerMessage): string {
  if (description === '' || message.toLowerCase().includes(description.toLowerCase())) return message
  if (message === '' || description.toLowerCase().includes(message.toLowerCase())) return description
  return /[.:!?]$/.test(message) ? `${message} ${description}` : `${message}: ${description}`
}
