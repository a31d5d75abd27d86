import type { CancellationRequest } from '../../domain/run/cancellation'
import type { EarlierRun } from '../../domain/run/earlierRun'
import type { Issue } from '../../domain/sheet/issue'
import type { SheetRow } from '../../domain/sheet/sheetRow'
import type { YieldIfDue } from '../../domain/time/yieldIfDue'
import type { PlanChunk } from '../tables/planChunk'
import type { Tables } from '../tables/tables'
import type { CautionChunk } from './keptCautions'
import { keyOfChunk } from './planChunks'
import { readRequestChunk } from './requestChunks'

/** Chunks read at a time; the browser clones them into the page in some milliseconds. */
const CHUNKS_AT_ONCE = 4

/** @returns the requests of one chunk; none where it holds something else */
export function readRequests(chunk: PlanChunk): readonly CancellationRequest[] {
  return chunk.part === 'wholes' || chunk.part === 'lines' ? readRequestChunk(chunk) : []
}

/** @returns the rows of one chunk, with the columns that are kept */
function readRows(chunk: Extract<PlanChunk, { part: 'rows' }>): SheetRow[] {
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

/** A run's plan, read from its chunks. */
export interface Plan {
  readonly requests: CancellationRequest[]
  readonly rows: SheetRow[]
  readonly requestOfRow: number[]
  readonly issues: Issue[]
  readonly cautions: CautionChunk[]
  readonly included: Map<number, EarlierRun>
}

function addChunk(plan: Plan, chunk: PlanChunk): void {
  if (chunk.part === 'rows') {
    for (const row of readRows(chunk)) plan.rows.push(row)
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
    for (const request of readRequests(chunk)) plan.requests.push(request)
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
      const chunks = await tables.read(['plan'], (tx) =>
        tx.getAll('plan', {
          lower: keyOfChunk(id, part, number),
          upper: keyOfChunk(id, part, number + CHUNKS_AT_ONCE),
        }),
      )
      for (const chunk of chunks) addChunk(plan, chunk)
      await yieldIfDue()
      if (chunks.length < CHUNKS_AT_ONCE) break
    }
  }
  return plan
}
