import { isBlank } from '../ids/cleanText'
import { isDigits } from '../ids/isDigits'
import { readQuantity } from '../ids/quantity'
import type { Sheet } from '../sheet/sheet'
import { isShortNumber } from '../makes/shortNumbers'
import { isTotalSku } from './subtotals'
import type { SheetRow } from '../sheet/sheetRow'
import type { RefusedRow, SoundRow } from './checkedRow'

/** The quantities of some lines that follow one another. */
interface Sum {
  lines: number
  /** Sub-orders, as far as they follow one another. */
  ids: number
  quantity: number
}

/** Adds up the lines above a row, to tell whether the row is their sum without saying so. */
export interface LineSums {
  add(row: SheetRow, finding: SoundRow | RefusedRow): void
  /** Whether a row holds nothing but the sum of lines above it: all of them, those of one sub-order, or those since the last sum. */
  isSum(row: SheetRow): boolean
  /** Whether its quantity is such a sum, and its SKU ID a number that no other one is like. */
  mayBeSum(row: SheetRow): boolean
  /** The row that was added last is a sum and no line: the next sum may begin below it. */
  close(row: SheetRow): void
}

// Prices and weights are summed as well.
const figure = /^[\s\d.,+\-\p{Sc}%]*$/u

const createSum = (): Sum => ({ lines: 0, ids: 0, quantity: 0 })

function count(sum: Sum, lines: number, quantity: number): void {
  sum.lines += lines
  sum.quantity += quantity
}

/** How many lines the cell of a SKU ID counts, 0 where it is the word for a sum; undefined: it may be a SKU ID. */
function readCount(sku: string, skuAbove: string): number | undefined {
  if (isTotalSku(sku)) return 0
  return isShortNumber(sku) && !isDigits(skuAbove) ? Number(sku) : undefined
}

export function createSums({ columns, rows }: Sheet): LineSums {
  const { subOrderId: idColumn, skuId: skuColumn = -1, quantity: quantityColumn = -1 } = columns
  const all = createSum()
  let group = createSum()
  let stretch = createSum()
  let id = ''
  /** A sum without a word has stood above: one below a single line is its sum as well. */
  let hasSums = false
  let sku = ''
  let skuAbove = ''
  const readOf = ({ cells }: SheetRow): number => {
    const read = readQuantity(cells[quantityColumn] ?? '')
    return read.ok ? read.quantity : 0
  }
  return {
    add: (row, finding) => {
      // As uploaded: no mend makes a line of a sum.
      const { original } = row
      const isSound = !finding.issue && !original
      const quantity = isSound ? (finding.lineItem?.quantity ?? 0) : readOf(original ?? row)
      const own = (original ?? row).cells[idColumn] ?? ''
      if (own !== id && !isBlank(own)) {
        id = own
        group = createSum()
        all.ids += 1
        stretch.ids += 1
      }
      skuAbove = sku
      sku = (original ?? row).cells[skuColumn] ?? ''
      count(all, 1, quantity)
      count(group, 1, quantity)
      count(stretch, 1, quantity)
    },
    isSum: (row) => {
      const quantity = readOf(row)
      const own = row.cells[skuColumn] ?? ''
      const counted = readCount(own, skuAbove)
      if (quantity === 0 || !(isBlank(own) || counted !== undefined)) return false
      const others = row.cells.filter(
        (cell, column) => column !== quantityColumn && column !== skuColumn && !isBlank(cell),
      )
      if (!others.every((cell) => figure.test(cell))) return false
      // The row itself has been added.
      const least = isTotalSku(own) ? 1 : 2
      const isOf = ({ lines, ids, quantity: sum }: Sum) =>
        lines > least && sum - quantity === quantity && (!counted || counted === lines - 1 || counted === ids)
      const isLast = rows.at(rows.length - 1)?.row === row.row
      const isOfOne = isLast && others.length === 0 && all.lines === 2 && all.quantity === 2 * quantity
      const isOfStretch =
        hasSums && others.length === 0 && stretch.lines === 2 && stretch.quantity === 2 * quantity
      return (
        [all, group, stretch].some(isOf) ||
        (isOfStretch && !counted) ||
        (isOfOne && (!counted || counted === 1))
      )
    },
    mayBeSum: (row) => {
      const quantity = readOf(row)
      if (readCount(row.cells[skuColumn] ?? '', skuAbove) === undefined) return false
      return [all, group, stretch].some(({ quantity: sum }) => sum === 2 * quantity)
    },
    close: (row) => {
      const quantity = readOf(row.original ?? row)
      count(all, -1, -quantity)
      count(group, -1, -quantity)
      stretch = createSum()
      const { cells } = row.original ?? row
      if (isBlank(cells[idColumn] ?? '') && isBlank(cells[skuColumn] ?? '')) hasSums = true
      sku = skuAbove
    },
  }
}
