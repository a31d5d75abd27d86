import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { Sheet } from '../../src/domain/sheet/sheet'
import { validateRows } from '../../src/domain/check/validateRows'
import type { SheetRow } from '../../src/domain/sheet/sheetRow'
import type { CheckedSheet } from '../../src/domain/sheet/checkedSheet'

/** The header stands in row 1; `!` before a record gives it bad quotes. */
function createSheet(kind: Sheet['kind'], records: readonly (readonly string[])[], note = false) {
  const own =
    kind === 'sub-orders' ? ['Increff Sub Order ID'] : ['Sub Order ID', 'Increff SKU ID', 'Quantity']
  const sheet = {
    kind,
    fileName: 'orders.csv',
    delimiter: ',',
    header: note ? [...own, 'Note'] : own,
    columns: kind === 'sub-orders' ? { subOrderId: 0 } : { subOrderId: 0, skuId: 1, quantity: 2 },
    rows: records.map(([first = '', ...rest], index) =>
      first.startsWith('!')
        ? { row: index + 2, cells: [first.slice(1)], badQuotes: true }
        : { row: index + 2, cells: [first, ...rest] },
    ),
  } satisfies Sheet
  return sheet as typeof sheet & { readonly rows: readonly SheetRow[] }
}

async function check(sheet: Sheet): Promise<Pick<CheckedSheet, 'issues' | 'requests'> & { rows: number[] }> {
  const { issues, requests, requestOfRow } = await validateRows(sheet, neverYield)
  return { issues, requests, rows: [...requestOfRow] }
}

const idColumn = 'Increff Sub Order ID'

describe('the sub-orders sheet', () => {
  it('makes one request of each sound row, in file order', async () => {
    expect(await check(createSheet('sub-orders', [['20'], ['="010"']]))).toEqual({
      issues: [],
      requests: [
        { kind: 'whole', subOrderId: '20', row: 2 },
        { kind: 'whole', subOrderId: '010', row: 3 },
      ],
      rows: [0, 1],
    })
  })

  it.each([
    ['BAD_QUOTES', ['!"1" 2,x'], { value: '"1" 2,x' }],
    ['EXAMPLE_ROW', ['Example', ''], { value: 'Example', column: idColumn }],
    ['TOO_MANY_COLUMNS', ['1', 'x', ' ', 'y'], { value: '1,x, ,y' }],
    ['MISSING_ID', [' ', 'x'], { value: ' ', column: idColumn }],
    ['INVALID_ID', ['1 x', 'x'], { value: '1 x', column: idColumn }],
    ['SCIENTIFIC_ID', ['1.25323E+09', 'x'], { value: '1.25323E+09', column: idColumn }],
    ['PRECISION_LOST', ['1234567890123456.0', 'x'], { value: '1234567890123456.0', column: idColumn }],
    ['SCIENTIFIC_ID', ['1', '25323E+09'], { value: '1,25323E+09', column: idColumn }],
    ['SCIENTIFIC_ID', ['\u00a01', '8E+09'], { value: '\u00a01,8E+09', column: idColumn }],
  ])('refuses a row with %s', async (code, record, where) => {
    expect(await check(createSheet('sub-orders', [record], true))).toEqual({
      issues: [{ row: 2, code, ...where }],
      requests: [],
      rows: [-1],
    })
  })

  it('ignores blank cells beyond the header', async () => {
    expect((await check(createSheet('sub-orders', [['1', '', ' ']]))).issues).toEqual([])
  })

  it('keeps the first sound row of an ID, and finds duplicates after cleaning', async () => {
    const sheet = createSheet(
      'sub-orders',
      [
        ['7', 'x', 'too many'],
        ['7', ''],
        ['007', ''],
        ["'7.0", ''],
      ],
      true,
    )
    expect(await check(sheet)).toEqual({
      issues: [
        { row: 2, code: 'TOO_MANY_COLUMNS', value: '7,x,too many' },
        { row: 5, code: 'DUPLICATE_ID', value: "'7.0", column: idColumn, otherRow: 3 },
      ],
      requests: [
        { kind: 'whole', subOrderId: '7', row: 3 },
        { kind: 'whole', subOrderId: '007', row: 4 },
      ],
      rows: [-1, 0, 1, -1],
    })
  })
})

