import { readSheet } from '../../src/csv/readSheet'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import { validateRows } from '../../src/domain/check/validateRows'
import { openWorkbook } from '../../src/xlsx/readWorkbook'
import type { Expected, Refused, Sent, SheetCase } from './sheetCase'
import type { CheckedSheet } from '../../src/domain/sheet/checkedSheet'

/** The settings for reading the case's file. */
export type CaseSettings = Pick<SheetCase, 'tab' | 'isPasted' | 'maxRows' | 'worksheet'>

export function describeChecked({ sheet, requests, issues, notes, cautions }: CheckedSheet): Expected {
  const sent = [...requests].flatMap((request): Sent[] =>
    request.kind === 'whole'
      ? [[request.row, request.subOrderId]]
      : request.lineItems.map(({ row, skuId, quantity }): Sent => [row, request.subOrderId, skuId, quantity]),
  )
  return {
    header: sheet.header,
    sent: sent.toSorted(([one], [other]) => one - other),
    issues: issues.map(({ row, code, hint }): Refused => (hint ? [row, code, hint] : [row, code])),
    notes: notes.map(({ code, count }) => [code, count] as const),
    ...(cautions.length > 0 && {
      cautions: cautions.map(({ code, positions }) => [code, positions.length] as const),
    }),
  }
}

/** Reads and checks bytes as the screen does, and tells the outcome in the words of the corpus. */
export async function readCase(
  bytes: Uint8Array,
  { tab, isPasted, maxRows = 100_000, worksheet }: CaseSettings,
): Promise<Expected> {
  const read = await readSheet(new File([bytes as BlobPart], 'orders.csv'), {
    kind: tab,
    maxRows,
    maxBytes: 10_000_000,
    yieldIfDue: neverYield,
    openWorkbook,
    ...(isPasted && { isPasted }),
    ...(worksheet && { choice: { worksheet } }),
  })
  if (read.ok) return describeChecked(await validateRows(read.sheet, neverYield))
  if (!read.problem) return { question: read.question }
  const { fileName: _, ...problem } = read.problem
  if (!read.question) return { problem }
  if (read.question.type === 'whole')
    return { problem, question: { type: 'whole', doubt: read.question.doubt } }
  const { type, headerRow, looksHeaderless } = read.question
  return { problem, question: { type, headerRow, looksHeaderless } }
}
