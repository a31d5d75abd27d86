import type { YieldIfDue } from '../domain/time/yieldIfDue'
import { openParts, type Parts } from './parts/openParts'
import { readSheetRows } from './readSheetRows'
import type { RowMark } from '../domain/sheet/rowMark'
import type { OpenOptions } from './parts/openOptions'
import type { SheetRecord } from './parts/sheetRecord'
import type { SheetSight } from '../domain/sheet/sheetSight'
import { type Excess, type FaultKind, readFault } from './zip/workbookFault'
import type { Archive } from './zip/archive'

// Characters. The taker walks over each some ten times: a millisecond.
const TEXT_BETWEEN_YIELDS = 65_536
const NO_SIGHT: SheetSight = { hiddenColumns: [], merged: [] }

interface WorkbookSheet {
  readonly name: string
}

export interface ReadRecordsOptions {
  /**
   * Takes the cells of a row by their columns, and the number of the row from 1. Returns true to end the reading.
   *
   * @param isHidden the row is filtered away or hidden by hand
   * @param marks the faults of the row
   */
  readonly take: (
    cells: string[],
    row: number,
    isHidden: boolean,
    marks: readonly RowMark[] | undefined,
  ) => boolean
  readonly yieldIfDue: YieldIfDue
  /** @param share the part of the sheet that is read, from 0 to 1 */
  readonly onProgress?: (share: number) => void
}

type ReadRecords =
  | {
      readonly ok: true
      /** Absent where the taker ended the reading. */
      readonly sight?: SheetSight
    }
  | {
      readonly ok: false
      readonly why: 'broken' | 'too-large'
      readonly row?: number
      /** Absent: too many bytes to inflate, or too many parts. */
      readonly excess?: Excess
    }

type OpenedWorkbook =
  | {
      readonly ok: true
      /** The worksheets that are visible and not empty, in the order of the workbook. */
      readonly sheets: readonly WorkbookSheet[]
      /** Names of hidden worksheets that are not empty; only where all visible ones are empty. */
      readonly hiddenSheets: readonly string[]
      /**
       * Gives the rows of a sheet to `take`, in order and without blank rows. Never throws, whatever the file holds.
       * After a problem, the caller must drop all rows that it has taken.
       */
      readRecords(name: string, options: ReadRecordsOptions): Promise<ReadRecords>
    }
  | { readonly ok: false; readonly why: FaultKind; readonly archive?: Archive }

/**
 * Opens an `.xlsx` or `.xlsm`, or says why this is impossible. Runs no macro, no formula and no link. Reads only the
 * directory of the zip and the small parts; `readRecords` reads a sheet. Never throws.
 */
export async function openWorkbook(file: Blob, options: OpenOptions): Promise<OpenedWorkbook> {
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
  const sheet = parts.sheets.find((next) => next.name === name)
  if (!sheet) return { ok: false, why: 'broken' }
  const rows = readSheetRows(parts, sheet, options)
  for (;;) {
    const batch = await readBatch(rows)
    if ('ok' in batch) return batch
    // Outside the try block: an error of the taker is no fault of the file.
    if (await giveRecords(batch.records, options)) {
      // The taker needs nothing that stands behind the rows.
      await rows.return(NO_SIGHT)
      return { ok: true }
    }
  }
}

/** @returns whether the taker ended the reading */
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
