import { ids, lines, loads, type Record, type SheetCase } from './sheetCase'

const EXCEL_HEADER = 'Sub Order ID,City,Reason'
const first = (count: number, rest: (at: number) => string): Record[] =>
  Array.from({ length: count }, (_, at) => [`${1253231242 + at}${rest(at)}`, String(1253231242 + at)])
const below = (records: readonly Record[], ...more: readonly Record[]): Record[] => [...records, ...more]

/** Rows that have fewer cells than their header: blank ones are left out at the end, or something is missing. */
export const shortRows: readonly SheetCase[] = [
  ids(
    'all-reasons-in-the-first-block.csv',
    'Excel writes trailing commas for a stretch of rows and leaves them out below it',
    below(
      first(16, () => ',Pune,late'),
      ...Array.from({ length: 16 }, (_, at): Record => {
        const id = String(1253231300 + at)
        return [at === 15 ? id : `${id},Agra`, id]
      }),
    ),
    { header: EXCEL_HEADER },
  ),
  ids(
    'short-with-semicolons.csv',
    'likewise under a header with semicolons that ends in some',
    [
      ['1253231242;Pune', '1253231242'],
      ['1253231243', '1253231243'],
      ['1253231244;', '1253231244'],
    ],
    { header: 'Sub Order ID;City;Note;;;', columns: ['Sub Order ID', 'City', 'Note', '', '', ''] },
  ),
  loads(
    'line-items',
    'short-with-tabs.tsv',
    'a program that writes no trailing tabs',
    'Sub Order ID\tSKU ID\tQty\tNote\tBatch\r\n1253231242\tA1\t1\r\n1253231243\tA1\t1\tlate\r\n1253231244\tA1\t1\tx\tB7\r\n',
    ['Sub Order ID', 'SKU ID', 'Qty', 'Note', 'Batch'],
    [
      [2, '1253231242', 'A1', 1],
      [3, '1253231243', 'A1', 1],
      [4, '1253231244', 'A1', 1],
    ],
  ),
  ids(
    'texts-under-nameless-columns.csv',
    'a header that ends in commas, with texts below them in some rows',
    [
      ['1253231242,x', '1253231242'],
      ['1253231243', '1253231243'],
      ['1253231244,,y', '1253231244'],
      ['1253231245,,,z', '!TOO_MANY_COLUMNS'],
    ],
    { header: 'Sub Order ID,,' },
  ),
  lines(
    'counting-cells-missing.csv',
    'a row without one of the cells that count is refused, and holds its sub-order back',
    [
      ['1253231242,x,A1,1', '!SUB_ORDER_HELD_BACK'],
      ['1253231242,1', '!TOO_FEW_COLUMNS'],
      ['1253231243,,A1,1', ['1253231243', 'A1', 1]],
      ['1253231244,A1,2', '!TOO_FEW_COLUMNS'],
    ],
    { header: 'Sub Order ID,Note,SKU ID,Quantity' },
  ),
  lines(
    'cell-missing-in-the-middle.csv',
    'where nearly every row has its last cell, nobody knows which one is missing',
    [
      ['1253231242,Pune,A1,1,x', ['1253231242', 'A1', 1]],
      ['1253231243,Pune,A1,1,x', ['1253231243', 'A1', 1]],
      ['1253231244,A1,2,3', '!TOO_FEW_COLUMNS'],
      ['1253231245,Pune,A1,1,x', ['1253231245', 'A1', 1]],
    ],
    { header: 'Sub Order ID,City,SKU ID,Quantity,Note' },
  ),
  lines(
    'note-moved-into-the-quantity.csv',
    'a note that has come to stand in the column of the quantity is none',
    [
      ['1253231242,A1,2,late', '!INVALID_QUANTITY'],
      ['1253231243,Pune,A1,1,', ['1253231243', 'A1', 1]],
    ],
    { header: 'Sub Order ID,City,SKU ID,Quantity,Note' },
  ),
  ids(
    'phone-moved-into-the-id.csv',
    'a cell missing before the ID would make an ID of the one behind it',
    [
      ['Pune,1253231242,9876543210', '1253231242'],
      ['1253231243,9876543211', '!TOO_FEW_COLUMNS'],
      ['Agra,1253231244,9876543212', '1253231244'],
    ],
    { header: 'City,Sub Order ID,Phone' },
  ),
  loads(
    'sub-orders',
    'cut-in-the-last-row.csv',
    'the last row is the only short one: the file was cut, and so may be its ID',
    'Sub Order ID,City\r\n1253231242,Pune\r\n1253231243,Agra\r\n12532',
    ['Sub Order ID', 'City'],
    [
      [2, '1253231242'],
      [3, '1253231243'],
    ],
    { issues: [[4, 'TOO_FEW_COLUMNS']] },
  ),
  loads(
    'line-items',
    'cut-in-the-quantity.csv',
    'likewise of line items',
    'Sub Order ID,SKU ID,Quantity,City\r\n1253231242,A1,1,Pune\r\n1253231243,A1,12,Agra\r\n1253231243,A2,1',
    ['Sub Order ID', 'SKU ID', 'Quantity', 'City'],
    [[2, '1253231242', 'A1', 1]],
    {
      issues: [
        [3, 'SUB_ORDER_HELD_BACK'],
        [4, 'TOO_FEW_COLUMNS'],
      ],
    },
  ),
  ids(
    'footer-below-full-rows.csv',
    'a footer is named for what it is where it is the only short row',
    [
      ['1253231242,Pune', '1253231242'],
      ['1253231243,Agra', '1253231243'],
      ['(2 rows affected)', '!INVALID_ID total'],
    ],
    { header: 'Sub Order ID,City' },
  ),
  ids(
    'rules-and-footers.csv',
    'what stands around a list is no row of it, however few its cells',
    [
      ['-----', '!INVALID_ID rule'],
      ['1253231242,Pune', '1253231242'],
      ['=====', '!INVALID_ID rule'],
      ['(1 row)', '!INVALID_ID total'],
      ['Printed by admin', '!INVALID_ID'],
      ['1253231243;Pune', '!TOO_FEW_COLUMNS'],
    ],
    { header: 'Sub Order ID,City' },
  ),
]
