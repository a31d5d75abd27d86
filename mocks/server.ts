import type { IncomingMessage, ServerResponse } from 'node:http'
import { createSafeServer, readPathname } from './answerHttp'
import { deliver } from './deliver'
import type { PretendOms } from './oms'
import { BASE_PATH } from './requests'
import { listen, type RunningServer } from './serveFolders'

/** The pretend OMS for real browsers. `url` is what a client takes as its base URL. */
export async function serveOms(oms: PretendOms, port = 0): Promise<RunningServer> {
  const server = createSafeServer((request, response) => answer(oms, request, response))
  const running = await listen(server, port)
  return { ...running, url: `${running.url}${BASE_PATH}` }
}

async function answer(oms: PretendOms, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = readPathname(request)
  const cors = allowLocal(request)
  if (request.method === 'OPTIONS') {
    response.writeHead(204, cors).end()
    return
  }
  const outcome = oms.answer({
    method: request.method ?? '',
    path: path.startsWith(BASE_PATH) ? path.slice(BASE_PATH.length) : '',
    headers: readHeaders(request),
    body: await readText(request),
  })
  response.once('close', outcome.sent)
  const delivery = await deliver(outcome)
  if (!delivery) request.socket.destroy()
  else response.writeHead(delivery.status, { ...delivery.headers, ...cors }).end(delivery.text ?? '')
}

/** Pages on any port of this machine may call, with headers of their own, and may read Retry-After. */
function allowLocal(request: IncomingMessage): Record<string, string> {
  // Chromium itself repeats a call when a connection that it had used before breaks; a fresh one for each call keeps
  // `drop` what it says.
  const connection = { connection: 'close' }
  const origin = request.headers.origin
  if (origin === undefined || !/^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin)) return connection
  return {
    ...connection,
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, PUT',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
    'access-control-expose-headers': 'Retry-After',
    vary: 'Origin',
  }
}

function readHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
