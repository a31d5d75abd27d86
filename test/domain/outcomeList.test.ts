import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { ALREADY_CANCELLED, CANCELLED, type Outcome } from '../../src/domain/run/outcome'
import {
  createOutcomeList,
  type OutcomeList,
  outcomeAt,
  withOutcomes,
} from '../../src/domain/run/outcomeList'
import { refused, unanswered } from './requests'
import { draws } from '../support/draws'

const anyOutcome = fc.constantFrom<Outcome>(CANCELLED, ALREADY_CANCELLED, refused, unanswered)

function readAll(list: OutcomeList): (Outcome | undefined)[] {
  return Array.from({ length: list.length }, (_, index) => outcomeAt(list, index))
}

describe('a list of outcomes', () => {
  it.each([0, 1, 1023, 1024, 1025, 5000])('of length %i begins without any', (length) => {
    expect(readAll(createOutcomeList(length))).toEqual(new Array(length).fill(undefined))
  })

  it('behaves like an array, and its earlier states never change', () => {
    const batches = fc
      .integer({ min: 1, max: 3000 })
      .chain((length) =>
        fc.tuple(
          fc.constant(length),
          fc.array(fc.array(fc.tuple(fc.integer({ min: 0, max: length - 1 }), anyOutcome)), { maxLength: 6 }),
        ),
      )
    fc.assert(
      fc.property(batches, ([length, changes]) => {
        const lists = [createOutcomeList(length)]
        const arrays: (Outcome | undefined)[][] = [new Array<undefined>(length).fill(undefined)]
        for (const change of changes) {
          lists.push(withOutcomes(lists.at(-1) ?? createOutcomeList(0), new Map(change)))
          const array = [...(arrays.at(-1) ?? [])]
          for (const [index, outcome] of change) array[index] = outcome
          arrays.push(array)
        }
        expect(lists.map(readAll)).toEqual(arrays)
      }),
      { numRuns: draws(20, 50) },
    )
  })

  it('copies the blocks that change, and no others', () => {
    const before = withOutcomes(createOutcomeList(4096), new Map([[5000 % 4096, CANCELLED]]))
    const after = withOutcomes(
      before,
      new Map([
        [1024, CANCELLED],
        [1025, refused],
      ]),
    )
    expect(after.blocks.map((piece, at) => piece === before.blocks[at])).toEqual([true, false, true, true])
  })

  it('has nothing beyond its ends', () => {
    const list = withOutcomes(createOutcomeList(2), new Map([[1, CANCELLED]]))
    expect([outcomeAt(list, -1), outcomeAt(list, 2), outcomeAt(list, 1_000_000)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
