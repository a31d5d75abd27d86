import { splitIds } from './identifiers'
import { type RowList, replaceRows } from './rowList'
import type { CheckedSheet, ColumnMeaning, Sheet, SheetRow } from './sheet'

/** New texts of the cells that have a meaning. */
export type MendedCells = Readonly<Partial<Record<ColumnMeaning, string>>>

/**
 * What the user does about rows of a sheet, each by its position: other cells, out with it, several rows in its place (one
 * for each ID that stands in its cell), or back to what was uploaded.
 */
export type Mend =
  | { readonly type: 'edit'; readonly position: number; readonly cells: MendedCells }
  | { readonly type: 'drop' | 'split' | 'undo'; readonly positions: readonly number[] }

const MEANINGS: readonly ColumnMeaning[] = ['subOrderId', 'skuId', 'quantity']

/** The texts of a row's cells that have a meaning, as they stand. Of a row whose quotes could not be read, none is known. */
export function readMeantCells({ columns }: Sheet, { cells, badQuotes }: SheetRow): MendedCells {
  const entries = MEANINGS.flatMap((meaning) => {
    const column = columns[meaning]
    return column === undefined ? [] : [[meaning, badQuotes ? '' : (cells[column] ?? '')] as const]
  })
  return Object.fromEntries(entries)
}

/** The row as it came from the file: what was done to it since is left out. */
function findUploaded(one: SheetRow): SheetRow {
  const { row, cells, badQuotes } = one.was ?? one
  return badQuotes ? { row, cells, badQuotes } : { row, cells }
}

/** A row with other cells, as wide as the header; what it was goes along. An unchanged row stays as it is. */
export function editRow(sheet: Sheet, row: SheetRow, texts: MendedCells): SheetRow {
  const own = row.badQuotes ? [] : row.cells
  const cells = Array.from({ length: sheet.header.length }, (_, column) => own[column] ?? '')
  for (const meaning of MEANINGS) {
    const column = sheet.columns[meaning]
    const text = texts[meaning]
    if (column !== undefined && text !== undefined) cells[column] = text
  }
  const was = row.was ?? findUploaded(row)
  const isAsUploaded = cells.length === was.cells.length && cells.every((cell, at) => cell === was.cells[at])
  return isAsUploaded && !was.badQuotes ? was : { row: row.row, cells, was }
}

function dropRow(row: SheetRow): SheetRow {
  return { ...row, dropped: true }
}

function splitRow(sheet: Sheet, row: SheetRow): readonly SheetRow[] {
  const column = sheet.columns.subOrderId
  // Of line items, which of the IDs the SKU and the quantity belong to would be a guess.
  const ids = sheet.kind === 'sub-orders' ? splitIds(row.cells[column] ?? '') : []
  if (ids.length < 2) return [row]
  const was = row.was ?? findUploaded(row)
  return ids.map((id) => editRow(sheet, { ...row, was }, { subOrderId: id }))
}

/** Where the rows stand that took this one's place: they have its row number, and no other has. */
function findSiblings(rows: RowList, position: number): readonly [from: number, to: number] {
  const row = rows.at(position)?.row
  let from = position
  while (rows.at(from - 1)?.row === row && from > 0) from -= 1
  let to = position + 1
  while (rows.at(to)?.row === row) to += 1
  return [from, to]
}

function undoRow(rows: RowList, position: number, changes: Map<number, readonly SheetRow[]>): void {
  const row = rows.at(position)
  if (!row || changes.has(position)) return
  const [from, to] = findSiblings(rows, position)
  changes.set(from, [findUploaded(row)])
  for (let sibling = from + 1; sibling < to; sibling += 1) changes.set(sibling, [])
}

/** The sheet after a mend: the old one stays as it is. It has to be checked anew. */
export function mendSheet(sheet: Sheet, mend: Mend): Sheet {
  const { rows } = sheet
  const changes = new Map<number, readonly SheetRow[]>()
  if (mend.type === 'edit') {
    const row = rows.at(mend.position)
    if (row) changes.set(mend.position, [editRow(sheet, row, mend.cells)])
    return { ...sheet, rows: replaceRows(rows, changes), hasMended: true }
  }
  for (const position of mend.positions) {
    const row = rows.at(position)
    if (!row) continue
    if (mend.type === 'undo') undoRow(rows, position, changes)
    else changes.set(position, mend.type === 'drop' ? [dropRow(row)] : splitRow(sheet, row))
  }
  const mended = { ...sheet, rows: replaceRows(rows, changes) }
  return mend.type === 'split' ? { ...mended, hasMended: true } : mended
}

/** By place in `issues`: the position of its row in the sheet. Each row without a request has one issue, in row order. */
export function findIssuePositions({ requestOfRow, issues }: CheckedSheet): Int32Array {
  const positions = new Int32Array(issues.length)
  let next = 0
  for (let position = 0; position < requestOfRow.length; position += 1) {
    if ((requestOfRow[position] ?? -1) >= 0) continue
    positions[next] = position
    next += 1
  }
  return positions
}

/**
 * Does to a sheet that was read anew what had been done to it before: the rows that stood in the place of one, with their
 * texts, and those that were dropped.
 *
 * @param mended the same file's rows as they were mended, in columns of its own
 */
export function mendAgain(fresh: Sheet, mended: Sheet): Sheet {
  const changes = new Map<number, readonly SheetRow[]>()
  const old = mended.rows[Symbol.iterator]()
  let next = old.next()
  let position = 0
  for (const row of fresh.rows) {
    const own: SheetRow[] = []
    for (; !next.done && next.value.row === row.row; next = old.next()) own.push(next.value)
    if (own.some(({ was, dropped }) => was || dropped)) {
      changes.set(
        position,
        own.map((one) => {
          const edited = one.was ? editRow(fresh, row, readMeantCells(mended, one)) : row
          return one.dropped ? dropRow(edited) : edited
        }),
      )
    }
    position += 1
  }
  const rows = changes.size > 0 ? replaceRows(fresh.rows, changes) : fresh.rows
  return mended.hasMended ? { ...fresh, rows, hasMended: true } : { ...fresh, rows }
}
