import { describe, expect, it } from '@jest/globals'
import type { IdRule } from '../../src/domain/ids/idRule'
import { tellOutcome } from './outcomeOf'

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`
const lines = (...rows: readonly string[]): string => text('Sub Order ID,SKU ID,Quantity', ...rows)
const createRule = (pattern: string): IdRule => ({ pattern, hint: 'As the OMS shows it.' })

describe('a sub-order is skipped for a cell that is another line’s ID but for a mark', () => {
  it.each([
    ['a NUL inside', '1253\u0000231242'],
    ['a mark of DOS at its end', '1253231242\u001a'],
    ['a bell', '1253231242\u0007'],
    ['an escape inside', '1253_x000D_231242'],
    ['an escape of a NUL', '1253231242_x0000_'],
    ['a blank of the web', '1253231242&nbsp;'],
    ['a written line end', '1253231242\\n'],
    ['a break of the web', '1253231242<br>'],
    ['a lost character', '1253231242\ufffd'],
    ['a soft hyphen', '1253\u00ad231242'],
    ['a quote', '1253231242"'],
    ['blanks of thousands', '1 253 231 242'],
    ['an asterisk', '1253231242*'],
    ['a hash', '#1253231242'],
    ['a remark', '1253231242 (urgent)'],
    ['digits of Hindi', '१२५३२३१२४२'],
    ['digits of Arabic', '١٢٥٣٢٣١٢٤٢'],
    ['digits of Hindi and a remark', '१२५३२३१२४२ (तुरंत)'],
  ])('%s', async (_, cell) => {
    const content = lines('1253231242,A1,2', `${cell},A2,1`, '1253231243,A1,1')
    expect(await tellOutcome('line-items', content)).toBe(
      '1253231243|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 INVALID_ID',
    )
  })

  it.each([
    '1253231242 1253231243',
    '1253231242;1253231243',
    '1253231242/1253231243',
    '"1253231242\n1253231243"',
    '1253231242 & 1253231243',
    '1253231242 und 1253231243',
    '"1253231242, 1253231243"',
  ])('several IDs in one cell: %j', async (cell) => {
    const content = lines('1253231242,A1,2', `${cell},A2,1`, '1253231243,A1,1', '1253231244,A1,1')
    expect(await tellOutcome('line-items', content)).toBe(
      '1253231244|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 INVALID_ID; 4 SUB_ORDER_HELD_BACK of 3',
    )
  })

  it.each(['FN1\u2011A1', 'FN1\u2013A1', 'FN1\u2212A1', 'FN1\u2013A1 urgent'])(
    'a dash that a program has made of a hyphen: %j',
    async (cell) => {
      expect(await tellOutcome('line-items', lines('FN1-A1,A1,2', `${cell},A2,1`, 'FN2-A1,A1,1'))).toBe(
        'FN2-A1|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 INVALID_ID',
      )
    },
  )

  it.each(['1253231242:A2:1', '1253231242/A2/1', '1253231242 - A2 - 1'])(
    'a row that no delimiter parts: %j',
    async (row) => {
      expect(await tellOutcome('line-items', lines('1253231242,A1,2', row, '1253231243,A1,1'))).toBe(
        '1253231243|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 TOO_FEW_COLUMNS',
      )
    },
  )

  it('no sub-order is skipped for a remark and a total', async () => {
    const content = lines(
      '1253231242,A1,2',
      '1253231242 Total,,2',
      'see 1253231242,,',
      'Total of 1253231243,,1',
      '1253231243,A1,1',
    )
    expect(await tellOutcome('line-items', content)).toMatch(/^1253231242\|A1x2 1253231243\|A1x1; /)
  })

  it.each([
    ['^#\\d{4,10}$', '#1001', '#1002'],
    ['^SO/\\d{4}/\\d{5}$', 'SO/2026/00012', 'SO/2026/00013'],
    ['^gid://shopify/Order/\\d+$', 'gid://shopify/Order/123', 'gid://shopify/Order/124'],
    ['^[A-Z]{6,8}$', 'QXZKWP', 'ABCDEF'],
    ['^SO \\d+$', 'SO 12', 'SO 13'],
  ])('by the rule %s', async (pattern, one, other) => {
    const idRule = createRule(pattern)
    const held = '; 2 SUB_ORDER_HELD_BACK of 3; 3 INVALID_ID'
    for (const cell of [
      `${one}\u001a`,
      `${one.slice(0, 3)}\u0000${one.slice(3)}`,
      `${one}_x0000_`,
      `${one}&nbsp;`,
    ]) {
      const content = lines(`${one},A1,2`, `${cell},A2,1`, `${other},A1,1`)
      expect(await tellOutcome('line-items', content, { idRule })).toBe(`${other}|A1x1${held}`)
    }
    const both = lines(`${one},A1,2`, `${one}; ${other},A2,1`, `${other},A1,1`)
    expect(await tellOutcome('line-items', both, { idRule })).toBe(
      `nothing${held}; 4 SUB_ORDER_HELD_BACK of 3`,
    )
  })
})

describe('a rule below the header', () => {
  it.each(['---', '===', '***', '------------', '____', '– – –', '───', ':---:', '- - -', '+++', '~~~'])(
    'no sub-order is skipped: %s',
    async (rule) => {
      const content = lines(
        `${rule},${rule},${rule}`,
        '1253231242,A1,2',
        `${rule},${rule},${rule}`,
        '1253231243,A1,1',
      )
      expect(await tellOutcome('line-items', content)).toBe(
        '1253231242|A1x2 1253231243|A1x1; 2 INVALID_ID; 4 INVALID_ID',
      )
    },
  )

  it('as wide as each column, or with some cells blank', async () => {
    const content = lines('----------,------,--------', '1253231242,A1,2', '---,,---', '1253231243,A1,1')
    expect(await tellOutcome('line-items', content)).toBe(
      '1253231242|A1x2 1253231243|A1x1; 2 INVALID_ID; 4 INVALID_ID',
    )
  })

  it('a line with a mark for an ID is none', async () => {
    const content = lines('1253231242,A1,2', '---,A2,1', '1253231243,A1,1')
    expect(await tellOutcome('line-items', content)).toBe(
      '1253231243|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 INVALID_ID',
    )
  })
})

describe('a count below one row', () => {
  it.each(['OD123456789012345677', '1253231242', 'FN00009881-A1', '8647326934'])('%s', async (id) => {
    const outcome = `${id}; 3 INVALID_ID`
    expect(await tellOutcome('sub-orders', text('Sub Order ID', id, '1'))).toBe(outcome)
    expect(await tellOutcome('sub-orders', text('Sub Order ID,Note', `${id},x`, '1,'))).toBe(outcome)
    expect(await tellOutcome('sub-orders', text('Note,Sub Order ID', `x,${id}`, ',1'))).toBe(outcome)
    expect(await tellOutcome('sub-orders', text('Sub Order ID', id, '', '1'))).toBe(`${id}; 4 INVALID_ID`)
    expect(await tellOutcome('sub-orders', text(id, '1'), { isPasted: true })).not.toMatch(/ 1(;|$)/)
  })
})

describe('what tells sub-orders apart, by the rule of a host', () => {
  it.each([
    ['^#\\d{4,10}$', '#1001', '#1002'],
    ['^SO/\\d{4}/\\d{5}$', 'SO/2026/00012', 'SO/2026/00013'],
    ['^[A-Z]{6,8}$', 'QXZKWP', 'ABCDEF'],
    ['^SO \\d+$', 'SO 12', 'SO 13'],
    ['^SO\\|\\d+$', 'SO|12', 'SO|13'],
  ])('by the rule %s', async (pattern, one, other) => {
    const idRule = createRule(pattern)
    const groups = lines(`${one},A1,2`, ',A2,1', `${other},A1,1`)
    expect(await tellOutcome('line-items', groups, { idRule })).toBe(
      `${other}|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 MISSING_ID of 2`,
    )
    const subtotals = lines(`${one},A1,2`, `${one} Total,,2`, `${other},A1,1`, `Total ${other},,1`)
    expect(await tellOutcome('line-items', subtotals, { idRule })).toBe(
      `${one}|A1x2 ${other}|A1x1; 3 INVALID_ID; 5 INVALID_ID`,
    )
    const short = text('Sub Order ID,A,B', `${one},x,`, `${one}1,x,`, `${other},x`)
    expect(await tellOutcome('sub-orders', short, { idRule })).toContain(other)
    const cut = text(
      'Sub Order ID,A,B',
      `${one},x,y`,
      `${other}1,x,y`.replace(/(^[A-Z]{6,8})1/, '$1G'),
      `${other},x`,
    )
    expect(await tellOutcome('sub-orders', cut, { idRule })).toMatch(/; 4 TOO_FEW_COLUMNS$/)
  })
})

describe('a line with words in the place of its ID may belong to the sub-order above', () => {
  it.each([
    'contd',
    '(cont.)',
    'and',
    'with',
    'above',
    'same order',
    'free gift',
    'combo',
    'x',
    'zusammen',
    'Pune (west)',
  ])('%s', async (words) => {
    const content = lines('1253231242,A1,2', `${words},A2,1`, '1253231243,A1,1')
    expect(await tellOutcome('line-items', content)).toBe(
      '1253231243|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 INVALID_ID',
    )
  })

  it('and so do the lines below it', async () => {
    const content = lines('1253231242,A1,2', 'contd,A2,1', ',A3,1', '1253231243,A1,1')
    expect(await tellOutcome('line-items', content)).toBe(
      '1253231243|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 INVALID_ID; 4 MISSING_ID',
    )
  })

  it.each([
    'Myntra,,',
    'Myntra,All,2',
    'Checked,Asha,',
    'Checked by,Asha,2',
    'Page:,A,1',
    'Pune store,,3',
    'EXAMPLE,A1,1',
    '#1001,A2,1',
  ])('what is no line, or another sub-order, does not: %s', async (row) => {
    const content = lines('1253231242,A1,2', row, '1253231243,A1,1')
    expect(await tellOutcome('line-items', content)).toMatch(/^1253231242\|A1x2 1253231243\|A1x1; /)
  })

  it('no sub-order is skipped for them above the first ID', async () => {
    expect(await tellOutcome('line-items', lines('gift,A2,1', '1253231243,A1,1'))).toBe(
      '1253231243|A1x1; 2 INVALID_ID',
    )
  })
})
