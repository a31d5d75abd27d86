import { describe, expect, it } from '@jest/globals'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { ReadRequest } from '../../src/domain/sheet/sheetReading'
import { readAndCheck } from '../../src/reading/readAndCheck'
import { generalFormat, readFormat } from '../../src/xlsx/cells/numberFormat'
import { createXmlReader } from '../../src/xlsx/zip/readXml'
import { visitStyles } from '../../src/xlsx/cells/styles'
import { writeRelations, writeWorkbook, wrapRows } from '../support/workbook'
import { openBytes, readAll, readRowsXml, writeRowsXml } from './readAll'

const STYLES = 'xl/styles.xml'
const STRINGS = 'xl/sharedStrings.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'

const wrapStyles = (xml: string) => `<styleSheet>${xml}</styleSheet>`
const repeat = (xml: string, count: number) => Array.from({ length: count }, () => xml).join('')

/** The result that the screen gets for a file. */
async function readFile(bytes: Uint8Array, yieldIfDue = neverYield) {
  const request: ReadRequest = { kind: 'sub-orders', maxRows: 1e6, maxBytes: 1e8 }
  const file = new File([bytes as BlobPart], 'orders.xlsx')
  const read = await readAndCheck(file, request, yieldIfDue, () => undefined)
  // Not the sheet: to show how it differs from a refusal would take minutes.
  return read.type === 'refused' ? read.problem : read.type
}

const tooLarge = (row: number, unit: string, limit: number) => ({
  code: 'TOO_LARGE',
  fileName: 'orders.xlsx',
  row,
  unit,
  limit,
})

const header = '<row r="1"><c t="str"><v>Sub Order ID</v></c></row>'

describe('a number format', () => {
  const code = (length: number) => `"${'a'.repeat(length - 3)}"0`
  const write = (format: string) =>
    writeWorkbook({ sheets: [{ name: 'S', rows: [['Sub Order ID'], [{ raw: '7', format }], [8]] }] })

  it('of 255 characters is shown, of more is refused with the row that shows it', async () => {
    expect(await readAll(write(code(255)))).toEqual([
      [1, ['Sub Order ID']],
      [2, [`${'a'.repeat(252)}7`]],
      [3, ['8']],
    ])
    expect(await readFile(write(code(256)))).toEqual(tooLarge(2, 'format', 255))
    expect(await readFile(write('0'.repeat(100_000)))).toEqual(tooLarge(2, 'format', 255))
  })

  it('that is too long is in nobody’s way where no number has it', async () => {
    const long = { format: '0'.repeat(300), value: 'text' }
    const rows = [['Sub Order ID'], [long], [8]]
    expect(await readAll(writeWorkbook({ sheets: [{ name: 'S', rows }] }))).toEqual([
      [1, ['Sub Order ID']],
      [2, ['text']],
      [3, ['8']],
    ])
  })

  it('is read once, however many styles name it', () => {
    const { visitor, formats } = visitStyles()
    const reader = createXmlReader(visitor, 1000)
    const list = `<numFmts><numFmt numFmtId="164" formatCode="000000"/></numFmts>`
    const styles = wrapStyles(`${list}<cellXfs>${repeat('<xf numFmtId="164"/>', 5000)}</cellXfs>`)
    reader.push(new TextEncoder().encode(styles))
    reader.end()
    const read = new Set(Array.from({ length: formats.length }, (_, style) => formats.at(style)))
    expect([formats.length, [...read]]).toEqual([5000, [readFormat(164, '000000')]])
    expect(formats.at(5000)).toBeUndefined()
  })

  it('is one of ten thousand at the most', async () => {
    const writeFormats = (count: number) =>
      wrapStyles(
        `<numFmts>${Array.from({ length: count }, (_, at) => `<numFmt numFmtId="${164 + at}" formatCode="0"/>`).join('')}</numFmts>`,
      )
    const row = '<row><c><v>1</v></c></row>'
    expect(await readRowsXml(row, { [STYLES]: writeFormats(10_000) })).toEqual([[1, ['1']]])
    expect(await readRowsXml(row, { [STYLES]: writeFormats(10_001) })).toEqual({
      ok: false,
      why: 'too-large',
    })
  })
})

