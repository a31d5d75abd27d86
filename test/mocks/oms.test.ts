import { describe, expect, it } from '@jest/globals'
import { createPretendOms, type OmsOptions, type PretendOms } from '../../mocks/oms'
import { obstacles } from '../../mocks/replies'
import { asUsual, createGate, dropped, executed, hanging, held, reply, respondWith } from '../../mocks/script'
import type { SubOrderData } from '../../mocks/subOrders'

const id = '1253231242'
const items = [
  { skuId: '8647326934', ordered: 5 },
  { skuId: '8647326935', ordered: 3, inPicklist: 2 },
]

function send(oms: PretendOms, method: string, path: string, body?: unknown, key?: string) {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key }
  const answer = oms.answer({ method, path, headers, body: body === undefined ? '' : JSON.stringify(body) })
  answer.sent()
  return answer
}

/** Status and text of the answer, in one line. */
function tell(answer: ReturnType<PretendOms['answer']>): string {
  const body = answer.body as { message?: string; description?: string; errorMessage?: string } | undefined
  const text = [body?.message, body?.description, body?.errorMessage].filter(Boolean).join(' ')
  return `${answer.lost ?? answer.status} ${text}`.trim()
}

const cancel = (oms: PretendOms, subOrderId = id, key?: string) =>
  tell(send(oms, 'PUT', `orders/${subOrderId}/cancel`, {}, key))
const cancelLines = (oms: PretendOms, ...lines: [skuId: string, cancelledQuantity: unknown][]) =>
  tell(
    send(oms, 'PUT', `orders/${id}/cancel-line-items`, {
      orderItems: lines.map(([skuId, cancelledQuantity]) => ({ skuId, cancelledQuantity })),
    }),
  )
const withOrder = (data: Omit<SubOrderData, 'id'> = {}, options: OmsOptions = {}) =>
  createPretendOms({ subOrders: [{ id, ...data }], ...options })

describe('a whole sub-order', () => {
  it('is cancelled once, and the second answer says that it is cancelled already', () => {
    const oms = withOrder({ items: [{ skuId: '8647326934', ordered: 5 }] })
    expect([cancel(oms), cancel(oms)]).toEqual(['200', `409 Sub order ${id} is already CANCELLED`])
    expect(oms.subOrder(id)).toEqual({
      id,
      status: 'CANCELLED',
      items: [{ skuId: '8647326934', ordered: 5, cancelled: 5, inPicklist: 0 }],
      invoiced: false,
      channelRefuses: false,
    })
  })

  it.each([
    ['an invoiced one', { invoiced: true }, '400 Sub order is invoiced, cancellation is not allowed'],
    ['a completed one', { status: 'COMPLETED' }, '400 Sub order is invoiced, cancellation is not allowed'],
    ['one with a picklist', { items }, '400 Quantity is in processing, picklist is released'],
    ['one the channel keeps', { channelRefuses: true }, '200 Channel rejected the cancellation'],
  ] as const)('is refused for %s, and nothing changes', (_name, data, said) => {
    const oms = withOrder(data)
    const before = oms.subOrder(id)
    expect([cancel(oms), oms.subOrder(id), oms.effects]).toEqual([said, before, []])
  })

  it('does not exist unless the OMS is told to know every ID', () => {
    expect([
      cancel(createPretendOms(), 'SO-9'),
      cancel(createPretendOms({ knowsEveryId: true }), 'SO-9'),
      cancel(createPretendOms({ knowsEveryId: true }), '%2FSO%209'),
    ]).toEqual(['404 Sub order SO-9 does not exist', '200', '404 Sub order /SO 9 does not exist'])
  })
})

describe('line items', () => {
  it('go down by the quantity asked for, until none is left to cancel', () => {
    const oms = withOrder({ items: [{ skuId: '8647326934', ordered: 5 }] })
    const said = [2, 5, 3].map((quantity) => cancelLines(oms, ['8647326934', quantity]))
    expect(said).toEqual(['200', '400 Requested 5, cancellable 3', '200'])
    expect(tell(send(oms, 'GET', `orders/${id}`))).toBe('200')
    expect(send(oms, 'GET', `orders/${id}`).body).toEqual({
      status: 'CANCELLED',
      orderItems: [{ skuId: '8647326934', orderedQuantity: 5, cancelledQuantity: 5 }],
    })
    expect(cancelLines(oms, ['8647326934', 1])).toBe(`409 Sub order ${id} is already CANCELLED`)
  })

  it('are cancelled all or none', () => {
    const oms = withOrder({ items })
    expect(cancelLines(oms, ['8647326934', 1], ['8647326999', 1])).toBe(
      `400 SKU 8647326999 is not in sub order ${id}`,
    )
    expect(oms.effects).toEqual([])
  })

  it('in a picklist are refused with a text of their own', () => {
    const oms = withOrder({ items })
    expect([1, 2, 4].map((quantity) => cancelLines(oms, ['8647326935', quantity]))).toEqual([
      '200',
      '400 Quantity is in processing, picklist is released',
      '400 Requested 4, cancellable 0',
    ])
  })

  it('must be given, each SKU once and with a quantity above 0', () => {
    const oms = withOrder({ items })
    expect([
      cancelLines(oms),
      cancelLines(oms, ['', 1]),
      cancelLines(oms, ['8647326934', '1']),
      cancelLines(oms, ['8647326934', 1], ['8647326934', 1]),
    ]).toEqual([
      '400 Input validation failed [orderItems: may not be empty]',
      '400 Input validation failed [skuId: may not be null]',
      '400 Input validation failed [cancelledQuantity: must be greater than 0]',
      '400 Input validation failed [orderItems: skuId must be unique]',
    ])
  })
})

