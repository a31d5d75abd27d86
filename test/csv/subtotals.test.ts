import { describe, expect, it } from '@jest/globals'
import { readHints } from './hintsOf'
import { tellOutcome } from './outcomeOf'

const lines = (...rows: readonly string[]): string =>
  `${['Sub Order ID,SKU ID,Quantity', ...rows].join('\n')}\n`

const names = [
  'Total',
  'TOTAL',
  'Subtotal',
  'Sub-Total',
  'Sub total:',
  'Grand Total',
  'Summe',
  'Ergebnis',
  'Gesamt',
  'Zwischensumme',
  'Sous-total',
  'Totale',
  'Suma',
  'Итого',
  '合計',
  '小計',
  'कुल',
  'उप-योग',
  '1253231242 Total',
  'Total 1253231242',
  'Total qty',
  '(Total)',
]

describe('a subtotal that repeats the ID is no line', () => {
  it.each(names)('%s', async (name) => {
    const content = lines(
      '1253231242,A1,2',
      '1253231242,A2,1',
      `1253231242,${name},3`,
      '1253231243,A1,1',
      `1253231243,${name},1`,
    )
    const outcome = '1253231242|A1x2|A2x1 1253231243|A1x1; 4 INVALID_ID; 6 INVALID_ID'
    expect(await tellOutcome('line-items', content)).toBe(outcome)
    expect(await tellOutcome('line-items', content.replaceAll(',', ';'))).toBe(outcome)
    expect(await tellOutcome('line-items', content.replaceAll(',', '\t'), { isPasted: true })).toBe(outcome)
    expect(await readHints('line-items', content)).toEqual(['total', 'total'])
  })

  it('above its lines, without a quantity, and one of each group of them', async () => {
    const above = lines('1253231242,Total,3', '1253231242,A1,2', '1253231242,A2,1', '1253231243,A1,1')
    expect(await tellOutcome('line-items', above)).toBe('1253231242|A1x2|A2x1 1253231243|A1x1; 2 INVALID_ID')
    const bare = lines('1253231242,A1,2', '1253231242,Total,', '1253231243,A1,1')
    expect(await tellOutcome('line-items', bare)).toBe('1253231242|A1x2 1253231243|A1x1; 3 INVALID_ID')
    const groups = lines(
      '1253231242,A1,2',
      '1253231242,Subtotal,2',
      '1253231242,A2,1',
      '1253231242,A3,4',
      '1253231242,Subtotal,5',
      '1253231242,Total,7',
    )
    expect(await tellOutcome('line-items', groups)).toBe(
      '1253231242|A1x2|A2x1|A3x4; 3 INVALID_ID; 6 INVALID_ID; 7 INVALID_ID',
    )
  })

  it('a grand total below them is one as well', async () => {
    const content = lines(
      '1253231242,A1,2',
      '1253231242,A2,1',
      '1253231242,Total,3',
      '1253231243,A1,4',
      '1253231243,Total,4',
      ',,7',
    )
    expect(await tellOutcome('line-items', content)).toBe(
      '1253231242|A1x2|A2x1 1253231243|A1x4; 4 INVALID_ID; 6 INVALID_ID; 7 MISSING_ID',
    )
  })

  it('counts that a spreadsheet writes below each product are none', async () => {
    const rows = ['A1,1253231242,1', 'A1,1253231243,2', 'A1 Count,2,2', 'A2,1253231244,1', 'A2 Count,1,1']
    const content = ['SKU ID,Sub Order ID,Quantity', ...rows, 'Grand Count,3,3', ''].join('\n')
    expect(await tellOutcome('line-items', content)).toBe(
      '1253231242|A1x1 1253231243|A1x2 1253231244|A2x1; 4 INVALID_ID; 6 INVALID_ID; 7 INVALID_ID',
    )
  })

  it.each(['4', '2', '1', 'x', '0'])('a sub-order is skipped for one that says %s and not 3', async (sum) => {
    const content = lines('1253231242,A1,2', '1253231242,A2,1', `1253231242,Total,${sum}`, '1253231243,A1,1')
    expect(await tellOutcome('line-items', content)).toBe(
      '1253231243|A1x1; 2 SUB_ORDER_HELD_BACK of 4; 3 SUB_ORDER_HELD_BACK of 4; 4 INVALID_ID',
    )
  })

  it('a sub-order is skipped for an unreadable line all the same, and a total alone sends nothing', async () => {
    const content = lines('1253231242,A1,2', '1253231242,A2,x', '1253231242,Total,2')
    expect(await tellOutcome('line-items', content)).toBe(
      'nothing; 2 SUB_ORDER_HELD_BACK of 3; 3 INVALID_QUANTITY; 4 INVALID_ID',
    )
    expect(await tellOutcome('line-items', lines('1253231242,Total,3', '1253231243,A1,1'))).toBe(
      '1253231243|A1x1; 2 INVALID_ID',
    )
  })

  it.each(['TOTAL-500', 'SUM1', 'Colgate Total', 'Total care 200 ml', 'RESULT_X1', 'COUNT#4', 'Row house'])(
    'the SKU %s is one',
    async (sku) => {
      const content = lines(`1253231242,${sku},2`, '1253231242,A2,1')
      expect(await tellOutcome('line-items', content)).toBe(`1253231242|${sku}x2|A2x1`)
    },
  )
})

describe('a sum below each sub-order, without a word', () => {
  it.each([
    ['of one line, in the midst', ['1253231243,A1,4', ',,4', '1253231244,A1,1', '1253231244,A2,1', ',,2']],
    ['of one line, at the end', ['1253231243,A1,4', ',,4']],
  ])('%s, is no line where another one is', async (_about, rows) => {
    const content = lines('1253231242,A1,2', '1253231242,A2,1', ',,3', ...rows)
    const told = await tellOutcome('line-items', content)
    expect(told).toMatch(/^1253231242\|A1x2\|A2x1 1253231243\|A1x4/)
    expect(told).not.toContain('HELD')
  })
  it('a sub-order is skipped for a figure that is not the sum of the line above', async () => {
    const content = lines('1253231242,A1,2', '1253231242,A2,1', ',,3', '1253231243,A1,4', ',,3')
    expect(await tellOutcome('line-items', content)).toBe(
      '1253231242|A1x2|A2x1; 4 MISSING_ID; 5 SUB_ORDER_HELD_BACK of 6; 6 MISSING_ID of 5',
    )
  })
  it('below sums with words, a cell without a SKU ID may lie under a merged one', async () => {
    const content = lines('1253231242,A1,2', 'Total,,2', '1253231243,A1,4', ',,4', 'Total,,8')
    expect(await tellOutcome('line-items', content)).toContain('SUB_ORDER_HELD_BACK of 5')
  })
  it('one with a SKU ID is a line', async () => {
    const content = lines('1253231242,A1,2', '1253231242,A2,1', ',,3', '1253231243,A1,4', ',A2,4')
    expect(await tellOutcome('line-items', content)).toBe(
      '1253231242|A1x2|A2x1; 4 MISSING_ID; 5 SUB_ORDER_HELD_BACK of 6; 6 MISSING_ID of 5',
    )
  })
})