describe('the line-item sheet', () => {
  it('makes one request of each sub-order, in the order in which they first stand in the file', async () => {
    const sheet = createSheet('line-items', [
      ['2', 'A', '1'],
      ['1', 'A', '2'],
      ['2', 'B', '3.0'],
    ])
    expect(await check(sheet)).toEqual({
      issues: [],
      requests: [
        {
          kind: 'line-items',
          subOrderId: '2',
          row: 2,
          lineItems: [
            { skuId: 'A', quantity: 1, row: 2 },
            { skuId: 'B', quantity: 3, row: 4 },
          ],
        },
        { kind: 'line-items', subOrderId: '1', row: 3, lineItems: [{ skuId: 'A', quantity: 2, row: 3 }] },
      ],
      rows: [0, 1, 0],
    })
  })

  it.each([
    ['MISSING_SKU', ['1', ' ', '1'], { value: ' ', column: 'Increff SKU ID' }],
    ['INVALID_ID', ['1', 'a\nb', '1'], { value: 'a\nb', column: 'Increff SKU ID' }],
    ['SCIENTIFIC_ID', ['1', '8E+09', '1'], { value: '8E+09', column: 'Increff SKU ID' }],
    [
      'PRECISION_LOST',
      ['1', '1234567890123456.0', '1'],
      { value: '1234567890123456.0', column: 'Increff SKU ID' },
    ],
    ['MISSING_QUANTITY', ['1', 'A', ''], { value: '', column: 'Quantity' }],
    ['INVALID_QUANTITY', ['1', 'A', '1,000'], { value: '1,000', column: 'Quantity' }],
    ['TOO_FEW_COLUMNS', ['1', 'A'], { value: '1,A' }],
    ['TOO_MANY_COLUMNS', ['1', 'A', '1', '000'], { value: '1,A,1,000' }],
    ['BAD_QUOTES', ['!1,"A"x,2'], { value: '1,"A"x,2' }],
    ['BAD_QUOTES', ['!"1","A"x,2'], { value: '"1","A"x,2' }],
  ])('skips a whole sub-order with %s: the lines above and below', async (code, record, where) => {
    const held = { code: 'SUB_ORDER_HELD_BACK', value: '1', column: 'Sub Order ID', otherRow: 3 }
    const sheet = createSheet('line-items', [['1', 'S', '1'], record, ['2', 'S', '1'], ['1', 'T', '1']])
    expect(await check(sheet)).toEqual({
      issues: [
        { row: 2, ...held },
        { row: 3, code, ...where },
        { row: 5, ...held },
      ],
      requests: [
        { kind: 'line-items', subOrderId: '2', row: 4, lineItems: [{ skuId: 'S', quantity: 1, row: 4 }] },
      ],
      rows: [-1, -1, 0, -1],
    })
  })

  it('names the first of several bad lines as the row for which the others are skipped', async () => {
    const records = [
      ['1', 'A', '1'],
      ['1', 'B', '0'],
      ['1', 'C', 'x'],
    ]
    const { issues } = await check(createSheet('line-items', records))
    expect(issues.map(({ code, otherRow }) => [code, otherRow])).toEqual([
      ['SUB_ORDER_HELD_BACK', 3],
      ['INVALID_QUANTITY', undefined],
      ['INVALID_QUANTITY', undefined],
    ])
  })

  it('skips nothing for the example row', async () => {
    const sheet = createSheet('line-items', [
      ['EXAMPLE', '8647326934', '2'],
      ['1', 'A', '1'],
    ])
    expect(await check(sheet)).toEqual({
      issues: [{ row: 2, code: 'EXAMPLE_ROW', value: 'EXAMPLE', column: 'Sub Order ID' }],
      requests: [
        { kind: 'line-items', subOrderId: '1', row: 3, lineItems: [{ skuId: 'A', quantity: 1, row: 3 }] },
      ],
      rows: [-1, 0],
    })
  })

  it.each([
    ['a cell behind its closing quote', '!"1"x,B,1', false],
    ['a note with a comma before the ID', '!"n" x,y,1,B,1', true],
    ['a comma too many before the ID', 'n,y,1,B,1', true],
  ])('skips a sub-order if a line of unclear shape may belong to it: %s', async (_, line, note) => {
    const own = (id: string) => (note ? ['n', id, 'A', '1'] : [id, 'A', '1'])
    const cells = line.startsWith('!') ? [line] : line.split(',')
    const plain = createSheet('line-items', [own('1'), cells, own('2'), own('1')])
    const sheet = note
      ? { ...plain, header: ['Note', ...plain.header], columns: { subOrderId: 1, skuId: 2, quantity: 3 } }
      : plain
    const { issues, requests } = await check(sheet)
    expect(issues.map(({ row }) => row)).toEqual([2, 3, 5])
    expect([...requests].map(({ subOrderId }) => subOrderId)).toEqual(['2'])
  })

  it('skips nothing for a bad line without a readable ID', async () => {
    const records = [['1', 'A', '1'], ['1E+09', 'B', '1'], ['!"1x,B,1'], [' ']]
    const { issues, rows } = await check(createSheet('line-items', records))
    expect(issues.map(({ row, code }) => [row, code])).toEqual([
      [3, 'SCIENTIFIC_ID'],
      [4, 'BAD_QUOTES'],
      [5, 'TOO_FEW_COLUMNS'],
    ])
    expect(rows).toEqual([0, -1, -1, -1])
  })

  it('never sums or chooses between two lines of the same SKU, even where the first has a bad quantity', async () => {
    const records = [
      ['1', 'A', '1'],
      ['1', '="A"', '2'],
      ['2', 'A', '0'],
      ['2', 'A', '2'],
    ]
    expect(await check(createSheet('line-items', records))).toEqual({
      issues: [
        { row: 2, code: 'SUB_ORDER_HELD_BACK', value: '1', column: 'Sub Order ID', otherRow: 3 },
        { row: 3, code: 'DUPLICATE_LINE', value: '="A"', column: 'Increff SKU ID', otherRow: 2 },
        { row: 4, code: 'INVALID_QUANTITY', value: '0', column: 'Quantity' },
        { row: 5, code: 'DUPLICATE_LINE', value: 'A', column: 'Increff SKU ID', otherRow: 4 },
      ],
      requests: [],
      rows: [-1, -1, -1, -1],
    })
  })

  it('takes 2,500 lines of a sub-order and skips the sub-order for the 2,501st', async () => {
    const lines = Array.from({ length: 2501 }, (_, index) => ['1', `S${index}`, '1'])
    const full = await check(createSheet('line-items', lines.slice(0, 2500)))
    expect([full.issues.length, full.requests.length]).toEqual([0, 1])
    const { issues, requests } = await check(createSheet('line-items', lines))
    expect(requests).toEqual([])
    expect(issues.length).toBe(2501)
    expect([issues[0], issues[2500]]).toEqual([
      { row: 2, code: 'SUB_ORDER_HELD_BACK', value: '1', column: 'Sub Order ID', otherRow: 2502 },
      { row: 2502, code: 'TOO_MANY_LINES', value: '1', column: 'Sub Order ID' },
    ])
  })
})

