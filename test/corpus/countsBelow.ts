import { ids, lines, type Record, type SheetCase } from './sheetCase'

const list = (count: number): Record[] =>
  Array.from({ length: count }, (_, at) => [`${1253231242 + at}`, `${1253231242 + at}`])

/** A count or a sum below a list, as formulas, totals rows and database clients leave it. */
export const countsBelow: readonly SheetCase[] = [
  ids('count-of-rows.csv', 'a bare number that is as many as the rows above', [
    ...list(31),
    ['31', '!INVALID_ID total'],
  ]),
  ids('count-with-header.csv', 'the header counted, too', [...list(31), ['32', '!INVALID_ID total']]),
  ids('count-of-different-ids.csv', 'how many there are, and how many of them differ', [
    ...list(3),
    ['1253231242', '!DUPLICATE_ID'],
    ['4', '!INVALID_ID total'],
    ['3', '!INVALID_ID total'],
    ['-----', '!INVALID_ID rule'],
  ]),
  ids('count-below-a-blank-row.csv', 'a blank row between', [
    ...list(2),
    ['', ''],
    ['2', '!INVALID_ID total'],
  ]),
  ids('count-with-its-word.csv', 'a count with its word', [
    ...list(5),
    ['Count: 5', '!INVALID_ID total'],
    ['5', '!INVALID_ID total'],
  ]),
  ids('count-in-the-id.csv', 'its word and the number in one', [
    ...list(2),
    ['TOTAL-2', '!INVALID_ID total'],
  ]),
  ids('short-ids.csv', 'in a list of IDs that are as short it is one of them', [
    ['1', '1'],
    ['2', '2'],
    ['3', '3'],
    ['4', '4'],
  ]),
  ids(
    'one-short-id-among-long.csv',
    'a short ID that counts nothing, or stands further up, is asked about',
    [['2', '2'], ...list(3), ['77', '77']],
    { cautions: [['UNLIKE_THE_REST', 2]] },
  ),
  ids('count-in-the-midst.csv', 'as many as the rows above it, in the midst of the list', [
    ...list(2),
    ['2', '!INVALID_ID total'],
    ['1253231250', '1253231250'],
  ]),
  lines('count-and-sum-below-lines.csv', 'sub-orders, SKUs and pieces counted below line items', [
    ['1253231242,A1,2', ['1253231242', 'A1', 2]],
    ['1253231243,A1,3', ['1253231243', 'A1', 3]],
    ['2,1,5', '!INVALID_ID total'],
  ]),
  lines(
    'short-line-below-lines.csv',
    'with a SKU it is a line, and asked about',
    [
      ['1253231242,A1,2', ['1253231242', 'A1', 2]],
      ['1253231243,A1,3', ['1253231243', 'A1', 3]],
      ['2,A1,5', ['2', 'A1', 5]],
    ],
    { cautions: [['UNLIKE_THE_REST', 1]] },
  ),
]
