import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import { transformFile } from '@swc/core'
import {
  type Arrival,
  CASES,
  HELLO,
  HELLO_ANSWER,
  type Probe,
  REFUSAL,
  RETRY_AFTER,
} from '../src/check/checkClient'
import { ARRIVALS_PATH } from '../src/check/hostCheck'
import { listen, type RunningServer } from './serveFolders'

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** Under it a page finds the check itself: `import('http://localhost:4002/modules/check/hostCheck')`. */
export const MODULES_PATH = '/modules/'

const src = resolve(import.meta.dirname, '../src')

/** @param path below `src`, without its ending. Rejects for what is no part of the check. */
async function compileModule(path: string): Promise<string> {
  if (!/^(check|host)\/\w+$/.test(path)) throw new Error(`${path} is no part of the check`)
  const { code } = await transformFile(join(src, `${path}.ts`), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  })
  return code
}

/** Any page may call it, with any header: it holds nothing. */
function allowAll(request: IncomingMessage): Record<string, string> {
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

export type HostProbe = RunningServer & Probe

/** A server in the place of the OMS that a host’s client is aimed at to be checked. @param port 0: any free one */
export async function serveProbe(port = 0): Promise<HostProbe> {
  let arrivals: Arrival[] = []
  const take = () => {
    const taken = arrivals
    arrivals = []
    return taken
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = { ...allowAll(request), 'content-type': 'application/json' }
    const send = (status: number, body: unknown, more: Record<string, string> = {}) =>
      void response.writeHead(status, { ...headers, ...more }).end(JSON.stringify(body))
    const path = request.url ?? '/'
    if (request.method === 'OPTIONS') return send(204, undefined)
    if (path.endsWith(ARRIVALS_PATH)) return send(200, take())
    if (path.startsWith(MODULES_PATH)) {
      const script = await compileModule(path.slice(MODULES_PATH.length))
      return void response.writeHead(200, { ...headers, 'content-type': 'text/javascript' }).end(script)
    }
    const key = request.headers['idempotency-key']
    arrivals.push({
      method: request.method ?? '',
      path,
      idempotencyKey: Array.isArray(key) ? key[0] : key,
      body: await readText(request),
    })
    if (path.includes(HELLO)) return send(200, { probe: HELLO_ANSWER })
    if (path.includes(CASES.refuse)) return send(400, REFUSAL)
    if (path.includes(CASES.unavailable)) return send(503, {})
    if (path.includes(CASES.busy)) return send(429, {}, { 'retry-after': RETRY_AFTER })
    if (path.includes(CASES.cut)) return void request.socket.destroy()
    return send(200, {})
  }

  const server = createServer((request, response) => {
    // A client that goes away in the midst of its call.
    answer(request, response).catch(() => response.destroy())
  })
  return { ...(await listen(server, port)), takeArrivals: () => Promise.resolve(take()) }
}
