import { describe, expect, it } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { wrapRows, writeRelations, writeWorkbook, writeZip } from '../support/workbook'
import { openBytes, readAll, readRowsXml, writeRowsXml } from './readAll'

const cell = '<c><v>1</v></c>'

async function listSheets(bytes: Uint8Array) {
  const workbook = await openBytes(bytes)
  return workbook.ok ? workbook.sheets.map(({ name }) => name) : workbook.why
}

describe('rows', () => {
  it('keep their number in the spreadsheet, and those that show nothing are left out', async () => {
    const rows = [[], ['a'], [], [null, ''], ['', 'b']]
    expect(await readAll(writeWorkbook({ sheets: [{ name: 'S', rows }] }))).toEqual([
      [2, ['a']],
      [5, ['', 'b']],
    ])
  })

  it('and cells without a place take the next one', async () => {
    const xml = `<row>${cell}${cell}</row><row r="5"><c r="C5"><v>3</v></c>${cell}</row><row>${cell}</row>`
    expect(await readRowsXml(xml)).toEqual([
      [1, ['1', '1']],
      [5, ['', '', '3', '1']],
      [6, ['1']],
    ])
  })

  it('have their cells by column, in whatever order they stand', async () => {
    const xml = '<row r="1"><c r="AB1"><v>28</v></c><c r="B1"><v>2</v></c></row>'
    const cells = Array.from({ length: 28 }, (_, column) => ({ 1: '2', 27: '28' })[column] ?? '')
    expect(await readRowsXml(xml)).toEqual([[1, cells]])
  })

  it.each([
    ['goes backwards', `<row r="2">${cell}</row><row r="1">${cell}</row>`],
    ['is not a number', `<row r="x">${cell}</row>`],
    ['is beyond what a spreadsheet has', `<row r="1048577">${cell}</row>`],
  ])('break the sheet where one %s', async (_, xml) => {
    expect(await readRowsXml(xml)).toEqual({ ok: false, why: 'broken' })
  })

  it('of one number are one, unless their cells meet', async () => {
    const xml = '<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="C2"><v>3</v></c></row><row r="3"/>'
    expect(await readRowsXml(xml)).toEqual([[2, ['1', '', '3']]])
    const meet = `<row r="2">${cell}</row><row r="2">${cell}</row>`
    expect(await readRowsXml(meet)).toEqual({ ok: false, why: 'broken', row: 2 })
  })

  it('come no more once the taker has enough', async () => {
    const rows = Array.from({ length: 5000 }, (_, row) => [row])
    const taken: number[] = []
    const take = (_: string[], row: number) => taken.push(row) === 3
    expect(await readAll(writeWorkbook({ sheets: [{ name: 'S', rows }] }), { take })).toEqual([])
    expect(taken).toEqual([1, 2, 3])
  })

  it('tell how much of the sheet is read, from 0 to 1, and let the page have its turn between', async () => {
    const shares: number[] = []
    let yields = 0
    const yieldIfDue = () => {
      yields += 1
      return Promise.resolve()
    }
    const rows = Array.from({ length: 12_000 }, (_, row) => [
      `SO-${row * 7919}-${(row * 104_729) % 99_991}`,
      row,
    ])
    const bytes = writeWorkbook({ sheets: [{ name: 'S', rows }], isStored: true })
    const read = await readAll(bytes, { yieldIfDue, onProgress: (share) => shares.push(share) })
    expect(read).toHaveLength(12_000)
    expect(bytes.length / 2048).toBeGreaterThan(201)
    expect(shares.length).toBeGreaterThan(20)
    expect(shares.length).toBeLessThan(202)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect([shares.every((share) => share > 0), shares.at(-1)]).toEqual([true, 1])
    expect(yields).toBeGreaterThan(50)
  })
})

