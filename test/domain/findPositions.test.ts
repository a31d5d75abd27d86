import { expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { type YieldIfDue, neverYield } from '../../src/domain/time/yieldIfDue'
import { findManyPositions, findPositions, isEverything } from '../../src/domain/run/findPositions'
import { CANCELLED } from '../../src/domain/run/outcome'
import { applyEvents } from '../../src/domain/run/applyEvents'
import { beginRun } from '../../src/domain/run/beginRun'
import { type Cancellation, createCancellation } from '../../src/domain/run/run'
import { createWhole, createWholes, refused, unanswered } from './requests'

/** SUCCESS, ERROR, UNKNOWN, a request in flight, a request that is not sent. */
function runFive(): Cancellation {
  const ids = ['SO-1', 'so-12', 'AB-1', 'so-2', 'SO-13']
  const begun = beginRun(createCancellation(ids.map((id, index) => createWhole(id, index + 2))), {
    id: 'run',
    picks: null,
    at: 0,
  })
  const outcomes = [CANCELLED, refused, unanswered]
  return applyEvents(
    begun,
    [
      ...outcomes.map((outcome, index) => ({ type: 'settled' as const, index, outcome })),
      { type: 'sending', index: 3 },
    ],
    1,
  )
}

it('finds by status; the request in flight counts as not sent', () => {
  const statuses = ['succeeded', 'failed', 'unknown', 'not-sent'] as const
  const found = statuses.map((status) => findPositions(runFive(), { status, text: '' }))
  expect(found).toEqual([[0], [1], [2], [3, 4]])
})

it('finds a part of the ID in any letter case, without blanks around it, also within a status', () => {
  const cancellation = runFive()
  expect(findPositions(cancellation, { status: 'all', text: ' So-1 ' })).toEqual([0, 1, 4])
  expect(findPositions(cancellation, { status: 'not-sent', text: 'so-1' })).toEqual([4])
  expect(findPositions(cancellation, { status: 'all', text: 'so 1' })).toEqual([])
})

it('shows everything without status and text', () => {
  expect(isEverything({ status: 'all', text: ' ' })).toBe(true)
  expect(isEverything({ status: 'all', text: '1' })).toBe(false)
  expect(isEverything({ status: 'failed', text: '' })).toBe(false)
})

it('finds the same in slices as at once', async () => {
  const cancellation = createCancellation(createWholes(10_000))
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 10_000 }), async (number) => {
      const filter = { status: 'not-sent', text: String(number) } as const
      const found = await findManyPositions(cancellation, filter, {
        yieldIfDue: neverYield,
        isWanted: () => true,
      })
      expect(found).toEqual(findPositions(cancellation, filter))
    }),
    { numRuns: 20 },
  )
})

it('yields at least every 5,000 requests, and gives up at the next yield', async () => {
  const cancellation = createCancellation(createWholes(50_000))
  let yields = 0
  const yieldIfDue: YieldIfDue = () => {
    yields += 1
    return Promise.resolve()
  }
  const filter = { status: 'all', text: '9' } as const
  const all = await findManyPositions(cancellation, filter, { yieldIfDue, isWanted: () => true })
  expect(all).toHaveLength(findPositions(cancellation, filter).length)
  expect(yields).toBeGreaterThanOrEqual(10)
  yields = 0
  const none = await findManyPositions(cancellation, filter, { yieldIfDue, isWanted: () => yields < 3 })
  expect([none, yields]).toEqual([undefined, 3])
})
