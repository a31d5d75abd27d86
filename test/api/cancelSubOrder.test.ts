import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { server, startPretendOms } from '../../mocks/node'
import { obstacles, refusals } from '../../mocks/replies'
import {
  createGate,
  dropped,
  executed,
  held,
  reply,
  type ScriptedAnswer,
  respondWith,
} from '../../mocks/script'
import { type CancelServices, createCancelSubOrder } from '../../src/api/cancelSubOrder'
import { defaults } from '../../src/app/config'
import type { Attempt } from '../../src/domain/run/cancellation'
import { createFetchClient } from '../../src/host/adapters'
import type { ApiAnswer, ApiClient, ApiRequest } from '../../src/host/contract'
import { createLines, createWhole } from '../domain/requests'

const key = '5a1f33c2-6c1e-4d35-9a52-0d5e1f6b7a10'
const fetchClient = createFetchClient({ baseUrl: 'http://localhost/api/oms' })

function createServices(api: ApiClient, more: Partial<CancelServices> = {}): CancelServices {
  return {
    readApi: () => api,
    readPaths: () => defaults.paths,
    readAnswerTimeoutMs: () => defaults.answerTimeoutMs,
    wallNow: () => Date.UTC(2026, 10, 23, 12),
    ...more,
  }
}

type Settled = Extract<Attempt, { kind: 'settled' }>

const cancelled: Attempt = { kind: 'settled', outcome: { status: 'succeeded', how: 'cancelled' } }
const noAnswer: Attempt = {
  kind: 'settled',
  outcome: { status: 'unknown', reason: { why: 'no-answer' } },
  trouble: 'connection',
}

describe('over the wire', () => {
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
  afterEach(() => server.resetHandlers())
  afterAll(() => server.close())

  const cancelOver = createCancelSubOrder(createServices(fetchClient))
  const fail = (code: string, message: string, httpStatus: number): Settled => ({
    kind: 'settled',
    outcome: { status: 'failed', failure: { code, message, httpStatus } },
  })
  const unknown = (
    why: 'server-error' | 'unreadable-answer',
    httpStatus: number,
    trouble: 'server' | 'session',
  ) => ({ kind: 'settled', outcome: { status: 'unknown', reason: { why, httpStatus } }, trouble }) as Attempt

  it.each<[string, ScriptedAnswer, Attempt]>([
    ['200 with an empty body', reply(200), cancelled],
    ['200 with JSON', reply(200, { hasError: false }), cancelled],
    [
      '200 with an error inside',
      respondWith(refusals.channelRefused),
      fail('', 'Channel rejected the cancellation', 200),
    ],
    ['a login page', respondWith(obstacles.loginPage), unknown('unreadable-answer', 200, 'session')],
    ['401', respondWith(obstacles.signedOut), { kind: 'not-processed', why: 'session' }],
    [
      '403',
      respondWith(obstacles.forbidden),
      { ...fail('FORBIDDEN', 'Not allowed to cancel sub-orders', 403), trouble: 'forbidden' },
    ],
    [
      '429 with Retry-After',
      respondWith(obstacles.tooManyRequests('3')),
      { kind: 'not-processed', why: 'rate-limited', retryAfterMs: 3000 },
    ],
    ['429 without', respondWith(obstacles.tooManyRequests()), { kind: 'not-processed', why: 'rate-limited' }],
    [
      'a 4xx of the goal met',
      respondWith(refusals.alreadyCancelled('1')),
      { kind: 'settled', outcome: { status: 'succeeded', how: 'already-cancelled' } },
    ],
    [
      'any other 4xx',
      respondWith(refusals.invalid('[x: may not be null]')),
      fail('BAD_DATA', 'Input validation failed: [x: may not be null]', 400),
    ],
    [
      '500 with the body of the OMS',
      reply(500, { code: 'BAD_DATA', message: 'Refused', description: '' }),
      fail('BAD_DATA', 'Refused', 500),
    ],
    ['a gateway’s page', respondWith(obstacles.serviceDown), unknown('server-error', 503, 'server')],
    ['408', reply(408), unknown('server-error', 408, 'server')],
    [
      'malformed JSON',
      reply(400, '{"code"', { 'content-type': 'application/json' }),
      unknown('unreadable-answer', 400, 'server'),
    ],
    ['a broken connection', dropped, noAnswer],
    ['a connection that breaks after the OMS has acted', executed(dropped), noAnswer],
  ])('reads %s', async (_, answer, expected) => {
    const oms = startPretendOms({ subOrders: [{ id: '1' }] })
    oms.script('1', [answer])
    expect(await cancelOver(createWhole('1'), key)).toEqual(expected)
    // Whatever came back: it was asked once.
    expect(oms.calls.map(({ subOrderId, idempotencyKey }) => [subOrderId, idempotencyKey])).toEqual([
      ['1', key],
    ])
  })

  it('sends a whole sub-order and its line items to different paths', async () => {
    const oms = startPretendOms({
      subOrders: [{ id: '1' }, { id: '2', items: [{ skuId: 'A', ordered: 3 }] }],
    })
    const attempts = [
      await cancelOver(createWhole('1'), key),
      await cancelOver(createLines('2', ['A', 2]), key),
    ]
    expect(attempts).toEqual([cancelled, cancelled])
    expect(oms.calls.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['PUT', 'orders/1/cancel', {}],
      ['PUT', 'orders/2/cancel-line-items', { orderItems: [{ skuId: 'A', cancelledQuantity: 2 }] }],
    ])
  })

  it('waits for an answer that is delayed', async () => {
    const gate = createGate()
    const oms = startPretendOms({ subOrders: [{ id: '1' }] })
    oms.script('1', [held(gate.opened)])
    const heard: Attempt[] = []
    const attempt = cancelOver(createWhole('1'), key).then((answered) => heard.push(answered))
    expect(heard).toEqual([])
    gate.open()
    await attempt
    expect(heard).toEqual([cancelled])
  })
})

