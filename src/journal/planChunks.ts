import type { CancellationRequest } from '../domain/run/cancellation'
import { cut } from '../domain/lists/cut'
import type { RunPlan } from '../domain/record/runEntry'
import { findIssuePositions } from '../domain/sheet/findIssuePositions'
import type { RequestList } from '../domain/run/requestList'
import type { Sheet } from '../domain/sheet/sheet'
import { type CautionChunk, joinCautions, readOddities, writeCautions } from './keptCautions'
import { keepCells, keepIssue } from './keptCells'
import type { Key, MendedCells, PlanChunk, SheetHead } from './records'
import { readRequestChunk, writeRequests } from './requestChunks'
import type { SheetRow } from '../domain/sheet/sheetRow'
import type { Issue } from '../domain/sheet/issue'
import { type ColumnMap, MEANINGS, type SheetKind } from '../domain/sheet/columnMeaning'
import type { CheckedSheet } from '../domain/sheet/checkedSheet'

export const CHUNK_LENGTH = 1000

type Part = PlanChunk['part']
type ChunkOf<P extends Part> = Extract<PlanChunk, { part: P }>

export const keyOfChunk = (id: string, part: Part, number: number): Key => [id, part, number]

/** Columns with a meaning, as they stand in the file. */
function readOwnColumns({ columns }: Sheet): number[] {
  return MEANINGS.flatMap((meaning) => columns[meaning] ?? [])
}

export function writeSheetHead({ sheet }: CheckedSheet): SheetHead {
  return { header: readOwnColumns(sheet).map((at) => sheet.header[at] ?? ''), delimiter: sheet.delimiter }
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
    was: rows.flatMap((row, place) => writeMended(sheet, columns, row, place)),
    dropped: findPlaces(rows, ({ removed }) => removed),
  }
}

function findPlaces(rows: readonly SheetRow[], isMeant: (row: SheetRow) => boolean | undefined): number[] {
  return rows.flatMap((row, place) => (isMeant(row) ? [place] : []))
}

/** What a mended row was when it was uploaded, in the columns that are kept; no cells where it had another shape. */
function writeMended(
  sheet: Sheet,
  columns: readonly number[],
  { original }: SheetRow,
  place: number,
): readonly MendedCells[] {
  if (!original) return []
  return [{ place, cells: keepCells(sheet, original, columns) ?? [], isBad: original.badQuotes === true }]
}

/** The issues, each with what is kept of its row. */
function* writeIssues({
  sheet,
  issues,
  requestOfRow,
}: CheckedSheet): Generator<readonly [number, PlanChunk]> {
  const positions = findIssuePositions({ issues, requestOfRow })
  for (const [number, some] of cut(issues, CHUNK_LENGTH)) {
    const from = number * CHUNK_LENGTH
    const kept: Issue[] = []
    for (const [index, issue] of some.entries()) {
      const row = sheet.rows.at(positions[from + index] ?? -1)
      kept.push(row ? keepIssue(sheet, row, issue) : { ...issue, value: '' })
    }
    yield [number, { part: 'issues', issues: kept }]
  }
}

/** What is kept of a run, in chunks with their keys. */
export function* writePlan({ id, requests, checked }: RunPlan): Generator<readonly [Key, PlanChunk]> {
  for (const [number, some] of cut(requests, CHUNK_LENGTH)) {
    const chunk = writeRequests(some)
    yield [keyOfChunk(id, chunk.part, number), chunk]
  }
  if (!checked) return
  const columns = readOwnColumns(checked.sheet)
  for (const [number, some] of cut(checked.sheet.rows, CHUNK_LENGTH)) {
    const from = number * CHUNK_LENGTH
    const chunk = writeRows(
      checked.sheet,
      columns,
      some,
      checked.requestOfRow.subarray(from, from + some.length),
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

/** @returns the requests of one chunk */
export function readRequests(chunk: PlanChunk): readonly CancellationRequest[] {
  return chunk.part === 'wholes' || chunk.part === 'lines' ? readRequestChunk(chunk) : []
}

/** @returns the sheet's rows of one chunk, with the columns that are kept */
export function readRows(chunk: ChunkOf<'rows'>): SheetRow[] {
  const broken = new Set(chunk.badQuotes)
  const dropped = new Set(chunk.dropped)
  const mended = new Map(chunk.was?.map((one) => [one.place, one]))
  return chunk.rows.map((row, place) => {
    const old = mended.get(place)
    return {
      row,
      ...(broken.has(place)
        ? { cells: [chunk.cells[0]?.[place] ?? ''], badQuotes: true }
        : { cells: chunk.cells.map((column) => column[place] ?? '') }),
      ...(old && { original: { row, cells: old.cells, ...(old.isBad && { badQuotes: true }) } }),
      ...(dropped.has(place) && { removed: true }),
    }
  })
}

export interface SheetParts {
  readonly kind: SheetKind
  readonly fileName: string
  readonly head: SheetHead
  readonly requests: RequestList
  readonly rows: readonly SheetRow[]
  readonly requestOfRow: readonly number[]
  readonly issues: readonly Issue[]
  readonly cautions: readonly CautionChunk[]
}

/** The sheet as it was checked, of its own columns only those with a meaning. */
export function joinSheet(parts: SheetParts): CheckedSheet {
  const { kind, fileName, head, requests, rows, issues } = parts
  const { header, delimiter } = head
  const columns: ColumnMap =
    kind === 'sub-orders' ? { subOrderId: 0 } : { subOrderId: 0, skuId: 1, quantity: 2 }
  const cautions = joinCautions(parts.cautions, rows)
  const sheet = { kind, fileName, delimiter, header, columns, rows, ...readOddities(cautions) }
  return {
    sheet: rows.some(({ original }) => original) ? { ...sheet, hasEdits: true } : sheet,
    issues,
    requests,
    requestOfRow: Int32Array.from(parts.requestOfRow),
    notes: [],
    cautions,
  }
}
