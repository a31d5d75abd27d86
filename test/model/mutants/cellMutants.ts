import { byDamage, byReport, byTest, type Mutant } from './mutant'

const NUMBERS = 'src/xlsx/cells/numberText.ts'

/** Rows that stand together, and cells that are not what they seem. */
export const cellMutants: readonly Mutant[] = [
  {
    name: 'a line without an ID is nobody’s',
    file: 'src/domain/check/checkLineRows.ts',
    find: 'if (followed) {',
    replace: 'if (followed && position < 0) {',
    caughtBy: byDamage('an ID merged over its lines'),
  },
  {
    name: 'rows inside a cell are its text',
    file: 'src/csv/rows/tableRows.ts',
    find: 'if (swallowed === undefined) packer.add(row, cells, false)',
    replace: 'if (swallowed === undefined || row > 0) packer.add(row, cells, false)',
    caughtBy: byReport('T48'),
  },
  {
    name: 'a row without its blank cells at the end is damaged',
    file: 'src/domain/sheet/rowShape.ts',
    find: 'return isDoubtfullyShort(sheet, row)',
    replace: 'return isDoubtfullyShort(sheet, row) || row.row > 0',
    caughtBy: byDamage('rows without their blank cells at the end'),
  },
  {
    name: 'a word for nothing is a SKU',
    file: 'src/domain/ids/readSkuId.ts',
    find: "if (sku === '' || isZero(sku) || (isFiller(sku) && !isDamaged(sku)))",
    replace: "if (sku === '' || isZero(sku) || (isFiller(sku) && sku === ''))",
    caughtBy: byDamage('a filler for a SKU'),
  },
  {
    name: 'an escaped carriage return is part of an ID',
    file: 'src/domain/ids/cleanText.ts',
    find: "return cleaned.includes('_x') || cleaned.includes('_X') ? trimEscapes(cleaned) : cleaned",
    replace: "return cleaned === '_x' ? trimEscapes(cleaned) : cleaned",
    caughtBy: byTest(
      'test/csv/corpus.test.ts',
      'the sheets in damaged-ids › escaped-blanks.csv comes to what is expected of it',
    ),
  },
  {
    name: 'a number that is seen with an E is its digits',
    file: NUMBERS,
    find: 'if (look) return { text: digits, inIds: () => look }',
    replace: 'void look',
    caughtBy: byDamage('a scientific cell'),
  },
  {
    name: 'decimals that a format hides are part of an ID',
    file: NUMBERS,
    find: 'return { text, inIds: () => writeDecimal(text, exact, section) }',
    replace: 'return { text }',
    caughtBy: byDamage('decimals that a format hides'),
  },
  {
    name: 'a zero that nobody sees is an ID',
    file: NUMBERS,
    find: 'if (value === 0 && section.zeros === 0) return { text: section.shown }',
    replace: '',
    caughtBy: byTest('test/reading/shownNumbers.test.ts', 'a zero that is not seen › by #,###'),
  },
  {
    name: 'what lies under a merged cell is seen',
    file: 'src/csv/rows/findUnseen.ts',
    find: 'if (!isBlank(text) && text !== seen) covered.set(',
    replace: 'if (!isBlank(text) && text !== seen && row.row < 0) covered.set(',
    caughtBy: byDamage('a value under a merged cell'),
  },
  {
    name: 'results that are out of date count',
    file: 'src/xlsx/cells/cellText.ts',
    find: 'if (!isUnknown && !context.isStale)',
    replace: 'if (!isUnknown)',
    caughtBy: byTest(
      'test/reading/workbookResults.test.ts',
      'a formula › is no SKU and no quantity where it is out of date',
    ),
  },
  {
    name: 'a hidden row is one like all others',
    file: 'src/csv/readWorksheet.ts',
    find: 'if (isHidden) collector.noteHidden(row)',
    replace: 'void isHidden',
    caughtBy: byDamage('a hidden row'),
  },
  {
    name: 'a count amid the rows is an ID',
    file: 'src/domain/stray/strayFinder.ts',
    find: "if (isTotal && isSent) found.set(position, words ?? 'total')",
    replace: 'void words',
    caughtBy: byTest(
      'test/csv/countsWithin.test.ts',
      'counts in the midst of a list, as a spreadsheet writes them below each group › without words',
    ),
  },
  {
    name: 'a price of a thousand is a packed row',
    file: 'src/csv/rows/packedCells.ts',
    find: 'return read.ok && read.id.length >= LEAST_ID',
    replace: 'return read.ok',
    caughtBy: byTest('test/csv/packedBelow.test.ts', 'a price of a thousand is no packed row'),
  },
  {
    name: 'an EAN is a quantity',
    file: 'src/domain/row/checkRow.ts',
    find: "const wrong = quantity.ok ? quantity.quantity > MOST_PIECES && 'INVALID_QUANTITY' : quantity.code",
    replace: 'const wrong = quantity.ok ? undefined : quantity.code',
    caughtBy: byTest(
      'test/csv/wordsOfCells.test.ts',
      'a number too large for a quantity › a sub-order is skipped for 8901234567890',
    ),
  },
]
