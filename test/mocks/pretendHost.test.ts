import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { createPretendHost, type PretendHost, type PretendHostOptions } from '../../host-kit/pretendHost'
import { createGate } from '../../mocks/script'

const id = '1253231242'

/** What the client of the host resolves or rejects with. */
function cancel(host: PretendHost, subOrderId = id) {
  const path = `orders/${subOrderId}/cancel`
  const headers = { 'Idempotency-Key': `key-${subOrderId}` }
  return host.api.request({ method: 'PUT', path, body: {}, headers, retry: 'never' })
}

const tell = (host: PretendHost, subOrderId = id) =>
  cancel(host, subOrderId).then(
    ({ status, headers, body }) => [status, headers, body],
    (error: unknown) => String(error),
  )

const ids = (list: readonly { readonly subOrderId: string }[]) => list.map(({ subOrderId }) => subOrderId)
const json = { 'content-type': 'application/json' }
const increff = (code: string, message: string) => ({ code, message, description: '' })

/** As a test in JavaScript would, that no compiler helps. */
const createLoosely = (options: unknown) => () => createPretendHost(options as PretendHostOptions)

describe('the API in memory', () => {
  it('cancels any ID of plausible form, once', async () => {
    const host = createPretendHost()
    expect([await tell(host), await tell(host), await tell(host, '%20')]).toEqual([
      [200, {}, undefined],
      [409, json, increff('ALREADY_CANCELLED', `Sub order ${id} is already CANCELLED`)],
      [404, json, increff('BAD_DATA', 'Sub order   does not exist')],
    ])
    expect(host.cancelled).toEqual([{ subOrderId: id, idempotencyKey: `key-${id}` }])
    expect(host.calls.map(({ method, path, body, answered }) => [method, path, body, answered])).toEqual([
      ['PUT', `orders/${id}/cancel`, {}, 200],
      ['PUT', `orders/${id}/cancel`, {}, 409],
      ['PUT', 'orders/%20/cancel', {}, 404],
    ])
  })

  it('knows the sub-orders it was given, and no others', async () => {
    const host = createPretendHost({ subOrders: [{ id }, { id: '2', invoiced: true }] })
    const statuses = await Promise.all([id, '2', '3'].map(async (one) => (await cancel(host, one)).status))
    expect([statuses, ids(host.cancelled)]).toEqual([[200, 400, 404], [id]])
  })

  it('takes its calls where the settings send them', async () => {
    const paths = { cancelSubOrder: 'v2/so/{subOrderId}:cancel', readSubOrder: 'v2/so/{subOrderId}' }
    const host = createPretendHost({ settings: { paths } })
    const send = (method: 'GET' | 'PUT', path: string) => host.api.request({ method, path, retry: 'never' })
    const answers = [
      await send('PUT', 'v2/so/SO-1:cancel'),
      await send('GET', 'v2/so/SO-1'),
      await send('PUT', 'orders/SO-1/cancel'),
    ]
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [200, undefined],
      [200, { status: 'CANCELLED', orderItems: [expect.anything()] }],
      [404, increff('NOT_FOUND', 'No such resource')],
    ])
    expect(ids(host.cancelled)).toEqual(['SO-1'])
  })

  it('answers as scripted, in turn, and then as usual', async () => {
    const host = createPretendHost({ answers: { [id]: [{ status: 401 }, 'as usual'] } })
    host.answer(id, { status: 500, body: { code: 'X', message: 'Locked' }, headers: { 'X-Trace': '7' } })
    expect([await tell(host), await tell(host), await tell(host), await tell(host)]).toEqual([
      [401, json, increff('UNAUTHORIZED', 'Session has expired')],
      [200, {}, undefined],
      [500, { ...json, 'x-trace': '7' }, { code: 'X', message: 'Locked' }],
      [409, json, increff('ALREADY_CANCELLED', `Sub order ${id} is already CANCELLED`)],
    ])
  })

  it('gives a bare status the usual body of the OMS', async () => {
    const host = createPretendHost()
    const headers = { 'Retry-After': '1' }
    host.answer(
      id,
      { status: 403 },
      { status: 409 },
      { status: 429, headers },
      { status: 404 },
      { status: 503 },
    )
    const said = [await tell(host), await tell(host), await tell(host), await tell(host), await tell(host)]
    expect(said).toEqual([
      [403, json, increff('FORBIDDEN', 'Not allowed to cancel sub-orders')],
      [409, json, increff('ALREADY_CANCELLED', `Sub order ${id} is already CANCELLED`)],
      [429, { ...json, 'retry-after': '1' }, increff('RATE_LIMITED', 'Too many requests')],
      [404, json, increff('BAD_DATA', `Sub order ${id} does not exist`)],
      [503, { 'content-type': 'text/html; charset=utf-8' }, expect.stringContaining('Unavailable')],
    ])
    expect(host.cancelled).toEqual([])
  })

  it('hands bodies over as a client that reads them: JSON as its value, other text as it is, an empty body as none', async () => {
    const host = createPretendHost()
    host.answer(
      id,
      { status: 200, body: '{"hasError":', headers: json },
      { status: 403, body: '' },
      { status: 204 },
    )
    const bodies = [await cancel(host), await cancel(host), await cancel(host)]
    expect(bodies).toEqual([
      { status: 200, headers: json, body: '{"hasError":' },
      { status: 403, headers: {} },
      { status: 204, headers: {} },
    ])
  })

  it('rejects where the connection breaks, whether or not the OMS has acted', async () => {
    const host = createPretendHost({
      answers: { '1': ['network error'], '2': ['network error after execution'] },
    })
    expect([await tell(host, '1'), await tell(host, '2')]).toEqual([
      'TypeError: Failed to fetch',
      'TypeError: Failed to fetch',
    ])
    expect([ids(host.cancelled), host.calls.map(({ answered }) => answered)]).toEqual([
      ['2'],
      ['drop', 'drop'],
    ])
  })

  it('holds an answer until its promise resolves, and the OMS acts when the call arrives', async () => {
    const host = createPretendHost()
    const gate = createGate()
    host.answer(id, { until: gate.opened })
    const heard: string[] = []
    const held = cancel(host).then(() => heard.push('held'))
    await cancel(host, '2').then(() => heard.push('2'))
    expect([heard, ids(host.cancelled)]).toEqual([['2'], [id, '2']])
    gate.open()
    await held
    await cancel(host, '3')
    expect([heard, host.calls.map(({ inFlight }) => inFlight)]).toEqual([
      ['2', 'held'],
      [1, 2, 1],
    ])
  })
})

