import { describe, expect, it } from '@jest/globals'
import { readMeaning } from '../../src/csv/columns'
import { guardCell, unguardCell } from '../../src/csv/formulaGuard'
import { createNewlineNormalizer } from '../../src/csv/normalizeNewlines'
import { isMarkup } from '../../src/csv/isMarkup'
import { sniffDialect } from '../../src/csv/sniffDialect'
import { blameCell } from '../../src/domain/checkRow'
import { readMark } from '../../src/domain/cellMarks'
import { cleanText, hasStrangeMarks, isBlank, isExcelError, showText } from '../../src/domain/cleanText'
import { findCutNumber } from '../../src/domain/cutNumber'
import { isExample, looksRounded, readSkuId, readSubOrderId, splitIds } from '../../src/domain/identifiers'
import { readQuantity } from '../../src/domain/quantity'
import type { Sheet } from '../../src/domain/sheet'
import { readCellText } from '../../src/xlsx/cellText'
import { decodeEscapes } from '../../src/xlsx/escapedText'
import { generalFormat, readFormat } from '../../src/xlsx/numberFormat'
import { readRange } from '../../src/xlsx/reference'
import { isSubtotal, isSum } from '../../src/xlsx/totalRows'
import { writeNumber } from '../../src/xlsx/numberText'
import { findSlow } from './measureGrowth'
import type { SheetRow } from '../../src/domain/sheetRow'

/** Of a machine that does other work as well: what is counted is the processor's time. */
const PATIENCE_MS = 60_000

const sheet: Omit<Sheet, 'rows'> = {
  kind: 'sub-orders',
  fileName: 'orders.csv',
  delimiter: ',',
  header: ['Sub Order ID', 'Note'],
  columns: { subOrderId: 0 },
}
const withRow = (row: SheetRow): Sheet => ({ ...sheet, rows: [row] })
const createRow = (...cells: string[]): SheetRow => ({ row: 2, cells })
const context = { strings: [], formats: [], isFrom1904: false, isStale: false, rules: [] }
const CELL = { style: '', isFormula: false, isTwofold: false, column: 0, row: 1 }

/** Everything that is run over one cell, header, number format or beginning of a file. */
const readers: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ['cleaning', (text) => [cleanText(text), isBlank(text), hasStrangeMarks(text), showText(text)]],
  ['a Sub Order ID', (text) => [readSubOrderId(text), isExample(text), looksRounded(text)]],
  ['a SKU ID', (text) => [readSkuId(text), isExcelError(text)]],
  ['a quantity', readQuantity],
  ['several IDs in a cell', splitIds],
  [
    'a number that is cut in two',
    (text) => findCutNumber(withRow(createRow('1', text)), createRow('1', text)),
  ],
  ['the hint for a bad ID', (text) => blameCell(withRow(createRow(text)), createRow(text), 'INVALID_ID', 0)],
  ['the hint for no ID', (text) => blameCell(withRow(createRow('')), createRow('', text), 'MISSING_ID', 0)],
  [
    'the hint for a bad quantity',
    (text) => blameCell(withRow(createRow(text)), createRow(text), 'INVALID_QUANTITY', 0),
  ],
  ['a header', readMeaning],
  ['guards', (text) => [guardCell(text, ','), unguardCell(`'${text}\u2060'`)]],
  ['the beginning of a file', (text) => [sniffDialect(text), isMarkup(text)]],
  ['line ends', (text) => createNewlineNormalizer(',')(text, true)],
  ['escapes of a workbook', decodeEscapes],
  ['a number of a workbook', (text) => writeNumber(text, generalFormat, false)],
  ['a format of a workbook', (text) => readFormat(164, text)],
  ['a formula of a workbook', (text) => [isSubtotal(`=${text}`), isSum(`SUM(${text}`)]],
  ['a range of a workbook', (text) => [readRange(text), readRange(`A1:${text}`)]],
  ['what a workbook was marked with', (text) => readMark(`${text})`)],
  [
    'a cell of a workbook',
    (text) =>
      ['d', 'b', 'e', 'str'].map((type) =>
        readCellText({ ...CELL, type, value: text }, context, false).inIds?.(),
      ),
  ],
]

describe.each(readers)('%s', (_, read) => {
  it(
    'takes time that grows with the length of the text, whatever it holds',
    async () => {
      expect(await findSlow(read)).toEqual([])
    },
    PATIENCE_MS,
  )
})
