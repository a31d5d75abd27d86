import type { Caution } from '../../domain/sheet/caution'
import { readDecisions } from '../../domain/cautions/decideCaution'
import type { Sheet } from '../../domain/sheet/sheet'
import { keepText } from './keptCells'
import type { PlanChunk } from '../tables/planChunk'
import type { RowList } from '../../domain/sheet/rowList'

export type CautionChunk = Extract<PlanChunk, { part: 'cautions' }>

/** Writes the cautions in chunks of `length` rows. */
export function* writeCautions(cautions: readonly Caution[], length: number): Generator<CautionChunk> {
  for (const { code, decision = null, found, positions, prints } of cautions) {
    for (let from = 0; from < positions.length; from += length) {
      const to = from + length
      yield {
        part: 'cautions',
        code,
        decision,
        found: keepText(found),
        positions: [...positions.subarray(from, to)],
        prints: [...prints.subarray(from, to)],
      }
    }
  }
}

/** Joins the chunks of one kind and decision. The list of a run is settled, so no row is open. */
function joinChunks(chunks: readonly CautionChunk[], rows: RowList): readonly Caution[] {
  const [first] = chunks
  if (!first) return []
  const { code, decision, found } = first
  const positions = Int32Array.from(chunks.flatMap((chunk) => chunk.positions))
  const caution = {
    code,
    found,
    positions,
    rows: Uint32Array.from(positions, (position) => rows.at(position)?.row ?? 0),
    prints: Float64Array.from(chunks.flatMap(({ prints }) => prints)),
    open: 0,
  }
  return [decision ? { ...caution, decision } : caution]
}

/** Joins the chunks into cautions. @param chunks in the order of writing */
export function joinCautions(chunks: readonly CautionChunk[], rows: RowList): readonly Caution[] {
  const groups = new Map<string, CautionChunk[]>()
  for (const chunk of chunks) {
    const name = `${chunk.code} ${chunk.decision ?? ''}`
    const group = groups.get(name)
    if (group) group.push(chunk)
    else groups.set(name, [chunk])
  }
  return [...groups.values()].flatMap((group) => joinChunks(group, rows))
}

/** The facts about cautions that a sheet needs to be checked again with the same result. */
export function readOddities(cautions: readonly Caution[]): Pick<Sheet, 'hiddenRows' | 'decisions'> {
  const decisions = readDecisions({ cautions })
  const hidden = new Set<number>()
  for (const { code, rows } of cautions) if (code === 'HIDDEN_ROW') for (const row of rows) hidden.add(row)
  return {
    ...(hidden.size > 0 && { hiddenRows: Uint32Array.from(hidden).sort() }),
    ...(decisions.length > 0 && { decisions }),
  }
}
