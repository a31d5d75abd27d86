import { hasDigit } from '../ids/isDigits'
import { isBlank, isExcelError } from '../ids/cleanText'
import { namesSubOrderId, signHeading } from '../sheet/columnNames'
import type { Sheet } from '../sheet/sheet'
import { isAmountHeading, isHeading, isProductHeading, isSureHeading } from './headingWords'

/** The header that the table was read by: rows are compared with it. */
export type OwnHeader = Pick<Sheet, 'kind' | 'header' | 'columns'>

/** Tells rows that are headings from rows of data. */
export interface HeadingTest {
  /** Whether a row repeats the header of its table. Columns that do not count may have other names. */
  isOwnHeader(cells: readonly string[]): boolean
  /** Whether a row without an ID heads another table: our columns in other places, or other columns. */
  headsOtherTable(cells: readonly string[]): boolean
}

// A heading is seldom longer, and a sentence seldom shorter.
const LONGEST_WORDS = 60
// No counter behind a heading has so many digits: such a cell is data, and needs no further look.
const MANY_DIGITS = 3
// The same words stand in many rows: cities, states, reasons.
const MOST_KEPT = 2048

function hasManyDigits(text: string): boolean {
  if (text.length > LONGEST_WORDS) return true
  let digits = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code > 47 && code < 58) digits += 1
  }
  return digits >= MANY_DIGITS
}

/** Whether a cell holds words as a heading does: letters, with at most a counter behind them (`Address 2`). */
export function isWordy(text: string): boolean {
  // `#NAME?` and `#VALUE!` are no names.
  if (hasManyDigits(text) || !/[\p{L}\p{M}]{2}/u.test(text) || isExcelError(text.trim())) return false
  return !hasDigit(text) || /^[^\p{Nd}]*[\p{L}\p{M}]{3}[^\p{Nd}]{0,3}\p{Nd}{1,2}$/u.test(text.trim())
}

interface CellTraits {
  readonly isBlank?: true
  readonly isWordy?: true
  readonly isHeading?: boolean
  readonly namesId?: boolean
}

const BLANK: CellTraits = { isBlank: true }
const VALUE: CellTraits = {}

function describeCell(text: string, ownName: string): CellTraits {
  if (isBlank(text)) return BLANK
  if (!isWordy(text)) return VALUE
  const name = signHeading(text)
  const namesId = name !== '' && (name === ownName || namesSubOrderId(name))
  return { isWordy: true, isHeading: isHeading(text), namesId }
}

/** Describes cells, and remembers the answers. */
function createCellReader(ownName: string): (text: string) => CellTraits {
  const known = new Map<string, CellTraits>()
  return (text) => {
    if (text === '') return BLANK
    if (hasManyDigits(text)) return VALUE
    const before = known.get(text)
    if (before) return before
    const traits = describeCell(text, ownName)
    if (known.size >= MOST_KEPT) known.clear()
    known.set(text, traits)
    return traits
  }
}

/** Whether a cell fits the header of its column; the column of the ID is compared elsewhere. */
function fitsHeader({ kind, header, columns }: OwnHeader, cell: string, column: number): boolean {
  if (column === columns.subOrderId || isBlank(cell)) return true
  if (signHeading(cell) === signHeading(header[column] ?? '')) return true
  if (column === columns.skuId) return isProductHeading(cell)
  if (column === columns.quantity) return isAmountHeading(cell)
  if (!isHeading(cell)) return false
  // Line items below sub-orders are another table.
  return kind === 'line-items' || !(isProductHeading(cell) || isAmountHeading(cell))
}

/** The test looks at each cell of a row once, and stops at the first cell that holds a value. */
export function createHeadingTest(own: OwnHeader): HeadingTest {
  const idColumn = own.columns.subOrderId
  const ownName = signHeading(own.header[idColumn] ?? '')
  const readCell = createCellReader(ownName)

  function isOwnHeader(cells: readonly string[]): boolean {
    const idCell = cells[idColumn] ?? ''
    // A name that a person has given may hold digits, and counts as a value then.
    if (!readCell(idCell).namesId && !(ownName !== '' && signHeading(idCell) === ownName)) return false
    return cells.every((cell, column) => fitsHeader(own, cell, column))
  }
  function headsOtherTable(cells: readonly string[]): boolean {
    const id = readCell(cells[idColumn] ?? '')
    if (!id.isBlank && !id.isWordy) return false
    let shown = 0
    let headings = 0
    let namesId = false
    for (const cell of cells) {
      const traits = readCell(cell)
      if (traits.isBlank) continue
      if (!traits.isWordy) return false
      shown += 1
      if (traits.isHeading) headings += 1
      namesId ||= traits.namesId === true
    }
    if (shown === 0 || (headings === 0 && !namesId)) return false
    if (namesId) return !isOwnHeader(cells)
    if (headings >= 2 && headings * 2 >= shown) return true
    return id.isHeading === true && isSureHeading(cells[idColumn] ?? '')
  }
  return { isOwnHeader, headsOtherTable }
}