describe('a text', () => {
  const longest = 'x'.repeat(32_767)
  const write = (text: string, inlineStrings: boolean) =>
    writeWorkbook({
      sheets: [
        {
          name: 'S',
          rows: [
            ['Sub Order ID', 'Note'],
            ['1', text],
          ],
        },
      ],
      inlineStrings,
    })

  it.each([true, false])(
    'of as many characters as Excel holds is read, of more is refused (in its cell: %s)',
    async (inline) => {
      expect(await readFile(write(longest, inline))).toBe('checked')
      expect(await readFile(write(`${longest}x`, inline))).toEqual(tooLarge(2, 'characters', 32_767))
    },
  )

  it('made of endless runs is refused for what there is of it', async () => {
    const runs = `<is>${repeat(`<r><t>${'x'.repeat(10_000)}</t></r>`, 100)}</is>`
    const inline = writeRowsXml(`${header}<row r="2"><c t="inlineStr">${runs}</c></row>`)
    expect(await readFile(inline)).toEqual(tooLarge(2, 'characters', 32_767))
    const strings = { [STRINGS]: `<sst><si>${runs.slice(4, -5)}</si></sst>` }
    const shared = writeRowsXml(`${header}<row r="2"><c t="s"><v>0</v></c></row>`, strings)
    expect(await readFile(shared)).toEqual(tooLarge(2, 'characters', 32_767))
  })

  it('that is too long is in nobody’s way where no cell shows it', async () => {
    const strings = { [STRINGS]: `<sst><si><t>${longest}x</t></si><si><t>1</t></si></sst>` }
    expect(await readFile(writeRowsXml(`${header}<row r="2"><c t="s"><v>1</v></c></row>`, strings))).toBe(
      'checked',
    )
  })

  it('that many cells share counts with each: their sum is refused with the row that passes it', async () => {
    const strings = { [STRINGS]: `<sst><si><t>${'x'.repeat(100)}</t></si></sst>` }
    const row = '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'
    const bytes = writeRowsXml(repeat(row, 10), strings)
    expect(await readAll(bytes, { maxTextLength: 2000 })).toHaveLength(10)
    expect(await readAll(bytes, { maxTextLength: 1999 })).toEqual({
      ok: false,
      why: 'too-large',
      row: 10,
      excess: { unit: 'texts', limit: 1999 },
    })
  })

  it('of the longest that 5,000 rows share is refused before the page is out of memory, in many yields', async () => {
    let yields = 0
    const yieldIfDue = () => {
      yields += 1
      return undefined
    }
    const strings = { [STRINGS]: `<sst><si><t>${longest}</t></si></sst>` }
    const bytes = writeRowsXml(header + repeat('<row><c t="s"><v>0</v></c></row>', 5000), strings)
    expect([await readFile(bytes, yieldIfDue), bytes.length < 10_000]).toEqual([
      tooLarge(4098, 'texts', 134_217_728),
      true,
    ])
    // A pause for each 65,536 characters, and some more.
    expect(yields).toBeGreaterThan(1000)
  })

  it('shared once and for all is refused where all of them are too much', async () => {
    const strings = { [STRINGS]: `<sst>${repeat(`<si><t>${'x'.repeat(100)}</t></si>`, 20)}</sst>` }
    expect(await readAll(writeRowsXml(header, strings), { maxTextLength: 1999 })).toEqual({
      ok: false,
      why: 'too-large',
      excess: { unit: 'texts', limit: 1999 },
    })
  })
})

it('cells that a workbook leaves out are filled up, some eight million and thirty more for each that is there', async () => {
  const wide = `<row r="1"><c r="A1" t="str"><v>Sub Order ID</v></c><c r="XFD1" t="str"><v>Last</v></c></row>`
  const rows = (count: number) =>
    wide + Array.from({ length: count }, (_, at) => `<row><c><v>${at}</v></c></row>`).join('')
  expect(await readFile(writeRowsXml(rows(100)))).toBe('checked')
  expect(await readFile(writeRowsXml(rows(600)))).toEqual(tooLarge(515, 'cells', 8_388_608))
})

it('long rows are packed a megabyte at a time, and checked between many yields', async () => {
  let yields = 0
  const yieldIfDue = () => {
    yields += 1
    return undefined
  }
  const strings = { [STRINGS]: `<sst><si><t>${' '.repeat(32_000)}1</t></si></sst>` }
  const bytes = writeRowsXml(header + repeat('<row><c t="s"><v>0</v></c></row>', 400), strings)
  expect(await readFile(bytes, yieldIfDue)).toBe('checked')
  // Reading and checking: two rows at the most between two of them.
  expect(yields).toBeGreaterThan(2 * 133)
})

describe('styles', () => {
  const row = '<row><c s="0"><v>123</v></c></row>'
  const formats = '<numFmts><numFmt numFmtId="164" formatCode="000000"/></numFmts>'
  const styles = '<cellXfs><xf numFmtId="164"/></cellXfs>'

  it.each([
    ['before', formats + styles],
    ['behind', styles + formats],
  ])('whose formats stand %s them give the zeros in front', async (_, xml) => {
    expect(await readRowsXml(row, { [STYLES]: wrapStyles(xml) })).toEqual([[1, ['000123']]])
  })

  it.each([
    ['two lists of styles', `${formats}${styles}<cellXfs><xf numFmtId="0"/></cellXfs>`],
    ['two lists of formats', `${formats}${styles}<numFmts/>`],
    [
      'two formats of one number',
      `${formats.replace('/>', '/><numFmt numFmtId="164" formatCode="0"/>')}${styles}`,
    ],
    [
      'two formats of one number, written in two ways',
      `${formats.replace('/>', '/><numFmt numFmtId="0164" formatCode="0"/>')}${styles}`,
    ],
  ])('with %s are refused', async (_, xml) => {
    expect(await readRowsXml(row, { [STYLES]: wrapStyles(xml) })).toEqual({ ok: false, why: 'broken' })
  })

  it('that are none are refused: a number would lose its zeros', async () => {
    expect(await readRowsXml(row, { [STYLES]: '<sst/>' })).toEqual({ ok: false, why: 'broken' })
  })
})

