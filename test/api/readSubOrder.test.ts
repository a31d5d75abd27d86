import { describe, expect, it, jest } from '@jest/globals'
import { createGate } from '../../mocks/script'
import { createReadSubOrder } from '../../src/api/readSubOrder'
import type { CancellationRequest } from '../../src/domain/run/cancellation'
import type { ApiAnswer, ApiRequest } from '../../src/host/contract'
import { createLines, createWhole } from '../domain/requests'

const whole = createWhole('SO 1/2')
const lines = createLines('so-1', ['A', 2], ['B', 1])

/** Reads with a client that answers like this, or rejects with it. */
function read(
  request: CancellationRequest,
  answer: ApiAnswer | Error | object,
  path: string | undefined = 'orders/{subOrderId}',
) {
  const calls: ApiRequest[] = []
  const api = {
    request: async (call: ApiRequest) => {
      calls.push(call)
      if (answer instanceof Error) throw answer
      // A client that resolves with something else is the host's mistake, and not to be trusted.
      return answer as ApiAnswer
    },
  }
  const services = { readApi: () => api, readPath: () => path, readAnswerTimeoutMs: () => 1000 }
  const reading = createReadSubOrder(services)(request)
  return { calls, reading }
}

const respond = (body: unknown, status = 200): ApiAnswer => ({ status, body })
const items = (...rows: [unknown, unknown][]) =>
  rows.map(([skuId, cancelledQuantity]) => ({ skuId, orderedQuantity: 5, cancelledQuantity }))

it('asks by the path of the host with the ID encoded, and may be repeated', async () => {
  const { calls, reading } = read(whole, respond({ status: 'CANCELLED' }), 'oms/{subOrderId}/state')
  expect([await reading, calls]).toEqual([
    { kind: 'read', isCancelled: true },
    [{ method: 'GET', path: 'oms/SO%201%2F2/state', retry: 'safe' }],
  ])
})

it('asks nothing where the host has no path', async () => {
  const calls: ApiRequest[] = []
  const request = async (call: ApiRequest) => {
    calls.push(call)
    return { status: 200 }
  }
  const readSubOrder = createReadSubOrder({
    readApi: () => ({ request }),
    readPath: () => undefined,
    readAnswerTimeoutMs: () => 1000,
  })
  expect([await readSubOrder(whole), calls]).toEqual([{ kind: 'no-path' }, []])
})

const tellsNothing = { kind: 'refused', httpStatus: 200 }

describe('a whole sub-order is cancelled by its status alone', () => {
  it.each([
    ['CANCELLED', true],
    ['canceled', true],
    [' Cancelled ', true],
    ['CREATED', false],
    ['FULFILLABLE', false],
    ['PROCESSING', false],
    ['SHIPPED', false],
  ])('%s', async (status, isCancelled) => {
    expect(await read(whole, respond({ status })).reading).toEqual({ kind: 'read', isCancelled })
  })

  it('not by its line items', async () => {
    const body = { status: 'CREATED', orderItems: items(['A', 5]) }
    expect(await read(whole, respond(body)).reading).toEqual({ kind: 'read', isCancelled: false })
  })
})

describe('a status that speaks of cancelling, or of nothing, does not make it open', () => {
  it.each(['CANCELLATION_REQUESTED', 'PARTIALLY_CANCELLED', 'PARTIALLY_CANCELED', 'NOT CANCELLED', '', ' '])(
    '“%s”',
    async (status) => {
      const body = { status, orderItems: items(['A', 0], ['B', 0]) }
      expect(await read(whole, respond(body)).reading).toEqual(tellsNothing)
      expect(await read(lines, respond(body)).reading).toEqual(tellsNothing)
    },
  )
})

describe('line items are cancelled once every one of them has its quantity', () => {
  it.each<[string, unknown]>([
    ['all', items(['A', 2], ['B', 1], ['C', 0])],
    ['more than asked', items(['A', 3], ['B', 1])],
    ['as text', items(['A', '2'], ['B', '1'])],
  ])('%s', async (_, orderItems) => {
    const body = { status: 'PARTIALLY_CANCELLED', orderItems }
    expect(await read(lines, respond(body)).reading).toEqual({ kind: 'read', isCancelled: true })
  })

  it('or the whole sub-order is', async () => {
    expect(await read(lines, respond({ status: 'CANCELLED' })).reading).toEqual({
      kind: 'read',
      isCancelled: true,
    })
  })
})

describe('line items are open where each of them is shown with nothing cancelled', () => {
  it.each<[string, unknown]>([
    ['numbers', items(['A', 0], ['B', 0], ['C', 4])],
    ['text', items(['A', '0'], ['B', '0'])],
  ])('%s', async (_, orderItems) => {
    expect(await read(lines, respond({ status: 'CREATED', orderItems })).reading).toEqual({
      kind: 'read',
      isCancelled: false,
    })
  })
})

