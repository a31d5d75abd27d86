import { expect, it } from '@jest/globals'
import type { LogEntry } from '../../src/domain/record/logEntry'
import { NOTHING_SENT, sendNext } from '../../src/store/record/sendLog'
import { START } from '../run/fakeClock'
import { createTestStore } from './testStore'

const entry = (line: number): LogEntry => ({
  line,
  runId: 'run',
  sequence: line,
  at: START,
  done: 0,
  total: 9,
  news: { type: 'continued' },
})
const readLines = (entries: readonly LogEntry[]) => entries.map(({ line }) => line)

it('lines that follow without a gap are sent, and noted as sent', () => {
  const { store, entries } = createTestStore()
  const first = store.dispatch(sendNext('sheet', NOTHING_SENT, [entry(1), entry(2)]))
  const second = store.dispatch(sendNext('sheet', first, [entry(3)]))
  expect([first, second, readLines(entries)]).toEqual([{ from: 1, to: 2 }, { from: 1, to: 3 }, [1, 2, 3]])
})

it('lines that follow a gap are sent, and not noted as sent: the lines in the gap perhaps never were', () => {
  const { store, entries } = createTestStore()
  const first = store.dispatch(sendNext('sheet', NOTHING_SENT, [entry(1)]))
  const beyond = store.dispatch(sendNext('sheet', first, [entry(3)]))
  const after = store.dispatch(sendNext('sheet', beyond, [entry(4)]))
  expect([beyond, after, readLines(entries)]).toEqual([{ from: 1, to: 1 }, { from: 1, to: 1 }, [1, 3, 4]])
})

it('nothing is noted as sent if nobody listens', () => {
  const { store } = createTestStore(undefined, { host: { sendEvent: () => false } })
  expect(store.dispatch(sendNext('sheet', NOTHING_SENT, [entry(1)]))).toEqual(NOTHING_SENT)
})
