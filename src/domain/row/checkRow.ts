import { findCutNumber } from '../sheet/cutNumber'
import { DELIMITERS, findMarkWithin } from '../ids/delimiters'
import { type SubOrderId, isExample, readSkuId, readSubOrderId } from '../ids/identifiers'
import type { IdRule } from '../ids/idRule'
import { listIdsInRefused } from './idsInRefused'
import { findHint, findWord } from './issueHint'
import { MOST_PIECES, readQuantity } from '../ids/quantity'
import { findWrongWidth } from '../sheet/rowShape'
import type { Sheet } from '../sheet/sheet'
import { findLastColumn } from '../sheet/shortRows'
import { isTotalSku, readSubtotal } from './subtotals'
import type { IssueCode } from '../ids/issueCode'
import type { SheetRow } from '../sheet/sheetRow'
import type { Issue } from '../sheet/issue'
import type { RefusedRow, SoundRow } from './checkedRow'

// Each issue carries the name on its way to the page and into the record: a long header would be there as often as there are issues.
const LONGEST_NAME = 255

const nameColumn = ({ header }: Sheet, column: number): string =>
  (header[column] ?? '').slice(0, LONGEST_NAME)

/** Names the cell that is to blame, as uploaded. */
export function blameCell(
  sheet: Sheet,
  row: SheetRow,
  code: IssueCode,
  column: number,
  otherRow?: number,
): Issue {
  const value = row.cells[column] ?? ''
  const name = nameColumn(sheet, column)
  const isSku = code === 'INVALID_ID' && column === sheet.columns.skuId && !/sku/i.test(name)
  const named = { row: row.row, code, value, column: name }
  const issue: Issue = isSku ? { ...named, meaning: 'skuId' } : named
  const hint = findHint(issue, row, sheet)
  if (hint) return { ...issue, hint }
  return otherRow === undefined ? issue : { ...issue, otherRow }
}

/** Checks one row by itself; its first problem is the one reported. */
export function checkRow(sheet: Sheet, row: SheetRow): SoundRow | RefusedRow {
  const shape = checkShape(sheet, row)
  if (shape) return shape
  const { subOrderId: idColumn } = sheet.columns
  const id = readSubOrderId(row.cells[idColumn] ?? '', sheet.idRule)
  if (!id.ok) return { issue: blameCell(sheet, row, id.code, idColumn) }
  const other = sheet.idRule && findOther(sheet, row, id.id)
  if (other) return { issue: other }
  return sheet.kind === 'sub-orders' ? { row: row.row, subOrderId: id.id } : checkLineItem(sheet, row, id.id)
}