describe('line items that are not shown, or cancelled in part, settle nothing', () => {
  it.each<[string, unknown]>([
    ['no line items at all', undefined],
    ['none', []],
    ['no list', 'none'],
    ['a list of nonsense', [null, 7, 'A']],
    ['too few of one', items(['A', 1], ['B', 0])],
    ['one has its quantity, the other nothing', items(['A', 2], ['B', 0])],
    ['one is missing', items(['A', 0])],
    ['no quantity', items(['A', undefined], ['B', undefined])],
    ['a quantity of null', items(['A', null], ['B', null])],
    ['a blank quantity', items(['A', ''], ['B', ' '])],
    ['a quantity that is no number', items(['A', Number.NaN], ['B', 0])],
    ['a SKU that is shown twice, once with some cancelled', items(['A', 0], ['A', 1], ['B', 0])],
  ])('%s', async (_, orderItems) => {
    expect(await read(lines, respond({ status: 'FULFILLABLE', orderItems })).reading).toEqual(tellsNothing)
  })
})

describe('what is no sub-order settles nothing', () => {
  it.each<[string, ApiAnswer | Error | object, object]>([
    ['401', respond(undefined, 401), { kind: 'session' }],
    ['a redirection', respond(undefined, 302), { kind: 'session' }],
    ['a page', respond('<html>Sign in</html>'), { kind: 'session' }],
    ['404', respond({ code: 'NOT_FOUND' }, 404), { kind: 'refused', httpStatus: 404 }],
    ['403', respond(undefined, 403), { kind: 'refused', httpStatus: 403 }],
    ['no status', respond({ orderItems: [] }), { kind: 'refused', httpStatus: 200 }],
    [
      'one that speaks of an error',
      respond({ status: 'CREATED', hasError: true }),
      { kind: 'refused', httpStatus: 200 },
    ],
    [
      'one with errors',
      respond({ status: 'CANCELLED', errors: [{ message: 'x' }] }),
      { kind: 'refused', httpStatus: 200 },
    ],
    ['a part of one', respond({ status: 'CREATED' }, 206), { kind: 'refused', httpStatus: 206 }],
    ['another address', { ...respond({ status: 'CREATED' }), redirected: true }, { kind: 'session' }],
    ['an empty body', respond(undefined), { kind: 'refused', httpStatus: 200 }],
    ['a list', respond([{ status: 'CANCELLED' }]), { kind: 'refused', httpStatus: 200 }],
    ['408', respond(undefined, 408), { kind: 'server' }],
    ['429', respond(undefined, 429), { kind: 'server' }],
    ['503', respond({ status: 'CANCELLED' }, 503), { kind: 'server' }],
    ['no answer', new TypeError('Failed to fetch'), { kind: 'no-answer' }],
    [
      'a rejection that carries 404',
      Object.assign(new Error('404'), { response: { status: 404, data: {} } }),
      { kind: 'refused', httpStatus: 404 },
    ],
    ['an answer that is none', {}, { kind: 'server' }],
  ])('%s', async (_, answer, reading) => {
    expect(await read(whole, answer).reading).toEqual(reading)
  })
})

it.each(['readApi', 'readPath', 'readAnswerTimeoutMs'])(
  'a host that throws at %s gives no answer',
  async (name) => {
    const services = {
      readApi: () => ({ request: async () => respond({ status: 'CANCELLED' }) }),
      readPath: () => 'orders/{subOrderId}',
      readAnswerTimeoutMs: () => 1000,
      [name]: () => {
        throw new Error('torn down')
      },
    }
    expect(await createReadSubOrder(services)(whole)).toEqual({ kind: 'no-answer' })
  },
)

it.each([3e9, Number.POSITIVE_INFINITY])(
  'a time-out of %s ms, more than a timer takes, waits',
  async (ms) => {
    jest.useFakeTimers()
    try {
      const { opened, open } = createGate()
      const readSubOrder = createReadSubOrder({
        readApi: () => ({ request: () => opened.then(() => respond({ status: 'CANCELLED' })) }),
        readPath: () => 'orders/{subOrderId}',
        readAnswerTimeoutMs: () => ms,
      })
      const reading = readSubOrder(whole)
      await jest.advanceTimersByTimeAsync(60_000)
      open()
      expect(await reading).toEqual({ kind: 'read', isCancelled: true })
    } finally {
      jest.useRealTimers()
    }
  },
)

it('a read without an answer is given up, and leaves no timer behind', async () => {
  jest.useFakeTimers()
  try {
    const readSubOrder = createReadSubOrder({
      readApi: () => ({ request: () => new Promise(() => undefined) }),
      readPath: () => 'orders/{subOrderId}',
      readAnswerTimeoutMs: () => 1000,
    })
    const reading = readSubOrder(whole)
    await jest.advanceTimersByTimeAsync(1000)
    expect([await reading, jest.getTimerCount()]).toEqual([{ kind: 'no-answer' }, 0])
  } finally {
    jest.useRealTimers()
  }
})
