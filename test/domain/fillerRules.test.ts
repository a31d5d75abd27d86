import { expect, it } from '@jest/globals'
import { isRule } from '../../src/domain/ids/filler'

it.each([
  [['---', '---', '---'], true],
  [['====', '', ' '], true],
  [['|---|:--:|'], true],
  [['+----+----+'], true],
  [['───', '═══'], true],
  [['- - -', '* * *'], true],
  [['-', '-', '-'], false],
  [['', ' ', ''], false],
  [['---', 'A1', '---'], false],
  [['"', '"', '"'], false],
  [['...', '...', '...'], false],
  [['---', '---', '1'], false],
])('%j draws a line: %j', (cells, isOne) => {
  expect(isRule(cells)).toBe(isOne)
})
