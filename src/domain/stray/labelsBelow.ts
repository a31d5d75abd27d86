import type { CancellationRequest } from '../run/cancellation'
import { countShown } from '../ids/cleanText'
import { isDigits } from '../ids/isDigits'
import { isTotalText } from '../ids/totalText'
import { createIdMakes } from '../makes/idMake'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import { type ListAbove, mayLabel, MUCH_LONGER, readsAsLabel } from './readsAsLabel'
import type { StrayRows } from './strayFinder'

/** No list has more labels below it. */
const MOST_LABELS = 30
/** A label is compared with so many rows: its word may be a value there. */
const MOST_COMPARED = 1000
/**
 * Finds the rows at the end of a list that label a value and are no sub-orders: `Page,1`, `Printed by,user7`. Such a
 * value is unlike every ID above, and only words stand beside it that no row above has in that column.
 */
export function findLabelsBelow(
  sheet: Sheet,
  requests: readonly CancellationRequest[],
  requestOfRow: Int32Array,
): StrayRows {
  if (sheet.columns.subOrderId === 0) return new Map()
  const candidates = listCandidates(sheet, requests, requestOfRow)
  // If the first candidate is a sub-order, the candidates below it may still be labels.
  for (let from = 0; from < candidates.length; from += 1) {
    const first = requestOfRow[candidates[from] ?? -1] ?? -1
    const verdict = { requests, requestOfRow, first }
    const found = judgeAll(sheet, candidates.slice(from), verdict)
    if (found) return new Map([...found, ...listCounts(sheet, candidates.at(-1) ?? 0, verdict)])
  }
  return new Map()
}

/** Whether a row has only a number that is far shorter than the IDs. */
const isBareCount = ({ cells, original }: SheetRow, id: string, usual: number): boolean =>
  !original && isDigits(id) && id.length * MUCH_LONGER <= usual && countShown(cells) === 1

/** The rows below the last label that would be sent. */
function listCounts({ rows }: Sheet, last: number, { requestOfRow }: Verdict): StrayRows {
  const found = new Map<number, 'total'>()
  for (let position = last + 1; position < rows.length; position += 1)
    if ((requestOfRow[position] ?? -1) >= 0) found.set(position, 'total')
  return found
}

/** The last rows that would be sent and may be labels. */
function listCandidates(
  { rows, columns }: Sheet,
  requests: readonly CancellationRequest[],
  requestOfRow: Int32Array,
): readonly number[] {
  const usual = requests[0]?.subOrderId.length ?? 0
  const found: number[] = []
  for (let position = rows.length - 1; position > 0 && found.length < MOST_LABELS; position -= 1) {
    const id = requests[requestOfRow[position] ?? -1]?.subOrderId
    if (id === undefined) continue
    const row = rows.at(position)
    // A bare count below labels goes with them.
    if (row && found.length === 0 && isBareCount(row, id, usual)) continue
    if (!row || !mayLabel(row, columns.subOrderId, id, usual)) break
    found.unshift(position)
  }
  return found
}

interface Verdict {
  readonly requests: readonly CancellationRequest[]
  readonly requestOfRow: Int32Array
  /** The first request that may be a label. */
  readonly first: number
}

/** All candidates are labels, or none is: no sub-order stands between two labels. */
function judgeAll(
  sheet: Sheet,
  positions: readonly number[],
  { requests, requestOfRow, first }: Verdict,
): StrayRows | undefined {
  const start = positions[0] ?? 0
  const makes = createIdMakes()
  const some = [
    ...requests.slice(0, Math.min(first, MOST_COMPARED)),
    ...requests.slice(Math.max(0, first - MOST_COMPARED), first),
  ]
  for (const { subOrderId } of some) makes.add(subOrderId)
  const compared = Math.max(0, start - MOST_COMPARED)
  const rows = sheet.rows.slice(compared, start).filter((_, at) => (requestOfRow[compared + at] ?? -1) >= 0)
  const hasGap = (sheet.rows.at(start)?.row ?? 0) - (sheet.rows.at(start - 1)?.row ?? 0) > 1
  const above: ListAbove = { makes, rows }
  const areLabels = positions.every((position) => {
    const row = sheet.rows.at(position)
    const id = requests[requestOfRow[position] ?? -1]?.subOrderId
    return row !== undefined && id !== undefined && readsAsLabel({ row, id, hasGap }, above)
  })
  if (!areLabels) return undefined
  return new Map(
    positions.map((position) => [
      position,
      sheet.rows.at(position)?.cells.some((cell) => isTotalText(cell, sheet.idRule)) ? 'total' : 'label',
    ]),
  )
}
