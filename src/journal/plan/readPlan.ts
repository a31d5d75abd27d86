import { isEdited } from '../../domain/edit/originalRow'
import type { EarlierRun } from '../../domain/run/earlierRun'
import type { PackedRequests } from '../../domain/run/packedRequests'
import type { Issue } from '../../domain/sheet/issue'
import { createRowPacker } from '../../domain/sheet/packedRows'
import type { RowBlock } from '../../domain/sheet/rowList'
import type { SheetRow } from '../../domain/sheet/sheetRow'
import type { YieldIfDue } from '../../domain/time/yieldIfDue'
import type { PlanChunk } from '../tables/planChunk'
import type { Tables } from '../tables/tables'
import type { CautionChunk } from './keptCautions'
import { readChunks } from './planChunks'
import { readRequests } from './requestChunks'

/** Chunks read at a time; the browser clones them into the page in some milliseconds. */
const CHUNKS_AT_ONCE = 4

type RowChunk = Extract<PlanChunk, { part: 'rows' }>

/** @returns the rows of one chunk, with the columns that are kept */
function readRows(chunk: RowChunk): SheetRow[] {
  const broken = new Set(chunk.badQuotes)
  const removed = new Set(chunk.dropped)
  const originals = new Map(chunk.was?.map((cells) => [cells.place, cells]))
  return chunk.rows.map((row, place) => {
    const old = originals.get(place)
    return {
      row,
      ...(broken.has(place)
        ? { cells: [chunk.cells[0]?.[place] ?? ''], badQuotes: true }
        : { cells: chunk.cells.map((column) => column[place] ?? '') }),
      ...(old && { original: { row, cells: old.cells, ...(old.isBad && { badQuotes: true }) } }),
      ...(removed.has(place) && { removed: true }),
    }
  })
}

/** Packs the rows of one chunk, where the user has changed none of them. */
function readRowBlocks(chunk: RowChunk): readonly RowBlock[] {
  const rows = readRows(chunk)
  if (rows.some(isEdited)) return [rows]
  const packer = createRowPacker()
  for (const { row, cells, badQuotes = false } of rows) packer.add(row, cells, badQuotes)
  return packer.finish()
}

/** A run's plan, read from its chunks. */
export interface Plan {
  readonly requests: PackedRequests[]
  readonly rows: RowBlock[]
  readonly requestOfRow: number[]
  readonly issues: Issue[]
  readonly cautions: CautionChunk[]
  readonly included: Map<number, EarlierRun>
}

function addChunk(plan: Plan, chunk: PlanChunk): void {
  if (chunk.part === 'rows') {
    plan.rows.push(...readRowBlocks(chunk))
    for (const request of chunk.requests) plan.requestOfRow.push(request)
  } else if (chunk.part === 'issues') {
    for (const issue of chunk.issues) plan.issues.push(issue)
  } else if (chunk.part === 'cautions') {
    plan.cautions.push(chunk)
  } else if (chunk.part === 'included') {
    for (const [place, position] of chunk.positions.entries()) {
      const earlier = chunk.earlier[place]
      if (earlier) plan.included.set(position, earlier)
    }
  } else {
    plan.requests.push(...readRequests(chunk))
  }
}

/** Reads the plan of a run, some chunks at a time. */
export async function readPlan(tables: Tables, id: string, yieldIfDue: YieldIfDue): Promise<Plan> {
  const plan: Plan = {
    requests: [],
    rows: [],
    requestOfRow: [],
    issues: [],
    cautions: [],
    included: new Map(),
  }
  for (const part of ['wholes', 'lines', 'rows', 'issues', 'cautions', 'included'] as const) {
    for (let number = 0; ; number += CHUNKS_AT_ONCE) {
      const chunks = await readChunks(tables, [id, part, number], CHUNKS_AT_ONCE)
      for (const chunk of chunks) addChunk(plan, chunk)
      await yieldIfDue()
      if (chunks.length < CHUNKS_AT_ONCE) break
    }
  }
  return plan
}
