import { describe, expect, it } from '@jest/globals'
import { readSkuId } from '../../src/domain/ids/readSkuId'
import { readSubOrderId } from '../../src/domain/ids/identifiers'
import type { WrittenCell } from '../support/workbook'
import { readRow, readRowsXml } from './readAll'

/** The texts of cells that stand in row 1. */
async function readTexts(...cells: WrittenCell[]) {
  const rows = await readRow(cells)
  return Array.isArray(rows) ? rows[0]?.[1] : rows
}

function readXml(cellXml: string) {
  return readRowsXml(`<row r="1">${cellXml}</row>`)
}

describe('texts', () => {
  it('are given as they are, leading zeros and blanks included, shared or in their cell', async () => {
    const cells = ['0012', ' a  b ', 'x\ty\nz\r', 'é "<&>\'', '1.25323E+09', '_x000D_', '😀']
    expect(await readRow(cells)).toEqual([[1, cells]])
    expect(await readRow(cells, { inlineStrings: true })).toEqual([[1, cells]])
  })

  it('have their runs joined and their pronunciation left out', async () => {
    const rich =
      '<r><rPr><b/></rPr><t>12</t></r>\n<r><t xml:space="preserve">5 </t></r><rPh sb="0" eb="1"><t>no</t></rPh><phoneticPr/>'
    const strings = { 'xl/sharedStrings.xml': `<sst><si>${rich}</si><si><t>b</t></si><si/></sst>` }
    const cells =
      '<c t="s"><v>0</v></c><c t="inlineStr"><is>' +
      rich +
      '</is></c><c t="s"><v>2</v></c><c t="s"><v>1</v></c>'
    expect(await readRowsXml(`<row>${cells}</row>`, strings)).toEqual([[1, ['125 ', '125 ', '', 'b']]])
  })

  it('are decoded once, in entities and in escapes', async () => {
    const text = '<is><t>&#x1F600;&#65;&amp;lt;_x005F_x0041__x0041_</t></is>'
    expect(await readXml(`<c r="A1" t="inlineStr">${text}</c>`)).toEqual([[1, ['😀A&lt;_x0041_A']]])
  })
})

describe('what is no text', () => {
  it('is what a spreadsheet shows: TRUE, FALSE, an error, the last value of a formula', async () => {
    const cells = [
      true,
      false,
      { error: '#N/A' },
      { formula: 'A1&"x"', value: 'SO-1' },
      { formula: '1+1', value: 2 },
    ]
    expect(
      await readTexts(...cells, { formula: 'A1', value: true }, { formula: '""', value: '' }, 'end'),
    ).toEqual(['TRUE', 'FALSE', '#N/A', 'SO-1', '2', 'TRUE', '', 'end'])
  })

  it('is never blank where a formula was not worked out yet', async () => {
    expect(await readTexts({ formula: 'A1+1' })).toEqual(['#N/A'])
  })
})

describe('whole numbers', () => {
  it.each([
    ['1253231242', '1253231242'],
    ['1.253231242E9', '1253231242'],
    ['1253231242.0', '1253231242'],
    ['999999999999999', '999999999999999'],
    ['-5', '-5'],
    ['-0', '0'],
    ['0', '0'],
  ])('%s is %s', async (raw, text) => {
    expect(await readTexts({ raw })).toEqual([text])
  })

  it.each([
    ['1000000000000000', '1000000000000000.0'],
    ['12345678901234567', '12345678901234567.0'],
    ['1.2345678901234501E+19', '12345678901234500000.0'],
    ['1E15', '1000000000000000.0'],
    ['1e999', '#NUM!'],
  ])('%s is refused as an ID, whatever format it has', async (raw, text) => {
    expect(await readTexts({ raw }, { raw, format: '00000000000000000000' })).toEqual([text, text])
    expect(readSubOrderId(text).ok).toBe(false)
    expect(readSkuId(text).ok).toBe(false)
  })

  it('are their digits whatever separator, currency, colour or fraction they are shown with', async () => {
    const formats = [
      'General',
      '0',
      '#,##0',
      '#,##0.00',
      '0.00E+00',
      '[Red]0',
      '[$€-407] #,##0',
      '@',
      '# ?/?',
      '',
    ]
    const more = ['#\\ ##0', '_-* #,##0.00_-', '"Rs." #,##0;[Red]-#,##0', '0%', ';;;']
    const cells = [...formats, ...more].map((format) => ({ raw: '1253231242', format }))
    expect(await readTexts(...cells)).toEqual(cells.map(() => '1253231242'))
  })

  it('get the zeros that their format puts in front', async () => {
    const padded = (raw: string, format: string) => ({ raw, format })
    expect(
      await readTexts(
        padded('123', '000000'),
        padded('1234567', '000000'),
        padded('0', '0000'),
        padded('123', '[Red]000000;-0'),
        padded('-123', '000000'),
        padded('7', '#000'),
      ),
    ).toEqual(['000123', '1234567', '0000', '000123', '-000123', '007'])
  })

  it('are their digits where the format depends on how many there are', async () => {
    const format = '[<=9999999]###-####;(###) ###-####'
    expect(await readTexts({ raw: '1253231242', format })).toEqual(['1253231242'])
  })

  it('do not get the blanks and signs of their format', async () => {
    const cells = ['"€ "000000', '000\\ 000', '$000000'].map((format) => ({ raw: '12345', format }))
    expect(await readTexts(...cells)).toEqual(['012345', '012345', '012345'])
  })

  it('are what is seen where the format itself brings letters, digits or dashes', async () => {
    const cells = ['"SO-"000000', '\\A0', '000-00-0000', '0" pcs"'].map((format) => ({
      raw: '12345',
      format,
    }))
    expect(await readTexts(...cells)).toEqual(['SO-012345', 'A12345', '000-01-2345', '12345 pcs'])
  })
})

