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
 * Refuses a sheet of sub-orders in which the rows of a sub-order differ like line items: a run would cancel whole
 * sub-orders. The user can answer that whole sub-orders are meant, or may have answered for a similar file.
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
  // Files without a header have nothing in common but their width: an answer holds for a single file.
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
