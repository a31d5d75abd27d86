import type { LineItem } from './cancellation'
import { isBlank } from './cleanText'
import { isExample, readSkuId, readSubOrderId, type SkuId, type SubOrderId } from './identifiers'
import { findHint } from './issueHint'
import { readQuantity } from './quantity'
import type { Issue, IssueCode, Sheet, SheetRow } from './sheet'

/** A row with nothing wrong in itself; other rows may still stand in its way. */
export interface SoundRow {
  readonly issue?: undefined
  readonly row: number
  readonly subOrderId: SubOrderId
  /** Present on the line-item sheet. */
  readonly lineItem?: LineItem
}

/** A row that is not sent, with as much of it as could be read. */
export interface RefusedRow {
  readonly issue: Issue
  readonly subOrderId?: SubOrderId
  readonly skuId?: SkuId
}

/** Names the cell that is to blame, as uploaded. */
export function blameCell(
  sheet: Sheet,
  row: SheetRow,
  code: IssueCode,
  column: number,
  otherRow?: number,
): Issue {
  const value = row.cells[column] ?? ''
  const issue = { row: row.row, code, value, column: sheet.header[column] ?? '' }
  const hint = findHint(issue, row)
  if (hint) return { ...issue, hint }
  return otherRow === undefined ? issue : { ...issue, otherRow }
}

/** Checks one row by itself; its first problem is the one reported. */
export function checkRow(sheet: Sheet, row: SheetRow): SoundRow | RefusedRow {
  const shape = checkShape(sheet, row)
  if (shape) return shape
  const { subOrderId: idColumn } = sheet.columns
  const id = readSubOrderId(row.cells[idColumn] ?? '')
  if (!id.ok) return { issue: blameCell(sheet, row, id.code, idColumn) }
  return sheet.kind === 'sub-orders' ? { row: row.row, subOrderId: id.id } : checkLineItem(sheet, row, id.id)
}

function checkShape(sheet: Sheet, row: SheetRow): RefusedRow | undefined {
  // Read no further: a dropped line is as if it had never stood there, and holds nothing back.
  if (row.dropped) return { issue: blameCell(sheet, row, 'DROPPED_ROW', sheet.columns.subOrderId) }
  if (row.badQuotes) return blameRow(sheet, row, 'BAD_QUOTES', guessIdCell(sheet, row))
  const { subOrderId: idColumn } = sheet.columns
  const idCell = row.cells[idColumn] ?? ''
  // Digits first, in nearly every row: no need to clean the text to see that it is not the example.
  if (!/^\d/.test(idCell) && isExample(idCell))
    return { issue: blameCell(sheet, row, 'EXAMPLE_ROW', idColumn) }
  const width = sheet.header.length
  if (row.cells.length > width && !row.cells.slice(width).every(isBlank))
    return blameRow(sheet, row, 'TOO_MANY_COLUMNS', idCell)
  if (row.cells.length < width) return blameRow(sheet, row, 'TOO_FEW_COLUMNS', idCell)
  return undefined
}

function blameRow(sheet: Sheet, row: SheetRow, code: IssueCode, idCell: string): RefusedRow {
  const issue = { row: row.row, code, value: row.cells.join(sheet.delimiter) }
  const id = readSubOrderId(idCell)
  return id.ok ? { issue, subOrderId: id.id } : { issue }
}

// Good enough to hold a sub-order back; never used to send anything.
function guessIdCell(sheet: Sheet, row: SheetRow): string {
  const cells = (row.cells[0] ?? '').split(sheet.delimiter)
  return (cells[sheet.columns.subOrderId] ?? '').replace(/^\s*"|"\s*$/g, '')
}

function checkLineItem(sheet: Sheet, row: SheetRow, subOrderId: SubOrderId): SoundRow | RefusedRow {
  const { skuId: skuColumn = -1, quantity: quantityColumn = -1 } = sheet.columns
  const sku = readSkuId(row.cells[skuColumn] ?? '')
  if (!sku.ok) return { issue: blameCell(sheet, row, sku.code, skuColumn), subOrderId }
  const quantity = readQuantity(row.cells[quantityColumn] ?? '')
  if (!quantity.ok) {
    return { issue: blameCell(sheet, row, quantity.code, quantityColumn), subOrderId, skuId: sku.id }
  }
  return { row: row.row, subOrderId, lineItem: { skuId: sku.id, quantity: quantity.quantity, row: row.row } }
}
