import { idCell, quantityCell, skuCell } from '../sheet/meantCells'
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
  /** No row between the row above and the present row could begin another list. */
  readonly isSure: boolean
  /** The sub-order before it, where its ID may only be a count. */
  readonly other?: SubOrderId | undefined
}

/** The state of a walk down the rows of a line-item sheet. */
export interface IdWalk {
  readonly sheet: Sheet
  readonly sums: LineSums
  above: Above | undefined
  /** The first lines have no ID: in this file the IDs may stand below their lines. */
  isBottomUp: boolean
  /** A row above had an ID, readable or not. */
  hasIds: boolean
  /** Whether the last line of the sheet has no ID: then no ID stands below its lines. */
  readonly isTopDown: () => boolean
  /** Number of the last row with an ID, if it is near the end of the sheet. */
  readonly lastIdRow: () => number
}

/** Computes a value at its first use. */
function once<Value>(find: () => Value): () => Value {
  let known: Value | undefined
  return () => (known ??= find())
}

/** A walk that stands above the first row. */
export function createIdWalk(sheet: Sheet): IdWalk {
  return {
    sheet,
    sums: createSums(sheet),
    above: undefined,
    isBottomUp: false,
    hasIds: false,
    isTopDown: once(() => endsInLine(sheet)),
    lastIdRow: once(() => findLastIdRow(sheet)),
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
  const uploaded = original && !original.badQuotes ? original : { cells }
  if (original && pointsUp(idCell(walk.sheet, uploaded))) return
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
export const isLine = (sheet: Sheet, row: Pick<SheetRow, 'cells'>): boolean =>
  !isBlank(skuCell(sheet, row)) || /[\p{L}\p{N}]/u.test(quantityCell(sheet, row))

/** Whether a row lacks only its ID. */
export const isWholeLine = (sheet: Sheet, row: SheetRow): boolean =>
  readSkuId(skuCell(sheet, row)).ok && readQuantity(quantityCell(sheet, row)).ok

/** Whether a row's SKU cell may hold no SKU ID: the screen does not offer to fill such a row's ID with one click. */
export function isDoubtful({ sheet, sums }: IdWalk, row: SheetRow): boolean {
  const sku = cleanText(skuCell(sheet, row))
  return looksLikeDate(sku) || isLabelSku(sku) || isTotalSku(sku) || sums.mayBeSum(row)
}
