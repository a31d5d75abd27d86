import { describe, expect, it } from '@jest/globals'
import { writeWorkbook } from '../support/workbook'
import { tellOutcome } from './outcomeOf'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

const file = (...records: readonly string[]) => `${records.join('\r\n')}\r\n`
const S: SheetKind = 'sub-orders'
const L: SheetKind = 'line-items'
const ALL = '1253231242 1253231243 1253231244'

const REASONS = ['Sub Order ID,Reason', '1253231242,Size', '', '1253231243,Color', '1253231244,Size'] as const
const put = (word: string) => file(...REASONS.map((record) => record || word))

// Words that people write for an unknown ID.
const VALUES: readonly string[] = [
  'Return,Customer',
  'Name,Asha',
  'Address,Pune',
  'Size,',
  'Address,wrong',
  'Customer name,Asha',
  'Order missing,Status',
  'City,Reason',
  'Kunde,Grund',
  'Ville,Motif',
  'Estado,Cliente',
  'शहर,कारण',
  'Город,Статус',
]
// A heading that numbers something ends the list as before.
const HEADINGS: readonly string[] = [
  'Order ID,Reason',
  'Return ID,Reason',
  'Shipment,City',
  'Invoice No,Status',
  'Bestellnummer,Grund',
  'AWB Number,Status',
  'Phone,Name',
  'SKU,Size',
  'Customer ID,Name',
  'City,Order ID',
]

describe('a row of words between IDs of one make', () => {
  it.each(VALUES)('is listed and ends nothing: %s', async (word) => {
    expect(await tellOutcome(S, put(word))).toBe(`${ALL}; 3 INVALID_ID`)
    expect(await tellOutcome(S, put(word).replaceAll(',', '\t'), { isPasted: true })).toBe(
      `${ALL}; 3 INVALID_ID`,
    )
  })
  it.each(HEADINGS)('ends the list where it names other IDs: %s', async (word) => {
    const told = await tellOutcome(S, put(word))
    expect(told).toMatch(/^1253231242; 3 INVALID_ID.*; 4 OTHER_TABLE of 3; 5 OTHER_TABLE of 3$/)
  })
  it('ends nothing in a list of one column', async () => {
    const list = (word: string) => file('Sub Order ID', '1253231242', word, '1253231243', '1253231244')
    expect(await tellOutcome(S, list('Size'))).toBe(`${ALL}; 3 INVALID_ID`)
    expect(await tellOutcome(S, list('Name'))).toBe(`${ALL}; 3 INVALID_ID`)
    expect(await tellOutcome(S, list('Phone'))).toContain('4 OTHER_TABLE')
  })
  it('ends nothing where the ID stands elsewhere, or several such rows follow each other', async () => {
    const content = file(
      'City,Sub Order ID',
      'Pune,1253231242',
      'City,Name',
      'Status,Size',
      'Agra,1253231243',
    )
    expect(await tellOutcome(S, content)).toBe('1253231242 1253231243; 3 INVALID_ID; 4 INVALID_ID')
  })
  it('ends nothing of line items', async () => {
    const content = (word: string) =>
      file('Sub Order ID,SKU ID,Quantity', '1253231242,A1,1', word, '1253231243,A2,1')
    for (const word of ['Name,Asha,', 'Size,Color,'])
      expect(await tellOutcome(L, content(word))).toBe('1253231242|A1x1 1253231243|A2x1; 3 INVALID_ID')
    for (const word of ['Name,Size,Stock', 'Size,Color,Status'])
      expect(await tellOutcome(L, content(word))).toContain('4 OTHER_TABLE of 3')
  })
  it.each(['Return,Customer', 'Name,Asha', 'Size,'])('is no header right below ours: %s', async (word) => {
    expect(await tellOutcome(S, file('Sub Order ID,Reason', word, '1253231242,x', '1253231243,y'))).toBe(
      '1253231242 1253231243; 2 INVALID_ID',
    )
  })
  it('ends nothing in a workbook', async () => {
    const rows = [
      ['Sub Order ID', 'City'],
      [1253231242, 'Pune'],
      ['Name', 'Asha'],
      [1253231243, 'Agra'],
    ]
    expect(await tellOutcome(S, writeWorkbook({ sheets: [{ name: 'A', rows }] }))).toBe(
      '1253231242 1253231243; 3 INVALID_ID',
    )
  })
  it.each([
    [
      'IDs of another make below',
      file('Sub Order ID,City', '1253231242,Pune', 'Name,City', '8647326934,Agra'),
    ],
    ['dates below', file('Sub Order ID,City', '20261109,Pune', 'Date,City', '20261110,Agra')],
    ['short IDs', file('Sub Order ID,City', '1253,Pune', 'Name,City', '1254,Agra')],
    [
      'a blank row before it',
      file('Sub Order ID,City', '1253231242,Pune', '', 'Name,City', '1253231243,Agra'),
    ],
    [
      'a blank row behind it',
      file('Sub Order ID,City', '1253231242,Pune', 'Name,City', '', '1253231243,Agra'),
    ],
    [
      'a word above a column of numbers',
      file('Sub Order ID,City', '1253231242,Pune', 'Name,Size', '1253231243,42'),
    ],
  ])('ends the list with %s', async (_about, content) => {
    expect(await tellOutcome(S, content)).toMatch(/^(?:1253231242|1253|20261109); .*OTHER_TABLE/)
  })
  it('ends nothing where a cell below holds several IDs', async () => {
    const content = file(
      'Sub Order ID,City',
      '1253231242,Pune',
      'Name,Asha',
      '"1253231243 1253231244",Agra',
      '1253231245,Goa',
    )
    expect(await tellOutcome(S, content)).toBe('1253231242 1253231245; 3 INVALID_ID; 4 INVALID_ID')
  })
})
