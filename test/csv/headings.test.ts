import { describe, expect, it } from '@jest/globals'
import { signHeader } from '../../src/csv/header/signHeader'
import type { Doubt, RememberedColumns } from '../../src/domain/sheet/sheetReading'
import { tellOutcome } from './outcomeOf'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

type Case = readonly [about: string, tab: SheetKind, content: string, outcome: string]

const S = 'sub-orders'
const L = 'line-items'
const file = (...records: readonly string[]) => `${records.join('\r\n')}\r\n`
const table = ['Sub Order ID,City', '1253231242,Pune', '1253231243,Agra']
const BOTH = '1253231242 1253231243'

const CHOICE: readonly Case[] = [
  [
    'labels with values above',
    S,
    file('Sorted by,Sub Order ID', 'From,2026-11-01', 'Printed by,user7', '', ...table),
    BOTH,
  ],
  ['labels without a blank row below', S, file('Sorted by,Sub Order ID', 'Printed by,user7', ...table), BOTH],
  ['a filter that names the ID', S, file('Sub Order ID,Contains: 12532', ...table), BOTH],
  ['a filter for one ID', S, file('Sub Order ID,1253231200', ...table), BOTH],
  ['a filter in one cell', S, file('Filter: Sub Order ID,Contains 12', ...table), BOTH],
  ['labels with colons', S, file('Sort field:,Sub Order ID', 'User:,u123', 'Page:,2', ...table), BOTH],
  ['labels in German', S, file('Sortiert nach,Sub Order ID', 'Benutzer,user7', '', ...table), BOTH],
  ['the name of the ID as a title', S, file('Sub Order ID', '', ...table), BOTH],
  [
    'labels above line items',
    L,
    file('Sorted by,Sub Order ID', 'From,2026-11-01', '', 'Sub Order ID,SKU ID,Quantity', '1253231242,A1,2'),
    '1253231242|A1x2',
  ],
  [
    'columns named above line items',
    L,
    file(
      'Columns,Sub Order ID,SKU ID,Quantity',
      'From,2026-11-01,,',
      'Sub Order ID,SKU ID,Quantity,City',
      '1253231242,A1,2,Pune',
    ),
    '1253231242|A1x2',
  ],
  [
    'labels above a header in words of others',
    S,
    file('Report by,Sub Order ID', 'Order No,City', '1253231242,Pune'),
    'UNCLEAR_HEADER, asks heading in 2',
  ],
  [
    'likewise, with pieces in the column of the label',
    S,
    file('Sorted by,Sub Order ID', 'Auftrag,Stückzahl', '1253231242,2', '1253231243,3'),
    'UNCLEAR_HEADER, asks heading in 2',
  ],
  [
    'labels and values, and a table of others far below',
    S,
    file(
      'Sorted by,Sub Order ID',
      'From,2026-11-01',
      'Printed by,user7',
      'Page,1',
      '',
      'Order No,City',
      '4040404041,Pune',
    ),
    'UNCLEAR_HEADER, asks heading in 6',
  ],
  [
    'labels with long numbers above a header in words of others',
    S,
    file(
      'Report by,Sub Order ID',
      'Account ID,12345678',
      'Phone,9820012345',
      'Order No,City',
      '1253231242,Pune',
    ),
    'UNCLEAR_HEADER, asks heading in 4',
  ],
  [
    'IDs of two marketplaces, and another table far below',
    S,
    file(
      'Phone,Sub Order ID',
      '98,FN00009871-A1',
      '99,1253231242000010',
      '',
      'Amount,Order ID',
      '3,8647326931',
    ),
    'FN00009871-A1 1253231242000010; 5 INVALID_ID; 6 OTHER_TABLE of 5',
  ],
  [
    'an ID and one that Excel has rounded, and another table far below',
    S,
    file(
      'City,Sub Order ID',
      'Pune,OD123456789012345677',
      'Agra,1.25323E+09',
      '',
      'Warehouse,Product ID',
      '3,77',
    ),
    'OD123456789012345677; 3 SCIENTIFIC_ID; 5 INVALID_ID; 6 OTHER_TABLE of 5',
  ],
  [
    'a table of bad IDs alone, and another table far below',
    S,
    file(
      'Phone,City,Sub Order ID',
      '98,Pune,(null)',
      '',
      'Status,Column B,Channel Order ID',
      '3,3,8647326931',
    ),
    'UNCLEAR_HEADER, asks heading in 1',
  ],
  [
    'labels in a language that is not known',
    S,
    file('Järjestys,Sub Order ID', 'Sivu,1', 'Kopio,1', ...table),
    'UNCLEAR_HEADER, asks heading in 4',
  ],
  [
    'one sub-order on a page of labels',
    S,
    file('Sub Order ID,1253231242', 'SKU ID,8647326934', 'Quantity,2'),
    'TABLE_ON_ITS_SIDE',
  ],
  [
    'IDs of many kinds below one header',
    S,
    file('Sub Order ID,Note', '1,x', 'SO-22,y', 'A_3,z'),
    '1 SO-22 A_3',
  ],
  [
    'nothing good below one header',
    S,
    file('Sub Order ID,Note', '1.25E+09,x', ',y', 'pending,z'),
    'nothing; 2 SCIENTIFIC_ID; 3 MISSING_ID; 4 INVALID_ID',
  ],
  [
    'a row that describes the columns',
    S,
    file('Sub Order ID,City,Qty', 'Text,Text,Number', '1253231242,Pune,2', '1253231243,Agra,1'),
    `${BOTH}; 2 INVALID_ID`,
  ],
  [
    'a column of who created it',
    S,
    file('Created by,Sub Order ID', 'Asha,pending', 'Ravi,1253231242'),
    '1253231242; 2 INVALID_ID',
  ],
]

