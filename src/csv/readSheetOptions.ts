import type { YieldIfDue } from '../domain/time/yieldIfDue'
import type { ReadRequest } from '../domain/sheet/sheetReading'
import type { OpenWorkbook } from './openWorkbook'

export interface ReadSheetOptions extends ReadRequest {
  readonly yieldIfDue: YieldIfDue
  /** Bytes read so far, of all. */
  readonly onProgress?: (done: number, total: number) => void
  /** Reads workbooks; without it they are refused by name. */
  readonly openWorkbook?: OpenWorkbook
}
