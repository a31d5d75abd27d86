import type { CancellationRequest, LineItem } from '../domain/cancellation'
import type { SkuId, SubOrderId } from '../domain/identifiers'
import type { RunPlan } from '../domain/journal'
import type {
  CheckedSheet,
  ColumnMap,
  ColumnMeaning,
  Issue,
  Sheet,
  SheetKind,
  SheetRow,
} from '../domain/sheet'
import type { Key, PlanChunk, SheetHead } from './records'

export const CHUNK_LENGTH = 1000

const MEANINGS: readonly ColumnMeaning[] = ['subOrderId', 'skuId', 'quantity']

type Part = PlanChunk['part']
type ChunkOf<P extends Part> = Extract<PlanChunk, { part: P }>

export const keyOfChunk = (id: string, part: Part, number: number): Key => [id, part, number]

function* cut<Item>(items: readonly Item[]): Generator<readonly [number, readonly Item[]]> {
  for (let at = 0; at < items.length; at += CHUNK_LENGTH) {
    yield [at / CHUNK_LENGTH, items.slice(at, at + CHUNK_LENGTH)]
  }
}

/** Columns with a meaning, as they stand in the file. */
function readOwnColumns({ columns }: Sheet): number[] {
  return MEANINGS.flatMap((meaning) => columns[meaning] ?? [])
}

export function writeSheetHead({ sheet }: CheckedSheet): SheetHead {
  return { header: readOwnColumns(sheet).map((at) => sheet.header[at] ?? ''), delimiter: sheet.delimiter }
}

function writeRequests(requests: readonly CancellationRequest[]): PlanChunk {
  const ids = requests.map(({ subOrderId }) => subOrderId)
  if (requests[0]?.kind !== 'line-items') {
    return { part: 'wholes', ids, rows: requests.map(({ row }) => row) }
  }
  const lists = requests.map((request) => (request.kind === 'line-items' ? request.lineItems : []))
  const lines = lists.flat()
  return {
    part: 'lines',
    ids,
    counts: lists.map((list) => list.length),
    skuIds: lines.map(({ skuId }) => skuId),
    quantities: lines.map(({ quantity }) => quantity),
    rows: lines.map(({ row }) => row),
  }
}

function writeRows(rows: readonly SheetRow[], columns: readonly number[], requests: Int32Array): PlanChunk {
  return {
    part: 'rows',
    rows: rows.map(({ row }) => row),
    // A record whose quotes could not be read has its raw text in the first cell, whatever the column.
    cells: columns.map((column, index) =>
      rows.map(({ cells, badQuotes }) => (badQuotes ? (index === 0 ? cells[0] : '') : cells[column]) ?? ''),
    ),
    badQuotes: rows.flatMap(({ badQuotes }, place) => (badQuotes ? [place] : [])),
    requests: [...requests],
  }
}

/** What is kept of a run, in chunks with their keys. */
export function* writePlan({ id, requests, checked }: RunPlan): Generator<readonly [Key, PlanChunk]> {
  for (const [number, some] of cut(requests)) {
    const chunk = writeRequests(some)
    yield [keyOfChunk(id, chunk.part, number), chunk]
  }
  if (!checked) return
  const columns = readOwnColumns(checked.sheet)
  for (const [number, some] of cut(checked.sheet.rows)) {
    const from = number * CHUNK_LENGTH
    const chunk = writeRows(some, columns, checked.requestOfRow.subarray(from, from + some.length))
    yield [keyOfChunk(id, 'rows', number), chunk]
  }
  for (const [number, issues] of cut(checked.issues)) {
    yield [keyOfChunk(id, 'issues', number), { part: 'issues', issues }]
  }
}

// What the plan holds was read and checked before it was written: the brands are its own.
const asSubOrderId = (text: string | undefined) => (text ?? '') as SubOrderId
const asSkuId = (text: string | undefined) => (text ?? '') as SkuId

function readLines(chunk: ChunkOf<'lines'>): CancellationRequest[] {
  let at = 0
  return chunk.ids.map((id, index) => {
    const lineItems = Array.from({ length: chunk.counts[index] ?? 0 }, (): LineItem => {
      const line = {
        skuId: asSkuId(chunk.skuIds[at]),
        quantity: chunk.quantities[at] ?? 0,
        row: chunk.rows[at] ?? 0,
      }
      at += 1
      return line
    })
    const [first, ...rest] = lineItems
    if (!first) throw new Error(`the plan holds a line-item request without lines at ${index}`)
    return { kind: 'line-items', subOrderId: asSubOrderId(id), row: first.row, lineItems: [first, ...rest] }
  })
}

/** @returns the requests of one chunk */
export function readRequests(chunk: PlanChunk): readonly CancellationRequest[] {
  if (chunk.part === 'lines') return readLines(chunk)
  if (chunk.part !== 'wholes') return []
  return chunk.ids.map((id, index) => ({
    kind: 'whole',
    subOrderId: asSubOrderId(id),
    row: chunk.rows[index] ?? 0,
  }))
}

/** @returns the sheet's rows of one chunk, with the columns that are kept */
export function readRows(chunk: ChunkOf<'rows'>): SheetRow[] {
  const broken = new Set(chunk.badQuotes)
  return chunk.rows.map((row, place) => {
    if (broken.has(place)) return { row, cells: [chunk.cells[0]?.[place] ?? ''], badQuotes: true }
    return { row, cells: chunk.cells.map((column) => column[place] ?? '') }
  })
}

export interface SheetParts {
  readonly kind: SheetKind
  readonly fileName: string
  readonly head: SheetHead
  readonly requests: readonly CancellationRequest[]
  readonly rows: readonly SheetRow[]
  readonly requestOfRow: readonly number[]
  readonly issues: readonly Issue[]
}

/** The sheet as it was checked, of its own columns only those with a meaning. */
export function joinSheet(parts: SheetParts): CheckedSheet {
  const { kind, fileName, head, requests, rows, issues } = parts
  const { header, delimiter } = head
  const columns: ColumnMap =
    kind === 'sub-orders' ? { subOrderId: 0 } : { subOrderId: 0, skuId: 1, quantity: 2 }
  return {
    sheet: { kind, fileName, delimiter, header, columns, rows },
    issues,
    requests,
    requestOfRow: Int32Array.from(parts.requestOfRow),
  }
}
