import { expect, it } from '@jest/globals'
import type { CallTrouble } from '../../src/domain/run/cancellation'
import { chooseWait, createPausePolicy } from '../../src/run/policy'

type Step = CallTrouble | undefined

it.each<[string, Step[], Step[]]>([
  ['no trouble never pauses', [undefined, undefined, undefined], [undefined, undefined, undefined]],
  ['the third in a row pauses', ['server', 'server', 'server'], [undefined, undefined, 'server']],
  [
    'the fourth pauses as well',
    ['server', 'server', 'server', 'server'],
    [undefined, undefined, 'server', 'server'],
  ],
  [
    'a good answer begins a new count',
    ['server', 'server', undefined, 'server', 'server'],
    [undefined, undefined, undefined, undefined, undefined],
  ],
  [
    'two kinds of trouble are two counts',
    ['server', 'server', 'forbidden', 'server'],
    [undefined, undefined, undefined, undefined],
  ],
  ['a session pauses at once', ['session'], ['session']],
  [
    'a connection pauses at once, in the midst of a streak',
    ['server', 'connection'],
    [undefined, 'connection'],
  ],
  ['a broken contract pauses at once', ['contract'], ['contract']],
])('%s', (_, steps, pauses) => {
  const pauseAfter = createPausePolicy()
  expect(steps.map(pauseAfter)).toEqual(pauses)
})

it('waits as long as the server asks, else until the next minute of the wall clock begins', () => {
  const noon = Date.UTC(2026, 10, 23, 12)
  expect([
    chooseWait(1500, noon + 20_000),
    chooseWait(0, noon + 20_000),
    chooseWait(undefined, noon + 20_000),
    chooseWait(undefined, noon + 59_999),
    // On the stroke of the minute the next one is a whole minute away: the server's clock may be behind.
    chooseWait(undefined, noon),
  ]).toEqual([1500, 0, 40_000, 1, 60_000])
})
