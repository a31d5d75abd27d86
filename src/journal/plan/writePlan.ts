import { cut } from '../../domain/lists/cut'
import { packedBlocks } from '../../domain/run/requestList'
import { findIssuePositions } from '../../domain/sheet/findIssuePositions'
import type { CheckedSheet } from '../../domain/sheet/checkedSheet'
import { MEANINGS } from '../../domain/sheet/columnMeaning'
import type { Issue } from '../../domain/sheet/issue'
import type { Sheet } from '../../domain/sheet/sheet'
import type { SheetRow } from '../../domain/sheet/sheetRow'
import type { OriginalCells, PlanChunk, SheetHead } from '../tables/planChunk'
import type { Key } from '../tables/records'
import { writeCautions } from './keptCautions'
import { keepCells, keepIssue } from './keptCells'
import { CHUNK_LENGTH, keyOfChunk } from './planChunks'
import { writeRequests } from './requestChunks'
import type { RunPlan } from '../../domain/record/runEntry'

/** The columns with a meaning, as they stand in the file. */
function findOwnColumns({ columns }: Sheet): number[] {
  return MEANINGS.flatMap((meaning) => columns[meaning] ?? [])
}

export function writeSheetHead({ sheet }: CheckedSheet): SheetHead {
  return { header: findOwnColumns(sheet).map((at) => sheet.header[at] ?? ''), delimiter: sheet.delimiter }
}

function writeRows(
  sheet: Sheet,
  columns: readonly number[],
  rows: readonly SheetRow[],
  requests: Int32Array,
): PlanChunk {
  const kept = rows.map((row) => keepCells(sheet, row, columns))
  return {
    part: 'rows',
    rows: rows.map(({ row }) => row),
    cells: columns.map((_, index) => kept.map((cells) => cells?.[index] ?? '')),
    badQuotes: findPlaces(rows, ({ badQuotes }) => badQuotes),
    requests: [...requests],
    was: rows.flatMap((row, place) => writeOriginal(sheet, columns, row, place)),
    dropped: findPlaces(rows, ({ removed }) => removed),
  }
}

function findPlaces(rows: readonly SheetRow[], isMeant: (row: SheetRow) => boolean | undefined): number[] {
  return rows.flatMap((row, place) => (isMeant(row) ? [place] : []))
}

/** Writes an edited row as it was uploaded, in the columns that are kept; no cells where it had another shape. */
function writeOriginal(
  sheet: Sheet,
  columns: readonly number[],
  { original }: SheetRow,
  place: number,
): readonly OriginalCells[] {
  if (!original) return []
  return [{ place, cells: keepCells(sheet, original, columns) ?? [], isBad: original.badQuotes === true }]
}

/** Writes the issues, each with as much text as is kept of its row. */
function* writeIssues({
  sheet,
  issues,
  requestOfRow,
}: CheckedSheet): Generator<readonly [number, PlanChunk]> {
  const positions = findIssuePositions({ issues, requestOfRow })
  for (const [number, found] of cut(issues, CHUNK_LENGTH)) {
    const from = number * CHUNK_LENGTH
    const kept: Issue[] = []
    for (const [index, issue] of found.entries()) {
      const row = sheet.rows.at(positions[from + index] ?? -1)
      kept.push(row ? keepIssue(sheet, row, issue) : { ...issue, value: '' })
    }
    yield [number, { part: 'issues', issues: kept }]
  }
}

/** Writes the plan of a run, in chunks with their keys. */
export function* writePlan({ id, requests, checked }: RunPlan): Generator<readonly [Key, PlanChunk]> {
  let blocks = 0
  for (const block of packedBlocks(requests)) {
    const chunk = writeRequests(block)
    yield [keyOfChunk(id, chunk.part, blocks), chunk]
    blocks += 1
  }
  if (!checked) return
  const columns = findOwnColumns(checked.sheet)
  for (const [number, rows] of cut(checked.sheet.rows, CHUNK_LENGTH)) {
    const from = number * CHUNK_LENGTH
    const chunk = writeRows(
      checked.sheet,
      columns,
      rows,
      checked.requestOfRow.subarray(from, from + rows.length),
    )
    yield [keyOfChunk(id, 'rows', number), chunk]
  }
  for (const [number, chunk] of writeIssues(checked)) yield [keyOfChunk(id, 'issues', number), chunk]
  let cautions = 0
  for (const chunk of writeCautions(checked.cautions, CHUNK_LENGTH)) {
    yield [keyOfChunk(id, 'cautions', cautions), chunk]
    cautions += 1
  }
}
