import { describe, expect, it } from '@jest/globals'
import { mentionIds } from '../../src/domain/row/mentionIds'
import { readSubOrderId } from '../../src/domain/ids/identifiers'
import { splitIds } from '../../src/domain/ids/splitIds'
import type { IdRule } from '../../src/domain/ids/idRule'
import { namesOtherPath } from '../../src/domain/ids/namesOtherPath'
import type { Sheet } from '../../src/domain/sheet/sheet'

const createRule = (pattern: string): IdRule => ({ pattern, hint: 'As the OMS shows it.' })

/** Shapes of other systems: Shopify's names and global IDs, an ERP's numbers, base64, random letters, words. */
const rules = {
  hash: createRule('^#\\d{4,10}$'),
  slashes: createRule('^SO/\\d{4}/\\d{5}$'),
  gid: createRule('^gid://shopify/Order/\\d+$'),
  base64: createRule('^[A-Za-z0-9+/]{6,}={0,2}$'),
  letters: createRule('^(?!EXAMPLE$)[A-Z0-9]{6,12}$'),
  dotted: createRule('^\\d+\\.\\d$'),
  signed: createRule('^[=+@-]\\w+$'),
  blanks: createRule('^[A-Z]+ \\d+$'),
  commas: createRule('^A,\\d+$'),
  anything: createRule('^(?!EXAMPLE$).+$'),
}

describe('an ID of another system is read', () => {
  it.each<[keyof typeof rules, string, string]>([
    ['hash', '#1001', '#1001'],
    ['hash', ' \u200b＃１００１ ', '#1001'],
    ['hash', '="#1001"', '#1001'],
    ['slashes', 'SO/2026/00012', 'SO/2026/00012'],
    ['gid', 'gid://shopify/Order/123', 'gid://shopify/Order/123'],
    ['base64', 'bXlPcmRlcg==', 'bXlPcmRlcg=='],
    ['base64', 'QWJj+/09', 'QWJj+/09'],
    ['letters', 'QXZKWP', 'QXZKWP'],
    ['letters', '123456.0', '123456'],
    ['letters', "'123456", '123456'],
    ['dotted', '12.0', '12.0'],
    ['signed', '=ABC1', '=ABC1'],
    ['signed', '-00', '-00'],
    ['blanks', 'AB 12', 'AB 12'],
    ['letters', '12E512', '12E512'],
    ['anything', 'x'.repeat(255), 'x'.repeat(255)],
    ['anything', 'a..b/…/c', 'a..b/…/c'],
  ])('by the rule of %s: %j', (name, text, id) => {
    expect(readSubOrderId(text, rules[name])).toEqual({ ok: true, id })
  })
})

describe('whatever the rule, it is refused', () => {
  it.each([
    ['', 'MISSING_ID'],
    [' \u200b', 'MISSING_ID'],
    ['1.25323E+09', 'SCIENTIFIC_ID'],
    ['1,25323E+09', 'SCIENTIFIC_ID'],
    ['5E-03', 'SCIENTIFIC_ID'],
    ['1234567890123456.0', 'PRECISION_LOST'],
    ['EXAMPLE', 'INVALID_ID'],
    ['example', 'INVALID_ID'],
    ['x'.repeat(256), 'INVALID_ID'],
    ['a\u0007b', 'INVALID_ID'],
    ['a\nb', 'INVALID_ID'],
    ['a\ufffdb', 'INVALID_ID'],
    ['a\ud800', 'INVALID_ID'],
    ['#N/A', 'INVALID_ID'],
    ['#REF!', 'INVALID_ID'],
    ['#######', 'INVALID_ID'],
    ['.', 'INVALID_ID'],
    ['..', 'INVALID_ID'],
    ['a/../b', 'INVALID_ID'],
    ['..%2Fb', 'INVALID_ID'],
  ])('%j', (text, code) => {
    expect(readSubOrderId(text, rules.anything)).toEqual({ ok: false, code })
  })

  it.each<[keyof typeof rules, string]>([
    ['hash', '1001'],
    ['hash', '#1001 '.repeat(2)],
    ['hash', "'#1001"],
    ['slashes', 'SO/2026/12'],
    ['letters', 'abcdef'],
    ['dotted', '12'],
  ])('by %s: %j, which it does not match', (name, text) => {
    expect(readSubOrderId(text, rules[name])).toEqual({ ok: false, code: 'INVALID_ID' })
  })
})

it('without a rule IDs are read as ever', () => {
  const texts = ['#1001', 'SO/2026/00012', 'ABCDEF', 'SO-1', '-1']
  expect(texts.map((text) => readSubOrderId(text).ok)).toEqual([false, false, false, true, false])
})

it.each([
  ['.', true],
  ['..', true],
  ['...', true],
  ['. .', true],
  ['..;x', true],
  ['a/..', true],
  ['a\\..\\b', true],
  ['%2e%2e', true],
  ['a%252f%252e%252e', true],
  ['1.2', false],
  ['..a', false],
  ['a..', false],
  ['100%', false],
  ['gid://shopify/Order/123', false],
])('%j leads elsewhere: %s', (id, isOther) => {
  expect(namesOtherPath(id)).toBe(isOther)
})

it.each<[keyof typeof rules | undefined, string, readonly string[]]>([
  [undefined, 'SO-1/SO-2', ['SO-1', 'SO-2']],
  ['hash', '#1001, #1002;#1003\n#1004', ['#1001', '#1002', '#1003', '#1004']],
  ['hash', '#1001/#1002', ['#1001', '#1002']],
  ['slashes', 'SO/2026/00012 SO/2026/00013', ['SO/2026/00012', 'SO/2026/00013']],
  ['slashes', 'SO/2026/00012 / SO/2026/00013', ['SO/2026/00012', 'SO/2026/00013']],
  ['slashes', 'SO/2026/00012/SO/2026/00013', []],
  ['slashes', 'SO/2026/00012', []],
  ['gid', 'gid://shopify/Order/1|gid://shopify/Order/2', ['gid://shopify/Order/1', 'gid://shopify/Order/2']],
  ['blanks', 'AB 1, AB 2', ['AB 1', 'AB 2']],
  ['blanks', 'AB 1 AB 2', []],
  ['blanks', 'AB 1\nAB 2', ['AB 1', 'AB 2']],
  ['commas', 'A,1 A,2', ['A,1', 'A,2']],
  ['letters', 'QXZKWP and QXZKWQ', []],
])('by %s, %j holds %j', (name, text, ids) => {
  expect(splitIds(text, name && rules[name])).toEqual(ids)
})

it.each<[keyof typeof rules, readonly string[], readonly string[]]>([
  ['slashes', ['x', 'SO/2026/00012', 'S', '1', '1'], ['SO/2026/00012']],
  ['blanks', ['x', '"AB 1"', 'S', '1', '1'], ['AB 1']],
  ['commas', ['x', 'A', '12', 'S', '1', '1'], ['A,12']],
])('by %s, a row whose cells have moved mentions %j', (name, cells, ids) => {
  const sheet: Sheet = {
    kind: 'line-items',
    fileName: 'a.csv',
    delimiter: ',',
    header: ['Note', 'Sub Order ID', 'SKU ID', 'Qty'],
    columns: { subOrderId: 1, skuId: 2, quantity: 3 },
    rows: [],
    idRule: rules[name],
  }
  expect([...new Set(mentionIds(sheet, { row: 2, cells }))]).toEqual(ids)
})
