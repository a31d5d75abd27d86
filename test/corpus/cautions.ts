import { ids, lines, type Record, type SheetCase } from './sheetCase'

const sent = (text: string): Record => [text, text]
const count = (from: number, to: number, write: (number: number) => string = String): readonly Record[] =>
  Array.from({ length: to - from + 1 }, (_, index) => sent(write(from + index)))
const list = count(1253231242, 1253231271)
const line = (subOrderId: string, skuId: string): Record => [
  `${subOrderId},"${skuId}",1`,
  [subOrderId, skuId, 1],
]

/** Rows that are odd and sendable; and files that only seem odd, about which nobody may be asked. */
export const cautions: readonly SheetCase[] = [
  ids(
    'dates.csv',
    'spreadsheets make dates of IDs, in the words of their language',
    ['12-Jan', '2-Sep', 'Jan-26', '2026-11-01', '01-11-2026', '1.11.2026', '02-sept', '12.Okt', '2-set'].map(
      sent,
    ),
    { cautions: [['LOOKS_LIKE_DATE', 9]] },
  ),
  ids('no-dates.csv', 'IDs that have something of a date', [
    sent('2026-11-01-0007'),
    sent('20261101'),
    sent('SO-12'),
    sent('12-MED'),
    sent('32-Jan'),
    sent('JAN-1253231242'),
    sent('SET-12'),
  ]),
  lines(
    'skus-as-dates.csv',
    'SKUs suffer the same',
    [
      line('1253231242', '12-Jan'),
      line('1253231243', '02. Sep'),
      line('1253231244', '1月12日'),
      line('1253231246', 'AB-12'),
      line('1253231247', '2-SET'),
      line('1253231248', '38-MAR'),
    ],
    { cautions: [['LOOKS_LIKE_DATE', 3]] },
  ),
  ids(
    'nearly-the-same.csv',
    'but for letter case or leading zeros',
    ['SO-1', 'so-1', '7', '007', 'SO-01'].map(sent),
    {
      cautions: [['NEARLY_THE_SAME', 4]],
    },
  ),
  lines(
    'skus-nearly-the-same.csv',
    'SKUs are compared within one sub-order',
    [
      line('1253231242', 'AB-1'),
      line('1253231242', 'ab-1'),
      line('1253231243', 'Ab-1'),
      line('1253231244', '0012'),
      line('1253231244', '12'),
      line('1253231245', 'red'),
      line('1253231245', 'blue'),
    ],
    { cautions: [['NEARLY_THE_SAME', 4]] },
  ),
  ids('a-stray-number.csv', 'a number below them that is not how many they are', [...list, sent('29')], {
    cautions: [['UNLIKE_THE_REST', 1]],
  }),
  ids('a-lost-digit.csv', 'one digit of ten is missing', [...list, sent('125323124')], {
    cautions: [['UNLIKE_THE_REST', 1]],
  }),
  ids(
    'another-systems-id.csv',
    'a phone number and a name among IDs with a prefix',
    [...count(1000001, 1000040, (number) => `SO-${number}`), sent('9876543210'), sent('user7')],
    { cautions: [['UNLIKE_THE_REST', 2]] },
  ),
  ids(
    'dates-and-a-count.csv',
    'dates are no example of what is usual',
    [...list, ...['12-Jan', '2-Sep', '30'].map(sent)],
    {
      cautions: [
        ['LOOKS_LIKE_DATE', 2],
        ['UNLIKE_THE_REST', 1],
      ],
    },
  ),
  ids('few-marketplaces.csv', 'of 19 rows nobody can say which marketplace is usual', [
    ...list.slice(0, 18),
    sent('OD123456789012345677'),
  ]),
  ids(
    'few-rows-and-a-number.csv',
    'a bare number far shorter than each of them is odd all the same',
    [...list.slice(0, 2), sent('30')],
    { cautions: [['UNLIKE_THE_REST', 1]] },
  ),
  ids('two-shops.csv', 'three numbers of as many digits are orders of another shop', [
    ...list.slice(0, 6),
    ...count(1041, 1043),
  ]),
  ids('short-and-shorter.csv', 'short IDs of all lengths', [
    ...count(7, 12),
    ...count(98, 103),
    ...count(998, 1002),
  ]),
  ids('a-counter.csv', 'a counter that goes over 999999999', count(999999961, 1000000001)),
  ids('a-young-counter.csv', 'a counter that is at its beginning', count(1, 60)),
  ids('suffixes.csv', 'every tenth sub-order was split', [
    ...count(100000001, 100000036, (number) => `OD${number}`),
    ...['-1', '_2', '-10', '.4'].map((suffix) => sent(`OD100000040${suffix}`)),
  ]),
  ids('counted-parts.csv', 'parts of an order are counted beyond nine', [
    ...count(1, 39, (number) => `OD${100000000 + number}-${1 + (number % 9)}`),
    sent('OD100000041-10'),
  ]),
  ids('two-systems.csv', 'two marketplaces in one file', [
    ...list.slice(0, 20),
    ...count(1, 20, (number) => `FN-${1000000 + number}-A`),
  ]),
  ids(
    'long-ids.csv',
    'every tenth of many 16-digit IDs ends in a zero, and none was rounded',
    count(1253231242000011, 1253231242000041),
  ),
  ids(
    'all-rounded.csv',
    'where Excel has rounded, each ends in zeros',
    count(1, 25, (number) => `12532312420${String(number).padStart(4, '0')}00`),
    { cautions: [['MAYBE_ROUNDED', 25]] },
  ),
]
