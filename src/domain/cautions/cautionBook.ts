import {
  CAUTION_CODES,
  type Caution,
  type CautionCode,
  type CautionDecision,
  printTexts,
} from '../sheet/caution'
import { createDecisionReader } from './decisions'
import type { HiddenRows } from './hiddenTaker'
import type { Sheet } from '../sheet/sheet'

/** Each kind of oddness as a bit, so that all kinds of a row fit into a byte. */
export const CAUTION_BITS: Readonly<Record<CautionCode, number>> = {
  MAYBE_ROUNDED: 1,
  LOOKS_LIKE_DATE: 2,
  NEARLY_THE_SAME: 4,
  UNLIKE_THE_REST: 8,
  HIDDEN_ROW: 16,
}

/** A row that would be sent, and its oddities. */
export interface OddRow {
  readonly position: number
  readonly row: number
  readonly subOrderId: string
  readonly skuId: string | undefined
  /** Oddities of its ID, or of the row itself. */
  readonly bits: number
  /** Oddities of its SKU alone. */
  readonly skuBits: number
}

interface Group {
  readonly positions: number[]
  readonly rows: number[]
  readonly prints: number[]
  readonly found: string
  open: number
}

const DECISIONS: readonly (CautionDecision | undefined)[] = [undefined, 'send', 'leave-out']

/** Gathers odd rows by kind and by decision. */
export interface CautionBook {
  /** @returns the kind for which the row is left out; undefined where it is not left out */
  add(odd: OddRow): CautionCode | undefined
  finish(hidden: HiddenRows): readonly Caution[]
}

const nameGroup = (code: CautionCode, decision: CautionDecision | undefined) => `${code} ${decision ?? ''}`

/** @param found the first odd text of the group */
function openGroup(groups: Map<string, Group>, name: string, found: string): Group {
  const known = groups.get(name)
  if (known) return known
  const group: Group = { positions: [], rows: [], prints: [], found, open: 0 }
  groups.set(name, group)
  return group
}

function addToGroup({ positions, rows, prints }: Group, odd: OddRow, print: number): void {
  positions.push(odd.position)
  rows.push(odd.row)
  prints.push(print)
}

/** A book for the rows of a sheet, with the decisions that the sheet has. */
export function createCautionBook({ decisions }: Sheet): CautionBook {
  const readDecision = createDecisionReader(decisions)
  const groups = new Map<string, Group>()

  function add(odd: OddRow): CautionCode | undefined {
    const print = printTexts(odd.subOrderId, odd.skuId)
    const asked: Group[] = []
    let leftFor: CautionCode | undefined
    for (const code of CAUTION_CODES) {
      if (((odd.bits | odd.skuBits) & CAUTION_BITS[code]) === 0) continue
      const decision = readDecision(code, odd.row, print)
      const isOfSku = (odd.bits & CAUTION_BITS[code]) === 0
      const found = isOfSku ? (odd.skuId ?? '') : odd.subOrderId
      const group = openGroup(groups, nameGroup(code, decision), found)
      addToGroup(group, odd, print)
      if (decision === 'leave-out') leftFor ??= code
      if (decision === undefined) asked.push(group)
    }
    if (leftFor === undefined) for (const group of asked) group.open += 1
    return leftFor
  }
  function finish(hidden: HiddenRows): readonly Caution[] {
    const cautions = CAUTION_CODES.flatMap((code) =>
      DECISIONS.flatMap((decision) => {
        const group = groups.get(nameGroup(code, decision))
        return group ? [closeGroup(code, decision, group)] : []
      }),
    )
    if (hidden.positions.length === 0) return cautions
    return [...cautions, { code: 'HIDDEN_ROW', decision: 'leave-out', ...hidden, open: 0 }]
  }
  return { add, finish }
}

function closeGroup(code: CautionCode, decision: CautionDecision | undefined, group: Group): Caution {
  const caution = {
    code,
    positions: Int32Array.from(group.positions),
    rows: Uint32Array.from(group.rows),
    prints: Float64Array.from(group.prints),
    found: group.found,
    open: group.open,
  }
  return decision ? { ...caution, decision } : caution
}
