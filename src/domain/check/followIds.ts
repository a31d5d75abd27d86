import { checkRow } from '../row/checkRow'
import { readMark } from '../ids/cellMarks'
import { cleanText, isBlank, undressText } from '../ids/cleanText'
import { isDatabaseBlank, isDitto, isFiller, isZero } from '../ids/filler'
import { isLabel } from '../ids/labelWords'
import { looksLikeDate } from '../ids/looksLikeDate'
import { readQuantity } from '../ids/quantity'
import { readSkuId, readSubOrderId, type SubOrderId } from '../ids/identifiers'
import { createSums } from '../row/lineSums'
import type { Sheet } from '../sheet/sheet'
import { isFarShorter } from '../makes/shortNumbers'
import { isTotalSku } from '../row/subtotals'
import { isMarketplace } from '../tables/tableByMakes'
import { isTotalText } from '../ids/totalText'
import type { SheetRow } from '../sheet/sheetRow'
import type { Issue } from '../sheet/issue'
import type { RefusedRow, SoundRow } from '../row/checkedRow'

/** The sub-order of a row that has its ID. */
interface Above {
  readonly id: SubOrderId
  readonly row: number
  /** Nothing stands between that could begin something else. */
  readonly isSure: boolean
  /** The sub-order above it, where its own ID may only be a count. */
  readonly other?: SubOrderId | undefined
}

const listHolds = ({ id, other }: Above): readonly SubOrderId[] => (other === undefined ? [id] : [id, other])

/** What a row without an ID of its own comes to. */
export interface Followed {
  readonly issue: Issue
  /** The sub-orders it may be a line of. */
  readonly holds: readonly SubOrderId[]
  /** The sub-order that comes next may own it too. */
  readonly waits: boolean
}

/** Walks down the rows of a line-item sheet and says which sub-order a row without an ID belongs to, or may belong to. */
export interface IdFollower {
  /** @returns undefined where the row has an ID, or is no line */
  follow(row: SheetRow, finding: SoundRow | RefusedRow): Followed | undefined
}

// Nothing but what nobody sees.
const unseen = /^[\p{Cc}\p{Cf}\s]+$/u

/** A cell that says nothing, or that the one above it counts; so does a merged cell that lies over it. */
const pointsUp = (text: string): boolean =>
  isBlank(text) ||
  unseen.test(text) ||
  readMark(text) === 'under a merged cell' ||
  isDitto(text) ||
  isDatabaseBlank(text) ||
  isZero(undressText(cleanText(text)))

/** Totals, remarks and the like below a list. */
const MOST_BELOW = 30

/** Whether the last line of a sheet, as uploaded, has no ID. */
function endsInLine({ columns, rows, idRule }: Sheet): boolean {
  const least = Math.max(0, rows.length - MOST_BELOW)
  for (let position = rows.length - 1; position >= least; position -= 1) {
    const row = rows.at(position)
    const { cells, badQuotes } = row?.original ?? row ?? { cells: [] }
    const id = cells[columns.subOrderId] ?? ''
    if (badQuotes || readSubOrderId(id, idRule).ok) return false
    if (
      pointsUp(id) &&
      readSkuId(cells[columns.skuId ?? -1] ?? '').ok &&
      !cells.some((cell) => isTotalText(cell, idRule))
    )
      return true
  }
  return false
}

/** The number of the last row with an ID, infinite where it is far from the end. */
function findLastIdRow({ columns, rows, idRule }: Sheet): number {
  const last = rows
    .slice(Math.max(0, rows.length - MOST_BELOW), rows.length)
    .findLast(
      ({ cells, original }) =>
        readSubOrderId((original ?? { cells }).cells[columns.subOrderId] ?? '', idRule).ok,
    )
  return last?.row ?? Number.POSITIVE_INFINITY
}

/** A SKU ID is seldom such a word, without a digit; `A` and `To` may be one. */
const isLabelSku = (sku: string): boolean => sku.length > 2 && !/\d/.test(sku) && isLabel(sku)

const digit = /\p{Nd}/u

/** Words in the place of an ID that neither begin a group nor end the list. */
const isRemark = (cell: string): boolean => !digit.test(cell) && !isMarketplace(cell) && !isLabel(cell)

// The quotes of ditto marks, or of a cell that ends nowhere, have swallowed what stands here.
const swallowed = /^\s*[,;\t|]|\n/