it('lets the page have its turn while it works', async () => {
  const sheet = createSheet(
    'line-items',
    Array.from({ length: 5000 }, (_, index) => [`1${index}`, 'A', '1']),
  )
  let yields = 0
  await validateRows(sheet, () => {
    yields += 1
    return Promise.resolve()
  })
  expect(yields).toBeGreaterThan(20)
})

describe('with rows of any content', () => {
  const cell = fc.constantFrom('', ' ', '1', '2', '01', '1.0', 'A', 'EXAMPLE', '1E+9', '0', 'a b', '!x"1')
  const record = fc.array(cell, { minLength: 1, maxLength: 5 })
  const kinds = fc.constantFrom('sub-orders' as const, 'line-items' as const)

  it('every row is either sent or has one issue, and issues stand in row order', async () => {
    await fc.assert(
      fc.asyncProperty(kinds, fc.array(record, { maxLength: 30 }), async (kind, records) => {
        const sheet = createSheet(kind, records)
        const { issues, requests, rows } = await check(sheet)
        const sent = [...requests].flatMap((request) =>
          request.kind === 'whole' ? [request.row] : request.lineItems.map((line) => line.row),
        )
        const refused = issues.map((issue) => issue.row)
        expect(refused).toEqual(refused.toSorted((a, b) => a - b))
        expect([...sent, ...refused].toSorted((a, b) => a - b)).toEqual(sheet.rows.map(({ row }) => row))
        const sentByMap = sheet.rows.filter((_, position) => (rows[position] ?? -1) >= 0)
        expect(sentByMap.map(({ row }) => row)).toEqual(sent.toSorted((a, b) => a - b))
      }),
    )
  })

  it('no sub-order is sent in part', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 30 }), async (records) => {
        const sheet = createSheet('line-items', records)
        const { issues, requests } = await check(sheet)
        const sent = new Set([...requests].map((request) => String(request.subOrderId)))
        const codes = issues.filter(({ row }) => {
          const uploaded = sheet.rows[row - 2]
          return !uploaded?.badQuotes && sent.has((uploaded?.cells[0] ?? '').replace('.0', ''))
        })
        expect(codes).toEqual([])
      }),
    )
  })
})

it('a SKU that a decimal comma has cut in two is not sent as its first digit', async () => {
  const { issues, requests } = await check({
    ...createSheet('line-items', [['1253231242', '2', '8', '64733E+09']]),
    header: ['Sub Order ID', 'Quantity', 'Increff SKU ID', 'Note'],
    columns: { subOrderId: 0, quantity: 1, skuId: 2 },
  })
  expect([issues.map(({ code }) => code), requests]).toEqual([['SCIENTIFIC_ID'], []])
})
