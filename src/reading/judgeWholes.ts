import { findRemembered } from '../csv/header/headerCandidates'
import { signHeader } from '../csv/header/signHeader'
import type { YieldIfDue } from '../domain/time/yieldIfDue'
import { findRepeatedLines } from '../domain/tables/findRepeatedLines'
import type { ReadRequest, ReadResult } from '../domain/sheet/sheetReading'
import type { SheetNote } from '../domain/sheet/sheetNote'
import type { CheckedSheet } from '../domain/sheet/checkedSheet'

type Judged =
  | { readonly type: 'checked'; readonly checked: CheckedSheet }
  | Extract<ReadResult, { type: 'refused' }>

/**
 * Refuses whole sub-orders where the rows of one differ as line items do: sent, all of each would be cancelled. A
 * person can say that this is meant, and may have said so of a file like it.
 */
export async function judgeWholes(
  checked: CheckedSheet,
  request: ReadRequest,
  yieldIfDue: YieldIfDue,
): Promise<Judged> {
  const { sheet, notes } = checked
  if (sheet.kind !== 'sub-orders' || request.choice?.isWhole) return { type: 'checked', checked }
  const lines = await findRepeatedLines(checked, yieldIfDue)
  if (!lines) return { type: 'checked', checked }
  const signature = signHeader(sheet.header)
  // Files without a header are alike in nothing but their width: no answer holds for another one.
  const isHeaderless = notes.some(({ code }) => code === 'NO_HEADER')
  if (!isHeaderless && findRemembered(request, () => signature)?.answers?.includes('line-rows')) {
    const note: SheetNote = { code: 'REMEMBERED_WHOLE', count: 1, rows: [lines.row] }
    const isNoted = notes.some(({ code }) => code === 'REMEMBERED_WHOLE')
    return { type: 'checked', checked: isNoted ? checked : { ...checked, notes: [...notes, note] } }
  }
  const { row, otherRow, column, id } = lines
  const problem = {
    code: 'WRONG_SHEET',
    belongsTo: 'line-items',
    fileName: sheet.fileName,
    row,
    otherRow,
    columns: [column],
    found: id,
  } as const
  const question = { type: 'whole', doubt: 'line-rows', signature } as const
  return {
    type: 'refused',
    problem,
    question: isHeaderless ? question : { ...question, columns: sheet.columns },
  }
}
