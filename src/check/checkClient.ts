import type { ApiClient, ApiRequest } from '../host/contract'
import { type Finding, right, unclear, wrong } from './finding'

/** A call as it came to the probe. */
export interface Arrival {
  readonly method: string
  /** As it stood in the request, still encoded. */
  readonly path: string
  readonly idempotencyKey: string | undefined
  readonly body: string
}

/** A server that answers in the place of the OMS, and tells what came to it. */
export interface Probe {
  /** What came since the last time it was asked. */
  takeArrivals(): Promise<readonly Arrival[]>
}

/** Looked up first, and harmless at a real OMS: it only reads. */
export const HELLO = 'host-check-hello'
export const HELLO_ANSWER = 'host-check'
/** What the probe does with a cancel, by the sub-order’s ID. */
export const CASES = {
  accept: 'host-check-accept',
  refuse: 'host-check-refuse',
  unavailable: 'host-check-503',
  cut: 'host-check-cut',
  busy: 'host-check-429',
  encoded: 'host-check/1',
} as const
export const REFUSAL = {
  code: 'NOT_CANCELLABLE',
  message: 'Refused by the probe',
  description: 'It always is',
}
export const RETRY_AFTER = '7'

const KEY = '8d9f7f3e-6c55-4c8e-9c5b-2f1f0e6f3a11'

function createCancel(subOrderId: string): ApiRequest {
  return {
    method: 'PUT',
    path: `orders/${encodeURIComponent(subOrderId)}/cancel`,
    body: {},
    headers: { 'Idempotency-Key': KEY },
    retry: 'never',
  }
}

interface Heard {
  readonly status: number | undefined
  readonly body: unknown
  readonly retryAfter: string | undefined
  readonly arrivals: readonly Arrival[]
}

type Shape = Readonly<Record<string, unknown>>
const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null

