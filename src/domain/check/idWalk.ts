import { cleanText, isBlank } from '../ids/cleanText'
import { readSkuId } from '../ids/readSkuId'
import type { SubOrderId } from '../ids/identifiers'
import { looksLikeDate } from '../ids/looksLikeDate'
import { readQuantity } from '../ids/quantity'
import { isFarShorter } from '../makes/shortNumbers'
import { createSums, type LineSums } from '../row/lineSums'
import { isTotalSku } from '../row/subtotals'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import { isLabelSku, pointsUp } from './idCells'
import { endsInLine, findLastIdRow } from './sheetEnd'

/** The sub-order of the latest row that has an ID. */
interface Above {
  readonly id: SubOrderId
  readonly row: number
  /** Nothing between that row and this one could begin anything else. */
  readonly isSure: boolean
  /** The sub-order before it, where its ID may only be a count. */
  readonly other?: SubOrderId | undefined
}

/** What a walk down the rows of a line-item sheet knows so far. */
export interface IdWalk {
  readonly sheet: Sheet
  readonly sums: LineSums
  readonly idColumn: number
  readonly skuColumn: number
  readonly quantityColumn: number
  above: Above | undefined
  /** The first lines have no ID: in this file the IDs may stand below their lines. */
  isBottomUp: boolean
  /** Some row had an ID, readable or not. */
  hasIds: boolean
  /** Found out when a row asks for it. */
  endsInLine: boolean | undefined
  lastIdRow: number | undefined
}

/** A walk that stands above the first row. */
export function createIdWalk(sheet: Sheet): IdWalk {
  const { subOrderId, skuId = -1, quantity = -1 } = sheet.columns
  return {
    sheet,
    sums: createSums(sheet),
    idColumn: subOrderId,
    skuColumn: skuId,
    quantityColumn: quantity,
    above: undefined,
    isBottomUp: false,
    hasIds: false,
    endsInLine: undefined,
    lastIdRow: undefined,
  }
}

/** Notes that the rows below may belong to something other than the sub-order above. */
export function doubt(walk: IdWalk): void {
  if (walk.above) walk.above = { ...walk.above, isSure: false }
}

/** Takes a row's ID as the ID above the next rows. */
export function takeId(walk: IdWalk, id: SubOrderId, { row, original, cells }: SheetRow): void {
  walk.hasIds = true
  // An ID that was filled in on the screen counts for its own row alone.
  const uploaded = original && !original.badQuotes ? original.cells : cells
  if (original && pointsUp(uploaded[walk.idColumn] ?? '')) return
  // A number that is far shorter may be a count among the lines of a sub-order.
  const other = walk.above && isFarShorter(id, walk.above.id) ? walk.above.id : undefined
  walk.above = { id, row, isSure: other === undefined, other }
}

/** The sub-orders that a line below may belong to. */
export function listAbove({ above }: IdWalk): readonly SubOrderId[] {
  if (!above) return []
  return above.other === undefined ? [above.id] : [above.id, above.other]
}

/** Whether a row may be a line: it has a SKU ID, or something that may be a quantity. */
export function isLine(walk: IdWalk, cells: readonly string[]): boolean {
  const quantity = cells[walk.quantityColumn] ?? ''
  return !isBlank(cells[walk.skuColumn] ?? '') || /[\p{L}\p{N}]/u.test(quantity)
}

/** Whether a row lacks only its ID. */
export const isWholeLine = (walk: IdWalk, { cells }: SheetRow): boolean =>
  readSkuId(cells[walk.skuColumn] ?? '').ok && readQuantity(cells[walk.quantityColumn] ?? '').ok

/** Whether the last line of the sheet has no ID: then no ID stands below its lines. */
export function isTopDown(walk: IdWalk): boolean {
  walk.endsInLine ??= endsInLine(walk.sheet)
  return walk.endsInLine
}

/** Whether an ID follows below a row, near the end of the sheet. */
export function isBeforeLastId(walk: IdWalk, { row }: SheetRow): boolean {
  walk.lastIdRow ??= findLastIdRow(walk.sheet)
  return row < walk.lastIdRow
}

/** Whether a row's SKU cell may hold no SKU ID: the screen does not offer to fill such a row's ID with one click. */
export function isDoubtful({ skuColumn, sums }: IdWalk, row: SheetRow): boolean {
  const sku = cleanText(row.cells[skuColumn] ?? '')
  return looksLikeDate(sku) || isLabelSku(sku) || isTotalSku(sku) || sums.mayBeSum(row)
}
