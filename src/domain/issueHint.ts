import { cleanText, isExcelError } from './cleanText'
import { isFiller } from './filler'
import { splitIds } from './identifiers'
import type { Issue, IssueHint, SheetRow } from './sheet'
import { isTotalText } from './totalText'

/** Characters; no header that means something to us is so long. */
const LONGEST_HEADER = 255

// In any of its forms: joined files need not have the same header.
const idHeader = /^(?:increff|system)?suborderid$/

const joinWords = (text: string): string =>
  cleanText(text)
    .replace(/[\s_-]/g, '')
    .toLowerCase()

/** Says what a refused cell looks like; the way out differs, the refusal does not. */
export function findHint({ code, value, column = '' }: Issue, row: SheetRow): IssueHint | undefined {
  const text = cleanText(value)
  if (code === 'BAD_QUOTES') return /[\r\n]/.test(value) ? 'swallowed-rows' : undefined
  if (code === 'INVALID_QUANTITY') return findWordHint(text)
  if (code === 'MISSING_SKU') return findWordHint(text)
  if (code !== 'INVALID_ID' && code !== 'MISSING_ID') return undefined
  if (code === 'MISSING_ID') return row.cells.some(isTotalText) ? 'total' : undefined
  if (isTotalText(text)) return 'total'
  const word = findWordHint(text)
  if (word) return word
  // The header is the same for each row: a long one would be gone over again with each.
  const header = text.length <= LONGEST_HEADER ? joinWords(text) : ''
  const isHeader = header !== '' && column.length <= LONGEST_HEADER && header === joinWords(column)
  if (isHeader || idHeader.test(header)) return 'repeated-header'
  return splitIds(value).length > 1 ? 'several-ids' : undefined
}

function findWordHint(text: string): IssueHint | undefined {
  if (isExcelError(text)) return 'excel-error'
  // A column that was too narrow when it was copied: no one meant a blank.
  return isFiller(text) && !/^#+$/.test(text) ? 'filler' : undefined
}
