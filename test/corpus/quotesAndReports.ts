import { ids, lines, loads, refused, type SheetCase } from './sheetCase'

const WITH_NOTE = { header: 'Increff Sub Order ID,Note' }
const NOTED_HEADER = ['Increff Sub Order ID', 'Note']

const quotes: readonly SheetCase[] = [
  ids(
    'quotes-well-formed.csv',
    'quoted and unquoted cells in one file',
    [
      ['"1253231242","a, b"', '1253231242'],
      ['1253231243,"say ""hi"""', '1253231243'],
      ['"1253231244",', '1253231244'],
      ['1253231245,""', '1253231245'],
      ['1253231246,""""', '1253231246'],
      ['1253231247,5" pipe', '1253231247'],
    ],
    WITH_NOTE,
  ),
  loads(
    'sub-orders',
    'quoted-line-ends.csv',
    'a cell over several lines is one row, and what stands in it is no row',
    'Increff Sub Order ID,Note\r\n1253231242,"a\r\n999\n888\r777\r\n\r\nb"\r\n1253231243,c\r\n',
    NOTED_HEADER,
    [
      [2, '1253231242'],
      [3, '1253231243'],
    ],
  ),
  ids(
    'bad-quotes.csv',
    'text behind a closing quote: the row is refused, the next ones are read',
    [
      ['"1253231242"x,a', '!BAD_QUOTES'],
      ['1253231243,"a"b', '!BAD_QUOTES'],
      ['1253231244,c', '1253231244'],
      ['1253231245,"a\\"b"', '!BAD_QUOTES'],
      ['1253231246,d', '1253231246'],
    ],
    WITH_NOTE,
  ),
  ids('quotes-behind-a-blank.csv', 'a quote behind a blank is a character of its cell', [
    [' "1253231242"', '!INVALID_ID'],
    ["'1253231243'", '!INVALID_ID'],
  ]),
  refused(
    'sub-orders',
    'unclosed-quote-at-start.csv',
    'from the header on',
    '"Increff Sub Order ID\r\n1253231242\r\n',
    {
      code: 'UNTERMINATED_QUOTE',
      row: 1,
    },
  ),
  refused(
    'sub-orders',
    'unclosed-quote-in-the-middle.csv',
    'rows would be lost in it',
    'Increff Sub Order ID,Note\r\n1253231242,x\r\n1253231243,"y\r\n1253231244,z\r\n1253231245,z\r\n',
    { code: 'UNTERMINATED_QUOTE', row: 3 },
  ),
  refused(
    'sub-orders',
    'unclosed-quote-in-the-last-row.csv',
    'the file may have been cut',
    'Increff Sub Order ID\r\n1253231242\r\n"12532',
    { code: 'UNTERMINATED_QUOTE', row: 3 },
  ),
  refused(
    'sub-orders',
    'unclosed-quote-as-last-character.csv',
    'likewise',
    'Increff Sub Order ID,Note\r\n1253231242,x\r\n1253231243,"',
    { code: 'UNTERMINATED_QUOTE', row: 3 },
  ),
]

const RESULTS = 'Status,Error Code,Error Message'
const ISSUES = 'Row,Issue Code,Issue'

const reports: readonly SheetCase[] = [
  ids(
    'error-csv.csv',
    'an Error CSV can be uploaded again as it is',
    [
      ['1253231242,x,ERROR,CLIENT_ERROR,"Not found, sorry"', '1253231242'],
      ["'=1+1,x,NOT SENT,,", '!INVALID_ID'],
      ['\'00123,x,ERROR,,"a\nb"', '00123'],
    ],
    { header: `Increff Sub Order ID,Note,${RESULTS}`, columns: NOTED_HEADER },
  ),
  ids('issues-csv.csv', 'a CSV of issues likewise', [['1253231242,2,INVALID_ID,Fix it', '1253231242']], {
    header: `Increff Sub Order ID,${ISSUES}`,
    columns: ['Increff Sub Order ID'],
  }),
  ids(
    'mended-csv.csv',
    'one of a mended sheet: the column of what was uploaded goes, too',
    [
      ['1253231242,x,1.25E+09,SUCCESS,,', '1253231242'],
      ['1253231243,y,,ERROR,X,Y', '1253231243'],
    ],
    { header: `Increff Sub Order ID,Note,Uploaded As,${RESULTS}`, columns: NOTED_HEADER },
  ),
  ids(
    'mended-issues-csv.csv',
    'likewise of issues',
    [['1253231242,1.25E+09,2,INVALID_ID,Fix it', '1253231242']],
    {
      header: `Increff Sub Order ID,Uploaded As,${ISSUES}`,
      columns: ['Increff Sub Order ID'],
    },
  ),
  lines(
    'error-csv-lines.csv',
    'of line items',
    [
      ['1253231242,A,1,ERROR,X,Y', ['1253231242', 'A', 1]],
      ['1253231242,B,2,ERROR,X,Y', ['1253231242', 'B', 2]],
    ],
    {
      header: `Sub Order ID,Increff SKU ID,Quantity,${RESULTS}`,
      columns: ['Sub Order ID', 'Increff SKU ID', 'Quantity'],
    },
  ),
  ids(
    'extra-cells-csv.csv',
    'cells that were too many once are too many again',
    [
      ['1253231242,x,y,NOT SENT,TOO_MANY_COLUMNS,Too many', '!TOO_MANY_COLUMNS'],
      ['1253231243,x,,SUCCESS,,', '1253231243'],
    ],
    { header: `Increff Sub Order ID,Note,Extra Cell,${RESULTS}`, columns: NOTED_HEADER },
  ),
  ids(
    'own-status-column.csv',
    'a column of the user’s own that is named like one of ours stays',
    [['1253231242,open', '1253231242']],
    {
      header: 'Increff Sub Order ID,Status',
    },
  ),
  ids(
    'report-columns-first.csv',
    'three of them elsewhere are the user’s own',
    [['SUCCESS,,,1253231242', '1253231242']],
    {
      header: `${RESULTS},Sub Order ID`,
    },
  ),
  ids('own-uploaded-as-column.csv', 'so is one named Uploaded As alone', [['1253231242,abc', '1253231242']], {
    header: 'Increff Sub Order ID,Uploaded As',
  }),
  ids(
    'guarded-cells.csv',
    'an apostrophe before what would run as a formula is ours, once',
    [
      ["1253231242,'=1+1", '1253231242'],
      ["'-12,x", '!INVALID_ID'],
      ["'@12,x", '!INVALID_ID'],
      ["''=1,x", '!INVALID_ID'],
      ["'12,x", '12'],
    ],
    { ...WITH_NOTE, cautions: [['UNLIKE_THE_REST', 1]] },
  ),
]

export const quotesAndReports: readonly SheetCase[] = [...quotes, ...reports]
