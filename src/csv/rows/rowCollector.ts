import type { RowMark } from '../../domain/sheet/rowMark'
import type { UnnamedProblem } from '../../domain/sheet/fileProblem'
import { createRowList } from '../../domain/sheet/rowList'
import type { ReadRequest } from '../../domain/sheet/sheetReading'
import type { SheetSight } from '../../domain/sheet/sheetSight'
import type { Steps } from '../../domain/time/steps'
import { type Collected, type Collection, createCollection, refuse } from './collection'
import { findUnseen } from './findUnseen'
import { searchHeader, takePlain, takeRecord } from './takeRecords'

/** Takes the records of a file in order, and makes a header and rows of them. */
interface RowCollector {
  /** Records so far, with blank ones: the row number of the last record. */
  readonly count: number
  /** The file is refused; later records change nothing. */
  readonly isOver: boolean
  /** @param row as a spreadsheet shows it; default: the row after the last one */
  take(cells: string[], badQuotes: boolean, row?: number, marks?: readonly RowMark[]): void
  /** Takes the records of a text without quotes. Each record ends with a line feed. */
  takePlain(text: string, delimiter: string): void
  /** Notes a row that the spreadsheet program hides. Rows may come in any order, and several times. */
  noteHidden(row: number): void
  /** Takes what is visible of the worksheet; `finish` looks for hidden values with it. */
  noteSight(sight: SheetSight): void
  refuse(problem: UnnamedProblem): void
  /** Yields between steps, since it walks over a long worksheet once more. */
  finish(): Steps<Collected>
}

/** @param padsRows adds blank cells to short records: a workbook leaves out blank cells */
export function createRowCollector(request: ReadRequest, { padsRows = false } = {}): RowCollector {
  const collection = createCollection(request, padsRows)
  return {
    get count() {
      return collection.count
    },
    get isOver() {
      return collection.refusal !== undefined
    },
    take: (cells, badQuotes, row = collection.count + 1, marks) => {
      collection.count = row
      if (!collection.refusal) takeRecord(collection, cells, badQuotes, marks)
    },
    takePlain: (text, delimiter) => takePlain(collection, text, delimiter),
    noteHidden: (row) => collection.hidden.add(row),
    noteSight: (sight) => {
      collection.sight = sight
    },
    refuse: (problem) => refuse(collection, problem),
    finish: () => finish(collection),
  }
}

function* finish(collection: Collection): Steps<Collected> {
  if (!collection.refusal) searchHeader(collection)
  const { refusal, header, rows, notes, sight, hidden } = collection
  if (refusal) return refusal
  if (!header) return { ok: false, problem: { code: 'EMPTY_FILE' } }
  if (rows.length === 0) return { ok: false, problem: { code: 'NO_ROWS' } }
  const { header: texts, columns } = header
  const list = createRowList(rows.finish())
  const unseen = sight && (yield* findUnseen(list, columns, sight))
  for (const row of unseen?.hidden ?? []) hidden.add(row)
  const hiddenRows = joinHidden(hidden, header.row ?? 0)
  const sheet = { header: texts, columns, rows: unseen?.rows ?? list, ...(hiddenRows && { hiddenRows }) }
  const noted = notes.finish()
  return { ok: true, sheet: noted.length > 0 ? { ...sheet, notes: noted } : sheet }
}

/** The rows below the header in ascending order, each once; undefined: there are none. */
function joinHidden(found: ReadonlySet<number>, headerRow: number): Uint32Array | undefined {
  const rows = Uint32Array.from(found).sort()
  const below = rows.filter((row) => row > headerRow)
  return below.length > 0 ? below : undefined
}
