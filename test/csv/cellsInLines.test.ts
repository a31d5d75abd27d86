import { describe, expect, it } from '@jest/globals'
import { tellOutcome } from './outcomeOf'

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`
const tell = (...lines: readonly string[]): Promise<string> => tellOutcome('sub-orders', text(...lines))

describe('a page’s table with one value a line is refused by name', () => {
  it.each([
    ['one column behind the ID', ['Sub Order ID', 'Channel', '1253231242', '4040404041']],
    ['one column before the ID', ['Channel', 'IncreffSubOrderID', '4040404041', '0001234567']],
    ['a title above', ['Table 1', 'Sub Order ID', 'Channel', '1253231242', '4040404041']],
    ['letters in the IDs', ['system_sub_order_id', 'Channel', 'FN00009871-A1', '4040404041']],
    ['two rows', ['Sub Order ID', 'Warehouse', '1253231242', '98765', '1253231243', '98765']],
    ['two rows of words', ['Sub Order ID', 'Status', '1253231242', 'ON HOLD', '1253231243', 'PACKED']],
    [
      'labels that name the ID above',
      ['Printed by', 'user7', 'Sub Order ID', 'Contains: 12532', 'Warehouse', 'BLR-2'].concat([
        'Increff Sub Order ID',
        'Status',
        '1253231242',
        'ON HOLD',
        '1253231243',
        'PACKED',
      ]),
    ],
    [
      'a rule below each name',
      ['Order State', 'Phone', 'Sub Order ID', '------', '------', '------'].concat([
        'ON HOLD',
        '9820012345',
        'OD123456789012345677',
      ]),
    ],
    [
      'a filler in the place of the only ID',
      ['Amount', 'Mobile No.', 'Item', 'Sub Order ID', '1,199.00', '9820012345', 'Size 0', '(null)'],
    ],
    [
      'a filler in the place of one ID',
      ['Created At', 'Mobile No.', 'Sub Order ID', '2026-11-01', '9820012345', '1253231242'].concat([
        '2026-11-02',
        '+91 9820012362',
        'NULL',
      ]),
    ],
    ['a rounded ID', ['Order State', 'Created At', 'Sub Order ID', 'PACKED', '2026-11-01', '1.2E+17']],
    [
      'a rounded ID, cut in two by its comma',
      ['State', 'Created At', 'Sub Order ID', 'PACKED', '2026-11-01', '1253231242'].concat([
        'PACKED',
        '2026-11-02',
        '1,25323E+09',
      ]),
    ],
    [
      'a cell too many',
      ['Order Date', 'Sub Order ID', '2026-11-01', '2 red', '1253231242', '2026-11-02', '1253231252'],
    ],
    ['a cell too many behind a row', ['Sub Order ID', 'Channel', 'OD123456789012345677', '4040404041', '7']],
    ['a cell too many behind words', ['Sub Order ID', 'Order State', '1253231242', 'ON HOLD', '7']],
    ['a cell too many beside words', ['Sub Order ID', 'City', 'JUN-2600012', 'Pune', '4040404099']],
    [
      'another table below',
      [
        'Sub Order ID',
        'Channel',
        'FN00009871-A1',
        '4040404041',
        '',
        'Item',
        'Left',
        '8647326931',
        '3',
      ].concat(['8647326932', '4']),
    ],
    [
      'labels below',
      ['State', 'Phone', 'Sub Order ID', 'OPEN', '9820012345', 'JUN-2600012', 'Printed by', 'user7'].concat([
        'Page',
        '1',
      ]),
    ],
    [
      'a NUL in the ID',
      ['Amount', 'Created At', 'Sub Order ID', '499', '2026-11-01', '1253\u0000231242010017'],
    ],
  ])('%s', async (_, lines) => {
    expect(await tell(...lines)).toBe('CELLS_IN_LINES')
  })
})

describe('a list of IDs is read, whatever stands above and between them', () => {
  it.each([
    ['a title of a group', ['Orders', 'Sub Order ID', '1253231242', 'SO-7'], '1253231242 SO-7'],
    [
      'groups by where they come from',
      ['Sub Order ID', 'Store', '1253231242', 'Website', '1253231243'],
      '1253231242 1253231243; 2 INVALID_ID; 4 INVALID_ID',
    ],
    [
      'a name and an odd text',
      ['Customer Name', 'Sub Order ID', '1253231242', 'pending', '1253231243', '1253231244'],
      '1253231242 1253231243 1253231244; 4 INVALID_ID',
    ],
    [
      'a name and one of another make',
      ['Warehouse', 'Sub Order ID', '1253231242', 'SO-7', '1253231243', '1253231244'],
      '1253231242 SO-7 1253231243 1253231244',
    ],
    [
      'one filler',
      ['Sub Order ID', '1253231242', 'NULL', '1253231243'],
      '1253231242 1253231243; 3 INVALID_ID',
    ],
    [
      'one rounded ID',
      ['Open orders', 'Sub Order ID', '1253231242', '1.2E+17'],
      '1253231242; 4 SCIENTIFIC_ID',
    ],
    [
      'its header twice',
      ['Sub Order ID', 'Sub Order ID', 'SO-1', 'SO-2', '  SO-3'],
      'SO-1 SO-2 SO-3; 2 INVALID_ID',
    ],
    ['a rule', ['Sub Order ID', '------', '1253231242', 'SO-7'], '1253231242 SO-7; 2 INVALID_ID'],
    [
      'a channel that is named',
      ['Channel: Myntra', 'Sub Order ID', '1253231242', '4040404041'],
      '1253231242 4040404041',
    ],
    [
      'a channel above IDs that are alike',
      ['Channel', 'Sub Order ID', '1253231242', '1253231243'],
      '1253231242 1253231243',
    ],
  ])('%s', async (_, lines, outcome) => {
    expect(await tell(...lines)).toBe(outcome)
  })
})

describe('below the name of the ID alone', () => {
  const rounds = (...kinds: readonly ((at: number) => string)[]) =>
    [0, 1, 2].flatMap((at) => kinds.map((write) => write(at)))
  const id = (at: number) => `${1_253_231_242 + at}`
  it.each([
    ['amounts', rounds(id, (at) => `${199 + at}`)],
    ['states', rounds(id, () => 'PACKED')],
    [
      'SKUs and states',
      rounds(
        id,
        (at) => `TS-${at}`,
        () => 'PACKED',
      ),
    ],
    [
      'SKUs and pieces',
      rounds(
        id,
        (at) => `TS-${at}`,
        (at) => `${at + 1}`,
      ),
    ],
  ])('%s that take turns with the IDs are cells', async (_about, values) => {
    expect(await tell('Sub Order ID', ...values)).toBe('CELLS_IN_LINES')
  })
  it.each([
    ['counts below groups', [id(0), '1', id(1), '1', id(2), '1']],
    ['page numbers of a short list', [id(0), '7', id(1), '8', id(2)]],
    ['groups and their names', [id(0), id(1), 'Myntra', id(2), id(3), 'Ajio']],
    ['two shops', [id(0), 'FN0001-A1', id(1), 'FN0002-A1', id(2), 'FN0003-A1']],
    ['IDs of four digits', [id(0), '4041', id(1), '4042', id(2), '4043']],
  ])('%s are a list', async (_about, values) => {
    expect(await tell('Sub Order ID', ...values)).toMatch(/^1253231242 /)
  })
})
