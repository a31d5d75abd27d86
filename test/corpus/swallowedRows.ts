import { loads, refused, type Refused, type Sent, type SheetCase } from './sheetCase'

const SWALLOWED: Refused = [2, 'BAD_QUOTES', 'swallowed-rows']

function lists(
  file: string,
  about: string,
  text: string,
  sent: readonly Sent[],
  issues: readonly Refused[] = [],
): SheetCase {
  const [header = ''] = text.split('\n')
  const delimiter = ['\t', ';', '|'].find((mark) => header.includes(mark)) ?? ','
  const isLines = header.includes('SKU')
  return loads(isLines ? 'line-items' : 'sub-orders', file, about, text, header.split(delimiter), sent, {
    issues,
  })
}

/** Two stray quotes make one cell of several rows; an address or a note over several lines does not. */
export const swallowedRows: readonly SheetCase[] = [
  lists(
    'inches-with-commas.csv',
    'a quote that opens at a name and closes at inches, two rows below',
    'Sub Order ID,Item,City\n1253231242,"Deluxe set,Agra\n1253231243,Plain set,Pune\n1253231244,Pipe 20",Pune\n1253231245,Box,Agra\n',
    [[5 - 2, '1253231245']],
    [SWALLOWED],
  ),
  lists(
    'lines-with-commas.csv',
    'of line items each sub-order that stands between is held back',
    'Sub Order ID,SKU ID,Quantity,Item\n1253231242,A1,1,"Deluxe set\n1253231243,A2,1,Plain set\n1253231242,A3,2,Tube 20"\n1253231243,A1,1,Box\n1253231244,A1,1,Box\n1253231242,A4,1,Box\n',
    [[4, '1253231244', 'A1', 1]],
    [SWALLOWED, [3, 'SUB_ORDER_HELD_BACK'], [5, 'SUB_ORDER_HELD_BACK']],
  ),
  lists(
    'opens-and-closes-in-other-columns.tsv',
    'the quote closes in another column than it opens',
    'Sub Order ID\tItem\tCity\tNote\n1253231242\tBox\t"Agra\tx\n1253231243\tPlain set\tPune\tx\n1253231244\tPipe 20"\tPune\tx\n1253231245\tBox\tAgra\tx\n',
    [[3, '1253231245']],
    [SWALLOWED],
  ),
  lists(
    'closes-in-front.tsv',
    'the other way round: too few cells are left',
    'Sub Order ID\tItem\tCity\tNote\n1253231242\t"Box\tAgra\tx\n1253231243\tPlain set\tPune"\tx\n1253231245\tBox\tAgra\tx\n',
    [[3, '1253231245']],
    [SWALLOWED],
  ),
  lists(
    'quote-in-the-id-column.csv',
    'the quote opens before an ID',
    'Sub Order ID,Item\n"1253231242,Deluxe set\n1253231243,Plain set\n1253231244,Tube 20"\n1253231245,Box\n',
    [[3, '1253231245']],
    [SWALLOWED],
  ),
  lists(
    'ids-of-any-make.csv',
    'IDs that have nothing in common but their make',
    'City;Sub Order ID;Item\nPune;SO-7310;"Deluxe\nAgra;SO-229;Plain\nPune;SO-8122;Tube 20"\nPune;SO-11;Box\n',
    [[3, 'SO-11']],
    [SWALLOWED],
  ),
  lists(
    'with-bad-quotes-behind.tsv',
    'the rows between stand in the raw text of the row whose quotes are bad',
    'Sub Order ID\tSKU ID\tQuantity\tItem\n1253231242\tA1\t1\t"Deluxe\n1253231243\tA2\t1\tPlain\n1253231242\tA3\t2\tTube 20" long\n1253231243\tA1\t1\tBox\n1253231244\tA1\t1\tBox\n',
    [[4, '1253231244', 'A1', 1]],
    [SWALLOWED, [3, 'SUB_ORDER_HELD_BACK']],
  ),
  lists(
    'saved-again-by-excel.csv',
    'Excel has read it as we do, and saved the rows inside the cell with the tabs of the first file',
    'Sub Order ID,SKU ID,Quantity,Item\n1253231242,A1,1,"Deluxe set\n1253231242\tA2\t1\tPlain set\n1253231242\tA3\t2\tTube 20"\n1253231243,A1,1,Box\n1253231242,A4,1,Box\n',
    [[3, '1253231243', 'A1', 1]],
    [SWALLOWED, [4, 'SUB_ORDER_HELD_BACK']],
  ),
  lists(
    'lines-without-ids.csv',
    'lines below their sub-order, inside a cell of its first',
    'Sub Order ID,SKU ID,Quantity,Item\n1253231242,A1,1,"Deluxe\n,A2,1,Plain\n,A3,2,Tube 20"\n1253231243,A1,1,Box\n',
    [[3, '1253231243', 'A1', 1]],
    [SWALLOWED],
  ),
  refused(
    'sub-orders',
    'in-the-header.csv',
    'rows in a cell of the header',
    'Sub Order ID,"Item\n1253231242,Pipe 20"\n1253231243,Box\n',
    { code: 'UNTERMINATED_QUOTE', row: 1 },
  ),
  refused(
    'sub-orders',
    'three-quotes.csv',
    'with a third quote all the rest is inside',
    'Sub Order ID,Item\n1253231242,"Deluxe\n1253231243,Pipe 20"\n1253231244,"Box\n1253231245,Box\n',
    { code: 'UNTERMINATED_QUOTE', row: 3 },
  ),
  lists(
    'addresses.csv',
    'addresses and notes over several lines are cells, whatever commas and numbers they have',
    [
      'Sub Order ID,Address,City',
      '1253231242,"12 MG Road, Floor 2',
      'Sector 5, Noida, 201301',
      'India",Noida',
      '1253231243,"Ramesh Kumar',
      '9876543210",Pune',
      '1253231244,"Ramesh Kumar',
      '9876543210, Pune, MH',
      'India",Pune',
      '1253231245,"B-12, Sector 5, Noida',
      '411001, Pune, MH',
      '1253231200 was the first one",Pune',
      '1253231246,"see',
      '1253231200',
      '1253231201",Pune',
      '',
    ].join('\n'),
    [
      [2, '1253231242'],
      [3, '1253231243'],
      [4, '1253231244'],
      [5, '1253231245'],
      [6, '1253231246'],
    ],
  ),
  lists(
    'notes-of-lines.csv',
    'a note over several lines beside a line item',
    'Sub Order ID,SKU ID,Quantity,Note\n1253231242,A1,1,"customer called,\nwants 2, not 1,\n24.11.2026, 17:00"\n1253231243,A1,1,"a\n\nb"\n',
    [
      [2, '1253231242', 'A1', 1],
      [3, '1253231243', 'A1', 1],
    ],
  ),
]
