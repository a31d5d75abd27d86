import type { YieldIfDue } from '../time/yieldIfDue'
import { splitIds } from '../ids/identifiers'
import { findOriginal, type IsMeant, isEdited, restoreBlock, undoBlock } from './mendStretch'
import { PACK_LENGTH } from '../sheet/packedRows'
import {
  changeChunks,
  chunkRows,
  countRows,
  isPacked,
  type RowChunk,
  type RowList,
  readRows,
} from '../sheet/rowList'
import { findWrongWidth, isShifted } from '../sheet/rowShape'
import type { Sheet } from '../sheet/sheet'
import { type Steps, takeSteps, takeStepsInSlices } from '../time/steps'
import type { SheetRow } from '../sheet/sheetRow'
import { type ColumnMeaning, MEANINGS } from '../sheet/columnMeaning'
import type { CheckedSheet } from '../sheet/checkedSheet'

/** New texts of the cells that have a meaning. */
export type EditedCells = Readonly<Partial<Record<ColumnMeaning, string>>>

/** Positions of rows in a sheet, in any order. */
export type Positions = readonly number[] | Int32Array

/**
 * What the user does about rows of a sheet, each by its position: other cells, out with it, several rows in its place (one
 * for each ID that stands in its cell), the ID of a row above, back to what was uploaded, or back to what stood there before a drop, a
 * split or a fill.
 */
export type Edit =
  | { readonly type: 'edit'; readonly position: number; readonly cells: EditedCells }
  | { readonly type: 'drop' | 'split' | 'undo'; readonly positions: Positions }
  /** `positions`: ascending; `sources`: for each of them the position of the row that has its ID, -1 where it is left out. */
  | { readonly type: 'fill'; readonly positions: readonly number[]; readonly sources: readonly number[] }
  /** `before`: the rows before the drop or the split; `positions`: of those that it meant, among them. */
  | { readonly type: 'restore'; readonly positions: Positions; readonly before: RowList }

/**
 * The texts of a row's cells that have a meaning, as they stand. Of a row whose cells may stand in the wrong columns none is
 * known: a person has to type them.
 */
export function readMeantCells(sheet: Sheet, row: SheetRow): EditedCells {
  const own = isShifted(sheet, row) ? [] : row.cells
  const entries = MEANINGS.flatMap((meaning) => {
    const column = sheet.columns[meaning]
    return column === undefined ? [] : [[meaning, own[column] ?? ''] as const]
  })
  return Object.fromEntries(entries)
}

function isAsUploaded(sheet: Sheet, original: SheetRow, cells: readonly string[]): boolean {
  if (original.badQuotes || original.cells.length > cells.length) return false
  if (cells.some((cell, at) => cell !== (original.cells[at] ?? ''))) return false
  return original.cells.length === cells.length || !findWrongWidth(sheet, original)
}

/**
 * A row with other cells, as wide as the header; what it was goes along. An unchanged row stays as it is. Cells that may stand
 * in the wrong columns are left out: to keep some would send what nobody typed.
 */
export function editRow(sheet: Sheet, row: SheetRow, texts: EditedCells): SheetRow {
  const own = isShifted(sheet, row) ? [] : row.cells
  const cells = Array.from({ length: sheet.header.length }, (_, column) => own[column] ?? '')
  for (const meaning of MEANINGS) {
    const column = sheet.columns[meaning]
    const text = texts[meaning]
    if (column !== undefined && text !== undefined) cells[column] = text
  }
  const original = row.original ?? findOriginal(row)
  return isAsUploaded(sheet, original, cells) ? original : { row: row.row, cells, original }
}

function dropRow(row: SheetRow): SheetRow {
  return { ...row, dropped: true }
}

function splitRow(sheet: Sheet, row: SheetRow): readonly SheetRow[] {
  // Of line items, which of the IDs the SKU and the quantity belong to would be a guess; of shifted cells, all is one.
  if (sheet.kind !== 'sub-orders' || isShifted(sheet, row)) return [row]
  const ids = splitIds(row.cells[sheet.columns.subOrderId] ?? '', sheet.idRule)
  if (ids.length < 2) return [row]
  const original = row.original ?? findOriginal(row)
  return ids.map((id) => editRow(sheet, { ...row, original }, { subOrderId: id }))
}

/** What becomes of the rows that are meant, given one by one and in order. */
type ChangeRow = (row: SheetRow) => readonly SheetRow[]

function createFill(sheet: Sheet, sources: readonly number[]): ChangeRow {
  const { subOrderId: column } = sheet.columns
  let next = 0
  let source = -1
  let id = ''
  return (row) => {
    const own = sources[next] ?? -1
    next += 1
    if (own < 0) return [dropRow(row)]
    if (own !== source) id = sheet.rows.at(own)?.cells[column] ?? ''
    source = own
    return [editRow(sheet, row, { subOrderId: id })]
  }
}

function createChange(sheet: Sheet, edit: Edit): ChangeRow {
  if (edit.type === 'edit') return (row) => [editRow(sheet, row, edit.cells)]
  if (edit.type === 'fill') return createFill(sheet, edit.sources)
  return edit.type === 'drop' ? (row) => [dropRow(row)] : (row) => splitRow(sheet, row)
}

