import { describe, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { readBook, readFates } from '../support/readWorkbook'
import { rowOf, textCell, writeSheetXml } from '../support/workbookXml'
import { writeRelations, writeWorkbook, writeZip } from '../support/workbook'

const LIST = [['Sub Order ID'], ['1253231242']]

async function readProblem(bytes: Uint8Array, name?: string) {
  const read = await readBook(bytes, 'sub-orders', name)
  if (read.type !== 'refused') return read.type
  const { code, found } = read.problem
  return found === undefined ? code : `${code}: ${found}`
}

describe('a zip that is no workbook', () => {
  it.each([
    [{ 'orders.csv': 'x' }, 'FILE_IS_ZIP: orders.csv'],
    [{ 'Export/Readme.md': 'x', 'Export/Orders 1.XLSX': 'x' }, 'FILE_IS_ZIP: Export/Orders 1.XLSX'],
    [{ '__MACOSX/._orders.tsv': 'x', '.DS_Store': 'x', 'orders.tsv': 'x' }, 'FILE_IS_ZIP: orders.tsv'],
    [{ 'a.class': 'x' }, 'FILE_IS_ZIP: a.class'],
    [{ 'orders/': '' }, 'FILE_IS_ZIP'],
    [
      {
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': '<x/>',
        'META-INF/manifest.xml': 'x',
      },
      'FILE_IS_OTHER_WORKBOOK: .ods',
    ],
    [{ 'Index/Document.iwa': 'x', 'preview.jpg': 'x' }, 'FILE_IS_OTHER_WORKBOOK: .numbers'],
    [
      { '_rels/.rels': writeRelations([['officeDocument', 'xl/workbook.bin']]), 'xl/workbook.bin': 'x' },
      'FILE_IS_OTHER_WORKBOOK: .xlsb',
    ],
    [
      {
        '_rels/.rels': writeRelations([['officeDocument', 'word/document.xml']]),
        'word/document.xml': '<d/>',
      },
      'FILE_IS_BINARY: Word',
    ],
    [
      {
        '_rels/.rels': writeRelations([['officeDocument', 'ppt/presentation.xml']]),
        'ppt/presentation.xml': '<d/>',
      },
      'FILE_IS_BINARY: PowerPoint',
    ],
    [{ '_rels/.rels': writeRelations([['thumbnail', 'a.png']]), 'a.png': 'x' }, 'FILE_IS_XLSX'],
  ])('%j', async (parts: Record<string, string>, problem) => {
    expect(await readProblem(writeZip(parts))).toBe(problem)
  })

  it('is empty', async () => {
    expect(await readProblem(zipSync({}))).toBe('FILE_IS_ZIP')
  })
})

describe('a workbook of hidden sheets alone', () => {
  it('names them where they hold something', async () => {
    const hidden = { name: 'Orders', rows: LIST, state: 'hidden' as const }
    const veryHidden = { name: 'Old', rows: LIST, state: 'veryHidden' as const }
    const cover = { name: 'Cover', rows: [] }
    expect(await readProblem(writeWorkbook({ sheets: [cover, hidden, veryHidden] }))).toBe(
      'HIDDEN_SHEETS: Orders, Old',
    )
    expect(await readProblem(writeWorkbook({ sheets: [cover, { ...hidden, rows: [] }] }))).toBe('EMPTY_FILE')
    expect(await readFates(writeWorkbook({ sheets: [{ name: 'List', rows: LIST }, hidden] }))).toEqual([
      '1253231242',
    ])
  })
})

describe('a sheet that is listed and is not there', () => {
  const rows = [rowOf(textCell('Sub Order ID')), rowOf(textCell('SO-1'))]
  const read = (list: string) =>
    readProblem(
      writeSheetXml(rows, {
        parts: { 'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${list}</sheets></workbook>` },
      }),
    )

  it.each([
    '<sheet name="Orders" r:id="rId1"/><sheet name="Module1" state="veryHidden" r:id=""/>',
    '<sheet name="Gone" r:id="rId99"/><sheet name="Orders" r:id="rId1"/>',
    '<sheet name="Orders" r:id="RID1"/>',
    '<sheet name="Orders" r:id="rId1"/><sheet name="Gone"/>',
  ])('is left out: %s', async (list) => {
    expect(await read(list)).toBe('checked')
  })

  it('leaves nothing to be read where it is the only one', async () => {
    expect(await read('<sheet name="Orders" r:id="rId99"/>')).toBe('FILE_IS_XLSX')
    expect(
      await read('<sheet name="Orders" r:id="rId99"/><sheet name="B" state="hidden" r:id="rId1"/>'),
    ).toBe('FILE_IS_XLSX')
  })
})

describe('a lock file', () => {
  const utf16 = (text: string) => [...text].flatMap((char) => [char.charCodeAt(0), 0])
  const lock = (user: string) =>
    Uint8Array.from([
      user.length,
      ...strToU8(user.padEnd(54, ' ')),
      user.length,
      0,
      ...utf16(user.padEnd(54, ' ')),
    ])

  it.each(['Maker', 'A', 'Anita Kumari (Operations)'])('of Excel, by %s', async (user) => {
    expect(lock(user)).toHaveLength(165)
    expect(await readProblem(lock(user), '~$orders.xlsx')).toBe('FILE_IS_LOCK')
  })

  it('of LibreOffice', async () => {
    const text = ',anita,desk-7,27.11.2026 10:00,file:///home/anita/.config/libreoffice/4;'
    expect(await readProblem(strToU8(text), '.~lock.orders.xlsx#')).toBe('FILE_IS_LOCK')
  })

  it('is no list that begins with a comma, or has as many bytes', async () => {
    expect(await readProblem(strToU8(',Sub Order ID\n,SO-1\n'))).toBe('checked')
    const long = `Sub Order ID\n${'SO-123456\n'.repeat(15)}`
    expect(await readProblem(strToU8(long.padEnd(165, '\n')))).toBe('checked')
  })
})