const LATER: readonly Case[] = [
  [
    'products and stock',
    S,
    file(...table, '', 'SKU ID,Stock', '8647326934,3', '8647326935,7'),
    `${BOTH}; 5 INVALID_ID; 6 OTHER_TABLE of 5; 7 OTHER_TABLE of 5`,
  ],
  [
    'products and quantities',
    S,
    file(...table, 'SKU ID,Quantity', '8647326934,3'),
    `${BOTH}; 4 INVALID_ID; 5 OTHER_TABLE of 4`,
  ],
  [
    'in German',
    S,
    file(...table, 'Artikel,Bestand', '8647326934,3'),
    `${BOTH}; 4 INVALID_ID; 5 OTHER_TABLE of 4`,
  ],
  [
    'in Hindi',
    S,
    file(...table, '', 'उत्पाद,मात्रा', '8647326934,3'),
    `${BOTH}; 5 INVALID_ID; 6 OTHER_TABLE of 5`,
  ],
  [
    'in Chinese',
    S,
    file(...table, '商品编号,数量', '8647326934,3'),
    `${BOTH}; 4 INVALID_ID; 5 OTHER_TABLE of 4`,
  ],
  [
    'in a language that is not known, below a blank row',
    S,
    file(...table, '', 'Tuote,Varasto', '8647326934,3', '8647326935,3'),
    `${BOTH}; 5 INVALID_ID; 6 OTHER_TABLE of 5; 7 OTHER_TABLE of 5`,
  ],
  [
    'one column of others',
    S,
    file('Sub Order ID', '1253231242', '', 'AWB Number', '1400000001'),
    '1253231242; 4 INVALID_ID; 5 OTHER_TABLE of 4',
  ],
  [
    'until our own header is repeated',
    S,
    file(...table, 'SKU ID,Stock', '8647326934,3', ...table.slice(0, 1), '1253231244,Agra'),
    `${BOTH} 1253231244; 4 INVALID_ID; 5 OTHER_TABLE of 4; 6 INVALID_ID`,
  ],
  [
    'columns in another order',
    L,
    file(
      'Sub Order ID,SKU ID,Quantity',
      '1253231242,8647326934,2',
      'SKU ID,Sub Order ID,Quantity',
      '8647326935,1253231243,1',
    ),
    '1253231242|8647326934x2; 3 INVALID_ID; 4 OTHER_TABLE of 3',
  ],
  [
    'a line of a sub-order that has lines above',
    L,
    file(
      'Sub Order ID,SKU ID,Quantity',
      '1253231243,8647326934,2',
      'SKU ID,Sub Order ID,Quantity',
      '8647326935,1253231243,1',
    ),
    'nothing; 2 SUB_ORDER_HELD_BACK of 4; 3 INVALID_ID; 4 OTHER_TABLE of 3',
  ],
  [
    'columns in another order, of whole sub-orders',
    S,
    file(
      'Sub Order ID,Marketplace Order ID',
      '1253231242,4040404040',
      'Marketplace Order ID,Sub Order ID',
      '4040404041,1253231243',
    ),
    '1253231242; 3 INVALID_ID; 4 OTHER_TABLE of 3',
  ],
  [
    'line items below sub-orders',
    S,
    file(
      'Sub Order ID,City,Note',
      '1253231242,Pune,a',
      '1253231243,Agra,b',
      '',
      'Sub Order ID,SKU,Qty',
      '1253231244,A1,2',
    ),
    `${BOTH}; 5 INVALID_ID; 6 OTHER_TABLE of 5`,
  ],
  [
    'other columns beside the ID',
    S,
    file(...table, '', 'Sub Order ID,Reason', '1253231244,late', '1253231245,x'),
    `${BOTH} 1253231244 1253231245; 5 INVALID_ID`,
  ],
  [
    'invoices below line items',
    L,
    file(
      'Sub Order ID,SKU ID,Quantity',
      '1253231242,8647326934,2',
      '',
      'Invoice No,Customer,Amount',
      '77001,K1,3',
    ),
    '1253231242|8647326934x2; 4 INVALID_ID; 5 OTHER_TABLE of 4',
  ],
  [
    'words that are not known, in columns of dates, right below',
    S,
    file(
      'Sub Order ID,Order Date',
      '1253231242,2026-11-01',
      '1253231243,2026-11-02',
      'Tuote,Varasto',
      '8647326931,3',
      '8647326932,4',
    ),
    `${BOTH}; 4 INVALID_ID; 5 OTHER_TABLE of 4; 6 OTHER_TABLE of 4`,
  ],
  [
    'likewise, of one row each',
    S,
    file('Sub Order ID,Pieces', '1253231242,3', 'Tuote,Varasto', '8647326931,3'),
    '1253231242; 3 INVALID_ID; 4 OTHER_TABLE of 3',
  ],
  [
    'likewise, of line items',
    L,
    file('Sub Order ID,SKU ID,Quantity', '1253231242,A1,2', 'Kode,Farge,Igjen', '8647326931,C1,3'),
    '1253231242|A1x2; 3 INVALID_ID; 4 OTHER_TABLE of 3',
  ],
  [
    'one column of others, in words that are not known',
    S,
    file('Sub Order ID', 'SO-2026-12', 'SO-2026-13', 'Leverandør', '8647326931', '8647326932'),
    'SO-2026-12 SO-2026-13; 4 INVALID_ID; 5 OTHER_TABLE of 4; 6 OTHER_TABLE of 4',
  ],
  [
    'a vendor of one row below one row',
    S,
    file('Sub Order ID', '1253231242', 'Vendor', '8647326931'),
    '1253231242; 3 INVALID_ID; 4 OTHER_TABLE of 3',
  ],
  [
    'numbers of the same length that begin in another way',
    S,
    file('Sub Order ID', '1253231242', '1253231243', 'Article', '8647326931', '8647326932'),
    `${BOTH}; 4 INVALID_ID; 5 OTHER_TABLE of 4; 6 OTHER_TABLE of 4`,
  ],
  [
    'names of marketplaces above IDs of theirs end nothing',
    S,
    file('Sub Order ID', '1253231242', '1253231243', 'Myntra', '2102195680298_1', '2102195680299_1'),
    `${BOTH} 2102195680298_1 2102195680299_1; 4 INVALID_ID`,
  ],
  [
    'a note between IDs of one make ends nothing',
    S,
    file(...table, 'on hold,late', '1253231244,Agra', '1253231245,Agra'),
    `${BOTH} 1253231244 1253231245; 4 INVALID_ID`,
  ],
  [
    'a note that says where, between IDs of two makes, ends nothing',
    S,
    file(...table, 'pending,Agra', 'FN00009871-A1,Agra', 'FN00009872-A1,Pune'),
    `${BOTH} FN00009871-A1 FN00009872-A1; 4 INVALID_ID`,
  ],
  [
    'far below the first rows',
    S,
    file(
      'Sub Order ID,City',
      ...Array.from({ length: 40 }, (_, at) => `${1253231200 + at},Pune`),
      'SKU ID,Stock',
      '8647326934,3',
    ),
    `${Array.from({ length: 40 }, (_, at) => 1253231200 + at).join(' ')}; 42 INVALID_ID; 43 OTHER_TABLE of 42`,
  ],
  [
    'captions of groups end nothing where the first group has one',
    S,
    file('Sub Order ID', 'Pune', '1253231242', '1253231243', '', 'Agra', '1253231244', '1253231245'),
    `${BOTH} 1253231244 1253231245; 2 INVALID_ID; 6 INVALID_ID`,
  ],
  [
    'the labels of a second page',
    S,
    file(
      'Sorted by,Sub Order ID',
      'Page,1',
      '',
      ...table,
      '',
      'Sorted by,Sub Order ID',
      'Page,2',
      '',
      'Sub Order ID,City',
      '1253231244,Pune',
    ),
    `${BOTH} 1253231244; 8 INVALID_ID; 9 OTHER_TABLE of 8; 11 INVALID_ID`,
  ],
  [
    'a phone number for each',
    S,
    file('Sub Order ID', '1253231242', '', 'Phone', '9876543210'),
    '1253231242; 4 INVALID_ID; 5 OTHER_TABLE of 4',
  ],
  [
    'a summary',
    S,
    file(...table, '', 'City,Orders', 'A1,2', 'M2,5'),
    `${BOTH}; 5 INVALID_ID; 6 OTHER_TABLE of 5; 7 OTHER_TABLE of 5`,
  ],
  [
    'reasons that speak of products end nothing',
    S,
    file('Sub Order ID,Reason', 'TBC,Item damaged', 'TBC,Product quantity short', '1253231242,ok'),
    '1253231242; 2 INVALID_ID; 3 INVALID_ID',
  ],
  [
    'errors of Excel end nothing',
    S,
    file(...table, '#NAME?,x', '#VALUE!,x', '1253231244,x'),
    `${BOTH} 1253231244; 4 INVALID_ID; 5 INVALID_ID`,
  ],
  [
    'odd texts end nothing',
    S,
    file(...table, 'pending,Agra', 'n/a,', '* only of Monday,', 'no order,Agra', '1253231244,x'),
    `${BOTH} 1253231244; 4 INVALID_ID; 5 INVALID_ID; 6 INVALID_ID; 7 INVALID_ID`,
  ],
  [
    'an odd text below a blank row ends nothing',
    S,
    file(...table, '', 'pending,Agra', '1253231244,Agra'),
    `${BOTH} 1253231244; 5 INVALID_ID`,
  ],
]

