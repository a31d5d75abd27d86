import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { ALREADY_CANCELLED, CANCELLED, type Outcome } from '../../src/domain/run/outcome'
import { outcomeAt } from '../../src/domain/run/outcomeList'
import { findByStatus, requestStateAt } from '../../src/domain/run/requestState'
import { applyEvents } from '../../src/domain/run/applyEvents'
import { askToStop, beginRun, resumeRun } from '../../src/domain/run/beginRun'
import { type Cancellation, createCancellation, pickAt, type RunEvent } from '../../src/domain/run/run'
import { countOutcomes } from './countOutcomes'
import { createWholes, refused, unanswered } from './requests'

const runId = '5a1f33c2-6c1e-4d35-9a52-0d5e1f6b7a10'

function begin(count: number, picks: readonly number[] | null = null): Cancellation {
  return beginRun(createCancellation(createWholes(count)), { id: runId, picks, at: 0 })
}

const settle = (index: number, outcome: Outcome): RunEvent => ({ type: 'settled', index, outcome })
const resolve = (position: number, outcome: Outcome | null): RunEvent => ({
  type: 'resolved',
  position,
  outcome,
})

const readStates = (cancellation: Cancellation) =>
  [...cancellation.requests].map((_, position) => requestStateAt(cancellation, position).status)
const readOutcomes = (cancellation: Cancellation) =>
  [...cancellation.requests].map((_, position) => outcomeAt(cancellation.outcomes, position))

describe('a run', () => {
  it('begins with nothing sent, over all requests or over chosen requests', () => {
    expect(begin(3).run).toEqual({
      id: runId,
      picks: null,
      total: 3,
      done: 0,
      inFlight: false,
      phase: 'running',
      stint: { startedAt: 0, fromDone: 0, now: 0 },
    })
    expect(begin(3, [2, 0]).run).toMatchObject({ picks: [2, 0], total: 2 })
  })

  it('shows the request in flight as sending, and earlier requests with their outcomes', () => {
    const cancellation = applyEvents(
      begin(3),
      [{ type: 'sending', index: 0 }, settle(0, refused), { type: 'sending', index: 1 }],
      500,
    )
    expect(readStates(cancellation)).toEqual(['failed', 'sending', 'not-sent'])
    expect(cancellation.run).toMatchObject({ done: 1, inFlight: true, stint: { startedAt: 0, now: 500 } })
  })

  it('over chosen requests settles only these', () => {
    const cancellation = applyEvents(
      begin(4, [3, 1]),
      [{ type: 'sending', index: 0 }, settle(0, CANCELLED), { type: 'sending', index: 1 }],
      0,
    )
    expect(readStates(cancellation)).toEqual(['not-sent', 'sending', 'not-sent', 'succeeded'])
  })

  it('keeps the old state of a request that is returned', () => {
    const cancellation = applyEvents(
      begin(1),
      [
        { type: 'sending', index: 0 },
        { type: 'returned', index: 0 },
      ],
      0,
    )
    expect([readStates(cancellation), cancellation.run?.done]).toEqual([['not-sent'], 0])
  })

  it('waits until the next event of any kind', () => {
    const waiting = applyEvents(begin(1), [{ type: 'waiting', until: 99 }], 0)
    expect(waiting.run).toMatchObject({ waitingUntil: 99 })
    expect(applyEvents(waiting, [{ type: 'sending', index: 0 }], 0).run).not.toHaveProperty('waitingUntil')
    expect(applyEvents(waiting, [{ type: 'stopped' }], 0).run).not.toHaveProperty('waitingUntil')
  })

  it('resumes where it paused, measures its pace again, and forgets the reason of the pause', () => {
    const held = applyEvents(begin(3), [settle(0, CANCELLED), { type: 'paused', reason: 'session' }], 10)
    expect(held.run).toMatchObject({ phase: 'paused', pausedBy: 'session', done: 1 })
    expect(resumeRun(held, 70).run).toEqual({
      id: runId,
      picks: null,
      total: 3,
      done: 1,
      inFlight: false,
      phase: 'running',
      stint: { startedAt: 70, fromDone: 1, now: 70 },
    })
  })

  it('can be stopped while it runs, and not afterwards', () => {
    expect(askToStop(begin(1)).run?.phase).toBe('stopping')
    const finished = applyEvents(begin(1), [settle(0, CANCELLED), { type: 'finished' }], 0)
    expect(askToStop(finished)).toBe(finished)
  })

  it('begins again over failed requests, whose outcomes stay until new outcomes replace them', () => {
    const first = applyEvents(begin(3), [settle(0, refused), settle(1, CANCELLED), settle(2, refused)], 0)
    const picks = findByStatus(first, 'failed')
    const second = beginRun(first, { id: 'another', picks, at: 0 })
    expect([picks, readStates(second), second.tally]).toEqual([
      [0, 2],
      ['failed', 'succeeded', 'failed'],
      first.tally,
    ])
    expect(readStates(applyEvents(second, [settle(0, CANCELLED)], 0))).toEqual([
      'succeeded',
      'succeeded',
      'failed',
    ])
  })

  it('does not exist before its beginning: events change nothing then', () => {
    const cancellation = createCancellation(createWholes(2))
    expect(applyEvents(cancellation, [settle(0, CANCELLED)], 0)).toBe(cancellation)
    expect(resumeRun(cancellation, 0)).toBe(cancellation)
    expect(askToStop(cancellation)).toBe(cancellation)
  })
})

