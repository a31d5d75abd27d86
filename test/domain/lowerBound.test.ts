import { expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { lowerBound } from '../../src/domain/lists/lowerBound'

it('finds the first of ascending numbers that is not below a limit, as a walk from the front does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 })),
      fc.integer({ min: -1, max: 51 }),
      (some, least) => {
        const numbers = some.toSorted((one, other) => one - other)
        const walked = numbers.findIndex((number) => number >= least)
        expect(lowerBound(numbers.length, (index) => (numbers[index] ?? 0) < least)).toBe(
          walked < 0 ? numbers.length : walked,
        )
      },
    ),
  )
})
