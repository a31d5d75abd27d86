import { expect, it } from '@jest/globals'
import { tellOutcome } from './outcomeOf'

// The rule of a host whose IDs are `#1001`, or words of six letters.
const idRule = { pattern: '^(?:#\\d{4,10}|[A-Z]{6})$', hint: 'An ID begins with #.' }
const file = (...records: readonly string[]) => `${records.join('\r\n')}\r\n`
const table = ['Sub Order ID,City', '#1001,Pune', '#1002,Agra']

it.each([
  [
    'known headings',
    file(...table, 'SKU ID,Stock', '86473,3'),
    '#1001 #1002; 4 INVALID_ID; 5 OTHER_TABLE of 4',
  ],
  [
    'unknown headings above IDs of another make',
    file(...table, 'Tuote,Varasto', '#88888888,3', '#88888889,4'),
    '#1001 #1002; 4 INVALID_ID; 5 OTHER_TABLE of 4; 6 OTHER_TABLE of 4',
  ],
  [
    'a heading that the rule lets through',
    file('Sub Order ID,City', 'ABCDEF,Pune', 'STATUS,CITY', 'QWERTY,4'),
    'ABCDEF; 3 OTHER_TABLE of 3; 4 OTHER_TABLE of 3',
  ],
  ['words for IDs', file('Sub Order ID', 'ABCDEF', 'GHIJKL'), 'ABCDEF GHIJKL'],
  [
    'one value a line',
    file('Phone', 'Customer Name', 'Sub Order ID', '98200', 'Asha', '#1001'),
    'CELLS_IN_LINES',
  ],
  ['labels above', file('Sorted by,Sub Order ID', 'From,x', '', ...table), '#1001 #1002'],
])('by the rule of a host: %s', async (_about, content, outcome) => {
  expect(await tellOutcome('sub-orders', content, { idRule })).toBe(outcome)
})
