import { describe, expect, it } from '@jest/globals'
import type { IdRule } from '../../src/domain/ids/idRule'
import { tellOutcome } from './outcomeOf'

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`

describe('two stray quotes whose record keeps its width', () => {
  it.each([
    [
      'the ID stands behind the cell',
      text(
        'QTY,Ort,SUB ORDER ID,Mobile No.,INCREFF SKU',
        '4,"Deluxe set,FN00009881-A1,9820012396,TSHIRT_104_XL',
        '1,Tube 20",FN00009891-A1,9820012413,TSHIRT_105_XL',
        '1,Box,FN00009901-A1,9820012414,TSHIRT_105_XL',
        '2,Box,FN00009881-A1,9820012414,TSHIRT_107_XL',
      ),
      'FN00009901-A1|TSHIRT_105_XLx1; 2 BAD_QUOTES; 4 SUB_ORDER_HELD_BACK of 2',
    ],
    [
      'the quote opens the record',
      text(
        'Customer Name,Sub Order ID,SKU ID,Quantity',
        '"Deluxe set,FN00009871-A1,A1,1',
        'Tube 20",FN00009881-A1,A2,2',
        'Asha,FN00009891-A1,A3,3',
        'Asha,FN00009871-A1,A4,3',
      ),
      'FN00009891-A1|A3x3; 2 BAD_QUOTES; 4 SUB_ORDER_HELD_BACK of 2',
    ],
    [
      'three rows, in tabs',
      text(
        'Qty\tNote\tSub Order ID\tSKU ID',
        '1\t"x\t1253231242\tA1',
        '2\ty\t1253231243\tA2',
        '3\tz"\t1253231244\tA3',
        '1\tz\t1253231243\tA9',
        '1\tz\t1253231245\tA9',
      ),
      '1253231245|A9x1; 2 BAD_QUOTES; 3 SUB_ORDER_HELD_BACK of 2',
    ],
    [
      'IDs of two makes',
      text(
        'Qty;Note;Sub Order ID;SKU ID',
        '1;"x;OD123456789012345677;A1',
        '2;y";1253231244;A3',
        '1;z;1253231245;A9',
      ),
      '1253231245|A9x1; 2 BAD_QUOTES',
    ],
    [
      'a line below its sub-order comes first',
      text(
        'Qty,Note,Sub Order ID,SKU ID',
        '1,x,1253231242,A1',
        '2,"x,,A2',
        '3,y",1253231243,A3',
        '1,z,1253231244,A9',
      ),
      '1253231244|A9x1; 2 SUB_ORDER_HELD_BACK of 3; 3 BAD_QUOTES',
    ],
    [
      'a line below its sub-order comes last',
      text('Qty,Note,Sub Order ID,SKU ID', '1,"x,1253231242,A1', '3,y",,A3', '1,z,1253231244,A9'),
      '1253231244|A9x1; 2 BAD_QUOTES',
    ],
    [
      'the ID stands in the cell’s own column',
      text(
        'Item,Sub Order ID,SKU ID,Qty',
        'Box,"1253231242,A1,2',
        'Box,1253231243",A2,1',
        'Box,1253231244,A2,1',
      ),
      '1253231244|A2x1; 2 BAD_QUOTES',
    ],
  ])('of line items: %s', async (_, content, outcome) => {
    expect(await tellOutcome('line-items', content)).toBe(outcome)
  })

  it.each([
    [
      'the quote opens the record',
      text(
        'Status;SYSTEM SUB ORDER ID;Order Date',
        '"Deluxe set;1253231242;2026-11-01',
        'Tube 20";1253231252;2026-11-02',
        'x;1253231262;2026-11-02',
      ),
      '1253231262; 2 BAD_QUOTES',
    ],
    [
      'two columns, one row swallowed',
      text(
        'Sub Order ID;Item',
        '1253231242010037;"Deluxe set',
        '1253231242010047;Tube 20"',
        '1253231242010057;Box',
      ),
      '1253231242010057; 2 BAD_QUOTES',
    ],
    [
      'two columns, the ID last',
      text(
        'Item;Sub Order ID',
        '"Deluxe set;1253231242010037',
        'Tube 20";1253231242010047',
        'Box;1253231242010057',
      ),
      '1253231242010057; 2 BAD_QUOTES',
    ],
    [
      'the rest of the row is blank',
      text(
        'Item,Sub Order ID,Note,More',
        '"Deluxe set,1253231242',
        'Tube 20",1253231243',
        'Box,1253231244,,',
        'Box,1253231245,a,b',
      ),
      '1253231244 1253231245; 2 BAD_QUOTES',
    ],
  ])('of sub-orders: %s', async (_, content, outcome) => {
    expect(await tellOutcome('sub-orders', content)).toBe(outcome)
  })

  it.each<[string, string, string]>([
    ['^#\\d{3,10}$', '#101', '#102'],
    ['^SO/\\d{4}/\\d{5}$', 'SO/2026/00012', 'SO/2026/00013'],
    ['^gid://shopify/Order/\\d+$', 'gid://shopify/Order/123', 'gid://shopify/Order/9'],
    ['^[A-Z]{6,8}$', 'QXZKWP', 'ABCDEF'],
    ['^SO \\d+$', 'SO 12', 'SO 1300'],
  ])('by the rule %s', async (pattern, one, other) => {
    const idRule: IdRule = { pattern, hint: 'As the OMS shows it.' }
    const held = text(
      'Qty,Note,Sub Order ID,SKU ID',
      `1,"x,${one},A1`,
      `3,y",${other},A3`,
      `1,z,${one},A9`,
      `1,z,${other},A8`,
    )
    expect(await tellOutcome('line-items', held, { idRule })).toBe(
      'nothing; 2 BAD_QUOTES; 3 SUB_ORDER_HELD_BACK of 2; 4 SUB_ORDER_HELD_BACK of 2',
    )
    const inFront = text('Sub Order ID,Item', `${one},"Deluxe set`, `${other},Tube 20"`)
    expect(await tellOutcome('sub-orders', inFront, { idRule })).toBe('nothing; 2 BAD_QUOTES')
  })
})

