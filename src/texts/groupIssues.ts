import type { IssueCode } from '../domain/ids/issueCode'
import type { Issue, IssueHint } from '../domain/sheet/issue'

/** Rows with an issue are grouped by the look of their cell if that is known, else by the code. */
export type IssueKind = IssueCode | IssueHint

export interface IssueGroups {
  /** The kinds that occur, in a fixed order: edits change the counts, not the places. */
  readonly counts: ReadonlyMap<IssueKind, number>
  /** Issues of all kinds, without rows that the user removed or left out. */
  readonly total: number
  readonly removed: number
}

const ORDER: readonly IssueKind[] = [
  'id-above',
  'MISSING_ID',
  'INVALID_ID',
  'several-ids',
  'excel-error',
  'not-computed',
  'date',
  'decimals',
  'unlike-shown',
  'broken-cell',
  'covered',
  'separators',
  'filler',
  'SCIENTIFIC_ID',
  'PRECISION_LOST',
  'DUPLICATE_ID',
  'repeated-header',
  'rule',
  'total',
  'label',
  'MISSING_SKU',
  'MISSING_QUANTITY',
  'INVALID_QUANTITY',
  'too-many',
  'DUPLICATE_LINE',
  'TOO_MANY_COLUMNS',
  'TOO_FEW_COLUMNS',
  'swallowed-rows',
  'BAD_QUOTES',
  'OTHER_TABLE',
  'TOO_MANY_LINES',
  'SUB_ORDER_HELD_BACK',
  'EXAMPLE_ROW',
]

/**
 * Issues that follow from other rows, or whose rows are never sent anyway: removing all of them at once would settle
 * nothing, or too much.
 */
const KEPT: ReadonlySet<IssueKind> = new Set(['TOO_MANY_LINES', 'SUB_ORDER_HELD_BACK', 'EXAMPLE_ROW'])

export const canRemoveAll = (kind: IssueKind): boolean => !KEPT.has(kind)

const readIssueKind = ({ code, hint }: Issue): IssueKind => hint ?? code

const grouped = new WeakMap<readonly Issue[], IssueGroups>()

/** Counts issues by kind, once for each list: 100,000 issues take some milliseconds. */
export function groupIssues(issues: readonly Issue[]): IssueGroups {
  const known = grouped.get(issues)
  if (known) return known
  const groups = countKinds(issues)
  grouped.set(issues, groups)
  return groups
}

function countKinds(issues: readonly Issue[]): IssueGroups {
  const found = new Map<IssueKind, number>()
  for (const issue of issues) {
    const kind = readIssueKind(issue)
    found.set(kind, (found.get(kind) ?? 0) + 1)
  }
  const removed = found.get('DROPPED_ROW') ?? 0
  const counts = new Map<IssueKind, number>()
  for (const kind of ORDER) {
    const count = found.get(kind)
    if (count !== undefined) counts.set(kind, count)
  }
  const leftOut = found.get('LEFT_OUT') ?? 0
  return { counts, total: issues.length - removed - leftOut, removed }
}

/** Rows that the user has settled. */
const isSettled = (kind: IssueKind): boolean => kind === 'DROPPED_ROW' || kind === 'LEFT_OUT'

/** Places in the list of issues: of one kind, or of all that the user has not settled. */
export function pickIssues(issues: readonly Issue[], wanted: IssueKind | 'all'): Int32Array {
  const places = new Int32Array(issues.length)
  let count = 0
  for (const [place, issue] of issues.entries()) {
    const kind = readIssueKind(issue)
    if (wanted === 'all' ? isSettled(kind) : kind !== wanted) continue
    places[count] = place
    count += 1
  }
  return places.subarray(0, count)
}
