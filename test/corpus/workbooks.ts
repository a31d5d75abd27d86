import { type WrittenCell, type WrittenSheet, writeWorkbook } from '../support/workbook'
import { loads, type Refused, refused, type SheetCase } from './sheetCase'

/** Where the time stands in a zip's headers, by the signature they begin with. */
const TIME_PLACES = [
  [[0x50, 0x4b, 3, 4], 10],
  [[0x50, 0x4b, 1, 2], 12],
] as const

/** A workbook without the hour it was made at: the same bytes whenever it is written. */
function write(...sheets: readonly WrittenSheet[]): Uint8Array {
  const bytes = writeWorkbook({ sheets })
  for (let at = 0; at < bytes.length - 16; at += 1) {
    for (const [signature, place] of TIME_PLACES)
      if (signature.every((byte, index) => bytes[at + index] === byte)) bytes.set([0, 0, 0x21, 0], at + place)
  }
  return bytes
}

const ID = 'Increff Sub Order ID'
const list = (name: string, ...cells: readonly WrittenCell[]): WrittenSheet => ({
  name,
  rows: [[ID], ...cells.map((cell) => [cell])],
})

const DAMAGED: readonly (readonly [cell: WrittenCell, fate: string])[] = [
  ['1253231242', '1253231242'],
  [1253231243, '1253231243'],
  [{ value: 42, format: '000000' }, '000042'],
  ['0012', '0012'],
  [123456789012345, '123456789012345'],
  [{ value: 1, raw: '1.2345678901234567E+18' }, '!PRECISION_LOST'],
  [{ error: '#N/A' }, '!INVALID_ID excel-error'],
  [{ value: '1253231244', formula: 'A2&""' }, '1253231244'],
  [true, '!INVALID_ID'],
  ['1.25323E+09', '!SCIENTIFIC_ID'],
  ['\u00a01253231245', '1253231245'],
  ['Total', '!INVALID_ID total'],
  [{ value: 46350, format: 'dd/mm/yyyy' }, '!INVALID_ID date'],
]

const rowsOf = (kept: (fate: string) => boolean) =>
  DAMAGED.flatMap(([, fate], index) => (kept(fate) ? [[index + 2, fate] as const] : []))

export const workbooks: readonly SheetCase[] = [
  loads(
    'sub-orders',
    'cells-of-every-kind.xlsx',
    'texts, numbers, formats, formulas, errors and dates',
    write(list('Sheet1', ...DAMAGED.map(([cell]) => cell))),
    [ID],
    rowsOf((fate) => !fate.startsWith('!')),
    {
      issues: rowsOf((fate) => fate.startsWith('!')).map(
        ([row, fate]) => [row, ...fate.slice(1).split(' ')] as unknown as Refused,
      ),
      notes: [['CLEANED_TEXT', 1]],
    },
  ),
  loads(
    'line-items',
    'line-items-below-title.xlsx',
    'rows keep the numbers that the spreadsheet shows; short ones are filled up',
    write({
      name: 'Lines',
      rows: [
        ['Cancel list'],
        [],
        ['Sub Order ID', 'SKU ID', 'Qty', 'Note'],
        ['1253231242', 8647326934, 2],
        [],
        ['1253231243', 'A', 1, 'x'],
      ],
    }),
    ['Sub Order ID', 'SKU ID', 'Qty', 'Note'],
    [
      [4, '1253231242', '8647326934', 2],
      [6, '1253231243', 'A', 1],
    ],
    { notes: [['TITLE_ROWS', 1]] },
  ),
  {
    file: 'several-worksheets.xlsx',
    about: 'which worksheet is meant is asked',
    tab: 'sub-orders',
    content: write(list('North', '1'), list('South', '2')),
    expected: { question: { type: 'worksheet', names: ['North', 'South'] } },
  },
  {
    ...loads(
      'sub-orders',
      'worksheet-chosen.xlsx',
      'and the one that was chosen is read',
      write(list('North', '1'), list('South', '2')),
      [ID],
      [[2, '2']],
    ),
    worksheet: 'South',
  },
  loads(
    'sub-orders',
    'hidden-and-empty-worksheets.xlsx',
    'hidden worksheets and empty ones are not offered',
    write({ ...list('Old', '1'), state: 'hidden' }, list('List', '2'), { name: 'Sheet3', rows: [] }),
    [ID],
    [[2, '2']],
  ),
  refused('sub-orders', 'empty.xlsx', 'nothing in it', write({ name: 'Sheet1', rows: [] }), {
    code: 'EMPTY_FILE',
  }),
  refused('sub-orders', 'only-header.xlsx', 'a header and no row', write(list('Sheet1')), {
    code: 'NO_ROWS',
  }),
  refused(
    'sub-orders',
    'line-items-on-sub-orders-tab.xlsx',
    'the other tab’s workbook',
    write({
      name: 'Sheet1',
      rows: [
        ['Sub Order ID', 'SKU ID', 'Qty'],
        ['1253231242', 'A', 1],
      ],
    }),
    {
      code: 'WRONG_SHEET',
      belongsTo: 'line-items',
      columns: ['SKU ID', 'Qty'],
      found: 'Sub Order ID, SKU ID, Qty',
    },
    { type: 'whole', doubt: 'line-columns' },
  ),
]
