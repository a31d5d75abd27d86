import type { ApiClient, ApiRequest } from '../../host/contract'
import { isClientCode, isClientWords } from './clientWords'
import { type Answer, type HeaderReader, isShape, LOST_BODY, type Shape } from './answer'
import { readBody } from './readBody'
import { isRedirected } from './redirects'

/**
 * Reads answers of real clients by their shape: plain `{ status, body }`, axios (`data`, and rejections with
 * `response`), fetch (`status` and `text()`), Angular (`error`), superagent (`text`), XMLHttpRequest and rxjs
 * (`response`, `responseText`), SDKs that reject with `{ status, message }`. Bundles differ, so `instanceof` tells
 * nothing.
 */

function createHeaderReader(shape: Shape): HeaderReader {
  return (name) => {
    const headers = shape.headers ?? shape.responseHeaders
    if (!isShape(headers)) {
      if (typeof shape.getResponseHeader !== 'function') return undefined
      const value: unknown = shape.getResponseHeader(name)
      return typeof value === 'string' ? value : undefined
    }
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

/** Browsers and Angular report status 0 where no answer came. */
function isStatus(status: unknown): status is number {
  return typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599
}

/** @returns undefined where the value is not a server's answer */
async function readShape(value: unknown): Promise<Answer | undefined> {
  if (!isShape(value) || !isStatus(value.status)) return undefined
  const header = createHeaderReader(value)
  const body = await readBody(value, header)
  return { status: value.status, body, isRedirected: isRedirected(value), header }
}

/** Reads the value that the host's client resolved with; undefined where it is no answer. */
export function readResolved(value: unknown): Promise<Answer | undefined> {
  return readShape(value)
}

/**
 * Some clients name the status `statusCode`, in errors alone. In a resolved value, it would belong to the body of an
 * answer.
 */
function renameStatus(error: Shape): Shape {
  const { status, statusCode } = error
  if (isStatus(status) || !isStatus(statusCode)) return error
  const { code, message, description, advice, body, data, headers, response } = error
  return { status: statusCode, code, message, description, advice, body, data, headers, response }
}

/**
 * Reads the part of the body that an SDK keeps in its error: the message, where the server and not the SDK wrote it.
 */
function readKept(error: Shape): Shape | undefined {
  const { message, code, description, advice } = error
  if (typeof message !== 'string' || message.trim() === '' || isClientWords(message)) return undefined
  const isServersCode = typeof code === 'string' ? !isClientCode(code) : typeof code === 'number'
  return { message, description, advice, ...(isServersCode ? { code } : {}) }
}

const isEmpty = (body: unknown) => body === undefined || body === null || body === ''

/** Reads the value that the host's client rejected with; undefined where no answer came. */
export async function readRejected(rejection: unknown): Promise<Answer | undefined> {
  if (!isShape(rejection)) return undefined
  const error = renameStatus(rejection)
  const answer =
    (await readShape(isShape(error.response) ? renameStatus(error.response) : undefined)) ??
    (await readShape(error))
  if (!answer) return undefined
  // ofetch and ky have read the response themselves, and keep its body in `data`.
  if (answer.body === LOST_BODY && error.data !== undefined) return { ...answer, body: error.data }
  // A client that rejects a 2xx could not read its body: an answer without a body may have had one.
  const isAccepted = answer.status >= 200 && answer.status < 300
  if (isAccepted) return isEmpty(answer.body) ? { ...answer, body: LOST_BODY } : answer
  const isUnread = isEmpty(answer.body) || answer.body === LOST_BODY
  return isUnread ? { ...answer, body: readKept(error) ?? answer.body } : answer
}

/**
 * Calls the host's client: the one place where what it throws becomes a value. Never rejects.
 *
 * @returns 'no-answer' where none came; 'not-an-answer' where the client resolved with something else
 */
export async function requestAnswer(
  api: ApiClient,
  call: ApiRequest,
): Promise<Answer | 'no-answer' | 'not-an-answer'> {
  try {
    return (await readResolved(await api.request(call))) ?? 'not-an-answer'
  } catch (error) {
    return (await readRejected(error).catch(() => undefined)) ?? 'no-answer'
  }
}
