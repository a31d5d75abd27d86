import { describe, expect, it } from '@jest/globals'
import type { IdRule } from '../../src/domain/ids/idRule'
import { readHints } from './hintsOf'
import { tellOutcome } from './outcomeOf'

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`
const lines = (...rows: readonly string[]): string => text('Sub Order ID,SKU ID,Quantity', ...rows)
const digits: IdRule = { pattern: '^\\d{1,20}$', hint: 'As the OMS shows it.' }

const zeros = ['0', '00', '000', '0000000000', '0.0', '0.00', '"0"', "'0", '"=""0"""', ' 0 ', '０', '\u200b0']

describe('a zero in the place of an ID is a blank that a program wrote', () => {
  it.each(zeros)('%j in a list of sub-orders', async (zero) => {
    const content = text('Sub Order ID,City', '1253231242,Pune', `${zero},Agra`, '1253231243,Goa')
    const outcome = '1253231242 1253231243; 3 INVALID_ID'
    expect(await tellOutcome('sub-orders', content)).toBe(outcome)
    expect(await tellOutcome('sub-orders', content, { idRule: digits })).toBe(outcome)
    expect(await tellOutcome('sub-orders', content.replaceAll(',', '\t'), { isPasted: true })).toBe(outcome)
    expect(await readHints('sub-orders', content)).toEqual(['filler'])
  })

  it.each(zeros)('%j as the ID of a line', async (zero) => {
    const content = lines('1253231242,A1,2', `${zero},A2,1`, '1253231243,A1,1')
    const outcome = '1253231243|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 INVALID_ID of 2'
    expect(await tellOutcome('line-items', content)).toBe(outcome)
    expect(await tellOutcome('line-items', content, { idRule: digits })).toBe(outcome)
  })

  it.each(zeros)('%j as a SKU', async (zero) => {
    const content = lines('1253231242,A1,2', `1253231242,${zero},1`, '1253231243,A1,1')
    expect(await tellOutcome('line-items', content)).toBe(
      '1253231243|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 MISSING_SKU',
    )
    expect(await readHints('line-items', content)).toEqual([undefined, 'filler'])
  })

  it.each(['01', '10', '100', '0012', '0-0-1', '0A', 'A0', '0x1F'])('%s is none', async (id) => {
    const content = lines(`${id},A1,2`, `1253231243,${id},1`)
    expect(await tellOutcome('line-items', content)).toBe(`${id}|A1x2 1253231243|${id}x1`)
  })

  it('a quantity of zero is one', async () => {
    const content = lines('1253231242,A1,0', '1253231243,A1,1')
    expect(await tellOutcome('line-items', content)).toBe('1253231243|A1x1; 2 INVALID_QUANTITY')
    expect(await readHints('line-items', content)).toEqual([undefined])
  })

  it('below the lines’ ID it is filled like a blank', async () => {
    const content = lines('1253231242,A1,2', '0,A2,1', '1253231243,A1,1', '0,A2,1')
    expect(await readHints('line-items', content)).toEqual([undefined, 'id-above', undefined, 'id-above'])
  })
})
