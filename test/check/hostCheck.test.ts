import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { type HostProbe, serveProbe } from '../../mocks/hostProbe'
import { listen, type RunningServer } from '../../mocks/serveFolders'
import { checkWiring } from '../../src/check/hostCheck'
import { createFetchClient } from '../../src/host/adapters'
import type { ApiClient, ApiRequest, Host } from '../../src/host/contract'

let probe: HostProbe
let stand: Stand

beforeAll(async () => {
  probe = await serveProbe()
  stand = await serveStand()
})
afterAll(async () => {
  await probe.close()
  await stand.remote.close()
  await stand.portal.close()
})

interface Stand {
  readonly remote: RunningServer
  readonly portal: RunningServer
  /** What the place where the files lie does otherwise than it should. */
  headers: Record<string, string>
  content: string
  policy: string | undefined
}

const SCRIPT = 'export {}'

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(text))
  return `sha384-${Buffer.from(digest).toString('base64')}`
}

/** A place as it should be, but for what a test changes. */
async function serveStand(): Promise<Stand> {
  const files = {
    'remoteEntry.js': await hash(SCRIPT),
    'mf-manifest.json': await hash('{}'),
    '1.abc.js': await hash(SCRIPT),
  }
  const set: Pick<Stand, 'headers' | 'content' | 'policy'> = {
    headers: {},
    content: SCRIPT,
    policy: undefined,
  }
  const remote = await listen(
    createServer((request, response) => {
      const file = (request.url ?? '').slice(1)
      const isScript = file.endsWith('.js')
      response.writeHead(200, {
        'content-type': isScript ? 'text/javascript' : 'application/json',
        'cache-control': file === '1.abc.js' ? 'max-age=31536000, immutable' : 'no-cache',
        'access-control-allow-origin': '*',
        ...(isScript ? set.headers : {}),
      })
      if (file === 'oms-plugin.json') response.end(JSON.stringify({ files }))
      else if (file === 'mf-manifest.json') response.end('{}')
      else response.end(file === '1.abc.js' ? set.content : SCRIPT)
    }),
    0,
  )
  const portal = await listen(
    createServer((_, response) => {
      const policy = set.policy?.replace('<remote>', remote.url)
      response
        .writeHead(200, policy === undefined ? {} : { 'content-security-policy': policy })
        .end('<main></main>')
    }),
    0,
  )
  return Object.assign(set, { remote, portal })
}

const GOOD_POLICY = "default-src 'self'; script-src 'self' <remote>; style-src 'self' 'nonce-x'"

function createHost(change: Partial<Record<keyof Host, unknown>> = {}): unknown {
  return {
    contract: '1.0.0',
    api: createFetchClient({ baseUrl: `${probe.url}/api/` }),
    user: { id: 'priya.nair', tenant: 'acme-retail' },
    can: () => true,
    onSessionChange: () => () => undefined,
    blockLeaving: () => () => undefined,
    ...change,
  }
}

/** The right client, with one thing done otherwise. */
function createClient(
  around: (send: ApiClient['request'], request: ApiRequest) => ReturnType<ApiClient['request']>,
): ApiClient {
  const good = createFetchClient({ baseUrl: `${probe.url}/api/` })
  return { request: (request) => around((one) => good.request(one), request) }
}

async function look(host: unknown, place: Partial<Pick<Stand, 'headers' | 'content' | 'policy'>> = {}) {
  Object.assign(stand, { headers: {}, content: SCRIPT, policy: GOOD_POLICY, ...place })
  const findings = await checkWiring({
    host,
    probe,
    place: { remote: stand.remote.url, portal: `${stand.portal.url}/` },
  })
  return findings
    .filter(({ verdict }) => verdict !== 'right')
    .map(({ what, verdict }) => `${what}: ${verdict}`)
}

it('finds nothing in a right host', async () => {
  expect(await look(createHost())).toEqual([])
})

type Mistake = readonly [string, string, () => unknown, Parameters<typeof look>[1]?]