/** A host whose answers a test gives itself. */
function createHostClient() {
  const calls: { request: ApiRequest; answer(value: unknown): void; reject(error: unknown): void }[] = []
  const api: ApiClient = {
    request: (request) =>
      new Promise<ApiAnswer>((resolve, reject) => {
        calls.push({ request, answer: (value) => resolve(value as ApiAnswer), reject })
      }),
  }
  return { api, calls }
}

describe('with a host’s own client', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', 'OK'],
    ['the bare data', { hasError: false }],
  ])('%s is no answer, and the fault of the client', async (_, value) => {
    const { api, calls } = createHostClient()
    const attempt = createCancelSubOrder(createServices(api))(createWhole('1'), key)
    calls[0]?.answer(value)
    expect(await attempt).toEqual({
      kind: 'settled',
      outcome: { status: 'unknown', reason: { why: 'not-an-answer' } },
      trouble: 'contract',
    })
  })

  it('an answer that the client throws is an answer', async () => {
    const { api, calls } = createHostClient()
    const attempt = createCancelSubOrder(createServices(api))(createWhole('1'), key)
    calls[0]?.reject({ response: { status: 401, data: '' } })
    expect(await attempt).toEqual({ kind: 'not-processed', why: 'session' })
  })

  it.each([
    ['a 500', { status: 500, body: { code: 'INTERNAL_LOCK', message: 'Locked', description: '' } }, 'failed'],
    ['a 4xx', { status: 409, body: { code: 'STATE_42' } }, 'succeeded'],
  ])('%s is read by the codes that the host gives', async (_, answer, status) => {
    const { api, calls } = createHostClient()
    const readCodes = () => ({ refusalCodes: ['internal_lock'], alreadyCancelledCodes: ['state-42'] })
    const attempt = createCancelSubOrder(createServices(api, { readCodes }))(createWhole('1'), key)
    calls[0]?.answer(answer)
    expect(await attempt).toMatchObject({ kind: 'settled', outcome: { status } })
  })

  it('a client that throws at once has given no answer', async () => {
    const api: ApiClient = {
      request: () => {
        throw new Error('not connected')
      },
    }
    expect(await createCancelSubOrder(createServices(api))(createWhole('1'), key)).toEqual(noAnswer)
  })

  it.each<[string, (fail: () => never) => Partial<CancelServices>]>([
    ['client', (fail) => ({ readApi: fail })],
    ['paths', (fail) => ({ readPaths: fail })],
    ['time-out', (fail) => ({ readAnswerTimeoutMs: fail })],
    ['codes', (fail) => ({ readCodes: fail })],
  ])('a host that throws when asked for its %s holds the run, and nothing is sent', async (_, more) => {
    const { api, calls } = createHostClient()
    const fail = () => {
      throw new Error('torn down')
    }
    const cancel = createCancelSubOrder(createServices(api, more(fail)))
    const attempt = await cancel(createWhole('1'), key)
    expect({ attempt, calls }).toEqual({ attempt: { kind: 'not-processed', why: 'contract' }, calls: [] })
  })

  it('a body that breaks off is no answer', async () => {
    const { api, calls } = createHostClient()
    const attempt = createCancelSubOrder(createServices(api))(createWhole('1'), key)
    calls[0]?.answer({ status: 200, text: () => Promise.reject(new TypeError('terminated')) })
    expect(await attempt).toEqual(noAnswer)
  })

  it('asks the host anew for client and paths at each call, and calls the client as its method', async () => {
    const asked: string[] = []
    class Client implements ApiClient {
      readonly name: string
      constructor(name: string) {
        this.name = name
      }
      request({ path }: ApiRequest): Promise<ApiAnswer> {
        asked.push(`${this.name} ${path}`)
        return Promise.resolve({ status: 200 })
      }
    }
    let now = 'first'
    const cancel = createCancelSubOrder(
      createServices(fetchClient, {
        readApi: () => new Client(now),
        readPaths: () => ({ cancelSubOrder: `${now}/{subOrderId}`, cancelLineItems: '' }),
      }),
    )
    await cancel(createWhole('1'), key)
    now = 'second'
    await cancel(createWhole('2'), key)
    expect(asked).toEqual(['first first/1', 'second second/2'])
  })
})

