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

/** Each kind of oddness as a bit, so that a row's fit into a byte. */
export const CAUTION_BITS: Readonly<Record<CautionCode, number>> = {
  MAYBE_ROUNDED: 1,
  LOOKS_LIKE_DATE: 2,
  NEARLY_THE_SAME: 4,
  UNLIKE_THE_REST: 8,
  HIDDEN_ROW: 16,
}

/** A row that would be sent, and what is odd about it. */
export interface OddRow {
  readonly position: number
  readonly row: number
  readonly subOrderId: string
  readonly skuId: string | undefined
  /** Of its ID, or of the row itself. */
  readonly bits: number
  /** Of its SKU alone. */
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

/** Gathers odd rows by kind and by what was decided about them. */
export interface CautionBook {
  /** @returns for what the row is left out; undefined: it is not */
  add(odd: OddRow): CautionCode | undefined
  finish(hidden: HiddenRows): readonly Caution[]
}

export function createCautionBook({ decisions }: Sheet): CautionBook {
  const readDecision = createDecisionReader(decisions)
  const groups = new Map<string, Group>()
  const nameGroup = (code: CautionCode, decision: CautionDecision | undefined) => `${code} ${decision ?? ''}`

  function put(code: CautionCode, decision: CautionDecision | undefined, odd: OddRow, print: number): Group {
    const name = nameGroup(code, decision)
    const isOfSku = (odd.bits & CAUTION_BITS[code]) === 0
    const found = isOfSku ? (odd.skuId ?? '') : odd.subOrderId
    const group = groups.get(name) ?? { positions: [], rows: [], prints: [], found, open: 0 }
    groups.set(name, group)
    group.positions.push(odd.position)
    group.rows.push(odd.row)
    group.prints.push(print)
    return group
  }
  function add(odd: OddRow): CautionCode | undefined {
    const print = printTexts(odd.subOrderId, odd.skuId)
    const asked: Group[] = []
    let leftFor: CautionCode | undefined
    for (const code of CAUTION_CODES) {
      if (((odd.bits | odd.skuBits) & CAUTION_BITS[code]) === 0) continue
      const decision = readDecision(code, odd.row, print)
      const group = put(code, decision, odd, print)
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
