import { createNoteBook } from '../../domain/row/noteTaker'
import type { UnnamedProblem } from '../../domain/sheet/fileProblem'
import type { Sheet } from '../../domain/sheet/sheet'
import type { ReadRequest, RefusalQuestion } from '../../domain/sheet/sheetReading'
import type { SheetSight } from '../../domain/sheet/sheetSight'
import type { HeldRecord } from '../cells/heldRecord'
import type { FoundHeader } from '../header/foundHeader'
import type { Packing } from './packedCells'
import { createTableRows, type TableRows } from './tableRows'

interface Refusal {
  readonly ok: false
  readonly problem: UnnamedProblem
  readonly question?: RefusalQuestion
}

/** The table that the records of a file make, or the reason why they make none. */
export type Collected =
  | {
      readonly ok: true
      readonly sheet: Omit<Sheet, 'fileName' | 'delimiter' | 'kind'>
    }
  | Refusal

/** All that the records so far have made. */
export interface Collection {
  readonly request: ReadRequest
  readonly rows: TableRows
  readonly notes: ReturnType<typeof createNoteBook>
  readonly hidden: Set<number>
  count: number
  /** Undefined once the header was searched for. */
  held: HeldRecord[] | undefined
  packing: Packing | undefined
  header: FoundHeader | undefined
  sight: SheetSight | undefined
  refusal: Refusal | undefined
}

export function createCollection(request: ReadRequest, padsRows: boolean): Collection {
  return {
    request,
    rows: createTableRows(request, { padsRows }),
    notes: createNoteBook(),
    hidden: new Set<number>(),
    count: 0,
    held: [],
    packing: undefined,
    header: undefined,
    sight: undefined,
    refusal: undefined,
  }
}

/** Refuses the file if there is a problem. The first problem counts. */
export function refuse(
  collection: Collection,
  problem: UnnamedProblem | undefined,
  question?: RefusalQuestion,
): void {
  if (problem) collection.refusal ??= { ok: false, problem, ...(question && { question }) }
}