describe('without an answer in time', () => {
  afterEach(() => {
    jest.useRealTimers()
  })

  function startCall(answerTimeoutMs: number = defaults.answerTimeoutMs) {
    jest.useFakeTimers()
    const { api, calls } = createHostClient()
    const cancel = createCancelSubOrder(createServices(api, { readAnswerTimeoutMs: () => answerTimeoutMs }))
    const heard: Attempt[] = []
    const attempt = cancel(createWhole('1'), key).then((answered) => {
      heard.push(answered)
      return answered
    })
    return { call: calls[0], attempt, heard }
  }
  const timedOut = { status: 'unknown', reason: { why: 'timed-out', afterMs: 120_000 } }

  async function readLate(attempt: Attempt) {
    return attempt.kind === 'settled' ? await attempt.late : undefined
  }

  it('the call is given up after two minutes, and not a moment before', async () => {
    const { heard } = startCall()
    await jest.advanceTimersByTimeAsync(119_999)
    expect(heard).toEqual([])
    await jest.advanceTimersByTimeAsync(1)
    expect(heard).toEqual([
      { kind: 'settled', outcome: timedOut, trouble: 'server', late: expect.any(Promise) },
    ])
  })

  it.each<[string, unknown, unknown]>([
    ['success', { status: 200 }, { status: 'succeeded', how: 'cancelled' }],
    [
      'refusal',
      { status: 400, body: { code: 'X', message: 'No' } },
      { status: 'failed', failure: { code: 'X', message: 'No', httpStatus: 400 } },
    ],
    ['401, which tells nothing any more', { status: 401 }, timedOut],
    ['429, which tells nothing any more', { status: 429 }, timedOut],
    ['answer that is none', 'OK', { status: 'unknown', reason: { why: 'not-an-answer' } }],
  ])('a late %s is still heard', async (_, value, expected) => {
    const { call, attempt } = startCall()
    await jest.advanceTimersByTimeAsync(120_000)
    call?.answer(value)
    expect(await readLate(await attempt)).toEqual(expected)
  })

  it('a connection that breaks late leaves it unknown', async () => {
    const { call, attempt } = startCall()
    await jest.advanceTimersByTimeAsync(120_000)
    call?.reject(new TypeError('Failed to fetch'))
    expect(await readLate(await attempt)).toEqual({ status: 'unknown', reason: { why: 'no-answer' } })
  })

  it('an answer in time leaves no timer behind', async () => {
    const { call, attempt } = startCall()
    call?.answer({ status: 200 })
    expect(await attempt).toEqual(cancelled)
    expect(jest.getTimerCount()).toBe(0)
  })

  it('a limit above every timer is no limit, and not none at all', async () => {
    const { call, attempt, heard } = startCall(Number.POSITIVE_INFINITY)
    await jest.advanceTimersByTimeAsync(600_000)
    expect(heard).toEqual([])
    call?.answer({ status: 200 })
    expect(await attempt).toEqual(cancelled)
  })
})
