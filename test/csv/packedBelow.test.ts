import { describe, expect, it } from '@jest/globals'
import { readFates } from '../support/readWorkbook'
import { writeWorkbook } from '../support/workbook'
import { tellOutcome } from './outcomeOf'

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`

describe('rows that are quoted whole below a bare header', () => {
  it.each([
    ['by a comma', text('Sub Order ID,City', '"1253231242,Pune"', '"1253231243,Agra"')],
    ['by a semicolon', text('Sub Order ID;City', '"1253231242;Pune"', '"1253231243;Agra"')],
    ['by another mark than the header', text('Sub Order ID,City', '1253231242;Pune', '1253231243;Agra')],
    ['by a bar', text('Sub Order ID\tCity', '1253231242|Pune', '1253231243|Agra')],
    ['the ID last', text('City,Sub Order ID', '"Pune,1253231242"', '"Agra,1253231243"')],
    ['a quoted cell inside', text('Sub Order ID,City', '"1253231242,""Pune, IN"""', '"1253231243,Agra"')],
    ['a blank cell at the end', text('Sub Order ID,City', '"1253231242,Pune"', '"1253231243,"')],
    ['marks at the end of each line', text('Sub Order ID,City,', '"1253231242,Pune,"', '"1253231243,Agra,"')],
    [
      'a title above',
      text('Cancellations of May', '', 'Sub Order ID,City', '"1253231242,Pune"', '"1253231243,x"'),
    ],
    ['one row', text('Sub Order ID,City', '"1253231242,Pune"', '"1253231243,Agra"')],
  ])('%s', async (_, content) => {
    expect(await tellOutcome('sub-orders', content)).toBe('1253231242 1253231243')
    expect(await tellOutcome('sub-orders', content, { isPasted: true })).toBe('1253231242 1253231243')
  })

  it('of line items, and in a workbook', async () => {
    const content = text(
      'Sub Order ID,SKU ID,Quantity',
      '"1253231242,A1,1"',
      '"1253231242,A2,2"',
      '"1253231243,A1,1"',
    )
    const outcome = '1253231242|A1x1|A2x2 1253231243|A1x1'
    expect(await tellOutcome('line-items', content)).toBe(outcome)
    expect(await tellOutcome('line-items', content.replaceAll(',', ';'))).toBe(outcome)
    const rows = [['Sub Order ID', 'City'], ['1253231242,Pune'], ['1253231243,Agra']]
    expect(await readFates(writeWorkbook({ sheets: [{ name: 'Orders', rows }] }))).toEqual([
      '1253231242',
      '1253231243',
    ])
  })

  it('are refused where some of them part into other widths', async () => {
    const content = text('Sub Order ID,City', '"1253231242,Pune"', '"1253231243,Agra,IN"')
    expect(await tellOutcome('sub-orders', content)).toBe('nothing; 2 INVALID_ID; 3 INVALID_ID')
  })

  it('are none where a cell holds several IDs', async () => {
    const content = text('Sub Order ID,City', '"1253231242,1253231243"', '"1253231244,1253231245"')
    expect(await tellOutcome('sub-orders', content)).toBe('nothing; 2 INVALID_ID; 3 INVALID_ID')
  })

  it('a sub-order is skipped for one of them among bare ones', async () => {
    const content = text(
      'Sub Order ID,SKU ID,Quantity',
      '1253231242,A1,1',
      '"1253231242,A2,2"',
      '1253231243,A1,1',
    )
    expect(await tellOutcome('line-items', content)).toBe(
      '1253231243|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 TOO_FEW_COLUMNS',
    )
  })
})

it('a price of a thousand is no packed row', async () => {
  const content = text('Price,Sub Order ID', '"1,199.00"', '"2,450.00"')
  expect(await tellOutcome('sub-orders', content)).not.toMatch(/^\d/)
})

describe('a mark at the end of each line', () => {
  it.each([
    ['one column', text('Sub Order ID', '1253231242;', '1253231243;')],
    ['also of the header', text('Sub Order ID;', '1253231242;', '1253231243;')],
    ['a bar', text('Sub Order ID', '1253231242|', '1253231243|')],
    ['a comma', text('Sub Order ID', '1253231242,', '1253231243,')],
    ['a comma and the column last', text('City;Sub Order ID', 'Pune;1253231242,', 'Agra;1253231243,')],
    ['quoted', text('Sub Order ID', '"1253231242";', '"1253231243";')],
    ['CRLF', text('Sub Order ID', '1253231242;', '1253231243;').replaceAll('\n', '\r\n')],
    ['no line end below', text('Sub Order ID', '1253231242;', '1253231243;').trimEnd()],
    ['the ID last', text('City,Sub Order ID', 'Pune,1253231242;', 'Agra,1253231243;')],
    ['the ID last, with the header', text('City,Sub Order ID;', 'Pune,1253231242;', 'Agra,1253231243;')],
    ['another column last', text('Sub Order ID,City', '1253231242,Pune;', '1253231243,Agra;')],
    ['blank rows', text('Sub Order ID', '', '1253231242;', '', '1253231243;', '')],
  ])('%s', async (_, content) => {
    expect(await tellOutcome('sub-orders', content)).toBe('1253231242 1253231243')
    expect(await tellOutcome('sub-orders', content, { isPasted: true })).toBe('1253231242 1253231243')
  })

  it('of line items', async () => {
    const content = text(
      'Sub Order ID,SKU ID,Quantity',
      '1253231242,A1,1;',
      '1253231242,A2,2;',
      '1253231243,A1,1;',
    )
    expect(await tellOutcome('line-items', content)).toBe('1253231242|A1x1|A2x2 1253231243|A1x1')
  })

  it('in a long file, wherever its pieces end', async () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => `${1_253_231_242 + at}`)
    const content = text('City,Sub Order ID', ...ids.map((id, at) => `${'x'.repeat(at % 7)},${id};`))
    expect(await tellOutcome('sub-orders', content)).toBe(ids.join(' '))
  })

  it('is a part of the cell where other lines do not end so', async () => {
    const content = text('City,Sub Order ID', 'Pune,1253231242;', 'Agra,1253231243')
    expect(await tellOutcome('sub-orders', content)).toBe('1253231243; 2 INVALID_ID')
  })

  it('parts a blank cell where the header has another column', async () => {
    expect(await tellOutcome('sub-orders', text('Sub Order ID;Note', '1253231242;', '1253231243;'))).toBe(
      '1253231242 1253231243',
    )
  })
})
