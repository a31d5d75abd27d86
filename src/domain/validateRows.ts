import type { Breathe } from './breathe'
import { checkLines } from './checkLines'
import { checkWholes } from './checkWholes'
import { createNoteTaker } from './noteTaker'
import type { CheckedSheet, Sheet } from './sheet'

/** What checking a sheet fills in; each row ends as one issue or in one request. */
export type Verdicts = Pick<CheckedSheet, 'issues' | 'requests' | 'requestOfRow'>

/**
 * Gives every row of a sheet either one issue or a place in one request: one call a row for whole sub-orders, one a
 * sub-order for line items, in the order in which the sub-orders first stand in the file.
 */
export async function validateRows(sheet: Sheet, breathe: Breathe): Promise<CheckedSheet> {
  const notes = createNoteTaker(sheet)
  const check = sheet.kind === 'sub-orders' ? checkWholes : checkLines
  const verdicts = await check(sheet, notes, breathe)
  return { sheet, ...verdicts, notes: notes.finish() }
}
