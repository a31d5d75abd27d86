import type { Archive } from './archive'

/** Why a workbook, or one of its sheets, cannot be read. */
export type FaultKind = 'no-workbook' | 'broken' | 'too-large'

/** The exceeded limit. */
export interface Excess {
  /** `characters`: of one cell; `format`: characters of a number format; `texts`: characters of all cells together. */
  readonly unit: 'characters' | 'columns' | 'format' | 'texts'
  readonly limit: number
}

/** Thrown from deep inside the reading; `openWorkbook` and `readRecords` turn it into a value. */
export class WorkbookFault extends Error {
  readonly why: FaultKind
  /** The row of the spreadsheet, from 1. */
  readonly row: number | undefined
  readonly excess: Excess | undefined
  /** The kind of file, where it is no workbook. */
  readonly archive: Archive | undefined

  constructor(why: FaultKind, row?: number, excess?: Excess, archive?: Archive) {
    super(why)
    this.why = why
    this.row = row
    this.excess = excess
    this.archive = archive
  }
}

/** Makes a fault of anything that the zip, the XML parser or the browser threw. */
export function readFault(thrown: unknown): WorkbookFault {
  return thrown instanceof WorkbookFault ? thrown : new WorkbookFault('broken')
}
