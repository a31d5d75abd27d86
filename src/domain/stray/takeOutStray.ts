import { findCountsBelow } from './countBelow'
import { findLabelsBelow } from './labelsBelow'
import { findLabelLines } from './labelLines'
import { leaveOut } from '../cautions/leaveOut'
import type { Sheet } from '../sheet/sheet'
import type { Steps } from '../time/steps'
import { blameRepeated, findStrayRows } from './strayRows'
import type { StrayRows } from './strayFinder'
import type { TextSurvey } from '../cautions/textSurvey'
import type { Verdicts } from '../sheet/verdicts'

/**
 * Takes out rows whose ID is none: counts and sums of the list, wherever they stand, and labels with their values below
 * it.
 */
export function* takeOutStray(
  sheet: Sheet,
  verdicts: Verdicts,
  { areEquallyLong }: TextSurvey,
): Steps<Verdicts> {
  let rest = yield* take(sheet, verdicts, yield* findStrayRows(sheet, verdicts, areEquallyLong))
  const findLabels = sheet.kind === 'line-items' ? findLabelLines : findLabelsBelow
  rest = yield* take(sheet, rest, findLabels(sheet, rest.requests, rest.requestOfRow))
  return yield* take(sheet, rest, findCountsBelow(sheet, rest.requests, rest.requestOfRow))
}

function* take(sheet: Sheet, verdicts: Verdicts, stray: StrayRows): Steps<Verdicts> {
  if (stray.size === 0) return verdicts
  const positions = [...stray.keys()].toSorted((one, next) => one - next)
  const causes = positions.map((position) => ({ hint: stray.get(position) ?? ('total' as const) }))
  const issues = blameRepeated(sheet, verdicts.issues, stray)
  return yield* leaveOut(sheet, { ...verdicts, issues }, { positions, causes })
}