describe('under fake timers', () => {
  afterEach(() => void jest.useRealTimers())

  it('an answer takes its latency, and a hanging answer never comes', async () => {
    jest.useFakeTimers()
    const host = createPretendHost({
      latencyMs: 40,
      answers: { slow: [{ delayMs: 60_000 }], lost: ['time-out'] },
    })
    const heard: string[] = []
    for (const one of ['lost', 'slow', 'plain']) void cancel(host, one).then(() => heard.push(one))
    await jest.advanceTimersByTimeAsync(39)
    expect(heard).toEqual([])
    await jest.advanceTimersByTimeAsync(1)
    expect(heard).toEqual(['plain'])
    await jest.advanceTimersByTimeAsync(3_600_000)
    expect([heard, ids(host.cancelled)]).toEqual([
      ['plain', 'slow'],
      ['slow', 'plain'],
    ])
  })

  it('without latency nothing waits for a timer', async () => {
    jest.useFakeTimers()
    expect(await tell(createPretendHost({ latencyMs: 0 }))).toEqual([200, {}, undefined])
  })
})

describe('permissions', () => {
  const all = (host: PretendHost) => ['sub-order:cancel', 'sub-order:read'].map((one) => host.can?.(one))

  it('are all there unless they are listed, and follow what is granted and revoked', () => {
    const free = createPretendHost()
    const bound = createPretendHost({ permissions: ['sub-order:cancel'] })
    expect([all(free), all(bound), all(createPretendHost({ permissions: [] }))]).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ])
    free.revoke('sub-order:cancel')
    bound.revoke('sub-order:cancel')
    bound.grant('sub-order:read')
    expect([all(free), all(bound), all({ ...bound })]).toEqual([
      [false, true],
      [false, true],
      [false, true],
    ])
  })
})

