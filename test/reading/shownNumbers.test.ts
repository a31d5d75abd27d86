import { describe, expect, it } from '@jest/globals'
import { readFates } from '../support/readWorkbook'
import { type WrittenCell, writeWorkbook } from '../support/workbook'

const write = (header: readonly string[], rows: readonly (readonly WrittenCell[])[]) =>
  writeWorkbook({ sheets: [{ name: 'Orders', rows: [header, ...rows] }] })

/** The outcomes of cells in the column of IDs, row by row. */
const readIds = (...cells: WrittenCell[]) =>
  readFates(
    write(
      ['Sub Order ID', 'City'],
      cells.map((cell) => [cell, 'Pune']),
    ),
  )

/** The outcomes of cells in the column of SKUs. */
const readSkus = (...cells: WrittenCell[]) =>
  readFates(
    write(
      ['Sub Order ID', 'SKU ID', 'Quantity'],
      cells.map((cell, at) => [`SO-${at}`, cell, 1]),
    ),
    'line-items',
  )

const shown = (raw: string, format: string): WrittenCell => ({ raw, format })

describe('a number that is no more than its scientific look', () => {
  it.each([
    ['1253230000', '0.00E+00', '!SCIENTIFIC_ID: 1.25323E+09'],
    ['1253231000', '0.00E+00', '1253231000'],
    ['1253231242', '0.000000000E+00', '!SCIENTIFIC_ID: 1.253231242E+09'],
    ['1250000000', '0.00E+00', '!SCIENTIFIC_ID: 1.25E+09'],
    ['1250000000', '0.00E-00', '!SCIENTIFIC_ID: 1.25E+09'],
    ['1250000000', '[Red]0.00E+00', '!SCIENTIFIC_ID: 1.25E+09'],
    ['1250000000', '0.00E+00;[Red]-0.00E+00', '!SCIENTIFIC_ID: 1.25E+09'],
    ['1250000000', '[$-409]0.00E+00;@', '!SCIENTIFIC_ID: 1.25E+09'],
    ['1253230000', '0.00000E+00', '!SCIENTIFIC_ID: 1.25323E+09'],
    ['50000000000', '0E+00', '!SCIENTIFIC_ID: 5E+10'],
    ['1200000', '##0.0E+0', '!SCIENTIFIC_ID: 1.2E+06'],
    ['125300000', '##0.0E+0', '!SCIENTIFIC_ID: 125.3E+06'],
    ['125340000', '##0.0E+0', '!SCIENTIFIC_ID: 125.34E+06'],
    ['125341200', '##0.0E+0', '125341200'],
    ['-1250000000', '0.00E+00', '!SCIENTIFIC_ID: -1.25E+09'],
    ['0.00000015', '0.00E+00', '!SCIENTIFIC_ID: 1.50E-07'],
    ['2.19E+26', '0.00E+00', '!SCIENTIFIC_ID: 2.19E+26'],
    ['220', '0.00E+00', '!SCIENTIFIC_ID: 2.20E+02'],
    ['1253231242', '0.00E+00', '1253231242'],
    ['103434343', '0E+0', '103434343'],
  ])('%s shown by %s', async (raw, format, fate) => {
    expect(await readIds(shown(raw, format))).toEqual([fate])
  })

  it('is none where the format is General and its digits are seen, and is one where they are not', async () => {
    const cells = [1253230000, 99999999999, 123456789012, { raw: '1253231242000' }, { raw: '1E+12' }]
    expect(await readIds(...cells, { raw: '125323000000' }, { raw: '125323000000', format: '0' })).toEqual([
      '1253230000',
      '99999999999',
      '123456789012',
      '1253231242000',
      '!SCIENTIFIC_ID: 1E+12',
      '!SCIENTIFIC_ID: 1.25323E+11',
      '125323000000',
    ])
  })

  it('is no SKU either: 22E1 and 12E05', async () => {
    expect(
      await readSkus(shown('220', '0.00E+00'), shown('1200000', '0.00E+00'), shown('8647326934', '0.00E+00')),
    ).toEqual(['!SCIENTIFIC_ID: 2.20E+02', '!SCIENTIFIC_ID: 1.20E+06', 'SO-2 8647326934 1'])
  })

  it('is a quantity all the same, and stays what it is in other columns', async () => {
    const header = ['Sub Order ID', 'SKU ID', 'Quantity', 'Price']
    const rows = [['SO-1', 'A', shown('2', '0.00E+00'), shown('0.4', '0')]]
    expect(await readFates(write(header, rows), 'line-items')).toEqual(['SO-1 A 2'])
  })

  it('has built-in formats as well', async () => {
    const styles = `<styleSheet><cellXfs>${[0, 11, 48, 41, 9, 40].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`
    const cell = (style: number, value: string) => `<row><c s="${style}"><v>${value}</v></c></row>`
    const sheet = `<worksheet><sheetData><row><c t="str"><v>Sub Order ID</v></c></row>${[
      cell(1, '1250000000'),
      cell(2, '1200000'),
      cell(3, '1253231242'),
      cell(3, '0'),
      cell(4, '12'),
      cell(5, '1253231243'),
    ].join('')}</sheetData></worksheet>`
    const bytes = writeWorkbook({
      sheets: [{ name: 'S', rows: [] }],
      parts: { 'xl/worksheets/sheet1.xml': sheet, 'xl/styles.xml': styles },
    })
    expect(await readFates(bytes)).toEqual([
      '!SCIENTIFIC_ID: 1.25E+09',
      '!SCIENTIFIC_ID: 1.2E+06',
      '1253231242',
      '!INVALID_ID filler: -',
      '!INVALID_ID unlike-shown: 12 (shown as 1200%)',
      '1253231243',
    ])
  })
})

