import type { IssueHint, SheetKind } from '../../src/domain/sheet'
import { readReported } from '../corpus/reportedCase'

/** The hint of each row that is not sent, in their order. */
export async function readHints(
  tab: SheetKind,
  content: string,
): Promise<readonly (IssueHint | undefined)[]> {
  const read = await readReported(new TextEncoder().encode(content), { file: 'orders.csv', tab })
  return read.type === 'checked' ? read.checked.issues.map(({ hint }) => hint) : []
}
