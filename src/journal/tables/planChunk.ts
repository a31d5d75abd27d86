import type { CautionCode, CautionDecision } from '../../domain/sheet/caution'
import type { EarlierRun } from '../../domain/run/earlierRun'
import type { Issue } from '../../domain/sheet/issue'

/** Requests of one kind, column by column: a list of objects is slow to write to a disk. */
export type RequestChunk =
  | { readonly part: 'wholes'; readonly ids: readonly string[]; readonly rows: readonly number[] }
  | {
      readonly part: 'lines'
      readonly ids: readonly string[]
      /** How many line items each sub-order has; they follow one another in the columns below. */
      readonly counts: readonly number[]
      readonly skuIds: readonly string[]
      readonly quantities: readonly number[]
      readonly rows: readonly number[]
    }

/** What is kept of a sheet beside its rows: the columns that have a meaning, by their headers. */
export interface SheetHead {
  readonly header: readonly string[]
  readonly delimiter: string
}

/** 1,000 of a kind, column by column: a record a row is 130 times slower to write, and objects are slow to clone. */
export type PlanChunk =
  | RequestChunk
  | {
      readonly part: 'rows'
      readonly rows: readonly number[]
      /** By column of `SheetHead.header`, as uploaded or mended; blank where it is not known which cell was which. */
      readonly cells: readonly (readonly string[])[]
      /** By place in the chunk: those whose quotes could not be read. */
      readonly badQuotes: readonly number[]
      /** Position of each row's request, or -1. */
      readonly requests: readonly number[]
      readonly was?: readonly MendedCells[]
      /** By place in the chunk. */
      readonly dropped?: readonly number[]
    }
  | { readonly part: 'issues'; readonly issues: readonly Issue[] }
  /** Odd rows, and what was decided about them. Absent: none were known to be odd, or written by a page that knew of no such thing. */
  | {
      readonly part: 'cautions'
      readonly code: CautionCode
      readonly decision: CautionDecision | null
      readonly found: string
      /** Of the rows in the sheet. */
      readonly positions: readonly number[]
      /** Of their texts, as they were decided about. */
      readonly prints: readonly number[]
    }
  | { readonly part: 'picks'; readonly picks: readonly number[] }
  /** Requests that an earlier run has dealt with and a person sends on purpose, with what was known of them at that moment. */
  | {
      readonly part: 'included'
      readonly positions: readonly number[]
      readonly earlier: readonly EarlierRun[]
    }

/** What stood in the kept columns of a row before it was mended; no cells where it was not known which cell was which. */
export interface MendedCells {
  /** In the chunk. */
  readonly place: number
  readonly cells: readonly string[]
  readonly isBad: boolean
}
