import type { YieldIfDue } from '../domain/time/yieldIfDue'
import { openParts, type Parts } from './parts/openParts'
import { readSheetRows } from './readSheetRows'
import type { RecordMark, SheetRecord } from './parts/sheetRecord'
import type { SheetSight } from '../domain/sheet/sheetSight'
import { type Excess, type FaultKind, readFault } from './zip/workbookFault'
import type { Archive } from './zip/archive'

/** What no honest workbook needs, so that one made to choke the page is refused. */
export interface WorkbookLimits {
  /** Of all that has to be inflated to read one sheet. */
  readonly maxInflatedBytes: number
  /** Characters of one cell, and of all cells of a sheet together. */
  readonly maxCellLength: number
  readonly maxTextLength: number
  readonly maxColumns: number
}

// What takes a cell goes over each of its characters some ten times: a millisecond.
const TEXT_BETWEEN_YIELDS = 65_536
const NO_SIGHT: SheetSight = { hiddenColumns: [], merged: [] }

export interface WorkbookSheet {
  readonly name: string
}

export interface ReadRecordsOptions {
  /**
   * Takes the texts of a row, a cell's column being its place, and the row's number from 1. Answers true to end the
   * reading.
   *
   * @param isHidden filtered away or hidden by hand
   * @param marks what is wrong with cells whose columns count
   */
  readonly take: (
    cells: string[],
    row: number,
    isHidden: boolean,
    marks: readonly RecordMark[] | undefined,
  ) => boolean
  readonly yieldIfDue: YieldIfDue
  /** How much of the sheet is read, from 0 to 1. */
  readonly onProgress?: (share: number) => void
}

export type ReadRecords =
  | {
      readonly ok: true
      /** Absent where the taker has ended the reading. */
      readonly sight?: SheetSight
    }
  | {
      readonly ok: false
      readonly why: 'broken' | 'too-large'
      readonly row?: number
      /** Absent: of what has to be inflated, or of parts. */
      readonly excess?: Excess
    }

export type OpenedWorkbook =
  | {
      readonly ok: true
      /** Worksheets that a user sees and that hold something, in the workbook's order. */
      readonly sheets: readonly WorkbookSheet[]
      /** Names of hidden ones that hold something, where no other does. */
      readonly hiddenSheets: readonly string[]
      /**
       * Gives the rows of a sheet to `take`, in order; rows that show nothing are left out, so that numbers jump.
       * Whatever is in the file, this never throws. What was taken before a problem came up is not to be used.
       */
      readRecords(name: string, options: ReadRecordsOptions): Promise<ReadRecords>
    }
  | { readonly ok: false; readonly why: FaultKind; readonly archive?: Archive }

/**
 * Opens an `.xlsx` or `.xlsm`, or says why it is none. Nothing of it is run: no macro, no formula, no link. Only the
 * zip's directory and the small parts are read now; a sheet is read when it is asked for. Never throws.
 */
export async function openWorkbook(
  file: Blob,
  options: { readonly limits: WorkbookLimits; readonly yieldIfDue: YieldIfDue },
): Promise<OpenedWorkbook> {
  try {
    const parts = await openParts(file, options)
    const sheets = parts.sheets.map(({ name }) => ({ name }))
    const { hiddenSheets } = parts
    return { ok: true, sheets, hiddenSheets, readRecords: (name, reading) => readSheet(parts, name, reading) }
  } catch (thrown) {
    const { why, archive } = readFault(thrown)
    return archive ? { ok: false, why, archive } : { ok: false, why }
  }
}

async function readSheet(parts: Parts, name: string, options: ReadRecordsOptions): Promise<ReadRecords> {
  const sheet = parts.sheets.find((one) => one.name === name)
  if (!sheet) return { ok: false, why: 'broken' }
  const rows = readSheetRows(parts, sheet, options)
  for (;;) {
    const batch = await readBatch(rows)
    if ('ok' in batch) return batch
    // Not inside the reading: what the taker throws is no fault of the file.
    if (await giveRecords(batch.records, options)) {
      // What would have come behind the rows is nothing to whoever has enough.
      await rows.return(NO_SIGHT)
      return { ok: true }
    }
  }
}

/** @returns whether the taker has enough */
async function giveRecords(
  records: readonly SheetRecord[],
  { take, yieldIfDue }: ReadRecordsOptions,
): Promise<boolean> {
  let given = 0
  for (const { cells, row, isHidden, marks } of records) {
    for (const cell of cells) given += cell.length
    if (take(cells, row, isHidden, marks)) return true
    const pause = given > TEXT_BETWEEN_YIELDS ? yieldIfDue() : undefined
    if (given > TEXT_BETWEEN_YIELDS) given = 0
    if (pause) await pause
  }
  return false
}

async function readBatch(
  rows: AsyncGenerator<readonly SheetRecord[], SheetSight>,
): Promise<{ readonly records: readonly SheetRecord[] } | ReadRecords> {
  try {
    const next = await rows.next()
    return next.done ? { ok: true, sight: next.value } : { records: next.value }
  } catch (thrown) {
    const { why, row, excess } = readFault(thrown)
    return {
      ok: false,
      why: why === 'too-large' ? why : 'broken',
      ...(row === undefined ? {} : { row }),
      ...(excess && { excess }),
    }
  }
}