describe('news after the call', () => {
  it.each<[string, Outcome, Outcome]>([
    ['settles an unknown one', unanswered, CANCELLED],
    ['speaks over a refusal: the first call was the one that cancelled', refused, CANCELLED],
    ['does not speak over a success', ALREADY_CANCELLED, ALREADY_CANCELLED],
  ])('%s', (_, before, after) => {
    const cancellation = applyEvents(begin(2), [settle(0, before), resolve(0, CANCELLED)], 0)
    expect([readOutcomes(cancellation), cancellation.tally]).toEqual([
      [after, undefined],
      countOutcomes([after, undefined]),
    ])
  })

  it('counts for a request that a person has opened again', () => {
    const events = [settle(0, unanswered), resolve(0, null), resolve(0, CANCELLED)]
    expect(readStates(applyEvents(begin(1), events, 0))).toEqual(['succeeded'])
  })

  it.each<[string, Outcome | undefined, Outcome | undefined]>([
    ['takes an unknown one back among those not sent', unanswered, undefined],
    ['leaves a refusal', refused, refused],
    ['leaves a success', CANCELLED, CANCELLED],
  ])('that it was not cancelled %s', (_, before, after) => {
    const settled = before ? [settle(0, before)] : []
    const cancellation = applyEvents(begin(2), [...settled, resolve(0, null)], 0)
    expect([readOutcomes(cancellation), cancellation.tally]).toEqual([
      [after, undefined],
      countOutcomes([after, undefined]),
    ])
  })

  it('does not change a run after its end', () => {
    const ended = applyEvents(begin(1), [settle(0, unanswered), { type: 'finished' }], 7)
    const late = applyEvents(ended, [resolve(0, refused)], 7)
    expect([readStates(late), late.run]).toEqual([['failed'], ended.run])
  })
})

/** A number of requests, and any events over them in any order: more than a run ever yields. */
const anything = fc.integer({ min: 1, max: 2100 }).chain((count) => {
  const index = fc.integer({ min: 0, max: count - 1 })
  const outcome = fc.constantFrom<Outcome>(CANCELLED, ALREADY_CANCELLED, refused, unanswered)
  const event = fc.oneof<fc.Arbitrary<RunEvent>[]>(
    fc.record({ type: fc.constant('sending' as const), index }),
    fc.record({ type: fc.constant('settled' as const), index, outcome }),
    fc.record({
      type: fc.constant('resolved' as const),
      position: index,
      outcome: fc.oneof(outcome, fc.constant(null)),
    }),
    fc.record({ type: fc.constant('returned' as const), index }),
    fc.record({ type: fc.constant('waiting' as const), until: fc.nat() }),
    fc.constant({ type: 'paused', reason: 'server' } as const),
    fc.constant({ type: 'stopped' } as const),
    fc.constant({ type: 'finished' } as const),
  )
  return fc.record({
    count: fc.constant(count),
    picks: fc.constantFrom(null, [...Array(count).keys()].reverse()),
    batches: fc.array(fc.array(event, { maxLength: 20 }), { maxLength: 8 }),
  })
})

it('after any events the counts add up to the total, and equal a count from scratch', () => {
  fc.assert(
    fc.property(anything, ({ count, picks, batches }) => {
      let cancellation = begin(count, picks)
      for (const events of batches) {
        cancellation = applyEvents(cancellation, events, 0)
        const { total, ...counts } = cancellation.tally
        expect(Object.values(counts).reduce((sum, one) => sum + one)).toBe(total)
        expect(cancellation.tally).toEqual(countOutcomes(readOutcomes(cancellation)))
      }
    }),
  )
})

it('events give the same state one by one, in batches, or all at once', () => {
  fc.assert(
    fc.property(anything, ({ count, picks, batches }) => {
      const begun = begin(count, picks)
      const events = batches.flat()
      const apply = (cancellation: Cancellation, batch: readonly RunEvent[]) =>
        applyEvents(cancellation, batch, 0)
      const inBatches = batches.reduce(apply, begun)
      expect(events.map((event) => [event]).reduce(apply, begun)).toEqual(inBatches)
      expect(apply(begun, events)).toEqual(inBatches)
    }),
  )
})

it('every request has one state, and a search by state finds as many as the tally counts', () => {
  fc.assert(
    fc.property(anything, ({ count, picks, batches }) => {
      const cancellation = applyEvents(begin(count, picks), batches.flat(), 0)
      const statuses = ['succeeded', 'failed', 'unknown', 'sending', 'not-sent'] as const
      const found = statuses.flatMap((status) => findByStatus(cancellation, status))
      expect(found.sort((one, other) => one - other)).toEqual([...Array(count).keys()])
    }),
  )
})

it('a pick is a position in the list, or the index itself if all requests are picked', () => {
  expect([pickAt({ picks: null }, 3), pickAt({ picks: [7, 4] }, 1), pickAt({ picks: [7] }, 5)]).toEqual([
    3, 4, -1,
  ])
})
