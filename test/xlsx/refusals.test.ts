import { constants, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { openWorkbook } from '../../src/xlsx/readWorkbook'
import { wrapRows, writeRelations, writeWorkbook, writeZip } from '../support/workbook'
import { openBytes, readAll, readRowsXml, writeRowsXml } from './readAll'

const row = '<row><c><v>1</v></c></row>'

/** Changes the directory entry of a file inside a zip; the position is that of its field. */
function patchEntry(zip: Uint8Array, name: string, field: number, value: number): Uint8Array {
  const bytes = zip.slice()
  const view = new DataView(bytes.buffer)
  for (let at = bytes.length - 46; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    const found = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
    if (found === name) view.setUint32(at + field, value, true)
  }
  return bytes
}

/** A workbook whose sheet is so many blanks: a deflated megabyte of them, again and again. */
function packBlanks(bytes: number): Uint8Array {
  const megabyte = deflateRawSync(Buffer.alloc(2 ** 20, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  const end = Buffer.from([3, 0])
  const packed = Buffer.concat([...Array.from({ length: bytes / 2 ** 20 }, () => megabyte), end])
  const stored = zipSync({ ...unzipSync(writeRowsXml('')), [SHEET]: [new Uint8Array(packed), { level: 0 }] })
  const local = Buffer.from(stored).indexOf(SHEET) - 30
  new DataView(stored.buffer).setUint16(local + 8, 8, true)
  return patchEntry(patchEntry(stored, SHEET, 10, 8), SHEET, 24, bytes)
}

const SHEET = 'xl/worksheets/sheet1.xml'
const STRINGS = 'xl/sharedStrings.xml'

describe('no workbook is', () => {
  it.each([
    ['an empty file', new Uint8Array()],
    ['a text', strToU8('Sub Order ID\r\n1\r\n')],
    ['an empty zip', zipSync({})],
    ['a zip of anything', writeZip({ 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0', 'a.class': 'x' })],
    ['a zip like those of Numbers', writeZip({ 'Index/Document.iwa': 'x', 'preview.jpg': 'x' })],
    [
      'a document of Word',
      writeZip({
        '_rels/.rels': writeRelations([['officeDocument', 'word/document.xml']]),
        'word/document.xml': '<w:document xmlns:w="urn:w"><w:body/></w:document>',
      }),
    ],
    [
      'a workbook that lies somewhere else',
      writeRowsXml(row, {
        '_rels/.rels': writeRelations([['officeDocument', 'xl/workbook.xml']]).replace(
          'Target=',
          'TargetMode="External" Target=',
        ),
      }),
    ],
    ['a package with no document', writeZip({ '_rels/.rels': writeRelations([['thumbnail', 'a.png']]) })],
  ])('%s', async (_, bytes) => {
    expect(await openBytes(bytes)).toMatchObject({ ok: false, why: 'no-workbook' })
  })
})

describe('broken is', () => {
  const whole = writeRowsXml(row)

  it('a file that is cut off, wherever', async () => {
    for (let length = 4; length < whole.length; length += 7) {
      expect(await openBytes(whole.subarray(0, length))).toEqual({ ok: false, why: 'broken' })
    }
  })

  it.each([
    ['is encrypted', 8, 0x00080001],
    ['is packed in a way that no workbook is', 10, 99],
    ['has another checksum', 16, 1],
    ['is longer than it says', 24, 20],
    ['is shorter than it says', 24, 1_000_000],
    ['lies elsewhere', 42, 0],
    ['lies beyond the end', 42, 2 ** 31],
  ])('a sheet that %s', async (_, field, value) => {
    expect(await readAll(patchEntry(whole, SHEET, field, value))).toEqual({ ok: false, why: 'broken' })
  })

  it('two sheets that have changed their names in the directory', async () => {
    const sheets = [
      { name: 'First', rows: [[1]] },
      { name: 'Second', rows: [[2]] },
    ]
    const bytes = Buffer.from(writeWorkbook({ sheets }))
    const [first, second] = [1, 2].map((number) => bytes.lastIndexOf(`sheet${number}.xml`))
    bytes.write('2', (first ?? 0) + 5)
    bytes.write('1', (second ?? 0) + 5)
    expect(await readAll(bytes)).toEqual({ ok: false, why: 'broken' })
  })

  it('a sheet of which two are in the zip', async () => {
    const bytes = writeRowsXml(row, { 'XL/worksheets/sheet1.xml': wrapRows('<row><c><v>2</v></c></row>') })
    expect(await openBytes(bytes)).toEqual({ ok: false, why: 'broken' })
    const strings = { [STRINGS]: '<sst/>', 'xl/SharedStrings.xml': '<sst/>' }
    expect(await openBytes(writeRowsXml(row, strings))).toEqual({ ok: false, why: 'broken' })
  })

  it.each([
    ['that is missing', null],
    ['with another root', '<html/>'],
    ['that is no XML', 'hello'],
    ['that is empty', ''],
    ['that is not UTF-8', Buffer.from(wrapRows('<row><c t="str"><v>\u00e9</v></c></row>'), 'latin1')],
    ['that ends early', wrapRows(row).slice(0, -20)],
    ['with an entity that nobody declared', wrapRows('<row><c t="str"><v>&bomb;</v></c></row>')],
    ['nested without end', wrapRows(row + '<a>'.repeat(100) + '</a>'.repeat(100))],
  ])('a sheet %s', async (_, sheet) => {
    expect(await readRowsXml('', { [SHEET]: sheet })).toEqual({ ok: false, why: 'broken' })
  })

  it('a part that declares entities, before it makes any of them up', async () => {
    const laughs =
      '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    const strings = `${laughs}<sst><si><t>&b;</t></si></sst>`
    expect(await readRowsXml(row, { [STRINGS]: strings })).toEqual({ ok: false, why: 'broken' })
    expect(await readRowsXml(row, { [STRINGS]: strings.replace('&b;', 'b') })).toEqual({
      ok: false,
      why: 'broken',
    })
    expect(await readRowsXml('', { [SHEET]: laughs + wrapRows(row) })).toEqual({ ok: false, why: 'broken' })
  })

  it('a workbook that lists no sheet but one that is nowhere', async () => {
    const parts = { 'xl/_rels/workbook.xml.rels': writeRelations([]) }
    expect(await readRowsXml(row, parts)).toEqual({ ok: false, why: 'broken' })
  })

  it('a file that the disk does not give', async () => {
    const file = new Blob([whole as BlobPart])
    file.slice = () => {
      throw new DOMException('moved', 'NotReadableError')
    }
    const limits = { maxInflatedBytes: 1e6, maxCellLength: 1e6, maxTextLength: 1e6, maxColumns: 10 }
    expect(await openWorkbook(file, { limits, yieldIfDue: () => undefined })).toEqual({
      ok: false,
      why: 'broken',
    })
  })
})

describe('too large is', () => {
  it('a row with a column, or a cell with a text, beyond the limit', async () => {
    const rows = [['a'], ['abcdefghijk']]
    const bytes = writeWorkbook({ sheets: [{ name: 'S', rows: [...rows, ['', '', '', 'd']] }] })
    const inline = writeWorkbook({ sheets: [{ name: 'S', rows }], inlineStrings: true })
    const tooLarge = { ok: false, why: 'too-large' }
    const long = { ...tooLarge, row: 2, excess: { unit: 'characters', limit: 10 } }
    expect(await readAll(bytes, { maxCellLength: 10 })).toEqual(long)
    expect(await readAll(inline, { maxCellLength: 10 })).toEqual(long)
    const wide = { ...tooLarge, row: 3, excess: { unit: 'columns', limit: 3 } }
    expect(await readAll(bytes, { maxColumns: 3 })).toEqual(wide)
    expect(await readAll(bytes, { maxColumns: 4, maxCellLength: 11 })).toHaveLength(3)
  })

  it('what inflates to more than the limit, as it says itself', async () => {
    const bytes = writeRowsXml(row, { [STRINGS]: `<sst>${'<si><t>a</t></si>'.repeat(1000)}</sst>` })
    expect(await readAll(bytes, { maxInflatedBytes: 10_000 })).toEqual({ ok: false, why: 'too-large' })
    expect(await openBytes(writeRowsXml(row.repeat(1000)), { maxInflatedBytes: 10_000 })).toEqual({
      ok: false,
      why: 'too-large',
    })
  })

  it('a text or a tag that does not end, before it is all there', async () => {
    const text = `<row><c t="inlineStr"><is><t>${'a'.repeat(3_000_000)}</t></is></c></row>`
    const tag = `<row ${'a'.repeat(3_000_000)}=""/>${row}`
    for (const xml of [text, tag]) {
      const read = await readAll(writeRowsXml(`${row}${xml}`), { maxCellLength: 10_000 })
      expect(read).toMatchObject({ ok: false, why: 'too-large' })
    }
  })

  it.each([
    ['the widest rows', 'XFD', 129, 129],
    ['rows of 1,024 columns', 'AMJ', 2117, 2117],
  ])('a sheet of %s that hold one cell each', async (_, column, count, refused) => {
    const rows = Array.from(
      { length: count },
      (_row, index) => `<row><c r="${column}${index + 1}"><v>1</v></c></row>`,
    )
    expect(await readRowsXml(rows.slice(0, -1).join(''))).toHaveLength(count - 1)
    expect(await readRowsXml(rows.join(''))).toEqual({ ok: false, why: 'too-large', row: refused })
  })

  it('no sheet whose rows hold one cell in thirty, however many they are', async () => {
    const cells = (at: number) => `<row><c r="A${at}"><v>1</v></c><c r="AH${at}"><v>1</v></c></row>`
    const rows = Array.from({ length: 20_000 }, (_row, index) => cells(index + 1))
    expect(await readRowsXml(rows.join(''))).toHaveLength(20_000)
  })
})

describe('a zip bomb', () => {
  // 2 GB in 2 MB.
  const bomb = packBlanks(2 ** 31)

  it('is refused for the size that it owns up to', async () => {
    expect(await openBytes(bomb)).toEqual({ ok: false, why: 'too-large' })
  })

  it('is refused at the first byte beyond the size that it claims', async () => {
    let yields = 0
    const limits = {
      maxInflatedBytes: 2 ** 29,
      maxCellLength: 1_048_576,
      maxTextLength: 2 ** 27,
      maxColumns: 16_384,
    }
    const yieldIfDue = () => {
      yields += 1
      return undefined
    }
    const lying = new Blob([patchEntry(bomb, SHEET, 24, 1_000_000) as BlobPart])
    expect(await openWorkbook(lying, { limits, yieldIfDue })).toEqual({ ok: false, why: 'broken' })
    // Counted in steps, not in time: 1 MB of pieces at the most.
    expect(yields).toBeLessThan(200)
  })

  it('is refused where it stays below the limit, and inflates as no sheet does', async () => {
    const small = packBlanks(2 ** 27)
    expect(await openBytes(small)).toEqual({ ok: false, why: 'too-large' })
  })
})
