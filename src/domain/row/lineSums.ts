import { idCell, quantityCell, skuCell } from '../sheet/meantCells'
import { isBlank } from '../ids/cleanText'
import { isDigits } from '../ids/isDigits'
import { readQuantity } from '../ids/quantity'
import { isShortNumber } from '../makes/shortNumbers'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import type { RefusedRow, SoundRow } from './checkedRow'
import { isTotalSku } from './subtotals'

/** Adds up the lines above a row, to find rows that are the sum of those lines without a word for it. */
export interface LineSums {
  add(row: SheetRow, finding: SoundRow | RefusedRow): void
  /**
   * Whether a row holds only the sum of lines above it: of all lines, of the lines of one sub-order, or of the lines
   * since the last sum.
   */
  isSum(row: SheetRow): boolean
  /** Whether a row's quantity is such a sum, and its SKU ID a number unlike every other SKU ID. */
  mayBeSum(row: SheetRow): boolean
  /** Takes the latest row out of the sums: it is a sum and no line, and the next sum may begin below it. */
  close(row: SheetRow): void
}

/** The quantities of lines that follow one another. */
interface Sum {
  lines: number
  /** How many sub-orders the lines belong to; a sub-order that comes back counts again. */
  ids: number
  quantity: number
}

interface SumState {
  readonly all: Sum
  /** Of the present sub-order. */
  group: Sum
  sinceSum: Sum
  id: string
  /** A sum without a word has stood above: then a sum below a single line is its sum, too. */
  hasSums: boolean
  sku: string
  skuAbove: string
}

// Prices and weights are summed, too.
const figure = /^[\s\d.,+\-\p{Sc}%]*$/u

const createSum = (): Sum => ({ lines: 0, ids: 0, quantity: 0 })

function count(sum: Sum, lines: number, quantity: number): void {
  sum.lines += lines
  sum.quantity += quantity
}

/** How many lines the SKU cell of a sum counts; 0 for a word like `Total`, undefined where the cell may be a SKU ID. */
function readCount(sku: string, skuAbove: string): number | undefined {
  if (isTotalSku(sku)) return 0
  return isShortNumber(sku) && !isDigits(skuAbove) ? Number(sku) : undefined
}

function readRowQuantity(sheet: Sheet, row: SheetRow): number {
  const read = readQuantity(quantityCell(sheet, row))
  return read.ok ? read.quantity : 0
}

function addLine(sheet: Sheet, state: SumState, row: SheetRow, finding: SoundRow | RefusedRow): void {
  // The uploaded row counts: no edit makes a line of a sum.
  const uploaded = row.original ?? row
  const isSound = !finding.issue && !row.original
  const quantity = isSound ? (finding.lineItem?.quantity ?? 0) : readRowQuantity(sheet, uploaded)
  const own = idCell(sheet, uploaded)
  if (own !== state.id && !isBlank(own)) {
    state.id = own
    state.group = createSum()
    state.all.ids += 1
    state.sinceSum.ids += 1
  }
  state.skuAbove = state.sku
  state.sku = skuCell(sheet, uploaded)
  count(state.all, 1, quantity)
  count(state.group, 1, quantity)
  count(state.sinceSum, 1, quantity)
}

/** Whether a sum counts a single line and the row that repeats its quantity. */
const isOfOneLine = ({ lines, quantity: sum }: Sum, quantity: number): boolean =>
  lines === 2 && sum === 2 * quantity

function isSum(sheet: Sheet, state: SumState, row: SheetRow): boolean {
  const { columns, rows } = sheet
  const quantity = readRowQuantity(sheet, row)
  const own = skuCell(sheet, row)
  const counted = readCount(own, state.skuAbove)
  if (quantity === 0 || !(isBlank(own) || counted !== undefined)) return false
  const others = row.cells.filter(
    (cell, column) => column !== columns.quantity && column !== columns.skuId && !isBlank(cell),
  )
  if (!others.every((cell) => figure.test(cell))) return false
  // `add` has counted the row itself.
  const least = isTotalSku(own) ? 1 : 2
  const isOf = ({ lines, ids, quantity: sum }: Sum) =>
    lines > least && sum - quantity === quantity && (!counted || counted === lines - 1 || counted === ids)
  if ([state.all, state.group, state.sinceSum].some(isOf)) return true
  if (others.length > 0) return false
  if (state.hasSums && !counted && isOfOneLine(state.sinceSum, quantity)) return true
  const isLast = rows.at(rows.length - 1)?.row === row.row
  return isLast && (!counted || counted === 1) && isOfOneLine(state.all, quantity)
}

function closeSum(sheet: Sheet, state: SumState, row: SheetRow): void {
  const uploaded = row.original ?? row
  const quantity = readRowQuantity(sheet, uploaded)
  count(state.all, -1, -quantity)
  count(state.group, -1, -quantity)
  state.sinceSum = createSum()
  if (isBlank(idCell(sheet, uploaded)) && isBlank(skuCell(sheet, uploaded))) state.hasSums = true
  state.sku = state.skuAbove
}

/** Sums that stand above the first row; every row has to be added, in order. */
export function createSums(sheet: Sheet): LineSums {
  const state: SumState = {
    all: createSum(),
    group: createSum(),
    sinceSum: createSum(),
    id: '',
    hasSums: false,
    sku: '',
    skuAbove: '',
  }
  return {
    add: (row, finding) => addLine(sheet, state, row, finding),
    isSum: (row) => isSum(sheet, state, row),
    mayBeSum: (row) => {
      const sku = skuCell(sheet, row)
      if (readCount(sku, state.skuAbove) === undefined) return false
      const quantity = readRowQuantity(sheet, row)
      return [state.all, state.group, state.sinceSum].some(({ quantity: sum }) => sum === 2 * quantity)
    },
    close: (row) => closeSum(sheet, state, row),
  }
}
