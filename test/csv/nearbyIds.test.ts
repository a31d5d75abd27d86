import { describe, expect, it } from '@jest/globals'
import { tellOutcome } from './outcomeOf'

const lines = (...rows: readonly string[]): string =>
  `${['Sub Order ID,SKU ID,Quantity', ...rows].join('\n')}\n`

describe('a refused ID that is a neighbour’s with something around it or in it', () => {
  it.each([
    '1253231242?',
    '1253231242??',
    '#1253231242',
    '№1253231242',
    '’1253231242',
    '+1253231242',
    '=1253231242',
    '"1,253,231,242"',
    '"1,25,32,31,242"',
    "1'253'231'242",
    '12532 31242',
    '125 323 1242',
    '1253-231-242?',
    '1253/231/242',
    'SO: 1253231242',
    'SO#1253231242',
    'SO1253231242!',
    'SO_1253231242!',
    'order1253231242 urgent',
    'Bestellung Nr.1253231242 (Rest)',
    'ऑर्डर1253231242',
    '1253231242 (contd.)',
    '1253231242 - cont.',
    '(1253231242)',
    '{1253231242}',
    '<1253231242>',
    '1253231242€',
    '1253231242/A',
    '１２５３２３１２４２！',
    '1253231242.5 (a decimal number)',
  ])('%s', async (cell) => {
    const content = lines('1253231242,A1,2', `${cell},A2,1`, '1253231243,A1,1')
    const outcome = '1253231243|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 INVALID_ID'
    expect(await tellOutcome('line-items', content)).toBe(outcome)
    const below = lines('1253231243,A1,1', `${cell},A2,1`, '1253231242,A1,2')
    expect(await tellOutcome('line-items', below)).toBe(
      '1253231243|A1x1; 3 INVALID_ID; 4 SUB_ORDER_HELD_BACK of 3',
    )
  })

  it.each(['25/05/2026', '1253231249?', 'SO 999', '!12'])('%s is nobody’s', async (cell) => {
    const content = lines('1253231242,A1,2', `${cell},A2,1`, '12,A1,1')
    expect(await tellOutcome('line-items', content)).toMatch(/^1253231242\|A1x2/)
  })
})

describe('every sub-order is skipped that a rounded ID may stand for', () => {
  const held = 'nothing; 2 SUB_ORDER_HELD_BACK of 3; 3 SCIENTIFIC_ID; 4 SUB_ORDER_HELD_BACK of 3'
  const second = '; 2 SUB_ORDER_HELD_BACK of 3; 3 SCIENTIFIC_ID'
  it.each([
    ['1.25323E+09', held],
    ['1.25E+09', held],
    ['1.3E+09', held],
    ['1E+09', held],
    ['"1,25323E+09"', held],
    ['1.25323e9', held],
    ['1.25323E+9', held],
    ['+1.25323E+09', held],
    ['1.253231242E+09', `1253231243|A1x1${second}`],
    ['1.253231242E9', `1253231243|A1x1${second}`],
    ['1.2532312420E+09', `1253231243|A1x1${second}`],
    ['125.323E+07', held],
    ['1.25323E+10', '1253231242|A1x2 1253231243|A1x1; 3 SCIENTIFIC_ID'],
    ['1.26E+09', '1253231242|A1x2 1253231243|A1x1; 3 SCIENTIFIC_ID'],
    ['1.25323E-09', '1253231242|A1x2 1253231243|A1x1; 3 SCIENTIFIC_ID'],
  ])('%s', async (cell, outcome) => {
    const content = lines('1253231242,A1,2', `${cell},A2,1`, '1253231243,A1,1')
    expect(await tellOutcome('line-items', content)).toBe(outcome)
  })

  it('a comma of its own has parted it in two', async () => {
    const content = lines('1253231242,A1,2', '1,25323E+09,A2,1', '8647326934,A1,1').replace(
      'Sub Order ID,SKU',
      'Sub Order ID,Note,SKU',
    )
    const wide = content.replaceAll(/^(\d{10}),/gm, '$1,,')
    expect(await tellOutcome('line-items', wide)).toBe(
      '8647326934|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 SCIENTIFIC_ID',
    )
  })

  it.each([
    ['cut off', '9.99E+9', '9994999999', true],
    ['rounded up to the next power', '1.00E+10', '9999999999', true],
    ['leading zeros', '1.25323E+09', '001253231242', true],
    ['letters', '1.25323E+09', 'SO1253231242', false],
    ['an E inside', '1.20E+11', '12E10', true],
    ['20 digits', '1.25323E+19', '12532312420012345678', true],
    ['15 digits kept', '1.25323124200123E+19', '12532312420012345678', true],
  ])('%s', async (_, cell, id, isHeld) => {
    const content = lines(`${id},A1,2`, `${cell},A2,1`, '8647326934,A1,1')
    const sent = isHeld ? '' : `${id}|A1x2 `
    const blame = isHeld ? '2 SUB_ORDER_HELD_BACK of 3; ' : ''
    expect(await tellOutcome('line-items', content)).toBe(`${sent}8647326934|A1x1; ${blame}3 SCIENTIFIC_ID`)
  })

  it('decimals behind a long one, which has lost its last digits', async () => {
    const content = lines('12532312420012345678,A1,2', '12532312420012300000.0,A2,1', '8647326934,A1,1')
    expect(await tellOutcome('line-items', content)).toBe(
      '8647326934|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 PRECISION_LOST',
    )
  })

  it('many of them take no longer for it', async () => {
    const count = 20_000
    const ids = Array.from({ length: count }, (_, row) => `12532${String(row).padStart(5, '0')},A1,1`)
    const rounded = Array.from({ length: count }, () => '1.2532E+09,A2,1')
    const start = performance.now()
    expect(await tellOutcome('line-items', lines(...ids, ...rounded))).toMatch(/^nothing; /)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
