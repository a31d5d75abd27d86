import type { SheetKind } from '../domain/sheet/columnMeaning'
import type { IssueKind } from './groupIssues'
import type { Messages } from './messages'

/** The label of the button that removes all rows with issues of a kind. */
export function nameRemoval(kind: IssueKind, n: number, { edit: { removeAll } }: Messages): string {
  return removeAll[kind in removeAll ? (kind as keyof typeof removeAll) : 'others']({ n })
}

/** Says what the removal of these rows means for their sub-orders. */
export function describeRemoval(kind: IssueKind, sheet: SheetKind, { edit }: Messages): string {
  const effects = edit.removeAllText
  if (kind === 'DUPLICATE_ID') return effects.duplicates
  if (sheet === 'sub-orders') return effects.rows
  return kind === 'DUPLICATE_LINE' ? effects.repeatedLines : effects.lines
}
