import { countShown, isBlank } from '../ids/cleanText'
import { isDigits } from '../ids/isDigits'
import { isLabel, isPhoneLabel } from '../ids/labelWords'
import { looksLikeDate } from '../ids/looksLikeDate'
import type { IdMakes } from '../makes/idMake'
import type { SheetRow } from '../sheet/sheetRow'
import { isWordy } from '../tables/otherHeading'

/** A number that counts pages or rows has at most so many digits. */
const MOST_DIGITS = 3
/** IDs that are twice as long as a value are of another kind. */
export const MUCH_LONGER = 2

const userName = /^[a-z]{2,20}[._-]?\d{1,3}$/i
const time = /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?$/i

const isRemark = (text: string): boolean =>
  isWordy(text) || time.test(text.trim()) || looksLikeDate(text.trim())

/** Whether a value is typical of labels, and hardly an ID like the IDs above. */
function isPoor(id: string, { shortest }: IdMakes): boolean {
  if (looksLikeDate(id) || id.length * MUCH_LONGER <= shortest) return true
  return userName.test(id)
}

/** Whether a row may label a value, whatever stands above it. In most lists, not even the last row may. */
export function mayLabel(
  { cells, original }: SheetRow,
  idColumn: number,
  id: string,
  usual: number,
): boolean {
  // A person has typed the row.
  if (original) return false
  const column = cells.findIndex((cell) => !isBlank(cell))
  const word = cells[column] ?? ''
  if (column >= idColumn || !isWordy(word)) return false
  if (!cells.every((cell, at) => at === idColumn || isBlank(cell) || isRemark(cell))) return false
  return isLabel(word) || looksLikeDate(id) || userName.test(id) || id.length * MUCH_LONGER <= usual
}

/** A row that may label a value. */
interface Candidate {
  readonly row: SheetRow
  readonly id: string
  /** A blank row separates it from the list. */
  readonly hasGap: boolean
}

/** The list above the labels. */
export interface ListAbove {
  readonly makes: IdMakes
  readonly rows: readonly SheetRow[]
}

const isShort = (id: string): boolean => isDigits(id) && id.length <= MOST_DIGITS

/** Whether a row labels a value: the value is unlike the IDs above, and the row's words stand in no row above. */
export function readsAsLabel({ row, id, hasGap }: Candidate, { makes, rows }: ListAbove): boolean {
  const column = row.cells.findIndex((cell) => !isBlank(cell))
  const word = row.cells[column] ?? ''
  if (isPhoneLabel(word) ? makes.hasLikeOf(id) : makes.hasShapeOf(id)) return false
  // Without a readable ID above, the word and the value have to tell.
  if (makes.count === 0) return isLabel(word) && (isShort(id) || looksLikeDate(id) || userName.test(id))
  if (rows.some(({ cells }) => (cells[column] ?? '').trim() === word.trim())) return false
  if (isLabel(word)) return true
  if (isShort(id) && id.length * MUCH_LONGER <= makes.shortest) return true
  const hasFewer = rows.every(({ cells }) => countShown(cells) > countShown(row.cells))
  return (hasGap || hasFewer) && isPoor(id, makes)
}