const mistakes: readonly Mistake[] = [
  ['a contract of another major version', 'host', () => createHost({ contract: '2.0.0' })],
  ['a permission that is a promise', 'permission', () => createHost({ can: () => Promise.resolve(true) })],
  [
    'a leave guard that cannot be taken back',
    'blockLeaving',
    () => createHost({ blockLeaving: () => undefined }),
  ],
  [
    'a client that repeats what failed',
    'repeats',
    () =>
      createHost({
        api: createClient(async (send, request) => {
          const answer = await send(request)
          return answer.status === 503 ? send(request) : answer
        }),
      }),
  ],
  [
    'a client that repeats after a 429',
    'repeats',
    () =>
      createHost({
        api: createClient(async (send, request) => {
          const answer = await send(request)
          return answer.status === 429 ? send(request) : answer
        }),
      }),
  ],
  [
    'a client that hands on a 503 as a refusal',
    'trouble',
    () =>
      createHost({
        api: createClient(async (send, request) => {
          const answer = await send(request)
          return answer.status === 503 ? { ...answer, status: 400 } : answer
        }),
      }),
  ],
  [
    'a client that makes an answer of a connection that broke',
    'trouble',
    () =>
      createHost({
        api: createClient((send, request) =>
          send(request).catch(() => ({ status: 500, body: { code: 'NETWORK', message: 'Network error' } })),
        ),
      }),
  ],
  [
    'a client whose cancels go elsewhere',
    'probe',
    () =>
      createHost({
        api: createClient((send, request) =>
          request.method === 'GET' ? send(request) : Promise.resolve({ status: 200 }),
        ),
      }),
  ],
  [
    'a client that rejects refusals without their answer',
    'refusals',
    () =>
      createHost({
        api: createClient(async (send, request) => {
          const answer = await send(request)
          if (answer.status === 400) throw new Error('Request failed')
          return answer
        }),
      }),
  ],
  [
    'a client that loses error bodies',
    'error-body',
    () =>
      createHost({
        api: createClient(async (send, request) => {
          const { status, headers, body } = await send(request)
          return { status, ...(headers && { headers }), ...(status < 400 && { body }) }
        }),
      }),
  ],
  [
    'a client that loses headers',
    'retry-after',
    () =>
      createHost({
        api: createClient(async (send, request) => {
          const { status, body } = await send(request)
          return { status, body }
        }),
      }),
  ],
  [
    'a client that drops the idempotency key',
    'idempotency-key',
    () => createHost({ api: createClient((send, { headers: _, ...request }) => send(request)) }),
  ],
  [
    'a client that decodes the path',
    'path',
    () =>
      createHost({
        api: createClient((send, request) => send({ ...request, path: decodeURIComponent(request.path) })),
      }),
  ],
  [
    'a client aimed elsewhere',
    'probe',
    () => createHost({ api: { request: () => Promise.resolve({ status: 404 }) } }),
  ],
  ['scripts that are served as text', 'mime', createHost, { headers: { 'content-type': 'text/plain' } }],
  [
    'a place that the portal may not load from',
    'cors',
    createHost,
    { headers: { 'access-control-allow-origin': 'https://elsewhere.example' } },
  ],
  [
    'an entry that browsers keep',
    'caching',
    createHost,
    { headers: { 'cache-control': 'max-age=31536000' } },
  ],
  ['a byte that was changed on the way', 'integrity', createHost, { content: 'export { }' }],
  ['a policy that forbids the remote', 'policy', createHost, { policy: "script-src 'self'" }],
  [
    'a policy that forbids the styles',
    'policy',
    createHost,
    { policy: "script-src <remote>; style-src 'self'" },
  ],
]

// Four values each: of three, the runner would take the fourth parameter for its own.
it.each(mistakes.map(([name, what, create, place = {}]) => [name, what, create, place] as const))(
  'a planted mistake is found, and nothing else: %s',
  async (_, what, create, place) => {
    expect(await look(create(), place)).toEqual([`${what}: wrong`])
  },
)