export function createIdFollower(sheet: Sheet): IdFollower {
  const { subOrderId: idColumn, skuId: skuColumn = -1, quantity: quantityColumn = -1 } = sheet.columns
  const sums = createSums(sheet)
  let above: Above | undefined
  /** The first lines have no ID: the IDs of this file may stand below their lines. */
  let isBottomUp = false
  let hasIds = false
  let endsBelow: boolean | undefined
  let lastIdRow: number | undefined

  const doubt = (): void => {
    if (above) above = { ...above, isSure: false }
  }
  function takeId(id: SubOrderId, { row, original, cells }: SheetRow): void {
    hasIds = true
    // An ID that was filled in on the screen is its row's own, and no other's.
    const uploaded = original && !original.badQuotes ? original.cells : cells
    if (original && pointsUp(uploaded[idColumn] ?? '')) return
    // A count in the midst of a sub-order's lines.
    const other = above && isFarShorter(id, above.id) ? above.id : undefined
    above = { id, row, isSure: other === undefined, other }
  }
  /** Whether a row may be a line: it has a SKU ID, or something that may be a quantity. */
  function isLine({ cells }: SheetRow): boolean {
    const quantity = cells[quantityColumn] ?? ''
    return !isBlank(cells[skuColumn] ?? '') || /[\p{L}\p{N}]/u.test(quantity)
  }
  /** Whether a row lacks nothing but its ID. */
  const isWholeLine = ({ cells }: SheetRow): boolean =>
    readSkuId(cells[skuColumn] ?? '').ok && readQuantity(cells[quantityColumn] ?? '').ok
  /** The last line has no ID: none stands below it. */
  function isTopDown(): boolean {
    endsBelow ??= endsInLine(sheet)
    return endsBelow
  }
  function followTotal(issue: Issue, row: SheetRow): Issue | undefined {
    const sku = row.cells[skuColumn] ?? ''
    const isNamed =
      issue.hint === 'total' && (isBlank(sku) || isTotalText(sku, sheet.idRule) || !isBlank(issue.value))
    if (!isNamed && !(isBlank(row.cells[idColumn] ?? '') && sums.isSum(row))) return undefined
    sums.close(row)
    doubt()
    return { ...issue, hint: 'total' }
  }
  function followLine(issue: Issue, row: SheetRow): Followed | undefined {
    const cell = row.cells[idColumn] ?? ''
    if (!isLine(row)) return undefined
    const isFirst = !hasIds
    if (isFirst && !isTopDown()) isBottomUp = true
    const isFillable = above?.isSure === true && !isBottomUp && pointsUp(cell) && !isDoubtful(row)
    const { hint: _, ...plain } = issue
    const kept = issue.hint === 'total' ? plain : issue
    return {
      issue: above && isFillable ? { ...plain, hint: 'id-above', otherRow: above.row } : kept,
      holds: above ? listHolds(above) : [],
      waits: isBottomUp || isFirst,
    }
  }
  /** What stands in the place of its SKU ID may be none: to fill its ID in is no matter of one click. */
  function isDoubtful(row: SheetRow): boolean {
    const sku = cleanText(row.cells[skuColumn] ?? '')
    return looksLikeDate(sku) || isLabelSku(sku) || isTotalSku(sku) || sums.mayBeSum(row)
  }
  /** A footer: a label where a SKU ID would stand, and no quantity beside it, or no more IDs below. */
  function followLabel(issue: Issue, row: SheetRow): Issue | undefined {
    const sku = row.cells[skuColumn] ?? ''
    if (!isBlank(row.cells[idColumn] ?? '') || !isLabelSku(sku)) return undefined
    lastIdRow ??= findLastIdRow(sheet)
    if (readQuantity(row.cells[quantityColumn] ?? '').ok && row.row < lastIdRow) return undefined
    doubt()
    return { ...issue, hint: 'label' }
  }
  /** A row whose own ID cannot be read. */
  function followUnread(issue: Issue, row: SheetRow): Followed | undefined {
    const cell = row.cells[idColumn] ?? ''
    if (issue.code === 'EXAMPLE_ROW') return undefined
    const total = followTotal(issue, row)
    const note = total ?? followLabel(issue, row)
    if (note) return { issue: note, holds: [], waits: false }
    if (issue.hint === 'rule') {
      doubt()
      return undefined
    }
    if (pointsUp(cell) || isFiller(cell) || swallowed.test(cell)) return followLine(issue, row)
    if (above && issue.code === 'INVALID_ID' && isRemark(cell) && isWholeLine(row)) {
      // `contd`, `and`, `free gift`: words are no ID, and may say that the line goes with the one above.
      doubt()
      return { issue, holds: listHolds(above), waits: false }
    }
    // Another sub-order, whichever it is: the lines below are its own. A remark or a heading begins none.
    const isOther = issue.code !== 'INVALID_ID' || (issue.hint !== 'repeated-header' && isLine(row))
    if (isOther) above = undefined
    else doubt()
    if (isOther) hasIds = true
    return undefined
  }
  function followShapeless(issue: Issue, row: SheetRow): Followed | undefined {
    const cells = row.badQuotes ? (row.cells[0] ?? '').split(sheet.delimiter) : row.cells
    const held = above
    doubt()
    if (!held || !pointsUp(cells[idColumn] ?? '') || !isLine({ row: row.row, cells })) return undefined
    return { issue, holds: listHolds(held), waits: false }
  }
  return {
    follow: (row, finding) => {
      sums.add(row, finding)
      const { issue } = finding
      if (issue && finding.subtotal !== undefined) sums.close(row)
      if (finding.subOrderId !== undefined) takeId(finding.subOrderId, row)
      else if (issue?.code === 'DROPPED_ROW') {
        // A line that was left out still heads those below it.
        const { removed: _, ...uploaded } = row
        const read = readSubOrderId(row.cells[idColumn] ?? '', sheet.idRule)
        if (read.ok) takeId(read.id, row)
        else if (!pointsUp(row.cells[idColumn] ?? '')) {
          const own = checkRow(sheet, uploaded)
          if (own.issue && !own.isShapeless) followUnread(own.issue, row)
        }
      } else if (issue) {
        return finding.isShapeless ? followShapeless(issue, row) : followUnread(issue, row)
      }
      return undefined
    },
  }
}
