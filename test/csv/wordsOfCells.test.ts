import { describe, expect, it } from '@jest/globals'
import { createMessages } from '../../src/texts/messages'
import { readReported } from '../corpus/reportedCase'
import { readHints } from './hintsOf'
import { tellOutcome } from './outcomeOf'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'
import { describeIssue } from '../../src/texts/describeIssue'

/** The issues of the rows that are not sent. */
async function readAdvice(tab: SheetKind, content: string): Promise<readonly string[]> {
  const read = await readReported(new TextEncoder().encode(content), { file: 'orders.csv', tab })
  if (read.type !== 'checked') return [read.type]
  const messages = createMessages('en')
  return read.checked.issues.map((issue) => describeIssue(issue, messages))
}

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`
const lines = (...rows: readonly string[]): string => text('Sub Order ID,SKU ID,Quantity', ...rows)

describe('a number too large for a quantity', () => {
  it.each(['8901234567890', '1253231242', '411001', '100000', '20261101', '9007199254740991', '411001.0'])(
    'a sub-order is skipped for %s',
    async (quantity) => {
      const content = lines(`1253231242,A1,${quantity}`, '1253231242,A2,1', '1253231243,A2,1')
      expect(await tellOutcome('line-items', content)).toBe(
        '1253231243|A2x1; 2 INVALID_QUANTITY; 3 SUB_ORDER_HELD_BACK of 2',
      )
      expect(await readHints('line-items', content)).toEqual(['too-many', undefined])
    },
  )

  it.each(['1', '12', '999', '1000', '25000', '99999', '2.0', '007'])('%s is one', async (quantity) => {
    expect(await tellOutcome('line-items', lines(`1253231242,A1,${quantity}`))).toBe(
      `1253231242|A1x${Number(quantity)}`,
    )
  })
})

describe('a number with separators of thousands', () => {
  it.each([
    '"1,253,231,242"',
    '"1,25,32,31,242"',
    "1'253'231'242",
    '1 253 231 242',
    '1\u00a0253\u00a0231\u00a0242',
    '"12,345"',
  ])('%s is told how to get rid of them', async (cell) => {
    expect(await readHints('sub-orders', text('Sub Order ID', cell, cell))).toEqual([
      'separators',
      'separators',
    ])
    const content = lines(`${cell},A1,1`, '8647326934,A1,1')
    expect(await readHints('line-items', content)).toEqual(['separators'])
    expect(await readAdvice('line-items', content)).toEqual([
      expect.stringMatching(/^A number with separators is no ID\. Type the digits alone/),
    ])
  })

  it.each(['1253231242 1253231243', '"1253231242,1253231243"', '"1,5"', '"12,34"', '#1001'])(
    '%s is none',
    async (cell) => {
      expect(await readHints('sub-orders', text('Sub Order ID', cell))).not.toContain('separators')
    },
  )
})

describe('characters that no ID has are named', () => {
  it.each([
    ['#1001', '"#"'],
    ['SO 2026/0001', 'a space and "/"'],
    ['“1253231242”', '"“" and "”"'],
    ['1253231242?', '"?"'],
    ['1253 231242X', 'a space'],
    ['1253*', '"*"'],
    ['1#2/3*4+5', '"#", "/" and "*"'],
  ])('%s', async (cell, characters) => {
    const [advice = ''] = await readAdvice('sub-orders', text('Sub Order ID', cell))
    expect(advice).toContain(`contains ${characters}. IDs have only`)
  })

  it.each(['-1253', 'ABC', 'x'.repeat(256)])('%s has none', async (cell) => {
    expect(await readAdvice('sub-orders', text('Sub Order ID', cell))).toEqual([
      expect.stringMatching(/^Not an ID in "Sub Order ID"\. Use/),
    ])
  })
})
