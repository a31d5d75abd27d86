import { describe, expect, it } from '@jest/globals'
import * as fc from 'fast-check'
import { writeCsv } from '../../src/csv/report/writeCsv'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { loadAs } from './sheets'
import { draws } from '../support/draws'

const comma = { delimiter: ',', yieldIfDue: neverYield }

/** The text of the bytes, with the byte order mark. */
async function writeText(records: readonly (readonly string[])[], delimiter = ','): Promise<string> {
  const bytes = await (await writeCsv(records, { delimiter, yieldIfDue: neverYield })).arrayBuffer()
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

describe('a file we write', () => {
  it('is UTF-8 with a byte order mark and CRLF, and says that it is CSV', async () => {
    const blob = await writeCsv(
      [
        ['Größe', 'b'],
        ['1', ''],
      ],
      comma,
    )
    expect(blob.type).toBe('text/csv;charset=utf-8')
    expect(
      await writeText([
        ['Größe', 'b'],
        ['1', ''],
      ]),
    ).toBe('\ufeffGröße,b\r\n1,\r\n')
  })

  it('quotes what any delimiter, quote or line end needs, whatever its own delimiter', async () => {
    const cells = ['a,b', 'a;b', 'a\tb', 'a|b', 'a"b', 'a\rb', 'a\nb', 'a b']
    expect(await writeText([cells], ';')).toBe('\ufeff"a,b";"a;b";"a\tb";"a|b";"a""b";"a\rb";"a\nb";a b\r\n')
  })

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\tx',
    '\rx',
    '\nx',
    '  =1',
    '\u00a0@x',
    '\u200b=1',
    '\ufeff+1',
    '\uff1d1',
    '\uff0b1',
    '\uff0d1',
    '\uff20x',
    "'=1",
    "''-1",
    "' =1",
  ])('puts one apostrophe before %j', async (cell) => {
    const text = await writeText([[cell]])
    expect(text.replaceAll('"', '')).toBe(`\ufeff'${cell}\r\n`)
  })

  it.each(['', '1', "'1", "'", 'a=b', '00123', '1-2', "'text", ' x'])('leaves %j as it is', async (cell) => {
    expect(await writeText([[cell]])).toBe(`\ufeff${cell}\r\n`)
  })

  it('guards its header as well', async () => {
    expect(await writeText([['=cmd', 'ID']])).toBe("\ufeff'=cmd,ID\r\n")
  })

  it('is built of small parts between yields', async () => {
    let yields = 0
    const yieldIfDue = () => Promise.resolve().then(() => void (yields += 1))
    const record = ['x'.repeat(1022)]
    const blob = await writeCsv(
      Array.from({ length: 200 }, () => record),
      { delimiter: ',', yieldIfDue },
    )
    expect([blob.size, yields]).toEqual([3 + 200 * 1024, 3])
  })
})

const nasty = fc.string({
  unit: fc.constantFrom(...'"\'=+-@,;|\t\r\n \u00a0\u200b\ufeff\uff1d\uff20aé1😀0E.'),
  maxLength: 12,
})
const text = fc.oneof(nasty, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme-ascii' }))
const delimiters = fc.constantFrom(',', ';', '\t', '|')

/** Tables of any width whose first column makes each record a row. */
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
  )
  .map((rows) => rows.map((cells, index) => [String(index), ...cells]))

describe('whatever is in a table', () => {
  it('writing and reading gives the same cells, with any delimiter', async () => {
    await fc.assert(
      fc.asyncProperty(table, delimiters, async (rows, delimiter) => {
        const header = ['Sub Order ID', ...(rows[0] ?? []).slice(1).map((_, index) => `Column ${index}`)]
        const blob = await writeCsv([header, ...rows], { delimiter, yieldIfDue: neverYield })
        const sheet = await loadAs('sub-orders', blob)
        expect([sheet.header, sheet.rows.map(({ cells }) => cells)]).toEqual([header, rows])
      }),
      { numRuns: draws(100, 500) },
    )
  })

  it('a header of any text comes back, and is never run', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1 }), delimiters, async (own, delimiter) => {
        const header = ['Sub Order ID', ...own.map((name) => `${name}.`)]
        const row = header.map(() => '1')
        const sheet = await loadAs(
          'sub-orders',
          await writeCsv([header, row], { delimiter, yieldIfDue: neverYield }),
        )
        expect(sheet.header).toEqual(header)
      }),
    )
  })

  it('another program may have written it, with any delimiter and line end, quoting only what it must', async () => {
    const newlines = fc.constantFrom('\r\n', '\n', '\r')
    await fc.assert(
      fc.asyncProperty(table, delimiters, newlines, async (rows, delimiter, newline) => {
        const plain = rows.map((cells) => cells.map((cell) => cell.replaceAll("'", '')))
        const header = ['Sub Order ID', ...(rows[0] ?? []).slice(1).map((_, index) => `Column ${index}`)]
        const quote = (cell: string) =>
          /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
        const written = [header, ...plain].map((cells) => cells.map(quote).join(delimiter)).join(newline)
        const sheet = await loadAs('sub-orders', written)
        expect(sheet.rows.map(({ cells }) => cells)).toEqual(plain)
      }),
      { numRuns: draws(100, 500) },
    )
  })
})
