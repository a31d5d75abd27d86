import { encode, joinBytes, type SheetEncoding } from './encode'
import { loads, refused, type SheetCase } from './sheetCase'

const ENCODINGS: readonly SheetEncoding[] = [
  'utf8',
  'utf8-bom',
  'utf8-bom-twice',
  'utf16le',
  'utf16be',
  'utf16le-bare',
  'utf16be-bare',
  'windows-1252',
]

const DELIMITERS = [
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['pipe', '|'],
] as const

/** The ends of five records; the fourth is blank, so that a CR and a CRLF meet. */
const LINE_ENDS = [
  ['lf', ['\n', '\n', '\n', '\n', '\n']],
  ['crlf', ['\r\n', '\r\n', '\r\n', '\r\n', '\r\n']],
  ['cr', ['\r', '\r', '\r', '\r', '\r']],
  ['mixed', ['\r\n', '\n', '\r', '\r\n', '\n']],
] as const

const isTextFile = (delimiter: string) => delimiter === '\t'

/** Each encoding with each line end and each delimiter, not all three with each other. */
const everyEncoding = ENCODINGS.flatMap((encoding, turn) =>
  LINE_ENDS.map(([endName, ends], index): SheetCase => {
    const [name, delimiter] = DELIMITERS[(turn + index) % DELIMITERS.length] ?? DELIMITERS[0]
    const records = [
      ['Increff Sub Order ID', 'Größe'],
      ['1253231242', '"M – ""rot"""'],
      ['0012', `"a${delimiter}b"`],
      [],
      ['1253231244', 'Ü'],
    ]
    const text = records.map((cells, at) => cells.join(delimiter) + (ends[at] ?? '')).join('')
    return loads(
      'sub-orders',
      `${encoding}-${endName}-${name}.${isTextFile(delimiter) ? 'tsv' : 'csv'}`,
      `${encoding}, line ends ${endName}, delimiter ${name}`,
      encode(text, encoding),
      ['Increff Sub Order ID', 'Größe'],
      [
        [2, '1253231242'],
        [3, '0012'],
        [5, '1253231244'],
      ],
      encoding === 'windows-1252' ? { notes: [['WINDOWS_1252', 1]] } : {},
    )
  }),
)

const LIST = 'Sub Order ID,Note\r\n1253231242,x\r\n1253231243,y\r\n'
const HEADER = ['Sub Order ID', 'Note']
const SENT = [
  [2, '1253231242'],
  [3, '1253231243'],
] as const

const utf32 = (['utf32le', 'utf32be', 'utf32le-bare', 'utf32be-bare'] as const).map((encoding) =>
  refused('sub-orders', `${encoding}.csv`, `${encoding} is refused by name`, encode(LIST, encoding), {
    code: 'UNSUPPORTED_ENCODING',
    found: encoding.startsWith('utf32le') ? 'UTF-32 LE' : 'UTF-32 BE',
  }),
)

const ascii = (text: string) => encode(text, 'utf8')

