import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { ARRIVALS_PATH } from './hostCheck'
import {
  type Arrival,
  CASES,
  findCase,
  HELLO,
  HELLO_ANSWER,
  LOGIN,
  type Probe,
  REFUSAL,
  RETRY_AFTER_S,
} from './probe'
import { createSafeServer } from '../mocks/answerHttp'
import { listen, type RunningServer } from '../mocks/serveFolders'

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** Where a page finds the check itself: `import('http://localhost:4002/check.js')`. */
const CHECK_PATH = '/check.js'

type Fields = Readonly<Record<string, string>>

/** Any page may call it, with any header: it holds nothing. */
function allowAll(request: IncomingMessage): Fields {
  return {
    // Browsers repeat a call by themselves where a connection breaks that was used before.
    connection: 'close',
    'cache-control': 'no-store',
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, PUT',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
    'access-control-expose-headers': 'Retry-After',
  }
}

const LOGIN_PAGE = '<!doctype html><title>Sign in</title><form><input name="user"></form>'

function readArrival({ method = '', headers, url: path = '/' }: IncomingMessage, body: string): Arrival {
  const key = headers['idempotency-key']
  return { method, path, idempotencyKey: Array.isArray(key) ? key[0] : key, body }
}

/** Milliseconds that the ID of a silent case asks for. */
function readSilence({ path }: Arrival): number {
  return Number(new RegExp(`${CASES.silent}-(\\d+)`).exec(path)?.[1] ?? 0)
}

/** Answers as the case of the call says. */
async function answerCase(arrival: Arrival, response: ServerResponse, headers: Fields): Promise<void> {
  const send = (status: number, body: unknown, more: Fields = {}) =>
    void response.writeHead(status, { ...headers, ...more }).end(JSON.stringify(body))
  const sendPage = () =>
    void response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end(LOGIN_PAGE)
  if (arrival.path.includes(HELLO)) return send(200, HELLO_ANSWER)
  if (arrival.path.includes(LOGIN)) return sendPage()
  switch (findCase(arrival)) {
    case 'refuse':
      return send(400, REFUSAL)
    case 'flag':
      return send(200, { hasError: true, errorMessage: REFUSAL.message })
    case 'unavailable':
      return send(503, {})
    case 'cut':
      return void response.destroy()
    case 'busy':
      return send(429, {}, { 'retry-after': String(RETRY_AFTER_S) })
    case 'page':
      return sendPage()
    case 'redirect':
      return send(302, undefined, { location: LOGIN })
    case 'unauthorised':
      return send(401, {})
    case 'silent':
      await wait(readSilence(arrival), undefined, { ref: false })
      return send(200, {})
    default:
      return send(200, {})
  }
}

export type HostProbe = RunningServer & Probe

/**
 * A server in the place of the OMS that a host’s client is aimed at to be checked.
 * @param readCheck the text of the check as one script, for pages
 */
export async function serveProbe(readCheck: () => Promise<string>): Promise<HostProbe> {
  let arrivals: Arrival[] = []
  const take = () => {
    const taken = arrivals
    arrivals = []
    return taken
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = { ...allowAll(request), 'content-type': 'application/json' }
    const path = request.url ?? '/'
    if (request.method === 'OPTIONS') return void response.writeHead(204, headers).end()
    if (path.endsWith(ARRIVALS_PATH)) return void response.writeHead(200, headers).end(JSON.stringify(take()))
    if (path === CHECK_PATH) {
      const script = await readCheck()
      return void response.writeHead(200, { ...headers, 'content-type': 'text/javascript' }).end(script)
    }
    const arrival = readArrival(request, await readText(request))
    arrivals.push(arrival)
    return answerCase(arrival, response, headers)
  }

  return { ...(await listen(createSafeServer(answer), 0)), takeArrivals: () => Promise.resolve(take()) }
}
