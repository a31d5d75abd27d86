import type { YieldIfDue } from '../time/yieldIfDue'
import { checkLines } from './checkLines'
import { checkWholes } from './checkWholes'
import { findCautions } from '../cautions/findCautions'
import { createHiddenTaker } from '../cautions/hiddenTaker'
import { leaveOut } from '../cautions/leaveOut'
import { createNoteTaker, type NoteTaker } from '../row/noteTaker'
import type { Sheet } from '../sheet/sheet'
import { takeStepsInSlices } from '../time/steps'
import { takeOutStray } from '../stray/takeOutStray'
import { createRowSurvey } from '../cautions/textSurvey'
import type { CheckedSheet } from '../sheet/checkedSheet'

/**
 * Gives every row of a sheet either one issue or a place in one request. A request is one row of whole sub-orders, or
 * all line items of a sub-order; requests stand in the order in which their sub-orders first stand in the file.
 */
export async function validateRows(sheet: Sheet, yieldIfDue: YieldIfDue): Promise<CheckedSheet> {
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
  const checked = await check(sheet, { notes, hidden }, yieldIfDue)
  const surveyed = survey.finish()
  const verdicts = await takeStepsInSlices(takeOutStray(sheet, checked, surveyed.ids), yieldIfDue)
  const found = findCautions(sheet, verdicts, hidden.finish(), surveyed)
  const { cautions, left } = await takeStepsInSlices(found, yieldIfDue)
  const sent = await takeStepsInSlices(leaveOut(sheet, verdicts, left), yieldIfDue)
  return { sheet, ...sent, notes: notes.finish(), cautions }
}
