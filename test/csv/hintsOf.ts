import { readReported } from '../corpus/reportedCase'
import type { IssueHint } from '../../src/domain/sheet/issue'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

/** The hint of each row that is not sent, in their order. */
export async function readHints(
  tab: SheetKind,
  content: string,
): Promise<readonly (IssueHint | undefined)[]> {
  const read = await readReported(new TextEncoder().encode(content), { file: 'orders.csv', tab })
  return read.type === 'checked' ? read.checked.issues.map(({ hint }) => hint) : []
}
