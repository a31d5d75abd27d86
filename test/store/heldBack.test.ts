import { expect, it } from '@jest/globals'
import type { EarlierRun } from '../../src/domain/journal'
import { CANCELLED } from '../../src/domain/outcome'
import {
  applyEvents,
  beginRun,
  type Cancellation,
  chooseFresh,
  createCancellation,
  findHeld,
} from '../../src/domain/run'
import { countHeldBack } from '../../src/store/selectors'
import { canContinue } from '../../src/store/stints'
import { createWholes } from '../domain/requests'

const earlier: EarlierRun = { id: 'earlier', fileName: 'monday.csv', at: 1, standing: 'done' }

/** Four sub-orders, the first two of them held back. */
function holdTwo(): Cancellation {
  const heldBack = new Map([0, 1].map((position) => [position, earlier]))
  return { ...createCancellation(createWholes(4)), heldBack }
}

const includeAll = (cancellation: Cancellation): Cancellation => ({
  ...cancellation,
  included: cancellation.heldBack,
})

function finish(cancellation: Cancellation, picks: readonly number[]): Cancellation {
  const events = picks.map((_, index) => ({ type: 'settled' as const, index, outcome: CANCELLED }))
  const begun = beginRun(cancellation, { id: 'run', picks, at: 0 })
  return applyEvents(begun, [...events, { type: 'finished' }], 1)
}

it('counts as held back what an earlier run has dealt with and no later one has sent', () => {
  expect(countHeldBack(holdTwo())).toBe(2)
  expect(countHeldBack(finish(holdTwo(), [2]))).toBe(2)
  const sent = finish(holdTwo(), [1, 2])
  expect(countHeldBack(sent)).toBe(1)
  expect(countHeldBack({ ...sent, heldBack: new Map([[1, earlier]]) })).toBe(0)
  expect(countHeldBack(includeAll(holdTwo()))).toBe(0)
})

it('holds back again what another run has done since the user included it', () => {
  const included = includeAll(holdTwo())
  const since = { ...earlier, id: 'by hand', at: 2 }
  const heldBack = new Map([...included.heldBack, [0, since], [3, since]])
  const now = { ...included, heldBack }
  expect({ held: [0, 1, 2, 3].filter((at) => findHeld(now, at)), fresh: chooseFresh(now) }).toEqual({
    held: [0, 3],
    fresh: [1, 2],
  })
})

it('a finished run goes on only for what is neither sent nor held back', () => {
  const isLeft = (picks: readonly number[]) => canContinue(finish(holdTwo(), picks))
  expect([[2], [2, 3], [0, 2, 3]].map(isLeft)).toEqual([true, false, false])
  expect(canContinue(includeAll(finish(holdTwo(), [2, 3])))).toBe(true)
})
