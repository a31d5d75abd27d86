import { readReported } from '../corpus/reportedCase'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

type Settings = Omit<Parameters<typeof readReported>[1], 'file' | 'tab'>

/**
 * Tells the outcome of a file in a line: the IDs that are sent (with SKU and quantity), then the other rows by
 * code; or the code of the problem, with the question to the user.
 */
export async function tellOutcome(
  tab: SheetKind,
  content: string | Uint8Array,
  settings: Settings = {},
): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const read = await readReported(bytes, { file: 'orders.csv', tab, ...settings })
  if (read.type === 'refused') {
    const { question, problem } = read
    if (!question) return problem.code
    const asked =
      question.type === 'whole' ? question.doubt : `${question.doubt ?? 'columns'} in ${question.headerRow}`
    return `${problem.code}, asks ${asked}`
  }
  if (read.type !== 'checked') return read.type
  const sent = [...read.checked.requests].map((request) =>
    request.kind === 'whole'
      ? request.subOrderId
      : [request.subOrderId, ...request.lineItems.map(({ skuId, quantity }) => `${skuId}x${quantity}`)].join(
          '|',
        ),
  )
  const listed = read.checked.issues.map(({ row, code, otherRow }) =>
    otherRow === undefined ? `${row} ${code}` : `${row} ${code} of ${otherRow}`,
  )
  return [sent.join(' ') || 'nothing', ...listed].join('; ')
}
