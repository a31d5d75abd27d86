import { expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { HIGHEST_PX, measureList, shiftAtPlace, shiftAtRow } from '../../src/ui/table/longList'

const sizes = fc
  .record({ rows: fc.integer({ min: 0, max: 5_000_000 }), rowHeight: fc.constantFrom(44, 76, 116) })
  .map(({ rows, rowHeight }) => measureList(rows, rowHeight))

it('a list that fits has a place for each row, and nothing shifts', () => {
  const size = measureList(102_000, 44)
  expect(size).toEqual({ rows: 102_000, places: 102_000, rowHeight: 44 })
  expect([0, 1, 90_000, 101_999].map((at) => [shiftAtPlace(size, at), shiftAtRow(size, at)])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
  ])
})

it('no list is higher than browsers lay out', () => {
  fc.assert(
    fc.property(sizes, ({ places, rowHeight }) => expect(places * rowHeight).toBeLessThanOrEqual(HIGHEST_PX)),
  )
})

it('the first place holds the first row, and the last one the last', () => {
  fc.assert(
    fc.property(sizes, (size) => {
      expect(shiftAtPlace(size, 0)).toBe(0)
      expect(shiftAtPlace(size, size.places)).toBe(size.rows - size.places)
    }),
  )
})

it('each row has one place, and it is where the scroll bar leads to it', () => {
  const placed = sizes.chain((size) =>
    fc.tuple(fc.constant(size), fc.double({ min: 0, max: size.places, noNaN: true })),
  )
  fc.assert(
    fc.property(placed, ([size, place]) => {
      const shift = shiftAtPlace(size, place)
      // Between two rows the rounding may fall to either side.
      expect(Math.abs(shiftAtRow(size, place + shift) - shift)).toBeLessThanOrEqual(1)
    }),
  )
})
