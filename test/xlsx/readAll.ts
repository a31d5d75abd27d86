import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { WorkbookLimits } from '../../src/xlsx/parts/openOptions'
import { openWorkbook, type ReadRecordsOptions } from '../../src/xlsx/readWorkbook'
import { type WrittenCell, type WrittenWorkbook, wrapRows, writeWorkbook } from '../support/workbook'

/** Limits that nobody reaches by accident. */
const LIMITS: WorkbookLimits = {
  maxInflatedBytes: 2 ** 29,
  maxCellLength: 1_048_576,
  maxTextLength: 2 ** 27,
  maxColumns: 16_384,
}

export function openBytes(bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}) {
  const file = new Blob([bytes as BlobPart])
  return openWorkbook(file, { limits: { ...LIMITS, ...limits }, yieldIfDue: neverYield })
}

/** The rows of a sheet, by default the first, as `[number, cells]`; or why there are none. */
export async function readAll(
  bytes: Uint8Array,
  options: Partial<WorkbookLimits> & Partial<ReadRecordsOptions> & { readonly name?: string } = {},
) {
  const workbook = await openBytes(bytes, options)
  if (!workbook.ok) return workbook
  const name = options.name ?? workbook.sheets[0]?.name
  if (name === undefined) return 'no sheets'
  const rows: [row: number, cells: string[]][] = []
  const read = await workbook.readRecords(name, {
    take: (cells, row) => {
      rows.push([row, cells])
      return false
    },
    yieldIfDue: neverYield,
    ...options,
  })
  return read.ok ? rows : read
}

/** Reads the cells of a row. */
export async function readRow(cells: readonly WrittenCell[], options: Partial<WrittenWorkbook> = {}) {
  return readAll(writeWorkbook({ sheets: [{ name: 'Sheet1', rows: [cells] }], ...options }))
}

/** A workbook with a single sheet. The rows are XML. */
export function writeRowsXml(rows: string, parts: WrittenWorkbook['parts'] = {}): Uint8Array {
  const sheets = [{ name: 'Sheet1', rows: [] }]
  return writeWorkbook({ sheets, parts: { 'xl/worksheets/sheet1.xml': wrapRows(rows), ...parts } })
}

export function readRowsXml(rows: string, parts: WrittenWorkbook['parts'] = {}) {
  return readAll(writeRowsXml(rows, parts))
}