describe('members of its own', () => {
  it('replace the defaults, and events are kept all the same', () => {
    const heard: unknown[] = []
    const host = createPretendHost({ locale: 'hi-IN', onEvent: (event) => void heard.push(event) })
    const event = { type: 'run-started', runId: 'r', sequence: 1, at: '', done: 0, total: 1 } as const
    host.onEvent?.(event)
    expect([host.locale, heard, host.events]).toEqual(['hi-IN', [event], [event]])
  })

  it('each host has a user of a tenant of its own', () => {
    expect(createPretendHost().user.tenant).not.toBe(createPretendHost().user.tenant)
  })

  it('a client of the test gets the calls, and a script for the pretend client is refused', async () => {
    const host = createPretendHost({ api: { request: () => Promise.resolve({ status: 202 }) } })
    expect([await cancel(host), host.calls, host.cancelled]).toEqual([{ status: 202 }, [], []])
    expect(() => host.answer(id, 'network error')).toThrow(
      'host.answer rules the pretend api, and this host was given one of its own.',
    )
    expect(createLoosely({ api: host.api, answers: {}, latencyMs: 1 })).toThrow(
      'With an api of its own a host has no pretend OMS: leave out latencyMs, answers, or api.',
    )
  })

  it('cannot be changed by the methods of the pretend host', () => {
    const host = createPretendHost({ can: () => true, onSessionChange: () => () => undefined })
    for (const rule of [() => host.grant('x'), () => host.revoke('x'), () => host.changeSession(null)]) {
      expect(rule).toThrow(/this host was given one of its own/)
    }
  })
})

describe('options that script nothing are refused at once', () => {
  it.each([
    [{ anwsers: {} }, /^createPretendHost has no "anwsers"\. It may have contract, api, .*answers\.$/],
    [{ permissions: 'sub-order:cancel' }, /^permissions must be a list/],
    [{ permissions: [], can: () => true }, /^Give can or permissions, not both/],
    [{ subOrders: [{ id, chanelRefuses: true }] }, /^A sub-order has no "chanelRefuses"\./],
    [{ subOrders: [{ id, items: [{ sku: 'A', ordered: 1 }] }] }, /^A line item has no "sku"\./],
    [{ answers: { [id]: 'network error' } }, /^The answers to 1253231242 must be a list of at least one/],
    [{ answers: { [id]: [] } }, /^The answers to 1253231242 must be a list of at least one/],
    [{ answers: { [id]: ['netwrok error'] } }, /^'netwrok error' is no answer\. Known are 'as usual', /],
    [{ answers: { [id]: [503] } }, /^503 is no answer/],
    [{ answers: { [id]: [{ staus: 503 }] } }, /^An answer has no "staus"\. It may have status, body, /],
    [{ answers: { [id]: [{}] } }, /^An answer has neither status nor lost: \{\}$/],
    [{ answers: { [id]: [{ status: 503, lost: 'drop' }] } }, /^An answer has both status and lost/],
    [{ answers: { [id]: [{ body: {} }] } }, /^An answer has a body or headers and no status/],
    [{ answers: { [id]: [{ executes: true }] } }, /^An answer executes, and says neither status nor lost/],
    [{ answers: { [id]: [{ status: '503' }] } }, /^An answer has a status that is no whole number/],
    [{ answers: { [id]: [{ lost: 'gone' }] } }, /^An answer is lost otherwise than by 'drop' or 'hang'/],
    [{ answers: { [id]: [{ delayMs: -1 }] } }, /^An answer has a delayMs that is no number from 0 up/],
  ])('%j', (options, words) => {
    expect(createLoosely(options)).toThrow(words)
  })

  it('a later script that answers nothing is refused as well', () => {
    const host = createPretendHost()
    expect(() => host.answer(id)).toThrow('The answers to 1253231242 must be a list of at least one.')
  })
})
