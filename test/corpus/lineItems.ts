import { lines, type Record, type SheetCase } from './sheetCase'

/** Each in a sub-order of its own, so that none holds another one back. */
const quantities = (texts: readonly (readonly [cell: string, quantity: number | string])[]): Record[] =>
  texts.map(([cell, quantity], index) => {
    const id = String(1253231242 + index)
    return [`${id},A,${cell}`, typeof quantity === 'number' ? [id, 'A', quantity] : `!${quantity}`]
  })

const skus = (texts: readonly (readonly [cell: string, fate: string])[]): Record[] =>
  texts.map(([cell, fate], index) => {
    const id = String(1253231242 + index)
    return [`${id},${cell},1`, fate.startsWith('!') ? fate : [id, fate, 1]]
  })

export const lineItems: readonly SheetCase[] = [
  lines(
    'quantities.csv',
    'whole numbers from 1 up',
    quantities([
      ['1', 1],
      ['2.0', 2],
      [' 3 ', 3],
      ['４', 4],
      ['"=""5"""', 5],
      ["'6", 6],
      ['1000', 1000],
      ['\u00a07\u00a0', 7],
    ]),
  ),
  lines(
    'bad-quantities.csv',
    'anything else is refused',
    quantities(
      [
        '0',
        '-1',
        '1e2',
        '1E+02',
        '"1,000"',
        '2.5',
        '"2,0"',
        'two',
        '2x',
        '2 pcs',
        '1 000',
        '1\u00a0000',
        '²',
        '٢',
        '1_000',
        '½',
        '0.0',
        '99999999999999999999',
        '+',
        '2-3',
        'TRUE',
      ].map((cell) => [cell, 'INVALID_QUANTITY'] as const),
    ),
  ),
  lines(
    'missing-quantities.csv',
    'a blank is no quantity, not one',
    quantities([
      ['', 'MISSING_QUANTITY'],
      [' ', 'MISSING_QUANTITY'],
      ['\u00a0', 'MISSING_QUANTITY'],
      ['""', 'MISSING_QUANTITY'],
    ]),
  ),
  lines(
    'quantity-excel-errors.csv',
    'what Excel could not compute',
    quantities([
      ['#N/A', 'INVALID_QUANTITY excel-error'],
      ['#VALUE!', 'INVALID_QUANTITY excel-error'],
    ]),
  ),
  lines(
    'skus.csv',
    'a SKU ID is any printable text',
    skus([
      ['8647326934', '8647326934'],
      ['00123', '00123'],
      ['SKU 12/A+B', 'SKU 12/A+B'],
      ['"Größe, M"', 'Größe, M'],
      ['"=""0012"""', '0012'],
      ["'0013", '0013'],
      ['123.0', '123'],
      [' A ', 'A'],
      ['"5"" pipe"', '5" pipe'],
      ['１２', '12'],
      ['#12', '#12'],
      ['red', 'red'],
    ]),
  ),
  lines(
    'bad-skus.csv',
    'SKU IDs that are gone or not printable',
    skus([
      ['', '!MISSING_SKU'],
      ['\u00a0', '!MISSING_SKU'],
      ['8.64733E+09', '!SCIENTIFIC_ID'],
      ['"8,64733E+09"', '!SCIENTIFIC_ID'],
      ['1234567890123456.0', '!PRECISION_LOST'],
      ['"a\nb"', '!INVALID_ID'],
      ['a\u0000b', '!INVALID_ID'],
      ['a\u0007b', '!INVALID_ID'],
      ['#N/A', '!INVALID_ID excel-error'],
      ['#REF!', '!INVALID_ID excel-error'],
    ]),
  ),
  lines(
    'longest-sku.csv',
    '255 characters, and one more',
    skus([
      ['x'.repeat(255), 'x'.repeat(255)],
      ['x'.repeat(256), '!INVALID_ID'],
    ]),
  ),
  lines(
    'sku-cleaned.csv',
    'characters nobody sees are taken off a SKU ID, and noted',
    skus([
      ['\u00a0A1', 'A1'],
      ['A\u200b2', 'A2'],
      ['A3', 'A3'],
    ]),
    { notes: [['CLEANED_TEXT', 2]] },
  ),
  lines(
    'sku-maybe-rounded.csv',
    'a SKU ID of 16 digits may have been rounded as well',
    skus([
      ['1234567890123450', '1234567890123450'],
      ['1234567890123456', '1234567890123456'],
    ]),
    { cautions: [['MAYBE_ROUNDED', 1]] },
  ),
  lines(
    'duplicate-lines.csv',
    'a SKU twice in one sub-order: summing or choosing would be a guess',
    [
      ['1253231242,A,1', '!SUB_ORDER_HELD_BACK'],
      ['1253231242,A,1', '!DUPLICATE_LINE'],
      ['1253231243,A,1', ['1253231243', 'A', 1]],
      ['1253231242,B,1', '!SUB_ORDER_HELD_BACK'],
      ['1253231244,a,1', ['1253231244', 'a', 1]],
      ['1253231244,A,1', ['1253231244', 'A', 1]],
      ['1253231245,7,1', '!SUB_ORDER_HELD_BACK'],
      ['1253231245,"=""7""",2', '!DUPLICATE_LINE'],
    ],
    { cautions: [['NEARLY_THE_SAME', 2]] },
  ),
  lines('held-back.csv', 'one bad line holds its sub-order back, above and below', [
    ['1253231242,A,1', '!SUB_ORDER_HELD_BACK'],
    ['1253231243,A,1', ['1253231243', 'A', 1]],
    ['1253231242,B,0', '!INVALID_QUANTITY'],
    [' 1253231242 ,C,1', '!SUB_ORDER_HELD_BACK'],
    ['1253231242.0,D,1', '!SUB_ORDER_HELD_BACK'],
  ]),
  lines('held-back-by-bad-quotes.csv', 'also a line whose quotes are bad, where its ID can be read', [
    ['1253231242,A,1', '!SUB_ORDER_HELD_BACK'],
    ['1253231242,"B"x,1', '!BAD_QUOTES'],
    ['1253231243,A,1', ['1253231243', 'A', 1]],
  ]),
  lines('first-problem.csv', 'the first problem of a row is the one reported', [
    ['1.25E+09,,0', '!SCIENTIFIC_ID'],
    ['1253231242,,0', '!MISSING_SKU'],
    [',,', ''],
    [',A,', '!MISSING_ID'],
    ['1253231243,A', '!TOO_FEW_COLUMNS'],
  ]),
  lines('example-row-lines.csv', 'the example holds nothing back', [
    ['EXAMPLE,8647326934,2', '!EXAMPLE_ROW'],
    ['1253231242,8647326934,2', ['1253231242', '8647326934', 2]],
  ]),
  lines('lines-in-between.csv', 'lines of one sub-order need not follow one another', [
    ['1253231242,A,1', ['1253231242', 'A', 1]],
    ['1253231243,A,1', ['1253231243', 'A', 1]],
    ['1253231242,B,1', ['1253231242', 'B', 1]],
  ]),
  lines(
    'several-ids-in-a-line.csv',
    'which of the IDs a SKU belongs to would be a guess; either way nothing is sent',
    [['"1253231242, 1253231243",A,1', '!INVALID_ID several-ids']],
  ),
  lines(
    'too-many-lines.csv',
    'over 2,500 lines in one sub-order hold it back whole',
    [
      ...Array.from({ length: 2500 }, (_, at): Record => [`1253231242,S${at},1`, '!SUB_ORDER_HELD_BACK']),
      ['1253231242,S2500,1', '!TOO_MANY_LINES'],
      ['1253231243,A,1', ['1253231243', 'A', 1]],
    ],
    { maxRows: 10_000 },
  ),
]
