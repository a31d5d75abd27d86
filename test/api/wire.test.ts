import { expect, it } from '@jest/globals'
import { writeCancelCall } from '../../src/api/wire'
import { defaults } from '../../src/app/config'
import type { CancellationRequest } from '../../src/domain/run/cancellation'
import { createLines, createWhole } from '../domain/requests'

const key = '5a1f33c2-6c1e-4d35-9a52-0d5e1f6b7a10'

it('writes the cancellation of a whole sub-order', () => {
  expect(writeCancelCall(createWhole('1253231242'), key, defaults.paths)).toEqual({
    method: 'PUT',
    path: 'orders/1253231242/cancel',
    body: {},
    headers: { 'Idempotency-Key': key },
    retry: 'never',
  })
})

it.each([
  ['#1001', 'orders/%231001/cancel'],
  ['SO/2026/00012', 'orders/SO%2F2026%2F00012/cancel'],
  ['gid://shopify/Order/123', 'orders/gid%3A%2F%2Fshopify%2FOrder%2F123/cancel'],
  ['bXlPcmRlcg==', 'orders/bXlPcmRlcg%3D%3D/cancel'],
  ['100%?a&b;c', 'orders/100%25%3Fa%26b%3Bc/cancel'],
  ['$&{subOrderId}', 'orders/%24%26%7BsubOrderId%7D/cancel'],
  ['ऑर्डर 1', 'orders/%E0%A4%91%E0%A4%B0%E0%A5%8D%E0%A4%A1%E0%A4%B0%201/cancel'],
])('the ID %j stays one part of the path', (id, path) => {
  expect(writeCancelCall(createWhole(id), key, defaults.paths).path).toBe(path)
})

it.each(['.', '..', 'a/../b', '%2e%2e'])('the ID %j, which would lead elsewhere, has no call', (id) => {
  expect(() => writeCancelCall(createWhole(id), key, defaults.paths)).toThrow('no path')
  expect(() => writeCancelCall(createLines(id, ['S', 1]), key, defaults.paths)).toThrow('no path')
})

it('writes the cancellation of line items to a path of its own', () => {
  const request = createLines('1253231242', ['8647326934', 2], ['Größe 42 / "rot"', 1])
  expect(writeCancelCall(request, key, defaults.paths)).toEqual({
    method: 'PUT',
    path: 'orders/1253231242/cancel-line-items',
    body: {
      orderItems: [
        { skuId: '8647326934', cancelledQuantity: 2 },
        { skuId: 'Größe 42 / "rot"', cancelledQuantity: 1 },
      ],
    },
    headers: { 'Idempotency-Key': key },
    retry: 'never',
  })
})

it.each([
  ['a slash', 'a/1', 'x/a%2F1/y'],
  ['a question mark, a hash and a blank', '1?#  2', 'x/1%3F%23%20%202/y'],
  ['a percent sign', '1%2F', 'x/1%252F/y'],
  ['letters of other scripts', 'ß1', 'x/%C3%9F1/y'],
  ['the signs that a replacement text has', '$&1$$', 'x/%24%261%24%24/y'],
  ['the signs of real IDs, which stay as they are', 'NYK-1_2.3', 'x/NYK-1_2.3/y'],
])('encodes %s', (_, id, path) => {
  const paths = { cancelSubOrder: 'x/{subOrderId}/y', cancelLineItems: 'z/{subOrderId}' }
  expect(writeCancelCall(createWhole(id), key, paths).path).toBe(path)
})

it('refuses a line-item request without line items', () => {
  const empty = { ...createLines('1', ['A', 1]), lineItems: [] } as unknown as CancellationRequest
  expect(() => writeCancelCall(empty, key, defaults.paths)).toThrow('no line items')
})
