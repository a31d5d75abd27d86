/** How a row can be odd. An odd row can be sent, once a person has looked at it. */
export type CautionCode =
  | 'MAYBE_ROUNDED'
  | 'LOOKS_LIKE_DATE'
  | 'NEARLY_THE_SAME'
  | 'UNLIKE_THE_REST'
  | 'HIDDEN_ROW'

/** In the order in which the screen asks about them. */
export const CAUTION_CODES: readonly CautionCode[] = [
  'MAYBE_ROUNDED',
  'LOOKS_LIKE_DATE',
  'NEARLY_THE_SAME',
  'UNLIKE_THE_REST',
  'HIDDEN_ROW',
]

/** A person's decision about odd rows. */
export type CautionDecision = 'send' | 'leave-out'

/**
 * Row numbers and hashes of the rows' texts, in two columns and in row order: there may be a million rows. The parts of
 * a split row share a number, and differ in their texts.
 */
export interface RowPrints {
  /** Row numbers, as a spreadsheet shows them; ascending. */
  readonly rows: Uint32Array
  /** A hash of each row's ID and SKU, so that a decision holds for this text alone. */
  readonly prints: Float64Array
}

/** A decision about rows, with their texts at that moment. */
export interface DecidedRows extends RowPrints {
  readonly code: CautionCode
  readonly decision: CautionDecision
}

/** Rows that are odd in one way and have one decision, or none yet. */
export interface Caution extends RowPrints {
  readonly code: CautionCode
  /** Positions of the rows in the sheet; ascending. */
  readonly positions: Int32Array
  /** The first odd cell, cleaned. */
  readonly found: string
  /** Absent until the user decides. Hidden rows are left out until the user decides to send them. */
  readonly decision?: CautionDecision
  /** How many of the rows wait for a decision: rows that are left out for another reason do not. */
  readonly open: number
}

/** Whether the run cannot start before a decision. */
export const isOpen = ({ open }: Caution): boolean => open > 0

/** How many rows the cautions have together. */
export const countCautionRows = (cautions: readonly Caution[]): number =>
  cautions.reduce((sum, { positions }) => sum + positions.length, 0)

/** How many kinds of oddness need a decision before the run can start. */
export function countOpenKinds(cautions: readonly Caution[]): number {
  return new Set(cautions.filter(isOpen).map(({ code }) => code)).size
}

// Multipliers of cyrb53, a public-domain hash: 53 bits, so that each print is a whole number a double can hold.
const FIRST_SEED = 0xdeadbeef
const SECOND_SEED = 0x41c6ce57
const FIRST_FACTOR = 2654435761
const SECOND_FACTOR = 1597334677
const FIRST_MIX = 2246822507
const SECOND_MIX = 3266489909
const TWO_TO_32 = 4294967296
/** Separates the two texts; it stands in neither of them. */
const SEPARATOR = 0

/** A hash of an ID and a SKU, where there is one. */
export function printTexts(subOrderId: string, skuId = ''): number {
  let first = FIRST_SEED
  let second = SECOND_SEED
  const add = (code: number): void => {
    first = Math.imul(first ^ code, FIRST_FACTOR)
    second = Math.imul(second ^ code, SECOND_FACTOR)
  }
  for (let at = 0; at < subOrderId.length; at += 1) add(subOrderId.charCodeAt(at))
  add(SEPARATOR)
  for (let at = 0; at < skuId.length; at += 1) add(skuId.charCodeAt(at))
  first = Math.imul(first ^ (first >>> 16), FIRST_MIX) ^ Math.imul(second ^ (second >>> 13), SECOND_MIX)
  second = Math.imul(second ^ (second >>> 16), FIRST_MIX) ^ Math.imul(first ^ (first >>> 13), SECOND_MIX)
  return TWO_TO_32 * (second & 0x1fffff) + (first >>> 0)
}
