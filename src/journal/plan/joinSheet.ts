import { hasEditedRow } from '../../domain/edit/editSheet'
import type { RequestList } from '../../domain/run/requestList'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import type { ColumnMap, SheetKind } from '../../domain/sheet/columnMeaning'
import type { Issue } from '../../domain/sheet/issue'
import { createRowList, type RowBlock } from '../../domain/sheet/rowList'
import type { SheetHead } from '../tables/planChunk'
import { type CautionChunk, joinCautions, readOddities } from './keptCautions'

export interface SheetParts {
  readonly kind: SheetKind
  readonly fileName: string
  readonly head: SheetHead
  readonly requests: RequestList
  readonly rows: readonly RowBlock[]
  readonly requestOfRow: readonly number[]
  readonly issues: readonly Issue[]
  readonly cautions: readonly CautionChunk[]
}

/** Joins the parts into the checked sheet. Of the file's columns, only those with a meaning are kept. */
export function joinSheet(parts: SheetParts): CheckedSheet {
  const { kind, fileName, head, requests, issues } = parts
  const { header, delimiter } = head
  const columns: ColumnMap =
    kind === 'sub-orders' ? { subOrderId: 0 } : { subOrderId: 0, skuId: 1, quantity: 2 }
  const rows = createRowList(parts.rows)
  const cautions = joinCautions(parts.cautions, rows)
  const sheet = { kind, fileName, delimiter, header, columns, rows, ...readOddities(cautions) }
  return {
    sheet: parts.rows.some(hasEditedRow) ? { ...sheet, hasEdits: true } : sheet,
    issues,
    requests,
    requestOfRow: Int32Array.from(parts.requestOfRow),
    notes: [],
    cautions,
  }
}
