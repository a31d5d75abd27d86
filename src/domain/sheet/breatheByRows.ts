import type { Breathe } from '../time/breathe'
import type { SheetRow } from './sheetRow'

// A breath costs a look at the clock; a row costs about a microsecond.
const ROWS_BETWEEN_BREATHS = 512
// A long cell is gone over some ten times, by one pattern after the other: a millisecond.
const TEXT_BETWEEN_BREATHS = 65_536

/** Breathes after so many rows, or so much text of theirs; called with each row. */
export function breatheByRows(breathe: Breathe): (row: SheetRow) => ReturnType<Breathe> {
  let rows = 0
  let text = 0
  return ({ cells }) => {
    rows += 1
    for (const cell of cells) text += cell.length
    if (rows < ROWS_BETWEEN_BREATHS && text < TEXT_BETWEEN_BREATHS) return undefined
    rows = 0
    text = 0
    return breathe()
  }
}