export const encodings: readonly SheetCase[] = [
  ...everyEncoding,
  ...utf32,
  loads(
    'sub-orders',
    'windows-1252-dash-in-id.csv',
    'byte 0x96 is an en dash, which no ID has: never taken for a hyphen',
    joinBytes(ascii('Sub Order ID\r\nSO12'), [0x96], ascii('34\r\nSO12-34\r\n')),
    ['Sub Order ID'],
    [[3, 'SO12-34']],
    { issues: [[2, 'INVALID_ID']], notes: [['WINDOWS_1252', 1]] },
  ),
  loads(
    'sub-orders',
    'windows-1252-unassigned-byte.csv',
    'byte 0x81 stands for nothing in Windows-1252: the row is refused',
    joinBytes(ascii('Sub Order ID\r\n12'), [0x81], ascii('34\r\n56\r\n')),
    ['Sub Order ID'],
    [[3, '56']],
    { issues: [[2, 'INVALID_ID']], notes: [['WINDOWS_1252', 1]] },
  ),
  loads(
    'sub-orders',
    'utf8-with-one-bad-byte.csv',
    'a text that is not UTF-8 as a whole is Windows-1252 as a whole; IDs are the same in both',
    joinBytes(encode('Sub Order ID,Note\r\n1253231242,Größe\r\n1253231243,x', 'utf8'), [0xff, 0x0d, 0x0a]),
    HEADER,
    SENT,
    { notes: [['WINDOWS_1252', 1]] },
  ),
  loads(
    'sub-orders',
    'shift-jis-note.csv',
    'a Japanese code page is no UTF-8; digits are the same in all of them',
    joinBytes(
      ascii('Sub Order ID,Note\r\n1253231242,'),
      [0x83, 0x54, 0x83, 0x43],
      ascii('\r\n1253231243,y\r\n'),
    ),
    HEADER,
    SENT,
    { notes: [['WINDOWS_1252', 1]] },
  ),
  loads(
    'sub-orders',
    'utf8-astral.csv',
    'characters beyond the basic plane are whole',
    encode('Sub Order ID,Note\r\n1253231242,😀\r\n1253231243,𝄞\r\n', 'utf8'),
    HEADER,
    SENT,
  ),
  loads(
    'sub-orders',
    'utf16le-bare-chinese-note.csv',
    'UTF-16 without a mark is known by where its NULs stand, though half of the text has none',
    encode(
      'Sub Order ID,Note\r\n1253231242,退货单取消退货单取消退货单\r\n1253231243,客户取消\r\n',
      'utf16le-bare',
    ),
    HEADER,
    SENT,
  ),
  loads(
    'sub-orders',
    'utf16be-bare-chinese-note.csv',
    'likewise with the bytes the other way round',
    encode(
      'Sub Order ID,Note\r\n1253231242,退货单取消退货单取消退货单\r\n1253231243,客户取消\r\n',
      'utf16be-bare',
    ),
    HEADER,
    SENT,
  ),
  loads(
    'sub-orders',
    'utf16le-odd-length.csv',
    'a file that was cut within a character: the ID it ends in is not known',
    encode('Sub Order ID\r\n1253231242\r\n12532', 'utf16le').slice(0, -1),
    ['Sub Order ID'],
    [[2, '1253231242']],
    { issues: [[3, 'INVALID_ID']] },
  ),
  loads(
    'sub-orders',
    'utf16be-bare-odd-length.csv',
    'likewise without a mark',
    encode('Sub Order ID\r\n1253231242\r\n12532', 'utf16be-bare').slice(0, -1),
    ['Sub Order ID'],
    [[2, '1253231242']],
    { issues: [[3, 'INVALID_ID']] },
  ),
  loads(
    'sub-orders',
    'utf8-cut-within-a-character.csv',
    'a file that was cut within a character of its last note is no UTF-8; the IDs stand',
    encode('Sub Order ID,Note\r\n1253231242,x\r\n1253231243,ü', 'utf8').slice(0, -1),
    HEADER,
    SENT,
    { notes: [['WINDOWS_1252', 1]] },
  ),
  loads(
    'sub-orders',
    'two-files-joined.csv',
    'a byte order mark and a header in the middle, as after `copy a.csv + b.csv`',
    encode('Sub Order ID,Note\r\n1253231242,x\r\n\ufeffSub Order ID,Note\r\n1253231243,y\r\n', 'utf8-bom'),
    HEADER,
    [
      [2, '1253231242'],
      [4, '1253231243'],
    ],
    { issues: [[3, 'INVALID_ID', 'repeated-header']] },
  ),
  loads(
    'sub-orders',
    'sep-line-utf16.csv',
    'a sep line below a byte order mark',
    encode('sep=|\r\nSub Order ID|Note\r\n1253231242|x\r\n1253231243|y\r\n', 'utf16le'),
    HEADER,
    SENT,
  ),
]
