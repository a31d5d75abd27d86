import { describe, expect, it } from '@jest/globals'
import { readMeaning } from '../../../src/csv/cells/readMeaning'
import { guardCell, unguardCell } from '../../../src/csv/cells/formulaGuard'
import { createNewlineNormalizer } from '../../../src/csv/bytes/normalizeNewlines'
import { isMarkup } from '../../../src/csv/bytes/isMarkup'
import { sniffDialect } from '../../../src/csv/rows/sniffDialect'
import { blameCell } from '../../../src/domain/row/blameCell'
import { readMark } from '../../../src/domain/ids/cellMarks'
import {
  cleanText,
  hasStrangeMarks,
  isBlank,
  isExcelError,
  showText,
} from '../../../src/domain/ids/cleanText'
import { findCutNumber } from '../../../src/domain/sheet/cutNumber'
import { isExample, readSubOrderId } from '../../../src/domain/ids/identifiers'
import { looksRounded } from '../../../src/domain/ids/idText'
import { readSkuId } from '../../../src/domain/ids/readSkuId'
import { splitIds } from '../../../src/domain/ids/splitIds'
import { readQuantity } from '../../../src/domain/ids/quantity'
import type { Sheet } from '../../../src/domain/sheet/sheet'
import { readCellText } from '../../../src/xlsx/cells/cellText'
import { decodeEscapes } from '../../../src/xlsx/cells/sharedStrings'
import { generalFormat, readFormat } from '../../../src/xlsx/cells/numberFormat'
import { readRange } from '../../../src/xlsx/parts/reference'
import { isSubtotal, isSum } from '../../../src/xlsx/parts/totalRows'
import { writeNumber } from '../../../src/xlsx/cells/numberText'
import { findSlow } from '../measureGrowth'
import type { SheetRow } from '../../../src/domain/sheet/sheetRow'

/** Processor time, because the machine does other work too. */
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

/** Every function that runs over a cell, a header, a number format or the beginning of a file. */
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
