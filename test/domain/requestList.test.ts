import { expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import type { CancellationRequest, LineItem } from '../../src/domain/run/cancellation'
import type { SkuId, SubOrderId } from '../../src/domain/ids/identifiers'
import {
  countLines,
  findRequest,
  joinRequests,
  REQUESTS_A_BLOCK,
  requestAt,
} from '../../src/domain/run/requestList'
import { packRequests } from '../../src/domain/run/packedRequests'

/** Short IDs of few letters: many are parts of other IDs, or of two IDs side by side. */
const id = fc.string({ unit: fc.constantFrom('1', '2', '€', '😀'), minLength: 1, maxLength: 4 })
const row = fc.integer({ min: 1, max: 1_048_576 })
const line = fc.record({ skuId: id, quantity: fc.integer({ min: 1, max: 2 ** 40 }), row })
const lines = fc.array(line, { minLength: 1, maxLength: 3 })

const wholes = fc.array(fc.record({ subOrderId: id, row }), { maxLength: 12 }).map((list) =>
  list.map(
    (one): CancellationRequest => ({
      kind: 'whole',
      subOrderId: one.subOrderId as SubOrderId,
      row: one.row,
    }),
  ),
)
const withLines = fc.array(fc.tuple(id, lines), { maxLength: 12 }).map((list) =>
  list.map(([subOrderId, items]): CancellationRequest => {
    const [first, ...rest] = items.map((item): LineItem => ({ ...item, skuId: item.skuId as SkuId }))
    if (!first) throw new Error('a list of lines was empty')
    return {
      kind: 'line-items',
      subOrderId: subOrderId as SubOrderId,
      row: first.row,
      lineItems: [first, ...rest],
    }
  }),
)

/** Some requests, repeated until they fill several blocks. */
const lists = fc
  .tuple(fc.oneof(wholes, withLines), fc.constantFrom(1, 1, 1, 200))
  .map(([requests, times]) => Array.from({ length: times }, () => requests).flat())

function pack(requests: readonly CancellationRequest[]) {
  const stretches = []
  for (let at = 0; at < requests.length; at += REQUESTS_A_BLOCK) {
    stretches.push(packRequests(requests.slice(at, at + REQUESTS_A_BLOCK)))
  }
  return joinRequests(stretches)
}

it('a packed list of requests holds what the plain list holds', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: -3, max: 2500 }), fc.nat(30), (plain, at, more) => {
      const packed = pack(plain)
      expect([...packed]).toEqual(plain)
      expect(packed.length).toBe(plain.length)
      expect(packed.at(at)).toEqual(plain.at(at))
      expect(requestAt(packed, at)).toEqual(plain[at])
      const from = Math.max(0, at)
      expect(packed.slice(from, from + more)).toEqual(plain.slice(from, from + more))
      expect(countLines(packed)).toBe(countLines(plain))
    }),
  )
})

it('the search finds the first other request with an ID, packed or not', () => {
  fc.assert(
    fc.property(lists, id, fc.integer({ min: -1, max: 30 }), (plain, wanted, except) => {
      const first = plain.find(({ subOrderId }, at) => at !== except && subOrderId === wanted)
      expect(findRequest(plain, wanted, except)).toEqual(first)
      expect(findRequest(pack(plain), wanted, except)).toEqual(first)
    }),
  )
})