describe('sheets', () => {
  it('are offered by name and in order where they are seen and hold something', async () => {
    const rows = [['a']]
    const sheets = [
      { name: 'Notes', rows },
      { name: 'Hidden', rows, state: 'hidden' as const },
      { name: 'Very hidden', rows, state: 'veryHidden' as const },
      { name: 'Empty', rows: [] },
      { name: 'Coloured', rows: [[{ format: '00' }, null]] },
      { name: 'Formula', rows: [[{ formula: '1' }]] },
      { name: 'Orders & <more>', rows: [['b']] },
    ]
    const bytes = writeWorkbook({ sheets })
    expect(await listSheets(bytes)).toEqual(['Notes', 'Formula', 'Orders & <more>'])
    expect(await readAll(bytes, { name: 'Orders & <more>' })).toEqual([[1, ['b']]])
    expect(await readAll(bytes, { name: 'Hidden' })).toEqual({ ok: false, why: 'broken' })
  })

  it('are offered unseen where nothing but colours comes first, for megabytes', async () => {
    const coloured = '<row><c s="0"/><c s="0"/><c s="0"/></row>'
    expect(await readRowsXml(coloured.repeat(1000))).toBe('no sheets')
    expect(await readRowsXml(coloured.repeat(110_000))).toEqual([])
  })

  it('are none where they are charts', async () => {
    const relations = writeRelations([
      ['chartsheet', 'chartsheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
    ])
    const parts = { 'xl/_rels/workbook.xml.rels': relations, 'xl/chartsheets/sheet1.xml': '<chartsheet/>' }
    const sheets = ['Chart', 'Orders'].map((name) => ({ name, rows: [[name]] }))
    const bytes = writeWorkbook({ sheets, parts, inlineStrings: true })
    expect(await listSheets(bytes)).toEqual(['Orders'])
  })

  it('can be none at all', async () => {
    expect(await listSheets(writeWorkbook({ sheets: [] }))).toEqual([])
  })

  it('of one name are not guessed between', async () => {
    const sheets = [1, 2].map((value) => ({ name: 'S', rows: [[value]] }))
    expect(await listSheets(writeWorkbook({ sheets }))).toBe('broken')
  })
})

describe('files of other writers', () => {
  it('may put a prefix before every name, and names of their own between', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const sheet = `<x:worksheet xmlns:x="${main}" xmlns:o="urn:o"><x:sheetData><o:row><x:c><x:v>9</x:v></x:c></o:row><x:row r="1"><o:c/><x:c r="A1" t="s"><x:v>0</x:v><o:v>7</o:v></x:c><x:extLst><x:c><x:v>8</x:v></x:c></x:extLst></x:row></x:sheetData></x:worksheet>`
    const parts = {
      'xl/worksheets/sheet1.xml': sheet,
      'xl/sharedStrings.xml': `<x:sst xmlns:x="${main}"><x:si><x:t>0012</x:t></x:si></x:sst>`,
    }
    expect(await readRowsXml('', parts)).toEqual([[1, ['0012']]])
  })

  it('may be of the strict standard, with other addresses for the same', async () => {
    const strict = Object.fromEntries(
      [...unpack().entries()].map(([name, text]) => [
        name,
        text
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006',
            'http://purl.oclc.org/ooxml/officeDocument',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006',
            'http://purl.oclc.org/ooxml/spreadsheetml',
          ),
      ]),
    )
    expect(await readAll(writeZip(strict))).toEqual([[1, ['1']]])
  })

  it.each([
    '/xl/worksheets/sheet1.xml',
    './worksheets/sheet1.xml',
    '../xl/worksheets/Sheet1.xml',
    'worksheets\\sheet1.xml',
  ])('may name a part %s', async (target) => {
    const parts = { 'xl/_rels/workbook.xml.rels': writeRelations([['worksheet', target]]) }
    expect(await readRowsXml(`<row>${cell}</row>`, parts)).toEqual([[1, ['1']]])
  })

  it('may lie elsewhere, with backslashes in the zip', async () => {
    const parts = new Map(
      [...unpack()].map(([name, text]) => [name.replace('xl/', 'book\\').replaceAll('/', '\\'), text]),
    )
    parts.delete('_rels\\.rels')
    const bytes = writeZip({
      ...Object.fromEntries(parts),
      '_rels/.rels': writeRelations([['officeDocument', '/book/workbook.xml']]),
    })
    expect(await readAll(bytes)).toEqual([[1, ['1']]])
  })

  it('may share no texts and have no styles', async () => {
    const parts = {
      'xl/sharedStrings.xml': null,
      'xl/styles.xml': null,
      'xl/_rels/workbook.xml.rels': writeRelations([['worksheet', 'worksheets/sheet1.xml']]),
    }
    expect(await readRowsXml('<row><c s="3"><v>5</v></c></row>', parts)).toEqual([[1, ['5']]])
  })

  it('may be UTF-16, and hold a byte order mark', async () => {
    const xml = `\ufeff${wrapRows(`<row><c t="inlineStr"><is><t>é1</t></is></c></row>`)}`.replace(
      'UTF-8',
      'UTF-16',
    )
    const utf8 = new TextEncoder().encode(xml.replace('UTF-16', 'UTF-8'))
    const utf16 = new Uint8Array(Uint16Array.from(xml, (char) => char.charCodeAt(0)).buffer)
    for (const bytes of [utf8, utf16]) {
      expect(await readRowsXml('', { 'xl/worksheets/sheet1.xml': bytes })).toEqual([[1, ['é1']]])
    }
  })

  it('may hold macros, which nobody looks at', async () => {
    const bytes = writeRowsXml(`<row>${cell}</row>`, {
      'xl/vbaProject.bin': new Uint8Array([208, 207, 17, 224]),
    })
    expect(await readAll(bytes)).toEqual([[1, ['1']]])
  })
})

it('a fault of the taker is not taken for one of the file', async () => {
  const workbook = await openBytes(writeRowsXml(`<row>${cell}</row>`))
  if (!workbook.ok) throw new Error(workbook.why)
  const take = () => {
    throw new Error('ours')
  }
  await expect(workbook.readRecords('Sheet1', { take, yieldIfDue: neverYield })).rejects.toThrow('ours')
})

/** The parts of a small workbook, as texts. */
function unpack(): Map<string, string> {
  const unzipped = unzipSync(writeRowsXml(`<row>${cell}</row>`))
  return new Map(Object.entries(unzipped).map(([name, bytes]) => [name, strFromU8(bytes)]))
}