const IN_LINES: readonly Case[] = [
  [
    'a line-item table',
    S,
    file('Sub Order ID', 'SKU ID', 'Quantity', '1253231242', '8647326934', '2'),
    'CELLS_IN_LINES',
  ],
  [
    'on its own tab',
    L,
    file('Sub Order ID', 'SKU ID', 'Quantity', '1253231242', '8647326934', '2'),
    'CELLS_IN_LINES',
  ],
  [
    'with blank lines and tabs between',
    S,
    '\tSub Order ID\n\n\tSKU ID\n\n\tQuantity\n\n\t1253231242\n\n\t8647326934\n\n\t2\n',
    'CELLS_IN_LINES',
  ],
  [
    'other columns',
    S,
    file('Sub Order ID', 'City', 'Status', '1253231242', 'Pune', 'PACKED'),
    'CELLS_IN_LINES',
  ],
  [
    'words that are not known',
    S,
    file('Sub Order ID', 'Plaats', 'Wijk', '1253231242', 'Pune', '411001', '1253231243', 'Agra', '411002'),
    'CELLS_IN_LINES',
  ],
  [
    'a column before the ID',
    S,
    file('PLZ', 'Sub Order ID', '411001', '1253231242', '411002', '1253231243'),
    'CELLS_IN_LINES',
  ],
  ['the quantity before the ID', S, file('Quantity', 'Sub Order ID', '2', '1253231242'), 'CELLS_IN_LINES'],
  [
    'another number beside the ID',
    S,
    file('Sub Order ID', 'AWB number', '1253231242', '9000000001'),
    'CELLS_IN_LINES',
  ],
  [
    'several columns before the ID, and one row',
    S,
    file(
      'Phone',
      'Customer Name',
      'Address',
      'Sub Order ID',
      '9820012345',
      'Asha K.',
      '0 Park Street',
      'SO-2026-12',
    ),
    'CELLS_IN_LINES',
  ],
  [
    'a date, an amount and another number before the ID',
    S,
    file(
      'Order Date',
      'Amount',
      'Channel Order ID',
      'Sub Order ID',
      '2026-11-01',
      '499',
      '4040404041',
      'FN0987-A1',
    ),
    'CELLS_IN_LINES',
  ],
  [
    'columns before and behind the ID, below a title',
    S,
    file('Open orders', 'Order Date', 'Sub Order ID', 'Stato', '2026-11-01', '1253231242', 'aperto'),
    'CELLS_IN_LINES',
  ],
  [
    'words that are no headings, around the ID',
    S,
    file('Item', 'Sub Order ID', 'Created At', 'Box', 'JUN-2600012', '2026-11-01'),
    'CELLS_IN_LINES',
  ],
  [
    'a date in the place of the ID',
    S,
    file('Sub Order ID', 'Note', 'Created At', '2-Mai', 'Size 0', '2026-11-01'),
    'CELLS_IN_LINES',
  ],
  [
    'an address with a comma in it',
    S,
    file(
      'Phone',
      'Customer Name',
      'Address',
      'Sub Order ID',
      '98200',
      'Asha',
      '0, Park Street',
      'SO-2026-12',
    ),
    'CELLS_IN_LINES',
  ],
  ['a price behind the ID', S, file('Sub Order ID', 'Price (INR)', '1253231242', '499'), 'CELLS_IN_LINES'],
  [
    'a name before the ID',
    S,
    file('Customer Name', 'Sub Order ID', 'Asha K.', '1253231242'),
    'CELLS_IN_LINES',
  ],
  [
    'a list of mixed IDs with three titles is a list',
    S,
    file(
      'Export',
      'Cancelled orders',
      'Store Myntra',
      'Sub Order ID',
      '1253231242',
      'SO-7',
      '00012',
      '1253231245',
    ),
    '1253231242 SO-7 00012 1253231245',
  ],
  [
    'a list with titles and an odd text too',
    S,
    file('Open orders', 'Customer Name', 'Sub Order ID', '1253231242', 'pending', '1253231243'),
    `${BOTH}; 5 INVALID_ID`,
  ],
  [
    'columns of others on the tab of line items',
    L,
    file('Order No', 'Item', 'Pieces', '1253231242', 'A', '2'),
    'CELLS_IN_LINES',
  ],
  [
    'without names',
    S,
    file('1253231242', '8647326934', '2', '1253231243', '8647326935', '1'),
    'CELLS_IN_LINES',
  ],
  [
    'a list in groups is a list',
    S,
    file('Sub Order ID', 'Returns', '1253231242', '1253231243'),
    `${BOTH}; 2 INVALID_ID`,
  ],
  ['a list with a title is a list', S, file('Orders', 'Sub Order ID', '1253231242', '1253231243'), BOTH],
  [
    'a list of mixed IDs with a title too',
    S,
    file('Cancelled items', 'Sub Order ID', '1253231242', 'SO-7'),
    '1253231242 SO-7',
  ],
  [
    'a list with an odd text too',
    S,
    file('Sub Order ID', 'pending', '1253231242', '1253231243'),
    `${BOTH}; 2 INVALID_ID`,
  ],
]

