import type { CautionCode, CautionDecision, DecidedRows, RowPrints } from '../sheet/caution'
import { lowerBound } from '../lists/lowerBound'

/** The first place whose number is not below one. */
export function findFirst(numbers: Uint32Array, least: number): number {
  return lowerBound(numbers.length, (place) => (numbers[place] ?? 0) < least)
}

function holdsPrint({ rows, prints }: RowPrints, row: number, print: number): boolean {
  for (let place = findFirst(rows, row); rows[place] === row; place += 1) {
    if (prints[place] === print) return true
  }
  return false
}

export type ReadDecision = (code: CautionCode, row: number, print: number) => CautionDecision | undefined

/** What a person has decided about a row as it stands: of another text in its place nothing is decided. */
export function createDecisionReader(decisions: readonly DecidedRows[] = []): ReadDecision {
  return (code, row, print) =>
    decisions.find((decided) => decided.code === code && holdsPrint(decided, row, print))?.decision
}
