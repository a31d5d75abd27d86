import { editRow } from '../../domain/edit/editRow'
import type { EditedCells } from '../../domain/edit/edit'
import { checkRow } from '../../domain/row/checkRow'
import { findRequest } from '../../domain/run/requestList'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import type { Issue } from '../../domain/sheet/issue'

/**
 * Checks a row with the cells that the user types. Another row may have the same ID: that is looked up among the
 * requests.
 *
 * @returns undefined if the row could be sent with these cells
 */
export function checkEdit(checked: CheckedSheet, position: number, cells: EditedCells): Issue | undefined {
  const { sheet, requests, requestOfRow } = checked
  const row = sheet.rows.at(position)
  if (!row) return undefined
  const edited = editRow(sheet, row, cells)
  const finding = checkRow(sheet, edited)
  if (finding.issue) return finding.issue
  const own = requestOfRow[position] ?? -1
  const request = findRequest(requests, finding.subOrderId, own)
  if (!request) return undefined
  const at = (column: number) => ({
    row: row.row,
    column: sheet.header[column] ?? '',
    value: edited.cells[column] ?? '',
  })
  const { subOrderId, skuId = -1 } = sheet.columns
  if (request.kind === 'whole') return { ...at(subOrderId), code: 'DUPLICATE_ID', otherRow: request.row }
  const line = request.lineItems.find((item) => item.skuId === finding.lineItem?.skuId)
  return line && { ...at(skuId), code: 'DUPLICATE_LINE', otherRow: line.row }
}