describe('the obstacles before the orders', () => {
  it('make every n-th cancel wait, with each Retry-After in turn', () => {
    const oms = createPretendOms({ knowsEveryId: true, rateLimitEvery: 2, retryAfter: ['3', null] })
    const answers = ['1', '2', '2', '3', '3'].map((one) => send(oms, 'PUT', `orders/${one}/cancel`, {}))
    expect(answers.map(({ status, headers }) => [status, headers])).toEqual([
      [200, undefined],
      [429, { 'retry-after': '3' }],
      [200, undefined],
      [429, undefined],
      [200, undefined],
    ])
  })

  it('keep a true limit over any 60 seconds', () => {
    let time = 1_000
    const oms = createPretendOms({ knowsEveryId: true, callsPerMinute: 2, now: () => time })
    const call = () => send(oms, 'GET', `orders/${id}`).headers?.['retry-after']
    const first = [call(), call(), call()]
    time = 60_999
    const second = call()
    time = 61_000
    expect([first, second, call()]).toEqual([[undefined, undefined, '60'], '1', undefined])
  })

  it('end the session once, until somebody signs in again', () => {
    const oms = createPretendOms({ knowsEveryId: true, sessionEndsAfter: 1 })
    const before = ['1', '2', '2'].map((one) => cancel(oms, one))
    oms.obstacles.change({ signedIn: true })
    expect([...before, cancel(oms, '2'), cancel(oms, '3')]).toEqual([
      '200',
      '401 Session has expired',
      '401 Session has expired',
      '200',
      '200',
    ])
  })

  it('answer with the page of the gateway where the service is down', () => {
    const oms = createPretendOms({ knowsEveryId: true, downAfter: 0 })
    expect(send(oms, 'PUT', 'orders/1/cancel', {})).toMatchObject(obstacles.serviceDown)
    expect([oms.obstacles.state(), oms.effects]).toEqual([{ signedIn: true, up: false }, []])
  })

  it('ask for the session header where the options name one', () => {
    const oms = createPretendOms({ knowsEveryId: true, sessionHeader: 'x-oms-session' })
    expect(cancel(oms)).toBe('401 Session has expired')
  })
})

describe('a script', () => {
  it('answers in turn, then the OMS behaves as usual', () => {
    const oms = withOrder()
    oms.script(id, [reply(503), respondWith(obstacles.forbidden), hanging])
    oms.script(id, [dropped, asUsual])
    expect([1, 2, 3, 4, 5, 6].map(() => cancel(oms))).toEqual([
      '503',
      '403 Not allowed to cancel sub-orders',
      'hang',
      'drop',
      '200',
      `409 Sub order ${id} is already CANCELLED`,
    ])
  })

  it('can hide that the OMS has acted', () => {
    const oms = withOrder()
    oms.script(id, [executed(dropped)])
    expect([cancel(oms, id, 'key-1'), oms.effects, cancel(oms)]).toEqual([
      'drop',
      [{ subOrderId: id, idempotencyKey: 'key-1' }],
      `409 Sub order ${id} is already CANCELLED`,
    ])
  })

  it('holds an answer until its gate opens, and the call stays in flight', async () => {
    const oms = withOrder()
    const gate = createGate()
    oms.script(id, [held(gate.opened)])
    const request = { method: 'PUT', path: `orders/${id}/cancel`, headers: {}, body: '{}' }
    const first = oms.answer(request)
    const second = oms.answer(request)
    gate.open()
    await first.until
    first.sent()
    first.sent()
    second.sent()
    oms.answer(request)
    expect(oms.calls.map((call) => call.inFlight)).toEqual([1, 2, 1])
  })
})

describe('the log', () => {
  it('holds each call as it came', () => {
    const oms = withOrder()
    send(oms, 'PUT', `orders/${id}/cancel`, {}, 'key-1')
    send(oms, 'POST', `orders/${id}/cancel`)
    expect(oms.calls).toEqual([
      {
        method: 'PUT',
        path: `orders/${id}/cancel`,
        subOrderId: id,
        idempotencyKey: 'key-1',
        body: {},
        inFlight: 1,
        answered: 200,
      },
      {
        method: 'POST',
        path: `orders/${id}/cancel`,
        subOrderId: '',
        idempotencyKey: undefined,
        body: undefined,
        inFlight: 1,
        answered: 404,
      },
    ])
  })

  it('tells listeners of calls and changes until they leave', () => {
    const oms = withOrder()
    const heard: unknown[] = []
    const leave = oms.subscribe(() => heard.push([oms.calls.length, oms.obstacles.state().up]))
    cancel(oms)
    oms.obstacles.change({ up: false })
    leave()
    cancel(oms)
    expect(heard).toEqual([
      [1, true],
      [1, false],
    ])
  })

  it('answers a repeated key as the first time where the OMS honours it', () => {
    const oms = withOrder({}, { honoursIdempotencyKey: true })
    const said = ['key-1', 'key-1', 'key-2'].map((key) => cancel(oms, id, key))
    expect(said).toEqual(['200', '200', `409 Sub order ${id} is already CANCELLED`])
    expect(oms.effects).toEqual([{ subOrderId: id, idempotencyKey: 'key-1' }])
  })
})
