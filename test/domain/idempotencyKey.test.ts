import { expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { deriveIdempotencyKey } from '../../src/domain/ids/idempotencyKey'

const runId = '5a1f33c2-6c1e-4d35-9a52-0d5e1f6b7a10'

it('adds the position to the last group of the run’s UUID', () => {
  expect([0, 1, 240].map((index) => deriveIdempotencyKey(runId, index))).toEqual([
    runId,
    '5a1f33c2-6c1e-4d35-9a52-0d5e1f6b7a11',
    '5a1f33c2-6c1e-4d35-9a52-0d5e1f6b7b00',
  ])
})

it('starts at 0 again after the last value of the group, which keeps its twelve digits', () => {
  const last = '5a1f33c2-6c1e-4d35-9a52-ffffffffffff'
  expect([0, 1, 17].map((index) => deriveIdempotencyKey(last, index))).toEqual([
    last,
    '5a1f33c2-6c1e-4d35-9a52-000000000000',
    '5a1f33c2-6c1e-4d35-9a52-000000000010',
  ])
})

it('gives each position of a run its own key, and the same key each time', () => {
  const position = fc.integer({ min: 0, max: 1_000_000 })
  fc.assert(
    fc.property(fc.uuid({ version: 4 }), position, position, (id, one, other) => {
      const key = deriveIdempotencyKey(id, one)
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(deriveIdempotencyKey(id, one)).toBe(key)
      expect(deriveIdempotencyKey(id, other) === key).toBe(one === other)
    }),
  )
})