it('a quote that closes where another cell opens is refused with its file, where that cell has several lines', async () => {
  const content = text(
    'SKU ID,Ship To,Qty,City,Sub Order ID',
    'A1,"Park Street",3,"Deluxe set,FN00009871-A1',
    'A2,"Flat 3, MG Road',
    'Pune, 411001",4,Köln,FN00009881-A1',
    'A3,"Park Street",4,Tube 20",FN00009881-A1',
  )
  expect(await tellOutcome('line-items', content)).toBe('UNTERMINATED_QUOTE')
})

describe('an address or a note over several lines is a cell', () => {
  it.each([
    [
      'before the ID',
      text(
        'Address,Sub Order ID,City',
        '"Flat 3, MG Road\nPune, 411001",1253231242,Pune',
        '"12, Park Street, Floor 2\nIndia",1253231243,Pune',
      ),
    ],
    [
      'as wide as the table',
      text(
        'Address,Sub Order ID,City',
        '"Flat 3, 411001, Pune\nIndia",1253231242,Pune',
        '"Flat 3, 982001, Pune\nIndia",1253231243,Pune',
      ),
    ],
    [
      'behind the ID',
      text(
        'Sub Order ID,Address,City',
        '1253231242,"Flat 3, MG Road\n411001, Pune",Pune',
        '1253231243,"Flat 3, MG Road\n987654, Pune",Pune',
      ),
    ],
    [
      'two columns',
      text(
        'Address,Sub Order ID',
        '"Flat 3, 411001\nPune",1253231242',
        '"A1-402, Sector 5\nPune",1253231243',
      ),
    ],
    [
      'dates and amounts',
      text(
        'Note,Sub Order ID,City',
        '"called, 2026-11-01, 17:00\nagain, 2026-11-02",1253231242,Pune',
        '"paid, 1199.00, yes\nback",1253231243,Pune',
      ),
    ],
  ])('%s', async (_, content) => {
    expect(await tellOutcome('sub-orders', content)).toBe('1253231242 1253231243')
  })

  it('beside another number that is made like an ID', async () => {
    const content = text(
      'City,State,Sub Order ID,Ship To,Channel Order ID',
      'Pune,HOLD,0001234567,"Flat 0, MG Road\nPune, 411001",4040404041',
    )
    expect(await tellOutcome('sub-orders', content)).toBe('0001234567')
    const other = text(
      'Qty;SKU ID;Sub Order ID;Address;Mobile;Status;Item',
      '4;A1;1253231242;"Flat 0, MG Road\nPune, 411001";9820012345;HOLD;Box',
    )
    expect(await tellOutcome('line-items', other)).toBe('1253231242|A1x4')
  })

  it('of line items', async () => {
    const content = text(
      'Address,Sub Order ID,SKU ID,Quantity',
      '"Flat 3, 411001, Pune, 2\nIndia",1253231242,A1,1',
      '"Flat 3, MG Road\nPune, 411001",1253231242,A2,1',
      '"Flat 3, 12, Park Street, 4\nIndia",1253231243,A1,1',
    )
    expect(await tellOutcome('line-items', content)).toBe('1253231242|A1x1|A2x1 1253231243|A1x1')
  })
})
