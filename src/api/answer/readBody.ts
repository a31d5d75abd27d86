import { type HeaderReader, isShape, LOST_BODY, type Shape } from './answer'

/** Angular hands over a body that it could not parse as `{ error, text }`, with the status 200 of a login page. */
function isUnparsed(value: unknown): value is { text: string } {
  return isShape(value) && typeof value.text === 'string' && isShape(value.error)
}

/** A stream is the body of a fetch Response, which has to be asked for its text. */
const isStream = (value: unknown) => isShape(value) && typeof value.getReader === 'function'

/** Whether a value is a client's error for the answer, and so no body. */
const isClientError = (value: unknown) => Object.prototype.toString.call(value) === '[object Error]'

/** Whether a body is empty. superagent shows a page that it did not parse as `{}` or null. */
function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return isShape(value) && !Array.isArray(value) && !isStream(value) && isBarePlain(value)
}

function isBarePlain(value: Shape): boolean {
  return Object.prototype.toString.call(value) === '[object Object]' && Object.keys(value).length === 0
}

/** Reads a member whose getter may throw, as XMLHttpRequest's `responseText` does where the response is no text. */
function peek(shape: Shape, key: string): unknown {
  try {
    return shape[key]
  } catch {
    return undefined
  }
}

/** Lists the members that may hold the body, parsed or not, the most trusted first. */
function listBodies(shape: Shape): unknown[] {
  const parsed = ['body', 'data'].map((key) => peek(shape, key))
  const { error } = shape
  const kept = error !== false && !isClientError(error) ? [error] : []
  const raw = ['text', 'responseText', 'responseJSON', 'response'].map((key) => peek(shape, key))
  return [...parsed, ...kept, ...raw.filter((value) => typeof value !== 'function')]
}

interface Asked {
  text(): unknown
  json(): unknown
}

const canAsk = (shape: Shape, method: string) => typeof shape[method] === 'function'

/** Asks the methods of an answer for its body. A JSON that cannot be read may be a page. */
async function askForBody(shape: Shape): Promise<unknown> {
  if (shape.bodyUsed === true) return LOST_BODY
  // Called as methods, since a Response needs its `this`.
  const asked = shape as Shape & Asked
  if (canAsk(shape, 'text')) return asked.text()
  if (canAsk(shape, 'json')) return Promise.resolve(asked.json()).catch(() => LOST_BODY)
  return ['arrayBuffer', 'blob', 'bytes'].some((method) => canAsk(shape, method)) ? LOST_BODY : undefined
}

/** With `responseType: 'json'` a browser shows a page as null, as it shows an empty body. */
function mayHideText(shape: Shape, header: HeaderReader): boolean {
  if (shape.responseType !== 'json' || shape.status === 204 || shape.status === 205) return false
  return 'response' in shape && header('content-length') !== '0'
}

/** Reads the body of an answer from the member or method of the client that holds it. */
export async function readBody(shape: Shape, header: HeaderReader): Promise<unknown> {
  const bodies = listBodies(shape)
  const telling = bodies.find((value) => !isBlank(value) && !isStream(value))
  if (telling !== undefined) return isUnparsed(telling) ? telling.text : telling
  const asked = await askForBody(shape)
  if (asked !== undefined) return asked
  if (bodies.some(isStream) || mayHideText(shape, header)) return LOST_BODY
  return bodies.find((value) => value !== undefined)
}
