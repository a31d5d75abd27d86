import type { XmlVisitor } from '../zip/readXml'
import type { CellRange } from '../../domain/sheet/sheetSight'
import { readRange } from './reference'

/** Whether a formula adds up or counts the cells above it, as in the last row of a table. */
export function isSubtotal(formula: string): boolean {
  return /^[=+\s]*(?:_xlfn\.)?(?:SUBTOTAL|AGGREGATE)\s*\(/i.test(formula)
}

/** Whether a formula adds up or counts several cells: its result is no ID. */
export function isSum(formula: string): boolean {
  return /^[=+\s]*(?:SUM|COUNTA?|AVERAGE|ROWS)\s*\([^()]*[:[]/i.test(formula)
}

/** The ranges of tables with rows below their data, by the number of such a row. */
export type TotalRows = ReadonlyMap<number, readonly CellRange[]>

// Tables of Excel have a single one.
const MOST_ROWS = 16

/** Finds the rows of a table below its data. */
export function visitTable(totals: Map<number, CellRange[]>): XmlVisitor {
  return {
    open(name, depth, { ref = '', totalsRowCount }) {
      const range = depth === 0 && name === 'table' ? readRange(ref) : undefined
      if (!range) return 'skip'
      const count = Math.min(Number(totalsRowCount ?? 0), MOST_ROWS)
      for (let back = 0; back < count; back += 1) {
        const row = range.lastRow - back
        totals.set(row, [...(totals.get(row) ?? []), range])
      }
      return 'skip'
    },
  }
}
