import type { Caution, CautionCode, CautionDecision, DecidedRows, RowPrints } from '../sheet/caution'
import type { Sheet } from '../sheet/sheet'
import type { CheckedSheet } from '../sheet/checkedSheet'

/** A person's decision about all odd rows of one kind. */
export interface Decision {
  readonly type: 'decide'
  readonly code: CautionCode
  readonly decision: CautionDecision
  /** The cautions as the screen showed them. */
  readonly cautions: readonly Caution[]
}

/** Joins the rows of several lists, in row order. */
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

/** The cautions without a decision, if there are any: the answer is to the open question. Otherwise all of them. */
function pickAsked(cautions: readonly Caution[]): readonly Caution[] {
  const asked = cautions.filter(({ decision }) => decision === undefined)
  return asked.length > 0 ? asked : cautions
}

/**
 * The sheet with a decision about its odd rows. The new sheet has to be checked again. If the user edits a row later,
 * the screen asks about it again.
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

/** The decisions of a checked sheet, in the form that a sheet carries into its next check. */
export function readDecisions({ cautions }: Pick<CheckedSheet, 'cautions'>): readonly DecidedRows[] {
  return cautions.flatMap(({ code, decision, rows, prints }) =>
    decision ? [{ code, decision, rows, prints }] : [],
  )
}
