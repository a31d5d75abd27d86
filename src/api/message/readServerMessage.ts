import { type Content, isShape, type Shape } from '../answer/answer'
import { CODE_KEYS, MESSAGE_KEYS, POORER_KEYS, WRAPPERS } from './messageKeys'
import { cleanServerText, isReasonPhrase } from '../answer/serverText'

/** A server's message about a refusal, cleaned for display; its texts are empty where the server says nothing. */
export interface ServerMessage {
  readonly code: string
  readonly message: string
  readonly description: string
  /** The server's advice to the operator. */
  readonly advice: string
}

export const NO_MESSAGE: ServerMessage = { code: '', message: '', description: '', advice: '' }

/** The reason stands no deeper than this in an answer, and among the first entries of a list. */
const DEEPEST = 4
const MOST_ENTRIES = 20

/** Reads a member whose name may begin with a capital: servers of .NET and SAP write `Message`, `ErrorCode`. */
function readMember(shape: Shape, name: string): unknown {
  if (shape[name] !== undefined) return shape[name]
  const upper = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  return shape[upper]
}

/** Reads a sentence, or the first sentence of a list. */
function readSentence(value: unknown): string {
  if (isShape(value) && !Array.isArray(value)) return ''
  return cleanServerText(Array.isArray(value) ? (value as readonly unknown[]).find(cleanServerText) : value)
}

/** `{ "message": { "en": "Order is shipped" } }`: reads the first language. */
function readTranslated({ message }: Shape): string {
  if (!isShape(message) || Array.isArray(message)) return ''
  return Object.values(message).slice(0, MOST_ENTRIES).map(readSentence).find(Boolean) ?? ''
}

function findMessage(shape: Shape): string {
  return MESSAGE_KEYS.map((key) => readSentence(readMember(shape, key))).find(Boolean) ?? ''
}

/** Finds a message in members that often hold the bare name of the status, which is no reason. */
function findPoorerMessage(shape: Shape): string {
  const found = POORER_KEYS.map((key) => readSentence(readMember(shape, key)))
  return found.find((text) => text !== '' && !isReasonPhrase(text)) ?? ''
}

function findCode(shape: Shape): string {
  const values = CODE_KEYS.map((key) => readMember(shape, key))
  const found = values.find((value) => typeof value === 'number' || cleanServerText(value) !== '')
  return typeof found === 'number' ? String(found) : cleanServerText(found)
}

/**
 * OAuth 2: `{ "error": "invalid_request", "error_description": "…" }`. One word is a code, several words are a
 * sentence.
 */
function findErrorWord(shape: Shape): string {
  const word = cleanServerText(readMember(shape, 'error'))
  return /^[\w.-]+$/.test(word) && !isReasonPhrase(word) ? word : ''
}

/** Lists the inner parts: the entries of a list, or the members with the name of a wrapper. */
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

/** `{ "errors": { "base": ["Order is closed"] } }`, as Rails and Shopify write it. */
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

/** Reads code, message and description from the first of the usual members that hold them. */
export function readServerMessage(content: Content): ServerMessage {
  if (content.kind === 'words') return { ...NO_MESSAGE, message: cleanServerText(content.text) }
  return content.kind === 'json' ? readMessageOf(content.value) : NO_MESSAGE
}

/** Reads the message of a part of a body. */
export function readMessageOf(value: unknown): ServerMessage {
  return readValue(value, 0)
}

/** Joins the message with the description, where the description adds something. */
export function joinMessage({ message, description }: ServerMessage): string {
  if (description === '' || message.toLowerCase().includes(description.toLowerCase())) return message
  if (message === '' || description.toLowerCase().includes(message.toLowerCase())) return description
  return /[.:!?]$/.test(message) ? `${message} ${description}` : `${message}: ${description}`
}
