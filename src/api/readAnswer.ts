/**
 * Answers of real clients, read by shape: plain `{ status, body }`, axios (`data`, and rejections with `response`),
 * fetch (`status` and `text()`), Angular (`error`). Bundles differ, so `instanceof` tells nothing.
 */

/** In the place of a body that was there and that nobody can read any more: it must not pass for an empty one. */
export const LOST_BODY = Symbol('lost body')

/** An answer in one shape, whatever client it came through. */
export interface Answer {
  readonly status: number
  /** undefined for an empty body; an unparsed string where the client did not parse it; or `LOST_BODY`. */
  readonly body: unknown
  /** @param name in lower case */
  header(name: string): string | undefined
}

type Shape = Readonly<Record<string, unknown>>

export function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null
}

function createHeaderReader(headers: unknown): Answer['header'] {
  return (name) => {
    if (!isShape(headers)) return undefined
    if (typeof headers.get === 'function') {
      const value: unknown = headers.get(name)
      return typeof value === 'string' ? value : undefined
    }
    const entry = Object.entries(headers).find(([key]) => key.toLowerCase() === name)
    return entry && (typeof entry[1] === 'string' || typeof entry[1] === 'number')
      ? String(entry[1])
      : undefined
  }
}

/** Angular hands over what it could not parse as `{ error, text }`, with the status 200 of a login page. */
function isUnparsed(value: unknown): value is { text: string } {
  return isShape(value) && typeof value.text === 'string' && isShape(value.error)
}

async function readBody(shape: Shape): Promise<unknown> {
  let hasStream = false
  for (const key of ['body', 'data', 'error']) {
    const value = shape[key]
    // A stream is the body of a fetch Response: its text is read below.
    if (isShape(value) && typeof value.getReader === 'function') hasStream = true
    else if (value !== undefined) return isUnparsed(value) ? value.text : value
  }
  if (shape.bodyUsed === true) return LOST_BODY
  if (typeof shape.text === 'function') return shape.text()
  return hasStream ? LOST_BODY : undefined
}

/** @returns undefined where the value is no answer of a server */
async function readShape(value: unknown): Promise<Answer | undefined> {
  if (!isShape(value)) return undefined
  const { status } = value
  // Status 0 is what browsers and Angular report where no answer came.
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 100 || status > 599)
    return undefined
  return { status, body: await readBody(value), header: createHeaderReader(value.headers) }
}

/** Reads what the host's client resolved with; undefined where it is no answer. */
export function readResolved(value: unknown): Promise<Answer | undefined> {
  return readShape(value)
}

/** Reads what the host's client rejected with; undefined where no answer came. */
export async function readRejected(error: unknown): Promise<Answer | undefined> {
  if (!isShape(error)) return undefined
  const answer = (await readShape(error.response)) ?? (await readShape(error))
  if (!answer) return undefined
  // ofetch and ky have read the response themselves, and keep what it said beside it.
  if (answer.body === LOST_BODY && error.data !== undefined) return { ...answer, body: error.data }
  // A client that rejects a 2xx could not read it: that it shows no body does not mean that there was none.
  const isAccepted = answer.status >= 200 && answer.status < 300
  return isAccepted && answer.body === undefined ? { ...answer, body: LOST_BODY } : answer
}
