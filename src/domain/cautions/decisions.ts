import type { CautionCode, CautionDecision, DecidedRows, RowPrints } from '../sheet/caution'
import { lowerBound } from '../lists/lowerBound'

/** The first place whose number is not below `least`; the length where all are below. @param numbers ascending */
export function findFirst(numbers: Uint32Array, least: number): number {
  return lowerBound(numbers.length, (place) => (numbers[place] ?? 0) < least)
}

function holdsPrint({ rows, prints }: RowPrints, row: number, print: number): boolean {
  for (let place = findFirst(rows, row); rows[place] === row; place += 1) {
    if (prints[place] === print) return true
  }
  return false
}

/** Undefined where the user has not decided about the row with this text. */
export type ReadDecision = (code: CautionCode, row: number, print: number) => CautionDecision | undefined

/** Finds the decision about a row. A decision holds for the row's text alone, and not for another text in its place. */
export function createDecisionReader(decisions: readonly DecidedRows[] = []): ReadDecision {
  return (code, row, print) =>
    decisions.find((decided) => decided.code === code && holdsPrint(decided, row, print))?.decision
}
