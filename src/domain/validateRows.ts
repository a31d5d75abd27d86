import type { Breathe } from './breathe'
import { checkLines } from './checkLines'
import { checkWholes } from './checkWholes'
import { findCautions } from './findCautions'
import { createHiddenTaker } from './hiddenTaker'
import { leaveOut } from './leaveOut'
import { createNoteTaker, type NoteTaker } from './noteTaker'
import type { Sheet } from './sheet'
import { takeStepsInSlices } from './steps'
import { takeOutStray } from './takeOutStray'
import { createRowSurvey } from './textSurvey'
import type { CheckedSheet } from './checkedSheet'

/**
 * Gives every row of a sheet either one issue or a place in one request: one call a row for whole sub-orders, one a
 * sub-order for line items, in the order in which the sub-orders first stand in the file.
 */
export async function validateRows(sheet: Sheet, breathe: Breathe): Promise<CheckedSheet> {
  const taker = createNoteTaker(sheet)
  const survey = createRowSurvey()
  const notes: NoteTaker = {
    ...taker,
    look: (row, sound) => {
      taker.look(row, sound)
      survey.look(sound)
    },
  }
  const hidden = createHiddenTaker(sheet)
  const check = sheet.kind === 'sub-orders' ? checkWholes : checkLines
  const checked = await check(sheet, { notes, hidden }, breathe)
  const surveyed = survey.finish()
  const verdicts = await takeStepsInSlices(takeOutStray(sheet, checked, surveyed.ids), breathe)
  const found = findCautions(sheet, verdicts, hidden.finish(), surveyed)
  const { cautions, left } = await takeStepsInSlices(found, breathe)
  const sent = await takeStepsInSlices(leaveOut(sheet, verdicts, left), breathe)
  return { sheet, ...sent, notes: notes.finish(), cautions }
}
