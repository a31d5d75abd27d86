import type { RowMark } from '../../domain/sheet/rowMark'
import type { UnnamedProblem } from '../../domain/sheet/fileProblem'
import { createRowPacker, type PackedRows } from '../../domain/sheet/packedRows'
import type { ReadRequest } from '../../domain/sheet/sheetReading'
import { applyMarks } from '../cells/applyMarks'
import { mayHoldGuards, unguardCell } from '../cells/formulaGuard'
import { dropReportColumns, type ReportColumns } from '../cells/reportColumns'
import type { FoundHeader } from '../header/foundHeader'
import type { TableShape } from './joinedRows'
import { createPadding } from './padCells'
import { findSwallowed, writeRawRecord } from './swallowedRows'

/** The rows below the header. */
export interface TableRows {
  readonly length: number
  /** Gives the rows their header. Returns a problem where the header itself holds rows. */
  begin(header: FoundHeader): UnnamedProblem | undefined
  /** Adds a row; returns a problem where the table is too large. */
  add(
    row: number,
    cells: string[],
    badQuotes: boolean,
    marks: readonly RowMark[] | undefined,
  ): UnnamedProblem | undefined
  /** Adds rows whose cells need no change. */
  addBlock(block: PackedRows): void
  finish(): readonly PackedRows[]
}

export function createTableRows(
  { maxRows, idRule }: ReadRequest,
  { padsRows }: { readonly padsRows: boolean },
): TableRows {
  const packer = createRowPacker()
  const padCells = createPadding()
  let header: FoundHeader | undefined
  let shape: TableShape | undefined

  function addCells(row: number, cells: readonly string[]): void {
    const swallowed = shape && findSwallowed(cells, shape)
    if (swallowed === undefined) packer.add(row, cells, false)
    else packer.add(row, [writeRawRecord(cells, swallowed)], true)
  }
  return {
    get length() {
      return packer.length
    },
    begin: (found) => {
      header = found
      shape = { width: found.header.length, columns: found.columns, ...(idRule && { idRule }) }
      const isSwallowing = found.row !== null && findSwallowed(found.header, shape) !== undefined
      return isSwallowing ? { code: 'UNTERMINATED_QUOTE', row: found.row } : undefined
    },
    add: (row, cells, badQuotes, marks) => {
      if (packer.length >= maxRows) return { code: 'TOO_MANY_ROWS', limit: maxRows }
      const problem = !badQuotes && padsRows ? padCells(row, cells, header?.header.length ?? 0) : undefined
      if (problem) return problem
      if (marks && header) applyMarks(cells, marks, header.columns)
      if (badQuotes) packer.add(row, cells, true)
      else addCells(row, cleanCells(cells, header?.report))
      return undefined
    },
    addBlock: packer.addBlock,
    finish: packer.finish,
  }
}

/** Removes formula guards, and our own columns of an earlier download. */
function cleanCells(cells: string[], report: ReportColumns | undefined): readonly string[] {
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? ''
    if (mayHoldGuards(cell)) cells[index] = unguardCell(cell)
  }
  return report ? dropReportColumns(cells, report) : cells
}
