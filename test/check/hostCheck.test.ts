import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { type HostProbe, serveProbe } from '../../host-kit/hostProbe'
import { listen, type RunningServer } from '../../mocks/serveFolders'
import { checkWiring } from '../../host-kit/hostCheck'
import { type AxiosLike, createAxiosClient, createFetchClient } from '../../src/host/adapters'
import type { ApiAnswer, ApiClient, ApiRequest, Host } from '../../src/host/contract'
import { createHostileProxy, fail } from '../support/awkward'

let probe: HostProbe
let stand: Stand

beforeAll(async () => {
  probe = await serveProbe(() => Promise.reject(new Error('No page asks here')))
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

type Send = ApiClient['request']

/** The right client, with one thing done otherwise. */
function createClient(around: (send: Send, request: ApiRequest) => ReturnType<Send>): ApiClient {
  const good = createFetchClient({ baseUrl: `${probe.url}/api/` })
  return { request: (request) => around((one) => good.request(one), request) }
}

/** What a client does only after all calls have been answered, while the check waits at its end. */
let late: (() => Promise<unknown>)[] = []

const PATIENCE_OF_A_TEST = {
  silenceMs: 1,
  lateMs: 0,
  wait: async () => {
    await Promise.all(late.map((act) => act()))
  },
}

async function look(host: unknown, place: Partial<Pick<Stand, 'headers' | 'content' | 'policy'>> = {}) {
  late = []
  Object.assign(stand, { headers: {}, content: SCRIPT, policy: GOOD_POLICY, ...place })
  const findings = await checkWiring({
    host,
    probe,
    patience: PATIENCE_OF_A_TEST,
    place: { remote: stand.remote.url, portal: `${stand.portal.url}/` },
  })
  return findings
    .filter(({ verdict }) => verdict !== 'right')
    .map(({ what, verdict }) => `${what}: ${verdict}`)
}

/** As axios has it in Node: it follows redirects with the same method, and hands on text. */
const axiosLike: AxiosLike = {
  request: async ({ method, url, data, headers }) => {
    const answer = await fetch(`${probe.url}/api/${url}`, {
      method,
      headers,
      ...(data === undefined ? {} : { body: JSON.stringify(data) }),
    })
    return { status: answer.status, data: await answer.text(), headers: Object.fromEntries(answer.headers) }
  },
}

it('finds nothing in a right host', async () => {
  expect(await look(createHost())).toEqual([])
})

it('finds nothing in a right host that gives all it can', async () => {
  const host = createHost({
    locale: 'hi-in',
    texts: { start: 'Cancel now', 'ready.title': '{n} ready' },
    theme: { mode: 'dark', tokens: { colorPrimary: '#0958d9', borderRadius: 2 }, nonce: 'x' },
    settings: {
      callsPerMinute: 60,
      answerTimeoutMs: 1000,
      maxRows: 10,
      repeatIsSafe: false,
      paths: {},
      subOrderId: { pattern: '^#\\d+$', hint: 'As #1001.' },
      columns: { quantity: ['Pieces'] },
    },
    onEvent: () => undefined,
  })
  expect(await look(host)).toEqual([])
})

it('finds nothing in a right host that leaves out with null', async () => {
  const host = createHost({ locale: null, texts: null, theme: null, onEvent: null })
  expect(await look(host)).toEqual([])
})

it.each<readonly [string, () => ApiClient]>([
  ['the adapter for axios', () => createAxiosClient(axiosLike)],
  [
    'redirects that are handed on',
    () =>
      createFetchClient({
        baseUrl: `${probe.url}/api/`,
        fetch: (url, init) => fetch(url, { ...init, redirect: 'manual' }),
      }),
  ],
  [
    'redirects that are no answer',
    () =>
      createFetchClient({
        baseUrl: `${probe.url}/api/`,
        fetch: (url, init) => fetch(url, { ...init, redirect: 'error' }),
      }),
  ],
  [
    'a login page that is made a 401',
    () =>
      createClient(async (send, request) => {
        const answer = await send(request)
        return typeof answer.body === 'string' ? { status: 401 } : answer
      }),
  ],
  [
    'a response as fetch gives it',
    () => ({
      request: ({ method, path, body, headers = {} }) =>
        // The contract has its own shape; what real hosts hand on is read all the same.
        fetch(`${probe.url}/api/${path}`, {
          method,
          headers,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }) as unknown as ReturnType<Send>,
    }),
  ],
])('finds nothing in a right client: %s', async (_, create) => {
  expect(await look(createHost({ api: create() }))).toEqual([])
})

it('says of a redirect that it is followed and seen through', async () => {
  const findings = await checkWiring({ host: createHost(), probe, patience: PATIENCE_OF_A_TEST })
  expect(findings.find(({ what }) => what === 'redirect')).toEqual({
    what: 'redirect',
    verdict: 'right',
    says: 'A redirect to a login page, which the client follows, is not taken for an answer: UNKNOWN.',
  })
})

/** A right client that notes what it was asked for. */
function createSpy(around: (send: Send, request: ApiRequest) => ReturnType<Send> = (send, one) => send(one)) {
  const paths: string[] = []
  const api = createClient((send, request) => {
    paths.push(`${request.method} ${request.path}`)
    return around(send, request)
  })
  return { api, paths }
}

it('calls the paths that the host has set', async () => {
  const { api, paths } = createSpy()
  const own = {
    cancelSubOrder: 'v2/cancel?id={subOrderId}',
    cancelLineItems: 'v2/lines/{subOrderId}',
    readSubOrder: 'v2/state/{subOrderId}',
  }
  expect(await look(createHost({ api, settings: { paths: own } }))).toEqual([])
  expect(paths.slice(0, 3)).toEqual([
    'GET v2/state/host-check-hello',
    'PUT v2/cancel?id=host-check-accept',
    'PUT v2/lines/host-check-lines',
  ])
})

it('sends no cancel where the probe was not recognised', async () => {
  const { api, paths } = createSpy(() => Promise.resolve({ status: 200, body: { status: 'CANCELLED' } }))
  expect(await look(createHost({ api }))).toEqual(['probe: wrong'])
  expect(paths).toEqual(['GET orders/host-check-hello'])
})

it('sends nothing at all to an address of its own', async () => {
  const { api, paths } = createSpy()
  const settings = { paths: { cancelLineItems: 'https://oms.example.com/{subOrderId}/lines' } }
  expect(await look(createHost({ api, settings }))).toEqual(['probe: wrong'])
  expect(paths).toEqual([])
})

it('sends no cancel after the first that does not come to the probe', async () => {
  const { api, paths } = createSpy((send, request) =>
    request.path.endsWith('lines') ? Promise.resolve({ status: 200 }) : send(request),
  )
  const settings = { paths: { cancelLineItems: 'orders/{subOrderId}/lines' } }
  expect(await look(createHost({ api, settings }))).toEqual(['probe: wrong'])
  expect(paths.slice(1)).toEqual(['PUT orders/host-check-accept/cancel', 'PUT orders/host-check-lines/lines'])
})

it.each([
  ['a login page', 'host-check-page', ['probe: unclear']],
  ['a 401', 'host-check-401', ['time-out: unclear']],
])('says what it could not tell of a client that sends nothing more after %s', async (_, id, found) => {
  let hasEnded = false
  const { api } = createSpy((send, request) => {
    if (hasEnded) return Promise.reject(new Error('Sign in first'))
    hasEnded = request.path.includes(id)
    return send(request)
  })
  expect(await look(createHost({ api }))).toEqual(found)
})

type Mistake = readonly [string, string | readonly string[], () => unknown, Parameters<typeof look>[1]?]

/** A host whose client makes something else of an answer. */
const mangle = (change: (answer: ApiAnswer) => ApiAnswer) => () =>
  createHost({ api: createClient(async (send, request) => change(await send(request))) })

const isPage = ({ body }: ApiAnswer) => typeof body === 'string'

const mistakes: readonly Mistake[] = [
  ['a contract of another major version', 'host', () => createHost({ contract: '2.0.0' })],
  ['a permission that is a promise', 'permission', () => createHost({ can: () => Promise.resolve(true) })],
  ['a locale with an underscore', 'locale', () => createHost({ locale: 'en_IN' })],
  ['a locale that is a word', 'locale', () => createHost({ locale: 'English (India)' })],
  ['a locale that is no text', 'locale', () => createHost({ locale: 5 })],
  ['a locale that cannot become JSON', 'locale', () => createHost({ locale: 10n })],
  ['a theme that throws', 'theme', () => createHost({ theme: createHostileProxy() })],
  ['a permission that is no function', 'permission', () => createHost({ can: false })],
  [
    'a user that throws what is no error',
    'host',
    () => Object.defineProperty(createHost(), 'user', { get: fail }),
  ],
  ['a text by a key that is none', 'texts', () => createHost({ texts: { 'start.now': 'Cancel now' } })],
  ['a text with a placeholder that is none', 'texts', () => createHost({ texts: { start: 'Cancel {n}' } })],
  ['a theme by its name', 'theme', () => createHost({ theme: 'dark' })],
  ['a mode that is none', 'theme', () => createHost({ theme: { mode: 'Dark' } })],
  ['a number for a colour', 'theme', () => createHost({ theme: { tokens: { colorPrimary: 5 } } })],
  ['tokens in a list', 'theme', () => createHost({ theme: { tokens: ['#0958d9'] } })],
  [
    "antd's own theme in the place of its tokens",
    'theme',
    () => createHost({ theme: { tokens: { token: { colorPrimary: '#0958d9' } } } }),
  ],
  [
    'a flag beside the pattern of IDs',
    'settings',
    () => createHost({ settings: { subOrderId: { pattern: '^#\\d+$', hint: 'As #1001.', flags: 'i' } } }),
  ],
  ['a column without a meaning', 'settings', () => createHost({ settings: { columns: { price: ['MRP'] } } })],
  ['a setting by another name', 'settings', () => createHost({ settings: { callsPerMin: 60 } })],
  [
    'a path by another name',
    'settings',
    () => createHost({ settings: { paths: { cancel: 'v2/{subOrderId}' } } }),
  ],
  ['a yes as text', 'settings', () => createHost({ settings: { repeatIsSafe: 'true' } })],
  ['an audit that is no function', 'onEvent', () => createHost({ onEvent: { emit: () => undefined } })],
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
    'a client that repeats long after it has answered',
    'repeats',
    () =>
      createHost({
        api: createClient(async (send, request) => {
          const answer = await send(request)
          if (answer.status === 503) late.push(() => send(request))
          return answer
        }),
      }),
  ],
  [
    'a client that renews the session and repeats',
    'repeats',
    () =>
      createHost({
        api: createClient(async (send, request) => {
          const answer = await send(request)
          return answer.status === 401 ? send(request) : answer
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
    'lost-connection',
    () =>
      createHost({
        api: createClient((send, request) =>
          send(request).catch(() => ({ status: 400, body: { code: 'OFFLINE', message: 'You are offline' } })),
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
    'a client that takes an empty answer for none',
    ['answers', 'time-out'],
    mangle((answer) => {
      if (answer.status === 200 && JSON.stringify(answer.body) === '{}') throw new Error('No data')
      return answer
    }),
  ],
  [
    'a client that makes nothing of a page',
    ['login-page', 'redirect'],
    mangle((answer) => (isPage(answer) ? { status: answer.status } : answer)),
  ],
  [
    'a client that makes {} of a page',
    ['login-page', 'redirect'],
    mangle((answer) => (isPage(answer) ? { ...answer, body: {} } : answer)),
  ],
  [
    'a client that makes nothing of a redirect',
    'redirect',
    () =>
      createHost({
        api: createFetchClient({
          baseUrl: `${probe.url}/api/`,
          fetch: async (url, init) => {
            const answer = await fetch(url, init)
            return answer.redirected ? new Response() : answer
          },
        }),
      }),
  ],
  [
    'a client that makes a refusal of a page',
    ['login-page', 'redirect'],
    mangle((answer) => (isPage(answer) ? { status: 400, body: { message: 'Not JSON' } } : answer)),
  ],
  [
    'a client that hands on no more than the status',
    ['error-body', 'has-error', 'login-page', 'redirect'],
    () =>
      createHost({
        api: createClient(async (send, request) => {
          const { status, headers = {}, body } = await send(request)
          return request.method === 'GET' ? { status, body } : { status, headers }
        }),
      }),
  ],
  [
    'a client that renames the keys of answers',
    'has-error',
    mangle(({ body, ...answer }) => ({
      ...answer,
      ...(body !== undefined && {
        body: JSON.parse(JSON.stringify(body).replace('hasError', 'flag').replace('errorMessage', 'words')),
      }),
    })),
  ],
  [
    'a client that rejects a 401 without its answer',
    'session',
    mangle((answer) => {
      if (answer.status === 401) throw new Error('Request failed')
      return answer
    }),
  ],
  [
    'a client that gives up before the answer comes',
    'time-out',
    () =>
      createHost({
        api: createClient((send, request) => {
          if (!request.path.includes('silent')) return send(request)
          const sent = send(request)
          late.push(() => sent)
          return Promise.reject(new Error('timeout of 10000ms exceeded'))
        }),
      }),
  ],
  [
    'a client that sends no body',
    ['body', 'line-items'],
    () => createHost({ api: createClient((send, { body: _, ...request }) => send(request)) }),
  ],
  [
    'a client that makes numbers of IDs',
    'line-items',
    () =>
      createHost({
        api: createClient((send, { body, ...request }) => {
          if (body === undefined) return send(request)
          return send({
            ...request,
            body: JSON.parse(JSON.stringify(body).replace('"0086473269"', '86473269')),
          })
        }),
      }),
  ],
  [
    'a client with a method of its own',
    'path',
    () => {
      const baseUrl = `${probe.url}/api/`
      const method = (given: string | undefined) => (given === 'PUT' ? 'POST' : 'GET')
      const send = (url: string, init: RequestInit) => fetch(url, { ...init, method: method(init.method) })
      return createHost({ api: createFetchClient({ baseUrl, fetch: send }) })
    },
  ],
  [
    'a client whose reads come back without a body',
    'probe',
    () =>
      createHost({
        api: createClient(async (send, request) => {
          const { body, ...answer } = await send(request)
          return request.method === 'GET' ? answer : { ...answer, body }
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
    expect(await look(create(), place)).toEqual([what].flat().map((one) => `${one}: wrong`))
  },
)

it('says by which key a former key of a text is to be replaced', async () => {
  const findings = await checkWiring({
    host: createHost({ texts: { 'mend.drop': 'Take out', start: 'Cancel now' } }),
    probe,
    patience: PATIENCE_OF_A_TEST,
    place: { remote: stand.remote.url, portal: `${stand.portal.url}/` },
  })
  expect(findings.filter(({ what }) => what === 'texts')).toEqual([
    expect.objectContaining({
      verdict: 'right',
      says: 'Every one of host.texts fits. Former keys, gone with contract 2.0: mend.drop (now edit.remove).',
    }),
  ])
})