describe('a zero that is not seen', () => {
  it.each([
    ['0;-0;;@', '!MISSING_ID: '],
    ['0;-0;"-"', '!INVALID_ID filler: -'],
    ['#,##0_);(#,##0);"-"', '!INVALID_ID filler: -'],
    ['_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', '!INVALID_ID filler: -'],
    [';;;', '!MISSING_ID: '],
    ['#', '!MISSING_ID: '],
    ['#,###', '!MISSING_ID: '],
    ['General;General;', '!MISSING_ID: '],
    ['[=0]"none";0', '!INVALID_ID filler: none'],
    ['[=0]"";General', '!MISSING_ID: '],
    ['0', '!INVALID_ID filler: 0'],
    ['0000', '!INVALID_ID filler: 0000'],
    ['General', '!INVALID_ID filler: 0'],
  ])('by %s', async (format, fate) => {
    expect(await readIds(shown('0', format))).toEqual([fate])
  })

  it('in a sheet that shows none', async () => {
    const bytes = writeWorkbook({
      sheets: [{ name: 'S', rows: [] }],
      parts: {
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetViews><sheetView showZeros="0"/></sheetViews><sheetData><row><c t="str"><v>Sub Order ID</v></c><c t="str"><v>City</v></c></row><row><c><v>0</v></c><c t="str"><v>Pune</v></c></row><row><c><v>5</v></c></row></sheetData></worksheet>',
      },
    })
    expect(await readFates(bytes)).toEqual(['!MISSING_ID: ', '5'])
  })
})

describe('a number that is seen as something else', () => {
  it.each([
    ['1253231243.4', '0', '!INVALID_ID unlike-shown: 1253231243.4 (shown as 1253231243)'],
    ['1253231243.4', '#,##0', '!INVALID_ID unlike-shown: 1253231243.4 (shown as 1253231243)'],
    ['1253231243.4', 'General', '!INVALID_ID decimals: 1253231243.4 (a decimal number)'],
    ['1253231243.4', '0.00', '!INVALID_ID decimals: 1253231243.4 (a decimal number)'],
    ['1253231243.4', '@', '!INVALID_ID decimals: 1253231243.4 (a decimal number)'],
    ['1253231243.46', '0.0', '!INVALID_ID unlike-shown: 1253231243.46 (shown as 1253231243.5)'],
    ['1253231242.0000001', '0', '1253231242'],
    ['1253231241.9999998', '0', '1253231242'],
    ['1253231242', ';;;', '!INVALID_ID unlike-shown: 1253231242 (shown as nothing)'],
    ['1253231242', '"done"', '!INVALID_ID unlike-shown: 1253231242 (shown as done)'],
    ['1253231242', '0,', '!INVALID_ID unlike-shown: 1253231242 (shown as 1253231)'],
    ['1253231242', '0.0,,"M"', '!INVALID_ID unlike-shown: 1253231242 (shown as 1253.2M)'],
    ['12', '0%', '!INVALID_ID unlike-shown: 12 (shown as 1200%)'],
    ['1253231242', '(###) ###-####', '!INVALID_ID unlike-shown: 1253231242 (shown as (125) 323-1242)'],
    ['12345', '[<=99999999]00000000;0000000000', '00012345'],
    ['1253231242', '[<=99999999]00000000;0000000000', '1253231242'],
    ['123456789', '[<=99999999]00000000;0000000000', '0123456789'],
    ['7', '[<10]"A-"0;[<100]"B-"0;"C-"0', 'A-7'],
    ['70', '[<10]"A-"0;[<100]"B-"0;"C-"0', 'B-70'],
    ['700', '[<10]"A-"0;[<100]"B-"0;"C-"0', 'C-700'],
    ['123', '000,000', '000123'],
    ['123', '"SO-"General', 'SO-123'],
    ['123', '"SO-"@', 'SO-123'],
    ['123', '[$SO-]000000', 'SO000123'],
    ['1253231242', '#,##0.00', '1253231242'],
    ['1253231242', '[$₹-4009] #,##0', '1253231242'],
  ])('%s by %s', async (raw, format, fate) => {
    expect(await readIds(shown(raw, format))).toEqual([fate])
  })

  it('is no SKU: decimals, a sign that is not shown', async () => {
    expect(await readSkus({ raw: '12.5' }, shown('-5', '0;0'), shown('-5', '0'), shown('7.2', '0'))).toEqual([
      '!INVALID_ID decimals: 12.5 (a decimal number)',
      '!INVALID_ID unlike-shown: -5 (shown as 5)',
      'SO-2 -5 1',
      '!INVALID_ID unlike-shown: 7.2 (shown as 7)',
    ])
  })
})

