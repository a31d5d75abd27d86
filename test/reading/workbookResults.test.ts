import { describe, expect, it } from '@jest/globals'
import { readFates } from '../support/readWorkbook'
import { mainPart, rowOf, tablePart, textCell, writeSheetXml } from '../support/workbookXml'

const HEADER = rowOf(textCell('Sub Order ID'), textCell('City'))
const LINES = rowOf(textCell('Sub Order ID'), textCell('SKU ID'), textCell('Quantity'))
const formula = (text: string, value: string, type = 'n') => `<c t="${type}"><f>${text}</f>${value}</c>`

describe('a formula', () => {
  const rows = [
    HEADER,
    rowOf(formula('B2&amp;1', '<v>0</v>'), textCell('Pune')),
    rowOf(formula('B3', '<v>SO-1</v>', 'str'), textCell('Pune')),
    rowOf(formula('B4', '<v></v>', 'str'), textCell('Pune')),
    rowOf(formula('B5', ''), textCell('Pune')),
    rowOf(textCell('SO-2'), formula('B6', '<v>7</v>')),
  ]

  it.each([
    '<calcPr fullCalcOnLoad="1"/>',
    '<calcPr fullCalcOnLoad="true" calcId="1"/>',
    '<calcPr calcMode="manual" calcCompleted="0"/>',
  ])('is not worked out where the workbook says %s', async (calcPr) => {
    expect(await readFates(writeSheetXml(rows, { parts: mainPart(calcPr) }))).toEqual([
      '!INVALID_ID not-computed: 0 (not worked out)',
      '!INVALID_ID not-computed: SO-1 (not worked out)',
      '!INVALID_ID not-computed: #N/A (not worked out)',
      '!INVALID_ID not-computed: #N/A (not worked out)',
      'SO-2',
    ])
  })

  it.each(['', '<calcPr calcId="191029"/>', '<calcPr calcMode="manual"/>', '<calcPr fullCalcOnLoad="0"/>'])(
    'is read where the workbook says %s',
    async (calcPr) => {
      expect(await readFates(writeSheetXml(rows, { parts: mainPart(calcPr) }))).toEqual([
        '!INVALID_ID filler: 0',
        'SO-1',
        '!MISSING_ID: ',
        '!INVALID_ID not-computed: #N/A (not worked out)',
        'SO-2',
      ])
    },
  )

  it('is no SKU and no quantity where it is out of date', async () => {
    const line = (sku: string, quantity: string) => rowOf(textCell('SO-1'), sku, quantity)
    const stale = [LINES, line(formula('B9', '<v>A</v>', 'str'), '<c><v>1</v></c>')]
    const other = [LINES, line(textCell('A'), formula('1+1', '<v>2</v>'))]
    const parts = mainPart('<calcPr fullCalcOnLoad="1"/>')
    expect(await readFates(writeSheetXml(stale, { parts }), 'line-items')).toEqual([
      '!INVALID_ID not-computed: A (not worked out)',
    ])
    expect(await readFates(writeSheetXml(other, { parts }), 'line-items')).toEqual([
      '!INVALID_QUANTITY not-computed: 2 (not worked out)',
    ])
    expect(await readFates(writeSheetXml(other), 'line-items')).toEqual(['SO-1 A 2'])
  })
})

describe('a total', () => {
  it.each([
    ['SUBTOTAL(103,Table1[Sub Order ID])', '2'],
    ['SUBTOTAL(103,A2:A3)', '2'],
    ['_xlfn.AGGREGATE(3,5,A2:A3)', '2'],
    ['COUNTA(A2:A3)', '2'],
    ['SUM(A2:A3)', '2506462485'],
    ['AVERAGE(A2:A3)', '7'],
  ])('is %s below IDs', async (text, value) => {
    const rows = [HEADER, rowOf(textCell('1253231242')), rowOf(formula(text, `<v>${value}</v>`))]
    expect(await readFates(writeSheetXml(rows))).toEqual([
      '1253231242',
      `!INVALID_ID total: ${value} (a total)`,
    ])
  })

  it.each(['A2+1', 'SUM(A2,1)', 'MAX(A2:A3)+1', 'VLOOKUP(B2,C2:D9,2,0)', 'SUMIFS(C:C,D:D,B2)'])(
    'is not %s, which may make an ID',
    async (text) => {
      const rows = [HEADER, rowOf(formula(text, '<v>1253231243</v>'))]
      expect(await readFates(writeSheetXml(rows))).toEqual(['1253231243'])
    },
  )

  it('is a row with a subtotal of quantities, and no row whose quantity is a sum of its own', async () => {
    const rows = [
      LINES,
      rowOf(textCell('SO-1'), textCell('A'), formula('SUM(F2:H2)', '<v>2</v>')),
      rowOf(textCell('SO-2'), textCell('B'), formula('SUBTOTAL(109,C2:C2)', '<v>2</v>')),
      '<row><c r="C4"><f>SUBTOTAL(109,C2:C2)</f><v>2</v></c></row>',
    ]
    expect(await readFates(writeSheetXml(rows), 'line-items')).toEqual([
      'SO-1 A 2',
      '!INVALID_ID total: SO-2 (a total)',
      '!INVALID_ID total: Total',
    ])
  })

  it('is the last row of a table that has one, whatever stands there', async () => {
    const rows = [
      HEADER,
      rowOf(textCell('1253231242'), textCell('Pune')),
      rowOf('<c><v>1253231243</v></c>', textCell('Agra')),
    ]
    const read = (table: string) => readFates(writeSheetXml(rows, { parts: tablePart(table) }))
    expect(await read('<table ref="A1:B3" totalsRowCount="1"/>')).toEqual([
      '1253231242',
      '!INVALID_ID total: 1253231243 (a total)',
    ])
    expect(await read('<table ref="A1:B3"/>')).toEqual(['1253231242', '1253231243'])
    expect(await read('<table ref="A1:B3" totalsRowShown="0"/>')).toEqual(['1253231242', '1253231243'])
    expect(await read('<table ref="D1:E3" totalsRowCount="1"/>')).toEqual(['1253231242', '1253231243'])
  })
})
