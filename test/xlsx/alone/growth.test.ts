import { expect, it } from '@jest/globals'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { neverYield } from '../../../src/domain/time/yieldIfDue'
import { readAndCheck } from '../../../src/reading/readAndCheck'
import { findSlow } from '../../csv/measureGrowth'
import { nameColumn, writeWorkbook, type WrittenCell, writeZip } from '../../support/workbook'

/** Processor time, because the machine does other work too. */
const PATIENCE_MS = 120_000

const PART = 'xl/worksheets/sheet1.xml'

/** The bytes as a text, so that the test measures nothing but the reading. */
const pack = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

function writeBook(rows: readonly (readonly WrittenCell[])[], edit = (xml: string) => xml): string {
  const parts = unzipSync(writeWorkbook({ sheets: [{ name: 'S', rows }], isStored: true }))
  const xml = strFromU8(parts[PART] ?? new Uint8Array())
  return pack(writeZip({ ...parts, [PART]: strToU8(edit(xml)) }, true))
}

async function read(packed: string): Promise<void> {
  const file = new File([Uint8Array.from(Buffer.from(packed, 'latin1'))], 'orders.xlsx')
  const request = { kind: 'sub-orders', maxRows: 1e6, maxBytes: 1e9 } as const
  await readAndCheck(file, request, neverYield, () => undefined)
}

const listOf = <Item>(length: number, create: (at: number) => Item) =>
  Array.from({ length: Math.floor(length) }, (_, at) => create(at))

const idRows = (rows: number): readonly (readonly WrittenCell[])[] => [
  ['Sub Order ID', 'City'],
  ...listOf(rows, (row) => [1_253_231_242 + row, 'Pune']),
]

const behindRows = (xml: string, more: string) => xml.replace('</sheetData>', `</sheetData>${more}`)

const merge = (ranges: readonly string[]) =>
  `<mergeCells count="${ranges.length}">${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`

const condition = (ref: string, formula: string) =>
  `<conditionalFormatting sqref="${ref}"><cfRule type="expression" dxfId="0" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`

const books: readonly (readonly [string, (length: number) => string])[] = [
  // At the longer of the two lengths these are 50,000.
  [
    'a merged cell for each two rows',
    (length) =>
      writeBook(idRows(length / 4), (xml) =>
        behindRows(xml, merge(listOf(length * 2.5, (at) => `B${2 * at + 2}:B${2 * at + 3}`))),
      ),
  ],
  [
    'merged cells that all lie on one another',
    (length) =>
      writeBook(idRows(length / 4), (xml) => behindRows(xml, merge(listOf(length, () => 'A2:A40001')))),
  ],
  [
    'a merged cell over all rows',
    (length) => writeBook(idRows(length), (xml) => behindRows(xml, merge([`A2:A${length + 1}`]))),
  ],
  [
    'a conditional format of many ranges',
    (length) =>
      writeBook(idRows(length / 4), (xml) =>
        behindRows(xml, condition(listOf(length, (at) => `A${at + 2}`).join(' '), 'TRUE')),
      ),
  ],
  [
    'a conditional format for each row',
    (length) =>
      writeBook(idRows(length / 4), (xml) =>
        behindRows(xml, listOf(length / 4, (at) => condition(`A${at + 2}`, `A${at + 2}&gt;1`)).join('')),
      ),
  ],
  [
    'conditional formats that all lie on one another',
    (length) =>
      writeBook(idRows(length / 4), (xml) =>
        behindRows(xml, listOf(length / 4, () => condition('A2:A40001', 'TRUE')).join('')),
      ),
  ],
  [
    'a number format with an E in each of many styles',
    (length) =>
      writeBook([
        ['Sub Order ID'],
        ...listOf(length / 8, (at) => [
          { value: 1_253_231_242, format: `${'0'.repeat(at % 90)}.00E+00 "${at}"` },
        ]),
      ]),
  ],
  [
    'a long number format in each cell',
    (length) =>
      writeBook([
        ['Sub Order ID'],
        ...listOf(length / 4, () => [{ value: 7, format: `${'[>1]0E+0;'.repeat(25)}0` }]),
      ]),
  ],
  [
    'a row element for each cell',
    (length) =>
      writeBook([['Sub Order ID']], (xml) => {
        const cells = listOf(
          Math.min(length, 40_000) / 4,
          (at) => `<row r="2"><c r="${nameColumn(at)}2"><v>7</v></c></row>`,
        )
        return xml.replace('</sheetData>', `${cells.join('')}</sheetData>`)
      }),
  ],
  [
    'row elements of one number without cells',
    (length) =>
      writeBook([['Sub Order ID'], [7]], (xml) =>
        xml.replace('</sheetData>', `${'<row r="3"/>'.repeat(length)}</sheetData>`),
      ),
  ],
  [
    'months in all cells',
    (length) => writeBook([['Sub Order ID'], ...listOf(length / 2, (at) => [`${at}-Jan`])]),
  ],
  [
    'dates in all cells',
    (length) =>
      writeBook([['Sub Order ID'], ...listOf(length / 2, (at) => [{ value: 40_000 + at, format: 'd-mmm' }])]),
  ],
  [
    'formulas in all cells',
    (length) =>
      writeBook([
        ['Sub Order ID'],
        ...listOf(length / 4, (at) => [{ value: at, formula: `SUBTOTAL(9,A2:A${at})` }]),
      ]),
  ],
  [
    'hidden rows',
    (length) => writeBook(idRows(length / 2), (xml) => xml.replaceAll('<row ', '<row hidden="1" ')),
  ],
]

it.each(books)(
  'a workbook with %s is read in time that grows with it',
  async (name, write) => {
    expect(await findSlow(read, [[name, write]])).toEqual([])
  },
  PATIENCE_MS,
)
