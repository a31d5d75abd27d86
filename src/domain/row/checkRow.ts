import { idCell, quantityCell, skuCell } from '../sheet/meantCells'
import { type SubOrderId, isExample, readSubOrderId } from '../ids/identifiers'
import { readSkuId } from '../ids/readSkuId'
import { MOST_PIECES, readQuantity } from '../ids/quantity'
import { findCutNumber } from '../sheet/cutNumber'
import type { Issue } from '../sheet/issue'
import { findWrongWidth } from '../sheet/rowShape'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import { blameCell, blameRow, nameColumn } from './blameCell'
import type { RefusedRow, SoundRow } from './checkedRow'
import { findWord } from './issueHint'
import { isTotalSku, readSubtotal } from './subtotals'

/** Checks a row by itself, and reports its first problem. */
export function checkRow(sheet: Sheet, row: SheetRow): SoundRow | RefusedRow {
  const shape = checkShape(sheet, row)
  if (shape) return shape
  const { subOrderId: idColumn } = sheet.columns
  const id = readSubOrderId(idCell(sheet, row), sheet.idRule)
  if (!id.ok) return { issue: blameCell(sheet, row, id.code, idColumn) }
  const other = sheet.idRule && findOther(sheet, row, id.id)
  if (other) return { issue: other }
  return sheet.kind === 'sub-orders' ? { row: row.row, subOrderId: id.id } : checkLineItem(sheet, row, id.id)
}

/** Finds words that a host's rule takes for an ID, although they are a total or a repeated header. */
function findOther(sheet: Sheet, row: SheetRow, id: SubOrderId): Issue | undefined {
  // Nearly every ID of other systems begins with a digit or `#`, and neither a total nor a header does.
  if (/^[\d#]/.test(id)) return undefined
  const { columns } = sheet
  const word = findWord(id, nameColumn(sheet, columns.subOrderId), sheet)
  return word && blameCell(sheet, row, 'INVALID_ID', columns.subOrderId)
}

function checkShape(sheet: Sheet, row: SheetRow): RefusedRow | undefined {
  // A removed line counts as if it were not in the file: no sub-order is skipped for it.
  if (row.removed) return { issue: blameCell(sheet, row, 'DROPPED_ROW', sheet.columns.subOrderId) }
  if (row.badQuotes) return blameRow(sheet, row, 'BAD_QUOTES')
  const { subOrderId: idColumn } = sheet.columns
  const cell = idCell(sheet, row)
  // Nearly every ID begins with a digit: such a text is not the example, and needs no cleaning here.
  if (!/^\d/.test(cell) && isExample(cell)) return { issue: blameCell(sheet, row, 'EXAMPLE_ROW', idColumn) }
  const cut = findCutNumber(sheet, row)
  if (cut !== undefined) return blameRow(sheet, row, 'SCIENTIFIC_ID', cut)
  const wrongWidth = findWrongWidth(sheet, row)
  return wrongWidth && blameRow(sheet, row, wrongWidth)
}

const skuHeading = /^sku(?:[ _-]?(?:id|code|no|number))?$/i

/** Whether a SKU is the name of its column. For nearly every row, the lengths tell. */
const isHeadingSku = (sku: string, name: string): boolean =>
  (sku.length === name.length && sku.toLowerCase() === name.toLowerCase()) ||
  (sku.length < 11 && (sku.charCodeAt(0) | 32) === 115 && skuHeading.test(sku))

function checkLineItem(sheet: Sheet, row: SheetRow, subOrderId: SubOrderId): SoundRow | RefusedRow {
  const { skuId: skuColumn = -1, quantity: quantityColumn = -1 } = sheet.columns
  const sku = readSkuId(skuCell(sheet, row))
  if (!sku.ok) return { issue: blameCell(sheet, row, sku.code, skuColumn), subOrderId }
  const quantity = readQuantity(quantityCell(sheet, row))
  if (isTotalSku(sku.id)) {
    const issue = blameCell(sheet, row, 'INVALID_ID', skuColumn)
    return {
      issue: { ...issue, hint: 'total' },
      subOrderId,
      subtotal: readSubtotal(quantityCell(sheet, row)),
    }
  }
  if (isHeadingSku(sku.id, nameColumn(sheet, skuColumn)))
    return { issue: blameCell(sheet, row, 'INVALID_ID', skuColumn), subOrderId }
  const wrong = quantity.ok ? quantity.quantity > MOST_PIECES && 'INVALID_QUANTITY' : quantity.code
  if (!quantity.ok || wrong)
    return {
      issue: blameCell(sheet, row, wrong || 'INVALID_QUANTITY', quantityColumn),
      subOrderId,
      skuId: sku.id,
    }
  return { row: row.row, subOrderId, lineItem: { skuId: sku.id, quantity: quantity.quantity, row: row.row } }
}
