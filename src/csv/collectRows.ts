import { isBlank } from '../domain/cleanText'
import type { ColumnMap, FileProblem, SheetKind, SheetRow } from '../domain/sheet'
import { findColumns } from './columns'
import { unguardFormula } from './formulaGuard'
import { dropReportColumns, findReportColumns, type ReportColumns } from './reportColumns'

/** A sheet's header and rows, as they come out of the file. */
export interface RowCollection {
  /** Records so far, blank ones too: the last one's row number. */
  count: number
  header?: readonly string[]
  columns?: ColumnMap
  report?: ReportColumns
  rows: SheetRow[]
  /** Set once the file cannot be loaded; nothing after it counts. */
  problem?: Omit<FileProblem, 'fileName'>
}

/** Takes one record: the first that is not blank is the header, later ones are rows; blank ones only count. */
export function collectRecord(
  collection: RowCollection,
  cells: string[],
  badQuotes: boolean,
  { kind, maxRows }: { kind: SheetKind; maxRows: number },
): void {
  collection.count += 1
  if (collection.problem || cells.every(isBlank)) return
  if (!collection.header) return collectHeader(collection, cells, kind)
  if (collection.rows.length >= maxRows) {
    collection.problem = { code: 'TOO_MANY_ROWS', limit: maxRows }
    return
  }
  const row = collection.count
  if (badQuotes) collection.rows.push({ row, cells, badQuotes })
  else collection.rows.push({ row, cells: readCells(cells, collection.report) })
}

function collectHeader(collection: RowCollection, cells: string[], kind: SheetKind): void {
  const header = readCells(cells, undefined)
  const report = findReportColumns(header)
  collection.header = report ? header.slice(0, report.ownWidth) : header
  if (report) collection.report = report
  const found = findColumns(collection.header, kind)
  if (found.ok) collection.columns = found.columns
  else collection.problem = found.problem
}

function readCells(cells: string[], report: ReportColumns | undefined): readonly string[] {
  for (const [index, cell] of cells.entries()) {
    if (cell.startsWith("'")) cells[index] = unguardFormula(cell)
  }
  return report ? dropReportColumns(cells, report) : cells
}
