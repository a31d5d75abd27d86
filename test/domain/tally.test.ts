import { expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { ALREADY_CANCELLED, CANCELLED, type Outcome } from '../../src/domain/run/outcome'
import { createTally, recount } from '../../src/domain/run/tally'
import { countOutcomes } from './countOutcomes'
import { refused, unanswered } from './requests'

it('counts all requests as not sent at first', () => {
  expect(createTally(3)).toEqual(countOutcomes([undefined, undefined, undefined]))
})

it('moves one request from its earlier outcome to its new outcome', () => {
  const tally = recount(createTally(2), undefined, unanswered)
  expect(tally).toEqual(countOutcomes([unanswered, undefined]))
  expect(recount(tally, unanswered, refused)).toEqual(countOutcomes([refused, undefined]))
})

it('is the same object if no count changes', () => {
  const tally = recount(createTally(1), undefined, refused)
  expect(recount(tally, refused, { ...refused })).toBe(tally)
})

it('always equals a count from scratch', () => {
  const outcome = fc.constantFrom<Outcome>(CANCELLED, ALREADY_CANCELLED, refused, unanswered)
  const changes = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), outcome))
  fc.assert(
    fc.property(changes, (steps) => {
      const outcomes = new Array<Outcome | undefined>(5).fill(undefined)
      let tally = createTally(5)
      for (const [at, after] of steps) {
        tally = recount(tally, outcomes[at], after)
        outcomes[at] = after
        expect(tally).toEqual(countOutcomes(outcomes))
      }
    }),
  )
})