describe('a text', () => {
  it('is seen with what its format puts around it, or not at all', async () => {
    const text = (value: string, format: string): WrittenCell => ({ value, format })
    expect(
      await readIds(text('123', '"SO-"@'), text('0012', '@'), text('SO-7', ';;;'), text('SO-8', '0;-0;;@')),
    ).toEqual(['SO-123', '0012', '!INVALID_ID unlike-shown: SO-7 (shown as nothing)', 'SO-8'])
  })
})

describe('a date', () => {
  it('is no SKU, with the reason said', async () => {
    const cells = [
      shown('46143', 'yyyy-mm-dd'),
      shown('0.75', 'h:mm'),
      shown('46143.5', 'd-mmm'),
      '12-Jan',
      '12:x',
    ]
    expect(await readSkus(...cells)).toEqual([
      '!INVALID_ID date: 2026-05-01 00:00',
      '!INVALID_ID date: 18:00',
      '!INVALID_ID date: 2026-05-01 12:00',
      'SO-3 12-Jan 1',
      'SO-4 12:x 1',
    ])
    expect(await readIds(shown('46143', 'yyyy-mm-dd'))).toEqual(['!INVALID_ID date: 2026-05-01 00:00'])
  })
})

describe('a column with a format that is not meant for its numbers', () => {
  it('of dates: nothing of the number is seen, and it was worked out all the same', async () => {
    const cells = [shown('1253231242', 'yyyy-mm-dd'), shown('-5', 'dd/mm/yyyy'), shown('45000', 'dd/mm/yyyy')]
    expect(await readIds(...cells)).toEqual([
      '!INVALID_ID unlike-shown: 1253231242 (shown as ########)',
      '!INVALID_ID unlike-shown: -5 (shown as ########)',
      '!INVALID_ID date: 2023-03-15 00:00',
    ])
    expect(await readSkus(...cells.slice(0, 1))).toEqual([
      '!INVALID_ID unlike-shown: 1253231242 (shown as ########)',
    ])
  })

  it('of thousands and millions: with the letter behind it', async () => {
    const cells = [
      shown('1253231242', '[>999999]#,,"M";0'),
      shown('1253231242', '0,"k"'),
      shown('1253231242', '0,, "Mio"'),
      shown('1253231242', '0,'),
      shown('999', '[>999999]#,,"M";0'),
    ]
    expect(await readIds(...cells)).toEqual([
      '!INVALID_ID unlike-shown: 1253231242 (shown as 1253M)',
      '!INVALID_ID unlike-shown: 1253231242 (shown as 1253231k)',
      '!INVALID_ID unlike-shown: 1253231242 (shown as 1253 Mio)',
      '!INVALID_ID unlike-shown: 1253231242 (shown as 1253231)',
      '999',
    ])
  })
})

describe('a quantity is its number, whatever is shown beside it', () => {
  it.each(['0 "pcs"', '0"x"', '"x "0', '00', '[Blue]0 "Stk"', '0', 'General', '#,##0'])(
    '%s',
    async (format) => {
      const header = ['Sub Order ID', 'SKU ID', 'Quantity']
      const rows = [['SO-1', 'A', shown('3', format)]]
      expect(await readFates(write(header, rows), 'line-items')).toEqual(['SO-1 A 3'])
    },
  )

  it('and beside an ID it is seen', async () => {
    expect(await readIds(shown('3', '"SO-"000'), shown('3', '0 "pcs"'))).toEqual(['SO-003', '3pcs'])
  })
})
