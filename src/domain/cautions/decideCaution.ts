import type { Caution, CautionCode, CautionDecision, DecidedRows, RowPrints } from '../sheet/caution'
import type { Sheet } from '../sheet/sheet'
import type { CheckedSheet } from '../sheet/checkedSheet'

/** What a person decides about the rows of one kind. */
export interface Decision {
  readonly type: 'decide'
  readonly code: CautionCode
  readonly decision: CautionDecision
  /** As they were shown. */
  readonly cautions: readonly Caution[]
}

/** Rows of several lists as one, in row order. */
function joinPrints(lists: readonly RowPrints[]): RowPrints {
  const [only] = lists
  if (only && lists.length === 1) return { rows: only.rows, prints: only.prints }
  const entries = lists.flatMap(({ rows, prints }) =>
    Array.from(rows, (row, place) => [row, prints[place] ?? 0] as const),
  )
  entries.sort(([one], [other]) => one - other)
  return {
    rows: Uint32Array.from(entries, ([row]) => row),
    prints: Float64Array.from(entries, ([, print]) => print),
  }
}

/** Of those nobody has decided about, where there are such: an answer is to what is asked. */
function pickAsked(cautions: readonly Caution[]): readonly Caution[] {
  const asked = cautions.filter(({ decision }) => decision === undefined)
  return asked.length > 0 ? asked : cautions
}

/**
 * The sheet with a decision about its odd rows, as they stand. It has to be checked anew. A row that is edited afterwards is asked
 * about again.
 */
export function decideCaution(sheet: Sheet, { code, decision, cautions }: Decision): Sheet {
  const ofKind = cautions.filter((caution) => caution.code === code)
  const asked = new Set(pickAsked(ofKind))
  const decide = (wanted: CautionDecision): readonly DecidedRows[] => {
    const rows = ofKind.filter((caution) => (asked.has(caution) ? decision : caution.decision) === wanted)
    return rows.length > 0 ? [{ code, decision: wanted, ...joinPrints(rows) }] : []
  }
  const others = (sheet.decisions ?? []).filter((decided) => decided.code !== code)
  return { ...sheet, decisions: [...others, ...decide('send'), ...decide('leave-out')] }
}

/** What was decided about the rows of a checked sheet, for a sheet that has to be checked with it. */
export function readDecisions({ cautions }: Pick<CheckedSheet, 'cautions'>): readonly DecidedRows[] {
  return cautions.flatMap(({ code, decision, rows, prints }) =>
    decision ? [{ code, decision, rows, prints }] : [],
  )
}
