import type { YieldIfDue } from '../time/yieldIfDue'
import type { SheetRow } from './sheetRow'

// Asking whether to yield reads the clock; a row costs about a microsecond.
const ROWS_BETWEEN_YIELDS = 512
// Some ten patterns go over a long cell, one after the other: this much text takes a millisecond.
const TEXT_BETWEEN_YIELDS = 65_536

/** Asks whether to yield after a number of rows or an amount of text. Called with each row. */
export function yieldByRows(yieldIfDue: YieldIfDue): (row: SheetRow) => ReturnType<YieldIfDue> {
  let rows = 0
  let text = 0
  return ({ cells }) => {
    rows += 1
    for (const cell of cells) text += cell.length
    if (rows < ROWS_BETWEEN_YIELDS && text < TEXT_BETWEEN_YIELDS) return undefined
    rows = 0
    text = 0
    return yieldIfDue()
  }
}
