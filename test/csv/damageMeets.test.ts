import { describe, expect, it } from '@jest/globals'
import { tellOutcome } from './outcomeOf'

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`
const tellWholes = (...lines: readonly string[]) => tellOutcome('sub-orders', text(...lines))
const tellLines = (...lines: readonly string[]) => tellOutcome('line-items', text(...lines))

describe('an ID with a mark in it, below the header in another order, holds its sub-order back', () => {
  it.each([
    ['a NUL', '1253\u0000231242'],
    ['a soft hyphen', '1253\u00ad231242'],
    ['blanks of thousands', '1 253 231 242'],
    ['a remark', '1253231242 (urgent)'],
    ['two IDs', '"1253231242, 1253231249"'],
  ])('%s', async (_, cell) => {
    const told = await tellLines(
      'Sub Order ID,SKU ID,Quantity',
      '1253231242,A1,2',
      '1253231243,A1,1',
      'SKU ID,Quantity,Sub Order ID',
      `A2,1,${cell}`,
    )
    expect(told).toBe('1253231243|A1x1; 2 SUB_ORDER_HELD_BACK of 5; 4 INVALID_ID; 5 OTHER_TABLE of 4')
  })

  it('what only holds the digits of an ID holds nothing back', async () => {
    const told = await tellLines(
      'Sub Order ID,SKU ID,Quantity,Phone',
      '1253231242,A1,2,9820012345',
      'SKU ID,Quantity,Phone,Sub Order ID',
      'A2,1,+91 98200 12345,1253231243',
    )
    expect(told).toBe('1253231242|A1x2; 3 INVALID_ID; 4 OTHER_TABLE of 3')
  })
})

describe('a packed row that cannot be parted holds its sub-order back', () => {
  it.each(['|', ';', '\t'])('parted at %j', async (mark) => {
    const row = (...cells: readonly string[]) => `"${cells.join(mark).replaceAll('"', '""')}"`
    const told = await tellLines(
      row('Sub Order ID', 'SKU ID', 'Quantity', 'City', 'Note'),
      row('1253231242', 'A1', '2', 'Pune, East', '"Deluxe set'),
      row('1253231242', 'A2', '1', 'Agra', 'Tube 20"'),
      row('1253231243', 'A1', '1', 'Agra', 'Box'),
    )
    expect(told).toBe('1253231243|A1x1; 2 TOO_FEW_COLUMNS; 3 SUB_ORDER_HELD_BACK of 2')
  })
})

describe('a count of the rows below a list is no ID, also where rows are refused', () => {
  it.each([
    ['a rule and a row that is refused', ['------,------', 'Pune,MH,SO-2026-12', '1,'], ''],
    ['a header once more', ['SO-2026-12,Pune', 'Sub Order ID,City', 'NULL,Agra', '', '2,'], 'SO-2026-12'],
    ['a repeated row', ['SO-2026-12,Pune', 'SO-2026-12,Pune', 'NULL,Agra', '', '3,'], 'SO-2026-12'],
    [
      'sound rows and refused ones',
      ['SO-2026-12,a', 'SO-2026-13,b', 'nan,c', '*,d', '---,', '4,'],
      'SO-2026-12 SO-2026-13',
    ],
  ])('%s', async (_, rows, sent) => {
    const told = await tellWholes('Sub Order ID,City', ...rows)
    expect(told.split(';')[0]).toBe(sent || 'nothing')
  })
  it.each([
    ['more than there are rows', ['SO-2026-12,Pune', 'NULL,Agra', '7,'], 'SO-2026-12 7'],
    ['IDs that are nearly as short', ['10,a', 'NULL,b', 'NULL,c', 'NULL,d', '3,e'], '10 3'],
  ])('%s is an ID', async (_, rows, sent) => {
    const told = await tellWholes('Sub Order ID,City', ...rows)
    expect(told.split(';')[0]).toBe(sent)
  })
})

describe('another table below in words that are not known', () => {
  it.each([
    [
      'a header that ends with a delimiter',
      ['Sub Order ID,', '1253231242010017', 'Item,Left', '8647326931,3'],
    ],
    [
      'rows without their blank cells',
      ['Sub Order ID,State,City', 'JUN-2600012', '', 'Item,Left', '8647326931,3'],
    ],
    ['in Spanish', ['Sub Order ID,', 'SO-2026-00012', '', 'Producto,Restante', '8647326931,3']],
  ])('%s', async (_, lines) => {
    const told = await tellWholes(...lines)
    expect(told).toMatch(/OTHER_TABLE of \d+$/)
    expect(told.split(';')[0]?.split(' ')).toHaveLength(1)
  })

  it('a remark in words among IDs of two makes heads none', async () => {
    const told = await tellWholes('Sub Order ID,City,', '1253231242', 'pending,Agra', 'SO-7,Pune')
    expect(told).toBe('1253231242 SO-7; 3 INVALID_ID')
  })
})

describe('a table all of whose IDs are bad is offered before the other one below', () => {
  it.each([
    ['a filler', ['Sub Order ID,Marketplace Order ID', 'None,4040404041', 'Vendor,Code', '8647326931,3'], 1],
    ['a NUL', ['Sub Order ID;City', '1253\u0000231242;Pune', '', 'Artikel;Bestand', '8647326931;3'], 1],
    [
      'a cell too many',
      ['Amount,Sub Order ID', '499,2 red,1253231242', '', 'Stock,SKU ID', '3,8647326931'],
      1,
    ],
    ['one column', ['Sub Order ID', '1253\u0000231242', '', 'Product ID', '8647326931'], 1],
    [
      'labels above another table',
      ['Report,Sub Order ID', 'From,2026-11-01', 'Order No,City', '1253231242,Pune'],
      3,
    ],
    ['a title above another table', ['Sub Order ID', 'As of 24-11-2026', 'Order Number', '1253231242'], 3],
  ])('%s', async (_, lines, row) => {
    expect(await tellWholes(...lines)).toBe(`UNCLEAR_HEADER, asks heading in ${row}`)
  })
})

describe('a cell too many in a row of a header that ends with a delimiter', () => {
  const header = 'Sub Order ID,SKU ID,Price,Quantity,'
  it.each([
    ['alone', [header, '1253231242,A1,499,7,4'], 'nothing; 2 TOO_MANY_COLUMNS'],
    [
      'among others',
      [header, '1253231242,A1,499,7,4', '1253231243,A1,500,2', '1253231244,A1,501,3'],
      '1253231243|A1x2 1253231244|A1x3; 2 TOO_MANY_COLUMNS',
    ],
  ])('%s', async (_, lines, outcome) => {
    expect(await tellLines(...lines)).toBe(outcome)
  })
  it.each([
    ['remarks in a column without a name', [header, '1253231242,A1,499,7,urgent', '1253231243,A1,500,2,']],
    ['remarks in each row', [header, '1253231242,A1,499,7,urgent', '1253231243,A1,500,2,no']],
    ['a remark in words in one row', [header, '1253231242,A1,499,7,urgent', '1253231243,A1,500,2']],
  ])('not so %s', async (_, lines) => {
    expect(await tellLines(...lines)).toBe('1253231242|A1x7 1253231243|A1x2')
  })
})
