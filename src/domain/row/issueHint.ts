import { readMark } from '../ids/cellMarks'
import { cleanText, isBlank, isExcelError, undressText } from '../ids/cleanText'
import { namesSubOrderId, readOwnMeaning, signHeading } from '../sheet/columnNames'
import { isFiller, isRule, isZero } from '../ids/filler'
import { isWrittenDate } from '../ids/readSkuId'
import { splitIds } from '../ids/splitIds'
import type { Sheet } from '../sheet/sheet'
import { readQuantity } from '../ids/quantity'
import { isTotalText } from '../ids/totalText'
import type { SheetRow } from '../sheet/sheetRow'
import type { Issue, IssueHint } from '../sheet/issue'

const marks: Readonly<Record<NonNullable<ReturnType<typeof readMark>>, IssueHint>> = {
  'not worked out': 'not-computed',
  'an error': 'excel-error',
  'a decimal number': 'decimals',
  'a total': 'total',
  'cannot be read': 'broken-cell',
  'under a merged cell': 'covered',
  'unlike-shown': 'unlike-shown',
}

// `1,253,231,242`, in India `1,25,32,31,242`; also with blanks or apostrophes.
const grouped = /^\d{1,3}([,'\u2019 \u00a0\u2009\u202f])(?:\d{2,3}\1)*\d{3}$/

/** The hint about a cell in any column that counts: the mark of the workbook's reader, an error, a date, a filler. */
function findCellHint(text: string): IssueHint | undefined {
  const mark = readMark(text)
  if (mark) return marks[mark]
  if (isExcelError(text)) return 'excel-error'
  if (isWrittenDate(text)) return 'date'
  // `###` comes from a column that was too narrow for its numbers, and stands for no blank.
  return isFiller(text) && !/^#+$/.test(text) ? 'filler' : undefined
}

/** The hint about a word in the place of an ID, by any rule: a total, or the header repeated. */
export function findWord(
  text: string,
  column: string,
  { columnNames: names = {}, idRule }: Pick<Sheet, 'idRule' | 'columnNames'> = {},
): 'total' | 'repeated-header' | undefined {
  if (isTotalText(text, idRule)) return 'total'
  const header = signHeading(text)
  if (header === '') return undefined
  const isHeader = header === signHeading(column)
  const isOwn = readOwnMeaning(header, names) === 'subOrderId'
  return isHeader || isOwn || namesSubOrderId(header) ? 'repeated-header' : undefined
}

/** The hint about a row with few cells that is no row of the list: `(3 rows)`, `----+----`. */
function findRemark({ cells }: SheetRow, { idRule }: Pick<Sheet, 'idRule'>): IssueHint | undefined {
  if (isRule(cells)) return 'rule'
  return cells.every((cell) => isBlank(cell) || isTotalText(cell, idRule)) ? 'total' : undefined
}

/** Says what a refused cell looks like, so that the screen can offer the right way out. The refusal stays the same. */
export function findHint(
  { code, value, column = '' }: Issue,
  row: SheetRow,
  own: Pick<Sheet, 'idRule' | 'columnNames'>,
): IssueHint | undefined {
  const text = cleanText(value)
  if (code === 'BAD_QUOTES') return /[\r\n]/.test(value) ? 'swallowed-rows' : undefined
  if (code === 'INVALID_QUANTITY') return readQuantity(text).ok ? 'too-many' : findCellHint(text)
  if (code === 'TOO_FEW_COLUMNS') return findRemark(row, own)
  if (code !== 'INVALID_ID' && code !== 'MISSING_ID' && code !== 'MISSING_SKU') return undefined
  if (isZero(undressText(text))) return 'filler'
  if (code === 'MISSING_SKU') return findCellHint(text)
  if (isRule(row.cells)) return 'rule'
  if (code === 'MISSING_ID')
    return row.cells.some((cell) => isTotalText(cell, own.idRule)) ? 'total' : undefined
  const word = findWord(text, column, own)
  if (word === 'total') return word
  const found = findCellHint(text) ?? word
  if (found) return found
  if (grouped.test(text)) return 'separators'
  return splitIds(value, own.idRule).length > 1 ? 'several-ids' : undefined
}
