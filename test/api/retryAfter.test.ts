import { readRetryAfter } from '../../src/api/answer/answer'
import { expect, it } from '@jest/globals'

const noon = Date.UTC(2026, 10, 23, 12)

it.each([
  ['seconds', '120', 120_000],
  ['seconds with blanks around', ' 3 ', 3000],
  ['seconds with a fraction', '1.5', 1500],
  ['no wait at all', '0', 0],
  ['a date', 'Mon, 23 Nov 2026 12:00:30 GMT', 30_000],
  ['a date that has passed', 'Mon, 23 Nov 2026 11:59:00 GMT', 0],
  ['nothing', '', undefined],
  ['a missing header', undefined, undefined],
  ['words', 'soon', undefined],
  ['a day that is none', 'Mon, 99 Nov 2026 12:00:30 GMT', undefined],
  ['less than nothing', '-5', undefined],
  ['a date in another notation', '2026-11-23T12:00:30Z', undefined],
])('reads %s', (_, header, expected) => {
  expect(readRetryAfter(header, noon)).toBe(expected)
})
