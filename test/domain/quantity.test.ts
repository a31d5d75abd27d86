import { expect, it } from '@jest/globals'
import { readQuantity } from '../../src/domain/ids/quantity'

it.each([
  ['1', 1],
  ['2.0', 2],
  ['3.00', 3],
  ['3.0000', 3],
  ['1234.000', 1234],
  ['007', 7],
  [' \u00a012\u200b', 12],
  ['\uff12', 2],
  ['="5"', 5],
  ["'5", 5],
  ['9007199254740991', Number.MAX_SAFE_INTEGER],
])('%j is the quantity %d', (text, quantity) => {
  expect(readQuantity(text)).toEqual({ ok: true, quantity })
})

it.each([
  '0',
  '0.0',
  '-1',
  '+2',
  '1.5',
  '2.',
  '1,000',
  '1.000',
  '12.000.000',
  '1,0',
  '1 000',
  '1e3',
  '0x10',
  'two',
  '²',
  'Infinity',
  '9007199254740992',
  '9'.repeat(400),
])('%j is refused, never rounded', (text) => {
  expect(readQuantity(text)).toEqual({ ok: false, code: 'INVALID_QUANTITY' })
})

it.each(['', ' \u200b', '=""'])('%j is missing', (text) => {
  expect(readQuantity(text)).toEqual({ ok: false, code: 'MISSING_QUANTITY' })
})
