import { describe, expect, it } from '@jest/globals'
import { tellOutcome } from './outcomeOf'

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`
const lines = (...rows: readonly string[]): string => text('Sub Order ID,SKU ID,Quantity', ...rows)

describe('a sub-order is skipped for a row that another delimiter parts', () => {
  const held = '1253231243|A2x1; 2 SUB_ORDER_HELD_BACK of 3; 3 '
  it.each([
    ['1253231242;A2;1', 'TOO_FEW_COLUMNS'],
    ['1253231242|A2|1', 'TOO_FEW_COLUMNS'],
    ['1253231242\tA2\t1', 'TOO_FEW_COLUMNS'],
    ['1253231242 A2 1', 'TOO_FEW_COLUMNS'],
    ['1253231242; A2; 1', 'TOO_FEW_COLUMNS'],
    ['1253231242;A2,1', 'TOO_FEW_COLUMNS'],
    ['"1253231242,A2,1"', 'TOO_FEW_COLUMNS'],
    ['1253231242;A2;1;', 'TOO_FEW_COLUMNS'],
    ['1253231242;A2;1;x,y,z,z', 'TOO_MANY_COLUMNS'],
    ['1253231242;A2;1,,', 'INVALID_ID'],
    ['1253231242|A2|1,,', 'INVALID_ID'],
    ['1253231242\tA2\t1,,', 'INVALID_ID'],
    ['"1253231242,A2,1",,', 'INVALID_ID'],
  ])('%s', async (row, code) => {
    const content = lines('1253231242,A1,1', row, '1253231243,A2,1')
    expect(await tellOutcome('line-items', content)).toBe(held + code)
  })

  it.each(['A2;1;1253231242', 'A2|1|1253231242', 'A2;1,1253231242', 'A2,1;1253231242'])(
    '%s, where the ID stands last',
    async (row) => {
      const content = text('SKU ID,Quantity,Sub Order ID', 'A1,1,1253231242', row, 'A2,1,1253231243')
      expect(await tellOutcome('line-items', content)).toBe(`${held}TOO_FEW_COLUMNS`)
    },
  )

  it.each(['1,1253231242,A2,1', '17,1253231242,A2,1,x', 'x,,1253231242,A2,1'])(
    '%s, which has cells in front',
    async (row) => {
      const content = lines('1253231242,A1,1', row, '1253231243,A2,1')
      expect(await tellOutcome('line-items', content)).toBe(`${held}TOO_MANY_COLUMNS`)
    },
  )

  it('no other sub-order is skipped for a comma in a SKU', async () => {
    const content = lines('1253231242,A1,1', '1253231242,AB,2,1', '1253231243,A2,1')
    expect(await tellOutcome('line-items', content)).toBe(`${held}TOO_MANY_COLUMNS`)
  })

  it('a comma in a file of semicolons, and from the clipboard', async () => {
    const content = lines('1253231242,A1,1', '1253231242|A2|1', '1253231243,A2,1').replaceAll(',', ';')
    expect(await tellOutcome('line-items', content.replaceAll('|', ','))).toBe(`${held}TOO_FEW_COLUMNS`)
    const pasted = content.replaceAll(';', '\t')
    expect(await tellOutcome('line-items', pasted, { isPasted: true })).toBe(`${held}TOO_FEW_COLUMNS`)
  })

  it('no sub-order is skipped for a remark with such a mark', async () => {
    const content = lines('1253231242,A1,1', 'Remark; see 1253231242,,', '1253231243,A2,1')
    expect(await tellOutcome('line-items', content)).toMatch(/^1253231242\|A1x1 1253231243\|A2x1; /)
  })

  it('by the rule of a host', async () => {
    const idRule = { pattern: '^SO\\|\\d+$', hint: 'As the OMS shows it.' }
    const content = lines('SO|12,A1,1', 'SO|12;A2;1', 'SO|13,A2,1')
    expect(await tellOutcome('line-items', content, { idRule })).toMatch(/2 SUB_ORDER_HELD_BACK of 3/)
  })
})
