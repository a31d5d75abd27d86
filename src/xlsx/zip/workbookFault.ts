import type { Archive } from './archive'

/** Why a workbook, or one of its sheets, cannot be read. */
export type FaultKind = 'no-workbook' | 'broken' | 'too-large'

/** What there is too much of, and the most that there may be. */
export interface Excess {
  /** `characters`: of one cell; `format`: characters of a number format; `texts`: characters of all cells together. */
  readonly unit: 'characters' | 'columns' | 'format' | 'texts'
  readonly limit: number
}

/** Thrown from deep inside the reading, and made a value again where it ends. */
export class WorkbookFault extends Error {
  readonly why: FaultKind
  /** The spreadsheet's row that it is about, from 1. */
  readonly row: number | undefined
  readonly excess: Excess | undefined
  /** What the file is instead. */
  readonly archive: Archive | undefined

  constructor(why: FaultKind, row?: number, excess?: Excess, archive?: Archive) {
    super(why)
    this.why = why
    this.row = row
    this.excess = excess
    this.archive = archive
  }
}

/** Whatever else the zip, the XML or the browser threw: the file cannot be read. */
export function readFault(thrown: unknown): WorkbookFault {
  return thrown instanceof WorkbookFault ? thrown : new WorkbookFault('broken')
}
