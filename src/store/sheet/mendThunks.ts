import type { YieldIfDue } from '../../domain/time/yieldIfDue'
import { checkRow } from '../../domain/row/checkRow'
import { type Decision, decideCaution } from '../../domain/cautions/decideCaution'
import { editRow } from '../../domain/edit/editRow'
import type { Edit, EditedCells } from '../../domain/edit/edit'
import { editSheetInSlices } from '../../domain/edit/editSheet'
import { findRequest } from '../../domain/run/requestList'
import type { Sheet } from '../../domain/sheet/sheet'
import { validateRows } from '../../domain/check/validateRows'
import { requestsPlanned } from '../slices/runsSlice'
import { mendBegan, sheetMended } from '../slices/sheetSlice'
import type { Thunk } from '../store'
import type { Issue } from '../../domain/sheet/issue'
import type { SheetKind } from '../../domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'

/** Rows are mended before the first run of a sheet: a run's list is fixed. */
export function mayMend(kind: SheetKind): Thunk<boolean> {
  return (_, getState) => {
    const { sheets, runs } = getState()
    const { sheet, reading, isMending } = sheets[kind]
    if (!sheet || reading || isMending || runs.preparingId === sheet.id) return false
    return !runs.byId[sheet.id]?.run
  }
}

/** What the user does about a sheet before the start: about its rows, or about those that are odd. */
export type Change = Edit | Decision

async function changeSheet(sheet: Sheet, change: Change, yieldIfDue: YieldIfDue): Promise<Sheet> {
  return change.type === 'decide'
    ? decideCaution(sheet, change)
    : editSheetInSlices(sheet, change, yieldIfDue)
}

/**
 * Works a mend or a decision into the sheet on the desk and checks all of it anew: one row may free others, or collide with them. What
 * earlier runs have to say about the new sheet is still to be looked up.
 *
 * @returns the sheet's id; undefined where nothing was mended
 */
export function workIn(kind: SheetKind, change: Change): Thunk<Promise<string | undefined>> {
  return async (dispatch, getState, services) => {
    const { sheet } = getState().sheets[kind]
    if (!sheet || !dispatch(mayMend(kind))) return undefined
    const { id } = sheet
    let checked: CheckedSheet | null = null
    dispatch(mendBegan({ kind }))
    try {
      const yieldIfDue = services.createYieldIfDue()
      const mended = await changeSheet(sheet.checked.sheet, change, yieldIfDue)
      const found = Object.freeze(await validateRows(mended, yieldIfDue))
      const desk = getState().sheets[kind]
      // Another file may have taken its place meanwhile; where it came back since, it may have been started.
      if (desk.sheet !== sheet || !desk.isMending) return undefined
      dispatch(requestsPlanned({ id, requests: found.requests }))
      checked = found
      return id
    } finally {
      // After a fault of ours as well: the sheet is as it was before, and nobody is locked out of it.
      dispatch(sheetMended({ kind, id, checked }))
    }
  }
}

/**
 * Says while the user types whether a row could be sent with these cells: undefined, or what stands against it. Another row
 * may have the same ID; that is looked up among all that would be sent.
 */
export function checkMend(kind: SheetKind, position: number, cells: EditedCells): Thunk<Issue | undefined> {
  return (_, getState) => {
    const checked = getState().sheets[kind].sheet?.checked
    const row = checked?.sheet.rows.at(position)
    if (!checked || !row) return undefined
    const { sheet, requests, requestOfRow } = checked
    const edited = editRow(sheet, row, cells)
    const finding = checkRow(sheet, edited)
    if (finding.issue) return finding.issue
    const own = requestOfRow[position] ?? -1
    const request = findRequest(requests, finding.subOrderId, own)
    if (!request) return undefined
    const blame = { row: row.row, column: sheet.header[sheet.columns.subOrderId] ?? '' }
    const value = edited.cells[sheet.columns.subOrderId] ?? ''
    if (request.kind === 'whole') return { ...blame, code: 'DUPLICATE_ID', value, otherRow: request.row }
    const line = request.lineItems.find(({ skuId }) => skuId === finding.lineItem?.skuId)
    const sku = sheet.columns.skuId ?? -1
    return (
      line && {
        row: row.row,
        code: 'DUPLICATE_LINE',
        value: edited.cells[sku] ?? '',
        column: sheet.header[sku] ?? '',
        otherRow: line.row,
      }
    )
  }
}
