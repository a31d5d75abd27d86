import { describe, expect, it } from '@jest/globals'
import { anything, array, assert, constantFrom, oneof, property, record } from 'fast-check'
import { CANCELLED } from '../../src/domain/run/outcome'
import { readTabMessage } from '../../src/domain/run/readTabMessage'
import type { TabMessage, SharedEvent } from '../../src/domain/run/tabMessage'

const failure = { code: 'BAD_DATA', message: 'Sub order is invoiced', httpStatus: 400 }
const cancelled = { status: 'succeeded', how: 'cancelled' } as const
const at = 1_700_000_000_000

const events: SharedEvent[] = [
  { type: 'sending', index: 0 },
  { type: 'settled', index: 0, outcome: CANCELLED },
  { type: 'settled', index: 1, outcome: { status: 'succeeded', how: 'already-cancelled' } },
  { type: 'settled', index: 2, outcome: { status: 'failed', failure } },
  { type: 'settled', index: 3, outcome: { status: 'unknown', reason: { why: 'timed-out', afterMs: 9 } } },
  {
    type: 'settled',
    index: 4,
    outcome: { status: 'unknown', reason: { why: 'server-error', httpStatus: 503 } },
  },
  { type: 'returned', index: 5 },
  { type: 'passed', index: 6 },
  { type: 'waiting', until: at },
  { type: 'paused', reason: 'session' },
  { type: 'stopped' },
  { type: 'finished' },
  { type: 'resolved', position: 3, outcome: null },
  { type: 'resolved', position: 3, outcome: { ...cancelled, verdict: { by: 'status-read', at } } },
  { type: 'resolved', position: 3, outcome: { ...cancelled, verdict: { by: 'person', name: 'Priya', at } } },
]

it('reads each message of this version as it was sent', () => {
  const messages: TabMessage[] = [
    { type: 'hello' },
    { type: 'began', id: 'a' },
    { type: 'ended', id: 'a' },
    { type: 'stop', id: 'a' },
    { type: 'changed', id: 'a' },
    { type: 'happened', id: 'a', events: [] },
    { type: 'happened', id: 'a', events },
  ]
  expect(messages.map(readTabMessage)).toEqual(messages)
})

describe('unknown events of another version say that the run has changed', () => {
  it.each<[string, unknown]>([
    ['no events', undefined],
    ['events that are no list', { length: 1, 0: { type: 'stopped' } }],
    ['an event that is none', [null]],
    ['an event of another kind', [{ type: 'approved', index: 0 }]],
    ['an event that is named like a member of objects', [{ type: 'toString', index: 0 }]],
    ['a kind that is no text', [{ type: { toString: () => 'sending' }, index: 0 }]],
    ['a position that is none', [{ type: 'sending' }]],
    ['a position below 0', [{ type: 'passed', index: -1 }]],
    ['a position that is text', [{ type: 'sending', index: '0' }]],
    ['half a position', [{ type: 'returned', index: 0.5 }]],
    ['a wait without an end', [{ type: 'waiting', until: Infinity }]],
    ['a pause for another reason', [{ type: 'paused', reason: 'trial' }]],
    ['no outcome', [{ type: 'settled', index: 0 }]],
    ['null for an outcome', [{ type: 'settled', index: 0, outcome: null }]],
    ['an outcome of another kind', [{ type: 'settled', index: 0, outcome: { status: 'accepted' } }]],
    [
      'another way to succeed',
      [{ type: 'settled', index: 0, outcome: { status: 'succeeded', how: 'partly' } }],
    ],
    ['a failure without words', [{ type: 'settled', index: 0, outcome: { status: 'failed' } }]],
    [
      'a failure whose words are none',
      [{ type: 'settled', index: 0, outcome: { status: 'failed', failure: { ...failure, message: 5 } } }],
    ],
    [
      'another reason of not knowing',
      [{ type: 'settled', index: 0, outcome: { status: 'unknown', reason: { why: 'queued' } } }],
    ],
    ['no reason of not knowing', [{ type: 'settled', index: 0, outcome: { status: 'unknown' } }]],
    [
      'a verdict by somebody else',
      [{ type: 'resolved', position: 0, outcome: { ...CANCELLED, verdict: { by: 'oms', at } } }],
    ],
    ['a good event before a strange one', [{ type: 'stopped' }, { type: 'closed' }]],
  ])('%s', (_, told) => {
    expect(readTabMessage({ type: 'happened', id: 'a', events: told })).toEqual({ type: 'changed', id: 'a' })
  })
})

it('never throws, and returns a message of ours or nothing', () => {
  const types = ['hello', 'began', 'happened', 'ended', 'stop', 'changed']
  const strange = oneof(
    anything(),
    record({ type: constantFrom(...types), id: anything(), events: array(anything()) }),
  )
  assert(
    property(strange, (data) => {
      const read = readTabMessage(data)
      expect(read === undefined || (types.includes(read.type) && readTabMessage(read) !== undefined)).toBe(
        true,
      )
    }),
  )
})