const PACKED: readonly Case[] = [
  [
    'lines in quotes',
    L,
    file('"Sub Order ID,SKU ID,Quantity"', '"1253231242,A1,2"', '"1253231243,A1,1"'),
    '1253231242|A1x2 1253231243|A1x1',
  ],
  ['with semicolons', L, file('"Sub Order ID;SKU ID;Quantity"', '"1253231242;A1;2"'), '1253231242|A1x2'],
  ['with tabs', L, file('"Sub Order ID\tSKU ID\tQuantity"', '"1253231242\tA1\t2"'), '1253231242|A1x2'],
  [
    'below a title',
    L,
    file('Export of Monday', '"Sub Order ID,SKU ID,Quantity"', '"1253231242,A1,2"'),
    '1253231242|A1x2',
  ],
  ['the header alone', L, file('"Sub Order ID,SKU ID,Quantity"', '1253231242,A1,2'), '1253231242|A1x2'],
  [
    'quotes inside, a cell too few and one too many',
    S,
    file('"Sub Order ID,City"', '"1253231242,""Pune, East"""', '"1253231243"', '"1253231244,a,b"'),
    '1253231242 1253231243; 4 TOO_MANY_COLUMNS',
  ],
  [
    'line items on the tab of sub-orders',
    S,
    file('"Sub Order ID,SKU ID,Quantity"', '"1253231242,A1,2"'),
    'WRONG_SHEET, asks line-columns',
  ],
  [
    'headings of others',
    S,
    file('"Order No;Ort"', '"1253231242;Pune"', '"1253231243;Agra"'),
    'MISSING_HEADER, asks columns in 1',
  ],
  [
    'several IDs in a cell are not packed',
    S,
    file('Sub Order ID', '"1253231242,1253231243"'),
    'nothing; 2 INVALID_ID',
  ],
]

