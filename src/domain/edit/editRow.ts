import { idCell } from '../sheet/meantCells'
import { splitIds } from '../ids/splitIds'
import { MEANINGS } from '../sheet/columnMeaning'
import { findWrongWidth, isShifted } from '../sheet/rowShape'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import type { EditedCells } from './edit'
import { originalRow } from './originalRow'

/**
 * The texts of a row's cells that have a meaning. Where the cells may stand in the wrong columns, every text is empty:
 * a person has to type them.
 */
export function findMeantCells(sheet: Sheet, row: SheetRow): EditedCells {
  const own = isShifted(sheet, row) ? [] : row.cells
  const entries = MEANINGS.flatMap((meaning) => {
    const column = sheet.columns[meaning]
    return column === undefined ? [] : [[meaning, own[column] ?? ''] as const]
  })
  return Object.fromEntries(entries)
}

function isAsUploaded(sheet: Sheet, original: SheetRow, cells: readonly string[]): boolean {
  if (original.badQuotes || original.cells.length > cells.length) return false
  if (cells.some((cell, at) => cell !== (original.cells[at] ?? ''))) return false
  return original.cells.length === cells.length || !findWrongWidth(sheet, original)
}

/**
 * Writes new texts into a row. The new row is as wide as the header and remembers its original; texts that equal the
 * upload give the original back. Cells that may stand in the wrong columns are left out: to keep some would send what
 * nobody typed.
 */
export function editRow(sheet: Sheet, row: SheetRow, texts: EditedCells): SheetRow {
  const own = isShifted(sheet, row) ? [] : row.cells
  const cells = Array.from({ length: sheet.header.length }, (_, column) => own[column] ?? '')
  for (const meaning of MEANINGS) {
    const column = sheet.columns[meaning]
    const text = texts[meaning]
    if (column !== undefined && text !== undefined) cells[column] = text
  }
  const original = row.original ?? originalRow(row)
  return isAsUploaded(sheet, original, cells) ? original : { row: row.row, cells, original }
}

/** Marks a row as removed; its cells stay. */
export function removeRow(row: SheetRow): SheetRow {
  return { ...row, removed: true }
}

/** Splits the row of a whole sub-order into a row for each ID in its ID cell; a row with one ID stays as it is. */
export function splitRow(sheet: Sheet, row: SheetRow): readonly SheetRow[] {
  // In a line item, the ID of the SKU and the quantity would be a guess. Shifted cells are a single text.
  if (sheet.kind !== 'sub-orders' || isShifted(sheet, row)) return [row]
  const ids = splitIds(idCell(sheet, row), sheet.idRule)
  if (ids.length < 2) return [row]
  const original = row.original ?? originalRow(row)
  return ids.map((id) => editRow(sheet, { ...row, original }, { subOrderId: id }))
}
