import { cleanText, isExcelError } from './cleanText'
import { splitIds } from './identifiers'
import type { Issue, IssueHint, SheetRow } from './sheet'

const total = /^(?:grand\s+|sub[\s-]*)?totals?\s*:?\s*[\d.,]*$/i

// In any of its forms: joined files need not have the same header.
const idHeader = /^(?:increff|system)?suborderid$/

const joinWords = (text: string): string =>
  cleanText(text)
    .replace(/[\s_-]/g, '')
    .toLowerCase()

/** Says what a refused cell looks like; the way out differs, the refusal does not. */
export function findHint({ code, value, column = '' }: Issue, row: SheetRow): IssueHint | undefined {
  const text = cleanText(value)
  if (code === 'INVALID_QUANTITY') return isExcelError(text) ? 'excel-error' : undefined
  if (code !== 'INVALID_ID' && code !== 'MISSING_ID') return undefined
  if (text === '') return row.cells.some((cell) => total.test(cleanText(cell))) ? 'total' : undefined
  if (total.test(text)) return 'total'
  if (isExcelError(text)) return 'excel-error'
  const header = joinWords(text)
  if (header === joinWords(column) || idHeader.test(header)) return 'repeated-header'
  return splitIds(value).length > 1 ? 'several-ids' : undefined
}