/** A rule may let words through: a total or a header further down is no ID all the same. */
function findOther(sheet: Sheet, row: SheetRow, id: SubOrderId): Issue | undefined {
  // Neither begins so, and nearly every ID of other systems does.
  if (/^[\d#]/.test(id)) return undefined
  const { columns } = sheet
  const word = findWord(id, nameColumn(sheet, columns.subOrderId), sheet)
  return word && blameCell(sheet, row, 'INVALID_ID', columns.subOrderId)
}

function checkShape(sheet: Sheet, row: SheetRow): RefusedRow | undefined {
  // Read no further: a dropped line is as if it had never stood there, and holds nothing back.
  if (row.removed) return { issue: blameCell(sheet, row, 'DROPPED_ROW', sheet.columns.subOrderId) }
  if (row.badQuotes) return blameRow(sheet, row, 'BAD_QUOTES')
  const { subOrderId: idColumn } = sheet.columns
  const idCell = row.cells[idColumn] ?? ''
  // Digits first, in nearly every row: no need to clean the text to see that it is not the example.
  if (!/^\d/.test(idCell) && isExample(idCell))
    return { issue: blameCell(sheet, row, 'EXAMPLE_ROW', idColumn) }
  const cut = findCutNumber(sheet, row)
  if (cut !== undefined) return blameRow(sheet, row, 'SCIENTIFIC_ID', cut)
  const wrongWidth = findWrongWidth(sheet, row)
  return wrongWidth && blameRow(sheet, row, wrongWidth)
}

function blameRow(sheet: Sheet, row: SheetRow, code: IssueCode, column?: number): RefusedRow {
  const issue: Issue = { row: row.row, code, value: row.cells.join(sheet.delimiter) }
  const hint = findHint(issue, row, sheet)
  const hinted = hint ? { ...issue, hint } : issue
  return {
    issue: column === undefined ? hinted : { ...hinted, column: nameColumn(sheet, column) },
    isShapeless: true,
  }
}

// What stands between the cells of a row that no delimiter parts.
const apart = /[\s",;|:/]+/

/**
 * What may be the Sub Order ID of a row whose cells cannot be told apart: good enough to hold a sub-order back, and never used
 * to send anything. A delimiter too many or too few may have moved it; so may a number in front of each row.
 */
export function* mentionIds(sheet: Sheet, { cells, badQuotes }: SheetRow): Generator<SubOrderId> {
  const { header, columns, idRule } = sheet
  const [text = ''] = cells
  // Rows have been swallowed: where the ID of each stands is not known.
  if (badQuotes && /[\r\n]/.test(text)) {
    yield* readIds(text.split(apart), idRule)
    if (idRule) for (const mark of DELIMITERS) yield* readIds(splitLines(text, mark), idRule)
    return
  }
  // A quote may have kept a packed row from being parted.
  const markWithin = cells.length === 1 && !badQuotes ? findMarkWithin(text, header.length) : undefined
  const delimiter = markWithin ?? sheet.delimiter
  const parts = cells.join(delimiter).split(delimiter)
  const moved = parts.length - 1 - findLastColumn(sheet)
  const first = Math.max(0, columns.subOrderId + Math.min(0, moved))
  const last = columns.subOrderId + Math.max(0, moved)
  for (let at = first; at <= last && at < parts.length; at += 1) {
    // A row that another delimiter parts is one cell here.
    yield* readIds((parts[at] ?? '').split(apart), idRule)
    if (!idRule) continue
    yield* readIds(listTexts(parts, at, delimiter), idRule)
    for (const mark of DELIMITERS) yield* readIds(splitLines(parts[at] ?? '', mark), idRule)
  }
}

/** The parts of each line: an ID of another system may hold blanks, and what parts cells elsewhere. */
const splitLines = (text: string, delimiter: string): string[] =>
  text.split(/[\r\n]+/).flatMap((line) => line.replaceAll('"', '').split(delimiter))

function* readIds(texts: Iterable<string>, idRule: IdRule | undefined): Generator<SubOrderId> {
  for (const text of texts) {
    const read = readSubOrderId(text, idRule)
    if (read.ok) yield read.id
    else yield* listIdsInRefused(text, false, idRule)
  }
}

// Separators that an ID of another system holds; more of them are nothing that anybody numbers orders by.
const MOST_JOINED = 4

/** What an ID may be that begins in one part of a row: blanks and the delimiter itself may belong to it. */
function* listTexts(parts: readonly string[], at: number, delimiter: string): Generator<string> {
  yield* (parts[at] ?? '').split(/[\s"]+/)
  for (let end = at + 1; end <= Math.min(parts.length, at + MOST_JOINED); end += 1)
    yield parts.slice(at, end).join(delimiter).replaceAll('"', '')
}

const skuHeading = /^sku(?:[ _-]?(?:id|code|no|number))?$/i

/** The name of a column is no SKU ID. A look at the length, for nearly every row. */
const isHeadingSku = (sku: string, name: string): boolean =>
  (sku.length === name.length && sku.toLowerCase() === name.toLowerCase()) ||
  (sku.length < 11 && (sku.charCodeAt(0) | 32) === 115 && skuHeading.test(sku))

function checkLineItem(sheet: Sheet, row: SheetRow, subOrderId: SubOrderId): SoundRow | RefusedRow {
  const { skuId: skuColumn = -1, quantity: quantityColumn = -1 } = sheet.columns
  const sku = readSkuId(row.cells[skuColumn] ?? '')
  if (!sku.ok) return { issue: blameCell(sheet, row, sku.code, skuColumn), subOrderId }
  const quantity = readQuantity(row.cells[quantityColumn] ?? '')
  if (isTotalSku(sku.id)) {
    const issue = blameCell(sheet, row, 'INVALID_ID', skuColumn)
    return {
      issue: { ...issue, hint: 'total' },
      subOrderId,
      subtotal: readSubtotal(row.cells[quantityColumn] ?? ''),
    }
  }
  if (isHeadingSku(sku.id, nameColumn(sheet, skuColumn)))
    return { issue: blameCell(sheet, row, 'INVALID_ID', skuColumn), subOrderId }
  const wrong = quantity.ok ? quantity.quantity > MOST_PIECES && 'INVALID_QUANTITY' : quantity.code
  if (!quantity.ok || wrong)
    return {
      issue: blameCell(sheet, row, wrong || 'INVALID_QUANTITY', quantityColumn),
      subOrderId,
      skuId: sku.id,
    }
  return { row: row.row, subOrderId, lineItem: { skuId: sku.id, quantity: quantity.quantity, row: row.row } }
}
