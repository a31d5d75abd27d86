import type { RefusedRow, SoundRow } from './checkRow'
import { isBlank } from './cleanText'
import { readQuantity } from './quantity'
import type { Sheet, SheetRow } from './sheet'

/** The quantities of some lines that follow one another. */
interface Sum {
  lines: number
  quantity: number
}

/** Adds up the lines above a row, to tell whether the row is their sum without saying so. */
export interface LineSums {
  add(row: SheetRow, finding: SoundRow | RefusedRow): void
  /** Whether a row holds nothing but the sum of lines above it: all of them, those of one sub-order, or those since the last sum. */
  isSum(row: SheetRow): boolean
  /** The row that was added last is a sum and no line: the next sum may begin below it. */
  close(row: SheetRow): void
}

// Prices and weights are summed as well.
const figure = /^[\s\d.,+\-\p{Sc}%]*$/u

function count(sum: Sum, lines: number, quantity: number): void {
  sum.lines += lines
  sum.quantity += quantity
}

export function createSums({ columns, rows }: Sheet): LineSums {
  const { subOrderId: idColumn, skuId: skuColumn = -1, quantity: quantityColumn = -1 } = columns
  const all: Sum = { lines: 0, quantity: 0 }
  let group: Sum = { lines: 0, quantity: 0 }
  let stretch: Sum = { lines: 0, quantity: 0 }
  let id = ''
  const readOf = ({ cells }: SheetRow): number => {
    const read = readQuantity(cells[quantityColumn] ?? '')
    return read.ok ? read.quantity : 0
  }
  return {
    add: (row, finding) => {
      // As uploaded: no mend makes a line of a sum.
      const { was } = row
      const isSound = !finding.issue && !was
      const quantity = isSound ? (finding.lineItem?.quantity ?? 0) : readOf(was ?? row)
      const own = (was ?? row).cells[idColumn] ?? ''
      if (own !== id && !isBlank(own)) {
        id = own
        group = { lines: 0, quantity: 0 }
      }
      count(all, 1, quantity)
      count(group, 1, quantity)
      count(stretch, 1, quantity)
    },
    isSum: (row) => {
      const quantity = readOf(row)
      if (quantity === 0 || !isBlank(row.cells[skuColumn] ?? '')) return false
      const others = row.cells.filter((cell, column) => column !== quantityColumn && !isBlank(cell))
      if (!others.every((cell) => figure.test(cell))) return false
      // The row itself has been added.
      const isOf = ({ lines, quantity: sum }: Sum) => lines > 2 && sum - quantity === quantity
      const isLast = rows.at(rows.length - 1)?.row === row.row
      const isOfOne = isLast && others.length === 0 && all.lines === 2 && all.quantity === 2 * quantity
      return [all, group, stretch].some(isOf) || isOfOne
    },
    close: (row) => {
      const quantity = readOf(row.was ?? row)
      count(all, -1, -quantity)
      count(group, -1, -quantity)
      stretch = { lines: 0, quantity: 0 }
    },
  }
}