function parse(body: unknown): unknown {
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

/** As the screen reads answers: by shape, an axios-like rejection and a `Response` included. */
async function readAnswer(answer: unknown): Promise<Pick<Heard, 'status' | 'body' | 'retryAfter'>> {
  const inner = isShape(answer) && isShape(answer.response) ? answer.response : answer
  if (!isShape(inner) || typeof inner.status !== 'number') {
    return { status: undefined, body: undefined, retryAfter: undefined }
  }
  const headers = isShape(inner.headers) ? inner.headers : {}
  const read: unknown =
    typeof headers.get === 'function' ? (headers as unknown as Headers).get('retry-after') : undefined
  const entry = Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after')?.[1]
  const text: unknown =
    typeof inner.text === 'function'
      ? await (inner as unknown as Response).text()
      : (inner.body ?? inner.data)
  const retryAfter = read ?? entry
  return {
    status: inner.status,
    body: parse(text),
    retryAfter:
      typeof retryAfter === 'string' || typeof retryAfter === 'number' ? String(retryAfter) : undefined,
  }
}

async function call(api: ApiClient, probe: Probe, request: ApiRequest): Promise<Heard> {
  await probe.takeArrivals()
  const answer: unknown = await api.request(request).catch((error: unknown) => error)
  const heard = await readAnswer(answer)
  return { ...heard, arrivals: await probe.takeArrivals() }
}

function checkRepeats(tries: Readonly<Record<string, Heard>>): Finding {
  for (const [when, { arrivals }] of Object.entries(tries)) {
    if (arrivals.length <= 1) continue
    return wrong(
      'repeats',
      `The client sent one cancel ${String(arrivals.length)} times after ${when}: the second may cancel what the first has cancelled.`,
      'Switch retries off where request.retry is "never"; createAxiosClient does so for axios-retry.',
    )
  }
  return right('repeats', 'A cancel that fails is not repeated.')
}

/** Trouble of the service must not look like a refusal of the sub-order. */
function checkTrouble(unavailable: Heard, cut: Heard): Finding {
  const fix = 'Hand on the status as the server gave it; reject where no answer came.'
  if (unavailable.status !== undefined && unavailable.status !== 503) {
    return wrong(
      'trouble',
      `A 503 arrives as ${String(unavailable.status)}: it could look like a refusal.`,
      fix,
    )
  }
  if (cut.status !== undefined) {
    const says = `A connection that broke arrives as an answer with ${String(cut.status)}: it could look like a refusal.`
    return wrong('trouble', says, fix)
  }
  return right('trouble', 'A service in trouble and a connection that broke are told from a refusal.')
}

function checkAccepted({ status }: Heard): Finding {
  return status === 200
    ? right('answers', 'A 200 arrives as an answer.')
    : wrong(
        'answers',
        'A 200 does not arrive as { status, headers, body }.',
        'Resolve with the answer, whatever its status.',
      )
}

function checkRefused({ status, body }: Heard): Finding[] {
  if (status === undefined) {
    return [
      wrong(
        'refusals',
        'A 400 is rejected without its answer: each refusal would look like a lost connection.',
        'Resolve with whatever status the server gave; reject only where no answer came.',
      ),
    ]
  }
  const said = isShape(body) ? body : {}
  const isWhole = said.code === REFUSAL.code && said.message === REFUSAL.message
  const refusals =
    status === 400
      ? right('refusals', 'A 400 arrives as an answer.')
      : wrong('refusals', `A 400 arrives as ${String(status)}.`, 'Hand on the status as the server gave it.')
  return [
    refusals,
    isWhole
      ? right('error-body', 'The server’s code and message arrive.')
      : wrong(
          'error-body',
          'The body of a 400 is lost: the operator would not learn why a sub-order was refused.',
          'Hand on the body as it came, as JSON or as text.',
        ),
  ]
}

function checkBusy({ status, retryAfter }: Heard): Finding {
  if (status === 429 && retryAfter === RETRY_AFTER) return right('retry-after', 'Retry-After can be read.')
  return wrong(
    'retry-after',
    'The header Retry-After of a 429 does not arrive: the screen would wait for a minute each time.',
    'Hand on the headers; across origins the OMS must list Retry-After in Access-Control-Expose-Headers.',
  )
}

function checkPath({ arrivals: [arrival] }: Heard): Finding {
  if (!arrival) return unclear('path', 'The call with an encoded ID did not come to the probe.')
  return arrival.path.endsWith('orders/host-check%2F1/cancel')
    ? right('path', 'An encoded ID stays one part of the path.')
    : wrong(
        'path',
        `orders/host-check%2F1/cancel arrived as ${arrival.path}: an ID could reach another address.`,
        'Do not decode or build the path anew; join it to the base URL as it is.',
      )
}

function checkKey({ arrivals: [arrival] }: Heard): Finding {
  if (!arrival) return unclear('idempotency-key', 'The call did not come to the probe.')
  return arrival.idempotencyKey === KEY
    ? right('idempotency-key', 'The header Idempotency-Key arrives.')
    : wrong(
        'idempotency-key',
        'The header Idempotency-Key does not arrive: a server could not tell a repeat from a second request.',
        'Send request.headers along; across origins the OMS must allow it in Access-Control-Allow-Headers.',
      )
}

function checkBody({ arrivals: [arrival] }: Heard): Finding {
  if (!arrival) return unclear('body', 'The call did not come to the probe.')
  return arrival.body === '{}'
    ? right('body', 'The body arrives as JSON.')
    : wrong('body', `The body {} arrives as ${arrival.body || 'nothing'}.`, 'Send request.body as JSON.')
}

/**
 * What a host’s client does with calls. It must be aimed at the probe: nothing but a read goes out before the probe has been
 * recognised, so that no real OMS is asked to cancel anything.
 */
export async function checkClient(api: ApiClient, probe: Probe): Promise<Finding[]> {
  const hello = await call(api, probe, { method: 'GET', path: `orders/${HELLO}`, retry: 'safe' })
  if (!isShape(hello.body) || hello.body.probe !== HELLO_ANSWER) {
    const says = 'The client is not aimed at the probe, or its answers cannot be read. No cancel was sent.'
    return [wrong('probe', says, 'Create the host with the probe’s address as the base URL of its client.')]
  }
  const accepted = await call(api, probe, createCancel(CASES.accept))
  if (accepted.arrivals.length === 0) {
    const says = 'A read comes to the probe, and a cancel does not: it went elsewhere. No other was sent.'
    return [wrong('probe', says, 'Aim all calls of the client at the probe.')]
  }
  const refused = await call(api, probe, createCancel(CASES.refuse))
  const unavailable = await call(api, probe, createCancel(CASES.unavailable))
  const cut = await call(api, probe, createCancel(CASES.cut))
  const busy = await call(api, probe, createCancel(CASES.busy))
  const encoded = await call(api, probe, createCancel(CASES.encoded))
  return [
    checkAccepted(accepted),
    ...checkRefused(refused),
    checkTrouble(unavailable, cut),
    checkRepeats({ 'a 503': unavailable, 'a connection that broke': cut, 'a 429': busy }),
    checkBusy(busy),
    checkPath(encoded),
    checkKey(accepted),
    checkBody(accepted),
  ]
}
