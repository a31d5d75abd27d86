import type { RowPrints } from '../sheet/caution'
import { printTexts } from '../sheet/caution'
import { createDecisionReader, findFirst } from './decisions'
import type { Sheet } from '../sheet/sheet'
import type { SoundRow } from '../row/checkedRow'

/** Rows that are left out because they are hidden in the workbook. */
export interface HiddenRows extends RowPrints {
  readonly positions: Int32Array
  /** The ID of the first hidden row. */
  readonly found: string
}

/** Takes hidden rows out before they can collide with others: no user has asked to send rows that they do not see. */
export interface HiddenTaker {
  /** @returns whether a sound row is left out */
  take(position: number, sound: SoundRow): boolean
  finish(): HiddenRows
}

/** A test that tells, by row number, whether a row is hidden in the workbook. */
export function createHiddenTest({ hiddenRows }: Sheet): (row: number) => boolean {
  if (!hiddenRows) return () => false
  return (row) => hiddenRows[findFirst(hiddenRows, row)] === row
}

/** Leaves hidden rows out, except for rows that a person has decided to send. */
export function createHiddenTaker(sheet: Sheet): HiddenTaker {
  const isHidden = createHiddenTest(sheet)
  const readDecision = createDecisionReader(sheet.decisions)
  const positions: number[] = []
  const rows: number[] = []
  const prints: number[] = []
  let found = ''
  return {
    take: (position, { row, subOrderId, lineItem }) => {
      if (!isHidden(row)) return false
      const print = printTexts(subOrderId, lineItem?.skuId)
      if (readDecision('HIDDEN_ROW', row, print) === 'send') return false
      if (positions.length === 0) found = subOrderId
      positions.push(position)
      rows.push(row)
      prints.push(print)
      return true
    },
    finish: () => ({
      positions: Int32Array.from(positions),
      rows: Uint32Array.from(rows),
      prints: Float64Array.from(prints),
      found,
    }),
  }
}