it.each(['1.5', '0.1', '1.2532312419E9', '1.5E-7'])(
  'a number that is not whole, %s, stays as it stands',
  async (raw) => {
    expect(await readTexts({ raw })).toEqual([raw])
  },
)

it('what is no number in the place of one is what it says', async () => {
  expect(await readTexts({ raw: 'SO-1' })).toEqual(['SO-1'])
})

describe('dates', () => {
  const date = (raw: string, format = 'yyyy-mm-dd') => ({ raw, format })

  it('are days, with the time', async () => {
    const cells = [
      date('46143'),
      date('46143.5729166667'),
      date('46143.00001'),
      date('0.75', 'h:mm'),
      date('1'),
    ]
    const texts = ['2026-05-01 00:00', '2026-05-01 13:45', '2026-05-01 00:00:01', '18:00', '1900-01-01 00:00']
    expect(await readTexts(...cells, date('59'), date('61'), date('2958465'))).toEqual([
      ...texts,
      '1900-02-28 00:00',
      '1900-03-01 00:00',
      '9999-12-31 00:00',
    ])
  })

  it('are known by their format', async () => {
    const dates = [
      'd/m/yy',
      'mmm-yy',
      '[$-409]d\\-mmm\\-yyyy;@',
      'h:mm AM/PM',
      '[h]',
      'General" days "d',
      'YYYY',
    ]
    const numbers = ['"day" 0', '\\d0', '[Red]0', '_d0', '*d0', '0;[Red]"d"0', 'Standard']
    const texts = await readTexts(...[...dates, ...numbers].map((format) => date('46143', format)))
    expect(Array.isArray(texts) && texts.map((text) => text.startsWith('2026-05-01'))).toEqual([
      ...dates.map(() => true),
      ...numbers.map(() => false),
    ])
  })

  it('are known by the number of a format that every spreadsheet knows', async () => {
    const ids = [14, 22, 45, 47, 27, 58, 0, 1, 13, 23, 44, 48, 49]
    const styles = `<styleSheet><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`
    const cells = ids.map((_, index) => `<c s="${index}"><v>46143</v></c>`).join('')
    const rows = await readRowsXml(`<row>${cells}</row>`, { 'xl/styles.xml': styles })
    expect(rows).toEqual([
      [
        1,
        [...Array.from({ length: 6 }, () => '2026-05-01 00:00'), ...Array.from({ length: 7 }, () => '46143')],
      ],
    ])
  })

  it('count from 1904 where the workbook says so', async () => {
    expect(await readRow([date('44681')], { date1904: true })).toEqual([[1, ['2026-05-01 00:00']]])
  })

  it('are read where they stand as dates in the file', async () => {
    const cells = ['2026-05-01', '2026-05-01T13:45:00', '2026-05-01T13:45:10Z', 'soon']
    expect(await readXml(cells.map((text) => `<c t="d"><v>${text}</v></c>`).join(''))).toEqual([
      [1, ['2026-05-01 00:00', '2026-05-01 13:45', '2026-05-01 13:45:10', 'soon']],
    ])
  })

  it('are never an ID, and an ID that is shown as a date neither', async () => {
    const texts = await readTexts(date('46143'), date('46143.5'), date('0.5'), date('1253231242'), date('-1'))
    expect(texts).toEqual(['2026-05-01 00:00', '2026-05-01 12:00', '12:00', '#NUM!', '#NUM!'])
    expect(Array.isArray(texts) && texts.filter((text) => readSubOrderId(text).ok)).toEqual([])
  })
})

it.each([
  ['stands in another row', '<c r="A2"><v>1</v></c>'],
  ['stands where another one is', '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'],
  ['may stand in two places', '<c r="7"><v>1</v></c>'],
  ['has letters that say another place than the next', '<c r="C"><v>1</v></c>'],
])('a cell that %s breaks the sheet, by row', async (_, cell) => {
  const strings = { 'xl/sharedStrings.xml': '<sst><si><t>a</t></si></sst>' }
  expect(await readRowsXml(`<row r="1">${cell}</row>`, strings)).toEqual({ ok: false, why: 'broken', row: 1 })
})
