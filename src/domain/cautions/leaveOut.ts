import type { CancellationRequest } from '../run/cancellation'
import type { CautionCode } from '../sheet/caution'
import { blameCell, nameOtherRow } from '../row/blameCell'
import type { Sheet } from '../sheet/sheet'
import { ITEMS_A_STEP, type Steps } from '../time/steps'
import type { SheetRow } from '../sheet/sheetRow'
import type { Issue, IssueHint } from '../sheet/issue'
import type { Verdicts } from '../sheet/verdicts'

/** Why a row is left out: for a caution about its ID or its SKU, or because it is no row of the list (`hint`). */
export type LeaveCause =
  | { readonly code: CautionCode; readonly isOfSku: boolean; readonly hint?: undefined }
  | { readonly hint: IssueHint }

/** Rows that are left out although they are sound, in row order. */
export interface LeftRows {
  readonly positions: readonly number[]
  /** By place in `positions`. */
  readonly causes: readonly LeaveCause[]
}

/** The issue of a row that is left out. */
function blameLeftOut(sheet: Sheet, row: SheetRow, cause: LeaveCause): Issue {
  const { subOrderId, skuId = subOrderId } = sheet.columns
  const { hint } = cause
  if (hint) return { ...blameCell(sheet, row, 'INVALID_ID', subOrderId), hint }
  const { code, isOfSku } = cause
  return { ...blameCell(sheet, row, 'LEFT_OUT', isOfSku ? skuId : subOrderId), caution: code }
}

/** The issue of a row that is left out because it is hidden in the workbook. */
export function blameHidden(sheet: Sheet, row: SheetRow): Issue {
  return blameLeftOut(sheet, row, { code: 'HIDDEN_ROW', isOfSku: false })
}

/** For each request with a row that is left out: the place of the first such row. */
function findHolders({ requestOfRow }: Verdicts, { positions }: LeftRows): ReadonlyMap<number, number> {
  const holders = new Map<number, number>()
  for (const [place, position] of positions.entries()) {
    const request = requestOfRow[position] ?? -1
    if (!holders.has(request)) holders.set(request, place)
  }
  return holders
}

/**
 * Takes the requests of rows that are left out. If a line item is left out, the other lines of its sub-order are
 * skipped: the screen never sends half of a sub-order.
 */
export function* leaveOut(sheet: Sheet, verdicts: Verdicts, left: LeftRows): Steps<Verdicts> {
  if (left.positions.length === 0) return verdicts
  const holders = findHolders(verdicts, left)
  const places = new Int32Array(verdicts.requests.length)
  const sent: CancellationRequest[] = []
  for (const [place, request] of verdicts.requests.entries())
    places[place] = holders.has(place) ? -1 : sent.push(request) - 1
  const requestOfRow = verdicts.requestOfRow.map((place) => places[place] ?? -1)
  const issues: Issue[] = []
  let known = 0
  let next = 0
  for (let position = 0; position < requestOfRow.length; position += 1) {
    if (position % ITEMS_A_STEP === 0) yield undefined
    if ((requestOfRow[position] ?? -1) >= 0) continue
    const before = verdicts.requestOfRow[position] ?? -1
    if (before < 0) {
      const issue = verdicts.issues[known]
      known += 1
      if (issue) issues.push(issue)
      continue
    }
    const row = sheet.rows.at(position) as SheetRow
    const cause = left.positions[next] === position ? left.causes[next] : undefined
    if (cause) {
      next += 1
      issues.push(blameLeftOut(sheet, row, cause))
    } else issues.push(blameSkipped(sheet, row, left, holders.get(before) ?? -1))
  }
  return { issues, requests: sent, requestOfRow }
}

/** @param place of the row for which this row is skipped, among the rows that are left out */
function blameSkipped(sheet: Sheet, row: SheetRow, { positions, causes }: LeftRows, place: number): Issue {
  const otherRow = sheet.rows.at(positions[place] ?? -1)?.row
  const own = blameCell(sheet, row, 'SUB_ORDER_HELD_BACK', sheet.columns.subOrderId)
  const issue = nameOtherRow(own, otherRow)
  const cause = causes[place]
  return cause && cause.hint === undefined ? { ...issue, caution: cause.code } : issue
}