function changeBlock(chunk: RowChunk, isMeant: IsMeant, changeRow: ChangeRow): RowChunk {
  const rows: SheetRow[] = []
  let place = 0
  for (const row of readRows(chunk)) {
    if (isMeant(place)) rows.push(...changeRow(row))
    else rows.push(row)
    place += 1
  }
  return rows
}

const hasEditedRow = (chunk: RowChunk): boolean =>
  !isPacked(chunk) && chunk.some(({ original }) => original !== undefined)

function replaceRows({ hasEdits: _, ...sheet }: Sheet, rows: RowList, hasEdits: boolean): Sheet {
  return hasEdits ? { ...sheet, rows, hasEdits } : { ...sheet, rows }
}

function* editInSteps(sheet: Sheet, edit: Edit): Steps<Sheet> {
  const own = chunkRows(sheet.rows)
  const before = edit.type === 'restore' ? edit.before : sheet.rows
  const meant = new Uint8Array(before.length)
  for (const position of edit.type === 'edit' ? [edit.position] : edit.positions) meant[position] = 1
  const changeRow = createChange(sheet, edit)
  let hasEdits = false
  const rows = yield* changeChunks(before, (old, start, index) => {
    const chunk = own[index] ?? old
    const places = meant.subarray(start, start + countRows(old))
    const isMeant = (place: number) => places[place] === 1
    const makeChunk = () => {
      if (edit.type === 'restore') return restoreBlock(chunk, old, isMeant)
      return edit.type === 'undo' ? undoBlock(chunk, isMeant) : changeBlock(chunk, isMeant, changeRow)
    }
    const made = places.includes(1) ? makeChunk() : chunk
    hasEdits ||= hasEditedRow(made)
    return made
  })
  return replaceRows(sheet, rows, hasEdits)
}

/** The sheet after a mend: the old one stays as it is. It has to be checked anew. */
export function editSheet(sheet: Sheet, edit: Edit): Sheet {
  return takeSteps(editInSteps(sheet, edit))
}

/** The same, for sheets of any length: the page has its turn meanwhile. */
export function editSheetInSlices(sheet: Sheet, edit: Edit, yieldIfDue: YieldIfDue): Promise<Sheet> {
  return takeStepsInSlices(editInSteps(sheet, edit), yieldIfDue)
}

/** By place in `issues`: the position of its row in the sheet. Each row without a request has one issue, in row order. */
export function findIssuePositions({
  requestOfRow,
  issues,
}: Pick<CheckedSheet, 'requestOfRow' | 'issues'>): Int32Array {
  const positions = new Int32Array(issues.length)
  let next = 0
  for (let position = 0; position < requestOfRow.length; position += 1) {
    if ((requestOfRow[position] ?? -1) >= 0) continue
    positions[next] = position
    next += 1
  }
  return positions
}

/** By row number: the rows that stand in the place of one, where one of them was mended or dropped. */
function* groupEdited(rows: RowList): Steps<ReadonlyMap<number, readonly SheetRow[]>> {
  const groups = new Map<number, readonly SheetRow[]>()
  let group: SheetRow[] = []
  let walked = 0
  for (const row of rows) {
    if (group[0]?.row === row.row) group.push(row)
    else group = [row]
    if (isEdited(row)) groups.set(row.row, group)
    walked += 1
    if (walked % PACK_LENGTH === 0) yield undefined
  }
  return groups
}

function* reapplyInSteps(read: Sheet, mended: Sheet): Steps<Sheet> {
  const groups = yield* groupEdited(mended.rows)
  const { decisions } = mended
  const fresh = decisions ? { ...read, decisions } : read
  if (groups.size === 0) return fresh
  const mendRow = (row: SheetRow, one: SheetRow): SheetRow => {
    const edited = one.original ? editRow(fresh, row, readMeantCells(mended, one)) : row
    return one.dropped ? dropRow(edited) : edited
  }
  let hasEdits = false
  const rows = yield* changeChunks(fresh.rows, (chunk) => {
    const numbers = isPacked(chunk) ? chunk.rows : chunk.map(({ row }) => row)
    if (!numbers.some((row) => groups.has(row))) return chunk
    const made = [...readRows(chunk)].flatMap(
      (row) => groups.get(row.row)?.map((one) => mendRow(row, one)) ?? [row],
    )
    hasEdits ||= hasEditedRow(made)
    return made
  })
  return replaceRows(fresh, rows, hasEdits)
}

/**
 * Does to a sheet that was read anew what had been done to it before: the rows that stood in the place of one, with their
 * texts, those that were dropped, and what was decided about odd ones. The fresh sheet itself, where nothing was. The page has its turn meanwhile.
 *
 * @param mended the same file's rows as they were mended, in columns of its own
 */
export function reapplyEdits(fresh: Sheet, mended: Sheet, yieldIfDue: YieldIfDue): Promise<Sheet> {
  return takeStepsInSlices(reapplyInSteps(fresh, mended), yieldIfDue)
}
