/** Why a workbook, or one of its sheets, cannot be read. */
export type FaultKind = 'no-workbook' | 'broken' | 'too-large'

/** Thrown from deep inside the reading, and made a value again where it ends. */
export class WorkbookFault extends Error {
  readonly why: FaultKind
  /** The spreadsheet's row that it is about, from 1. */
  readonly row: number | undefined

  constructor(why: FaultKind, row?: number) {
    super(why)
    this.why = why
    this.row = row
  }
}

/** Whatever else the zip, the XML or the browser threw: the file cannot be read. */
export function readFault(thrown: unknown): WorkbookFault {
  return thrown instanceof WorkbookFault ? thrown : new WorkbookFault('broken')
}
