import { describe, expect, it } from '@jest/globals'
import { tellOutcome } from './outcomeOf'

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`
const tellWholes = (...lines: readonly string[]) => tellOutcome('sub-orders', text(...lines))
const tellLines = (...lines: readonly string[]) => tellOutcome('line-items', text(...lines))

describe('a sub-order is skipped for an ID with a mark in it, below the header in another order', () => {
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

  it('no sub-order is skipped for a text that only holds the digits of its ID', async () => {
    const told = await tellLines(
      'Sub Order ID,SKU ID,Quantity,Phone',
      '1253231242,A1,2,9820012345',
      'SKU ID,Quantity,Phone,Sub Order ID',
      'A2,1,+91 98200 12345,1253231243',
    )
    expect(told).toBe('1253231242|A1x2; 3 INVALID_ID; 4 OTHER_TABLE of 3')
  })
})

describe('a sub-order is skipped for a packed row that cannot be parted', () => {
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
  it('the sub-order that it was moved from is skipped', async () => {
    const told = await tellLines(
      'Qty,Buyer,SKU ID,Sub Order ID,City,',
      '3,Asha,A1,1253231242,Pune',
      '1,Asha,MH,A2,1253231242,Agra',
      '3,Asha,A3,1253231252,Agra',
    )
    expect(told).toBe('1253231252|A3x3; 2 SUB_ORDER_HELD_BACK of 3; 3 TOO_MANY_COLUMNS')
  })
  it.each([
    ['remarks in a column without a name', [header, '1253231242,A1,499,7,urgent', '1253231243,A1,500,2,']],
    ['remarks in each row', [header, '1253231242,A1,499,7,urgent', '1253231243,A1,500,2,no']],
    ['a remark in words in one row', [header, '1253231242,A1,499,7,urgent', '1253231243,A1,500,2']],
  ])('not so %s', async (_, lines) => {
    expect(await tellLines(...lines)).toBe('1253231242|A1x7 1253231243|A1x2')
  })
})

describe('NULs behind line ends', () => {
  const content = text(
    'Sub Order ID,SKU ID,Quantity',
    '1253231242,A1,2',
    '\0,A2,1',
    ',A3,1',
    '\x001253231243,A1,1',
  )
  it.each(['utf-16le', 'utf-16be'])('are no part of a text in %s', async (encoding) => {
    const bytes = Buffer.from(`\ufeff${content}`, 'utf16le')
    const told = await tellOutcome(
      'line-items',
      new Uint8Array(encoding === 'utf-16le' ? bytes : bytes.swap16()),
    )
    expect(told).toBe('1253231243|A1x1; 2 SUB_ORDER_HELD_BACK of 3; 3 MISSING_ID of 2; 4 MISSING_ID of 2')
  })
  it('one within an ID stays', async () => {
    const bytes = Buffer.from('\ufeffSub Order ID\n1253\x00231242\n1253231243\n', 'utf16le')
    expect(await tellOutcome('sub-orders', new Uint8Array(bytes))).toBe('1253231243; 2 INVALID_ID')
  })
})

describe('a line whose ID cell shows nothing', () => {
  it.each(['\x00', '\x1f', '\x7f'])(
    'for there is nothing but %j, is a line of the sub-order above',
    async (mark) => {
      const told = await tellLines(
        'Sub Order ID,SKU ID,Quantity',
        '1253231242,A1,2',
        `${mark},A2,1`,
        ',A3,1',
        '1253231243,A1,1',
      )
      expect(told.split(';')[0]).toBe('1253231243|A1x1')
    },
  )
})

it('a sub-order is skipped for a row with a cell too many and a mark in its ID', async () => {
  const told = await tellLines(
    'Sub Order ID,SKU ID,Quantity',
    '1253\x00231242,A1,2,7',
    '1253231242,A2,1',
    '1253231243,A1,1',
  )
  expect(told).toBe('1253231243|A1x1; 2 TOO_MANY_COLUMNS; 3 SUB_ORDER_HELD_BACK of 2')
})

describe('a count below rows that stand in one cell, or below labels', () => {
  it('counts each of them', async () => {
    const told = await tellWholes(
      'Sub Order ID|State|Name',
      'SO-2026-00012|OPEN|"Deluxe set',
      'SO-2026-00013|OPEN|Asha',
      'SO-2026-00014|OPEN|Tube 20"',
      'SO-2026-00015|OPEN|Ravi',
      '4||',
    )
    expect(told).toBe('SO-2026-00015; 2 BAD_QUOTES; 4 INVALID_ID')
  })
  it.each([
    [['State,Sub Order ID', 'OPEN,0001234567', 'OPEN,0001234577', '', 'To,30-11-2026', ',2']],
    [['State,Sub Order ID', 'OPEN,0001234567', 'OPEN,0001234577', 'Printed by,user7', 'Page,1', ',2']],
  ])('is no ID', async (lines) => {
    const told = await tellWholes(...lines)
    expect(told.split(';')[0]).toBe('0001234567 0001234577')
  })
})

describe('a table of others below rows that are all refused', () => {
  it.each([
    [
      [
        'Sub Order ID,City,State',
        '#REF!,Pune,OPEN',
        'nan,Agra,OPEN',
        'Vendor,Code,Column C',
        '8647326931,3,3',
      ],
    ],
    [['Note,Sub Order ID', 'Size 0,#N/A', 'Left,Item', '3,8647326931']],
    [['Item,City,Sub Order ID', 'Box,Pune,1.25E+09', '', 'Left,Column B,Item', '3,3,8647326931']],
  ])('is not sent', async (lines) => {
    expect(await tellWholes(...lines)).toMatch(/^(?:nothing|UNCLEAR_HEADER)/)
  })
  it('a remark above the good rows heads none', async () => {
    const told = await tellWholes('Sub Order ID,City', 'NULL,Pune', 'pending,Agra', '1253231242,Pune')
    expect(told).toBe('1253231242; 2 INVALID_ID; 3 INVALID_ID')
  })
})

it('the value of a label is no table while another header stands below', async () => {
  const told = await tellWholes(
    'Sorted by,Sub Order ID',
    'Page,1',
    'SKU ID,any',
    '',
    'Increff Sub Order ID',
    '2-Sep',
  )
  expect(told).toBe('UNCLEAR_HEADER, asks heading in 5')
})

it('a header in another order that stray quotes have swallowed ends the table', async () => {
  const told = await tellLines(
    'Quantity,Sub Order ID,City,SKU ID',
    '2,1253231242,Pune,A1',
    '3,1253231243,"Deluxe set,A2',
    'SKU ID,Quantity,Sub Order ID,City',
    'A3,1,1253231244,Tube 20"',
    '8647326939,4,1253231245,Agra',
  )
  expect(told).toBe('1253231242|A1x2; 3 BAD_QUOTES; 4 OTHER_TABLE of 3')
})

it('the same header that stray quotes have swallowed does not', async () => {
  const told = await tellLines(
    'Quantity,Sub Order ID,City,SKU ID',
    '3,1253231243,"Deluxe set,A2',
    'Quantity,Sub Order ID,City,SKU ID',
    '1,1253231244,Tube 20",A3',
    '4,1253231245,Agra,A4',
  )
  expect(told).toBe('1253231245|A4x4; 2 BAD_QUOTES')
})

it('a label below rows that are all refused is none of the list', async () => {
  const header = 'Amount,Sub Order ID,Created At,Status'
  const bad = '499,1253\x00231242,2026-11-01,CREATED'
  expect(await tellWholes(header, bad, '', 'Checked by,user7,24-11-2026')).toBe(
    'nothing; 2 INVALID_ID; 4 INVALID_ID',
  )
  expect(await tellWholes(header, bad, 'Page,1')).toBe('nothing; 2 INVALID_ID; 3 INVALID_ID')
  expect(await tellWholes(header, bad, '499,1253231242')).toBe('1253231242; 2 INVALID_ID')
  expect(await tellWholes('Warehouse,Sub Order ID', 'BLR,NULL', 'Store,1253231242')).toBe(
    '1253231242; 2 INVALID_ID',
  )
})

it('so does one that a sound row has swallowed', async () => {
  const told = await tellLines(
    'Quantity,Sub Order ID,SKU ID,City',
    '3,1253231243,A2,"Deluxe set',
    'SKU ID,Quantity,Sub Order ID,City',
    'A3,1,1253231244,Tube 20"',
    '8647326939,4,1253231245,Agra',
  )
  expect(told).toBe('nothing; 2 BAD_QUOTES; 3 OTHER_TABLE of 2')
})

it('a row that is swallowed is listed with what swallowed it, also with a mark in its ID', async () => {
  const told = await tellWholes(
    'Sub Order ID,State,Item',
    '1253231242,OPEN,"Deluxe set',
    '1253\x00231252,OPEN,Tube 20"',
    '1253231262,OPEN,Box',
  )
  expect(told).toBe('1253231262; 2 BAD_QUOTES')
})
