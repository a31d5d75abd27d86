import type { CancellationRequest } from '../run/cancellation'
import { countShown, isBlank } from '../ids/cleanText'
import { isDigits } from '../ids/isDigits'
import { createIdMakes, type IdMakes } from '../makes/idMake'
import { isLabel, isPhoneLabel } from '../ids/labelWords'
import { looksLikeDate } from '../ids/looksLikeDate'
import { isWordy } from '../tables/otherHeading'
import type { Sheet } from '../sheet/sheet'
import type { StrayRows } from './strayRows'
import { isTotalText } from '../ids/totalText'
import type { SheetRow } from '../sheet/sheetRow'

/** A list has no more labels below it. */
const MOST_LABELS = 30
/** Rows that are held against a label: its word may be a value of theirs. */
const MOST_COMPARED = 1000
/** Of a number that counts pages or rows. */
const MOST_DIGITS = 3
/** IDs so much longer than a value are of another kind. */
const MUCH_LONGER = 2

const userName = /^[a-z]{2,20}[._-]?\d{1,3}$/i
const time = /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?$/i

const isRemark = (text: string): boolean =>
  isWordy(text) || time.test(text.trim()) || looksLikeDate(text.trim())

/** Whether a value is what a label has beside it, and hardly an ID among those above. */
function isPoor(id: string, { shortest }: IdMakes): boolean {
  if (looksLikeDate(id) || id.length * MUCH_LONGER <= shortest) return true
  return userName.test(id)
}

/** Whether a row may label a value, whatever stands above it: of most lists not even the last one may. */
function mayLabel({ cells, original }: SheetRow, idColumn: number, id: string, usual: number): boolean {
  // A person has typed it.
  if (original) return false
  const column = cells.findIndex((cell) => !isBlank(cell))
  const word = cells[column] ?? ''
  if (column >= idColumn || !isWordy(word)) return false
  if (!cells.every((cell, at) => at === idColumn || isBlank(cell) || isRemark(cell))) return false
  return isLabel(word) || looksLikeDate(id) || userName.test(id) || id.length * MUCH_LONGER <= usual
}

interface Judged {
  readonly row: SheetRow
  readonly id: string
  /** A blank row parts it from the list. */
  readonly hasGap: boolean
}

/** What is known of the list above the labels. */
interface ListAbove {
  readonly makes: IdMakes
  readonly rows: readonly SheetRow[]
}

const isShort = (id: string): boolean => isDigits(id) && id.length <= MOST_DIGITS

function readsAsLabel({ row, id, hasGap }: Judged, { makes, rows }: ListAbove): boolean {
  const column = row.cells.findIndex((cell) => !isBlank(cell))
  const word = row.cells[column] ?? ''
  if (isPhoneLabel(word) ? makes.hasLikeOf(id) : makes.hasShapeOf(id)) return false
  // With no ID above that could be read, word and value have to tell.
  if (makes.count === 0) return isLabel(word) && (isShort(id) || looksLikeDate(id) || userName.test(id))
  if (rows.some(({ cells }) => (cells[column] ?? '').trim() === word.trim())) return false
  if (isLabel(word)) return true
  if (isShort(id) && id.length * MUCH_LONGER <= makes.shortest) return true
  const hasFewer = rows.every(({ cells }) => countShown(cells) > countShown(row.cells))
  return (hasGap || hasFewer) && isPoor(id, makes)
}

/**
 * Finds the rows at the end of a list that label a value and are no sub-orders: `Page,1`, `Printed by,user7`. Such a value is unlike every ID above
 * it, and beside it stand words alone, which no row above has there.
 */
export function findLabelsBelow(
  sheet: Sheet,
  requests: readonly CancellationRequest[],
  requestOfRow: Int32Array,
): StrayRows {
  if (sheet.columns.subOrderId === 0) return new Map()
  const candidates = listCandidates(sheet, requests, requestOfRow)
  // With each that is one of the list, those below it may be as well.
  for (let from = 0; from < candidates.length; from += 1) {
    const first = requestOfRow[candidates[from] ?? -1] ?? -1
    const verdict = { requests, requestOfRow, first }
    const found = judgeAll(sheet, candidates.slice(from), verdict)
    if (found) return new Map([...found, ...listCounts(sheet, candidates.at(-1) ?? 0, verdict)])
  }
  return new Map()
}

/** Whether a row has nothing but a number that is far shorter than the IDs. */
const isBareCount = ({ cells, original }: SheetRow, id: string, usual: number): boolean =>
  !original && isDigits(id) && id.length * MUCH_LONGER <= usual && countShown(cells) === 1

/** The rows below the last label that would be sent. */
function listCounts({ rows }: Sheet, last: number, { requestOfRow }: Verdict): StrayRows {
  const found = new Map<number, 'total'>()
  for (let position = last + 1; position < rows.length; position += 1)
    if ((requestOfRow[position] ?? -1) >= 0) found.set(position, 'total')
  return found
}

/** The last rows that would be sent, as far as they may be labels. */
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
    // Below labels a bare count is one of them.
    if (row && found.length === 0 && isBareCount(row, id, usual)) continue
    if (!row || !mayLabel(row, columns.subOrderId, id, usual)) break
    found.unshift(position)
  }
  return found
}

interface Verdict {
  readonly requests: readonly CancellationRequest[]
  readonly requestOfRow: Int32Array
  /** The first request that may be none. */
  readonly first: number
}

/** All of them, or none: between two labels stands no sub-order. */
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