describe.each([
  ['the header is the one that the rows below agree with', CHOICE],
  ['a later heading ends what the header is good for', LATER],
  ['a table with each cell in a line of its own is refused', IN_LINES],
  ['rows that stand in one cell are parted as their header is', PACKED],
])('%s', (_, cases) => {
  it.each(cases)('%s', async (_about, tab, content, outcome) => {
    expect(await tellOutcome(tab, content)).toBe(outcome)
  })
})

describe('which row is the header, once it was said', () => {
  const unknown = file('Report by,Sub Order ID', 'Order No,City', '1253231242,Pune')
  const known = file('Järjestys,Sub Order ID', 'Sivu,1', 'Kopio,1', ...table)
  const remember = (header: readonly string[], ...answers: Doubt[]): RememberedColumns => ({
    kind: S,
    signature: signHeader(header),
    columns: { subOrderId: 0 },
    answers,
  })
  it('holds for files that leave the same doubt, and for no other', async () => {
    const order = ['Order No', 'City']
    const own = ['Sub Order ID', 'City']
    const told = [
      await tellOutcome(S, unknown, { remembered: [remember(order, 'heading')] }),
      await tellOutcome(S, known, { remembered: [remember(own, 'heading')] }),
      await tellOutcome(S, known, { remembered: [remember(own, 'columns')] }),
      await tellOutcome(S, known, { remembered: [remember(own, 'heading')], choice: { asksAgain: true } }),
    ]
    expect(told).toEqual([
      '1253231242',
      BOTH,
      'UNCLEAR_HEADER, asks heading in 4',
      'UNCLEAR_HEADER, asks heading in 4',
    ])
  })
  it('does not hold where IDs stand above that row', async () => {
    const lines = file(
      'Sub Order ID,SKU ID,Quantity',
      '1253231242,A1,1',
      'Sub Order ID,SKU ID,Quantity,Note',
      '1253231242,A2,1,x',
    )
    const columns = { subOrderId: 0, skuId: 1, quantity: 2 }
    const note = remember(['Sub Order ID', 'SKU ID', 'Quantity', 'Note'], 'heading')
    const wholes = file(
      'Sub Order ID,City',
      '1253231242,Pune',
      'City,Sub Order ID,Status',
      'Agra,1253231243,OPEN',
    )
    const order = remember(['City', 'Sub Order ID', 'Status'], 'heading')
    const told = [
      await tellOutcome(L, lines, { remembered: [{ ...note, kind: L, columns }] }),
      await tellOutcome(S, wholes, { remembered: [{ ...order, columns: { subOrderId: 1 } }] }),
    ]
    expect(told).toEqual(['UNCLEAR_HEADER, asks heading in 1', 'UNCLEAR_HEADER, asks heading in 1'])
  })
})

describe('a label that no list knows, beside the name of the ID, is no header', () => {
  const below = ['Sub Order No,City', '1253231242,Pune', '1253231243,Agra']
  it.each([
    ['a count', 'Parameter', ['Results,2', '']],
    ['what was searched', 'Search in', ['Search text,1253', '']],
    ['a whole ID that was searched', 'Search in', ['Search text,1253231242', '']],
    ['two values', 'Rechercher dans', ['Page,1', 'Total,2', '']],
    ['no blank row', 'Find in', ['Results,4']],
  ])('%s below it', async (_about, name, values) => {
    const content = file(`${name},Sub Order ID`, ...values, ...below)
    const row = values.length + 2
    expect(await tellOutcome(S, content)).toBe(`UNCLEAR_HEADER, asks heading in ${row}`)
  })
  it('short IDs above another table are read', async () => {
    const content = file('City,Sub Order ID', 'Pune,101', 'Agra,102', '', 'Seller,Stock', '8647326934,5')
    expect(await tellOutcome(S, content)).toBe('101 102; 5 INVALID_ID; 6 OTHER_TABLE of 5')
  })
})
