import type { CautionCode, CautionDecision } from '../../domain/sheet/caution'
import type { EarlierRun } from '../../domain/run/earlierRun'
import type { Issue } from '../../domain/sheet/issue'

/** Requests of one kind, column by column: a list of objects is slow to write to a disk. */
export type RequestChunk =
  | { readonly part: 'wholes'; readonly ids: readonly string[]; readonly rows: readonly number[] }
  | {
      readonly part: 'lines'
      readonly ids: readonly string[]
      /** Numbers of line items, by sub-order. The line items follow one another in the columns below. */
      readonly counts: readonly number[]
      readonly skuIds: readonly string[]
      readonly quantities: readonly number[]
      readonly rows: readonly number[]
    }

/** The part of a sheet that is kept beside its rows: the headers of the columns that have a meaning. */
export interface SheetHead {
  readonly header: readonly string[]
  readonly delimiter: string
}

/**
 * 1,000 entries of one kind, column by column. A record for each row is 130 times slower to write, and objects are slow
 * to clone.
 */
export type PlanChunk =
  | RequestChunk
  | {
      readonly part: 'rows'
      readonly rows: readonly number[]
      /** By column of `SheetHead.header`, as uploaded or edited; blank where the columns of its cells are not known. */
      readonly cells: readonly (readonly string[])[]
      /** Places in the chunk of rows whose quotes could not be read. */
      readonly badQuotes: readonly number[]
      /** Position of each row's request, or -1. */
      readonly requests: readonly number[]
      /** Rows as they were before their edits. */
      readonly was?: readonly OriginalCells[]
      /** Places in the chunk. */
      readonly dropped?: readonly number[]
    }
  | { readonly part: 'issues'; readonly issues: readonly Issue[] }
  /** Odd rows, and the decision about them. Absent where no row was odd, or where an older version wrote the plan. */
  | {
      readonly part: 'cautions'
      readonly code: CautionCode
      readonly decision: CautionDecision | null
      readonly found: string
      /** Positions of the rows in the sheet. */
      readonly positions: readonly number[]
      /** Prints of the rows' texts at the time of the decision. */
      readonly prints: readonly number[]
    }
  /**
   * Requests of one block that the server has cancelled, as `packState` writes them. Nothing changes such a state, so
   * that these stay true. Other requests of the block stand in `state` alone, and a block may be missing.
   */
  | { readonly part: 'settled'; readonly states: readonly number[] }
  | { readonly part: 'picks'; readonly picks: readonly number[] }
  /**
   * Requests that a person sends although an earlier run has dealt with them, with the earlier run as it was known
   * then.
   */
  | {
      readonly part: 'included'
      readonly positions: readonly number[]
      readonly earlier: readonly EarlierRun[]
    }

/** The kept columns of a row before it was edited; no cells where their columns were not known. */
export interface OriginalCells {
  /** The row's place in the chunk. */
  readonly place: number
  readonly cells: readonly string[]
  readonly isBad: boolean
}
