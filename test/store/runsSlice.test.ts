import { expect, it } from '@jest/globals'
import { CANCELLED } from '../../src/domain/run/outcome'
import type { RunEvent } from '../../src/domain/run/run'
import {
  cancellationForgotten,
  eventsHappened,
  requestsPlanned,
  runContinued,
  runStarted,
  stopAsked,
} from '../../src/store/slices/runActions'
import { type RunsState, runsReducer } from '../../src/store/slices/runsSlice'
import { createWholes } from '../domain/requests'

type Action = Parameters<typeof runsReducer>[1]

const start = (id: string): Action => runStarted({ id, runId: `run-of-${id}`, picks: null, at: 0, epoch: 1 })
const happen = (id: string, ...events: RunEvent[]): Action => eventsHappened({ id, events, at: 0 })

function reduce(...actions: Action[]): RunsState {
  return actions.reduce<RunsState>(runsReducer, runsReducer(undefined, { type: 'init' }))
}

const plan = (id: string, count = 2): Action => requestsPlanned({ id, requests: createWholes(count) })
const readRuns = ({ activeId, latestId, byId }: RunsState) => ({
  activeId,
  latestId,
  phases: Object.fromEntries(Object.entries(byId).map(([id, { run }]) => [id, run?.phase])),
})

it('a run is the active one until its end, and the latest one after it', () => {
  expect(readRuns(reduce(plan('a'), start('a')))).toEqual({
    activeId: 'a',
    latestId: 'a',
    phases: { a: 'running' },
  })
  expect(readRuns(reduce(plan('a'), start('a'), happen('a', { type: 'finished' })))).toEqual({
    activeId: null,
    latestId: 'a',
    phases: { a: 'finished' },
  })
})

it('a run that is asked to stop is active until it has stopped', () => {
  const stopping = reduce(plan('a'), start('a'), stopAsked({ id: 'a' }))
  expect(readRuns(stopping)).toEqual({ activeId: 'a', latestId: 'a', phases: { a: 'stopping' } })
  expect(readRuns(runsReducer(stopping, happen('a', { type: 'stopped' })))).toEqual({
    activeId: null,
    latestId: 'a',
    phases: { a: 'stopped' },
  })
})

it('a run that is continued is active again', () => {
  const held = reduce(plan('a'), start('a'), happen('a', { type: 'paused', reason: 'session' }))
  expect(readRuns(held).activeId).toBeNull()
  expect(readRuns(runsReducer(held, runContinued({ id: 'a', at: 0, epoch: 2 })))).toEqual({
    activeId: 'a',
    latestId: 'a',
    phases: { a: 'running' },
  })
})

it('a late answer to an earlier run leaves the active one alone', () => {
  const both = reduce(plan('a'), start('a'), happen('a', { type: 'finished' }), plan('b'), start('b'))
  const late = runsReducer(both, happen('a', { type: 'resolved', position: 0, outcome: CANCELLED }))
  expect(readRuns(late)).toEqual(readRuns(both))
})

it('an event of a forgotten cancellation changes nothing', () => {
  const state = reduce(
    plan('a'),
    start('a'),
    happen('a', { type: 'finished' }),
    cancellationForgotten({ id: 'a' }),
  )
  expect(state.byId).toEqual({})
  expect(runsReducer(state, happen('a', { type: 'finished' }))).toBe(state)
})

it('an action of another part changes nothing', () => {
  const state = reduce(plan('a'))
  expect(runsReducer(state, { type: 'view/tabChosen' })).toBe(state)
})

it('a batch copies what it changes and nothing else', () => {
  const before = reduce(plan('a', 5000), plan('b'), start('a'))
  const after = runsReducer(
    before,
    happen('a', { type: 'sending', index: 2000 }, { type: 'settled', index: 2000, outcome: CANCELLED }),
  )
  expect(after.byId['b']).toBe(before.byId['b'])
  expect(after.byId['a']?.requests).toBe(before.byId['a']?.requests)
  expect(
    after.byId['a']?.outcomes.blocks.map((piece, at) => piece === before.byId['a']?.outcomes.blocks[at]),
  ).toEqual([true, false, true, true, true])
})

it('a batch without outcomes leaves the outcomes as they are', () => {
  const before = reduce(plan('a'), start('a'))
  const after = runsReducer(before, happen('a', { type: 'sending', index: 0 }))
  expect(after.byId['a']?.outcomes).toBe(before.byId['a']?.outcomes)
})