describe('a workbook that programs would read in two ways is refused', () => {
  const sheets = [
    { name: 'May', rows: [['Sub Order ID'], ['1']] },
    { name: 'June', rows: [['Sub Order ID'], ['2']] },
  ]
  const relate = (...more: readonly (readonly [string, string])[]) =>
    writeRelations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ...more,
    ])
  const main = writeWorkbook({ sheets })

  it('and this one is not', async () => {
    expect(await openBytes(main)).toMatchObject({ ok: true, sheets: [{ name: 'May' }, { name: 'June' }] })
    const parts = { [RELATIONS]: relate(['styles', './styles.xml']) }
    expect(await openBytes(writeWorkbook({ sheets, parts }))).toMatchObject({ ok: true })
  })

  it.each([
    [
      'two parts of shared texts',
      { [RELATIONS]: relate(['sharedStrings', 'other.xml']), 'xl/other.xml': '<sst/>' },
    ],
    [
      'two parts of styles',
      { [RELATIONS]: relate(['styles', 'other.xml']), 'xl/other.xml': '<styleSheet/>' },
    ],
    ['two sheets in one part', { [RELATIONS]: relate().replace('sheet2', 'sheet1') }],
    [
      'two main parts',
      {
        '_rels/.rels': writeRelations([
          ['officeDocument', 'xl/workbook.xml'],
          ['officeDocument', 'xl/other.xml'],
        ]),
      },
    ],
    ['two lists of sheets', { 'xl/workbook.xml': '<workbook><sheets/><sheets/></workbook>' }],
    [
      'two kinds of dates',
      { 'xl/workbook.xml': '<workbook><workbookPr date1904="1"/><workbookPr/><sheets/></workbook>' },
    ],
    [
      'a sheet of two relations',
      {
        'xl/workbook.xml': '<workbook><sheets><sheet name="S" a:id="rId1" r:id="rId2"/></sheets></workbook>',
      },
    ],
    [
      'two sheets of one name in other letters',
      {
        'xl/workbook.xml':
          '<workbook><sheets><sheet name="May" r:id="rId1"/><sheet name="MAY" r:id="rId2"/></sheets></workbook>',
      },
    ],
    [
      'a name without end',
      {
        'xl/workbook.xml': `<workbook><sheets><sheet name="${'S'.repeat(256)}" r:id="rId1"/></sheets></workbook>`,
      },
    ],
  ])('%s', async (_, parts) => {
    expect(await openBytes(writeWorkbook({ sheets, parts }))).toEqual({ ok: false, why: 'broken' })
  })

  it.each([
    [
      'two cells in one place, the first of which shows nothing',
      '<row r="1"><c r="A1"/><c r="A1"><v>2</v></c></row>',
    ],
    [
      'two cells in one place, in another order',
      '<row r="1"><c r="B1"><v>2</v></c><c r="A1"/><c r="A1"><v>2</v></c></row>',
    ],
    [
      'two cells in one place, the second of which shows nothing',
      '<row r="1"><c r="A1"><v>2</v></c><c r="A1"/></row>',
    ],
    ['a row twice', '<row r="1"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row>'],
  ])('%s', async (_, rows) => {
    expect(await readRowsXml(rows)).toMatchObject({ ok: false, why: 'broken' })
  })

  it.each([
    ['both inside', ''],
    ['one of them elsewhere', ' TargetMode="External"'],
  ])('two relations of one ID, %s', async (_, mode) => {
    const relations = writeRelations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
    ]).replace('Id="rId2"', `Id="rId1"${mode}`)
    const [may] = sheets
    const parts = {
      [RELATIONS]: relations,
      'xl/worksheets/sheet2.xml': wrapRows('<row><c><v>2</v></c></row>'),
    }
    expect(await openBytes(writeWorkbook({ sheets: may ? [may] : [], parts }))).toEqual({
      ok: false,
      why: 'broken',
    })
  })

  it('a shared text in two parts', async () => {
    const strings = { [STRINGS]: '<sst><si><t>1</t><t>2</t></si></sst>' }
    expect(await readRowsXml('<row><c t="s"><v>0</v></c></row>', strings)).toEqual([[1, ['#TEXT!']]])
  })
})

it('sheets are looked into for half a second at the most, and offered unseen behind it', async () => {
  const blank = wrapRows('<row><c t="str"><v/></c></row>')
  const count = 2000
  const names = Array.from({ length: count }, (_, at) => `Sheet ${at}`)
  const parts = Object.fromEntries(names.map((_, at) => [`xl/worksheets/sheet${at + 1}.xml`, blank]))
  const sheets = names.map((name) => ({ name, rows: [] }))
  const opened = await openBytes(writeWorkbook({ sheets, parts }))
  expect(opened.ok && opened.sheets.length).toBe(count - 1024)
})

it('a number without a style has no format', () => {
  const { formats } = visitStyles()
  expect([formats.length, formats.at(0) ?? generalFormat]).toEqual([0, generalFormat])
})
