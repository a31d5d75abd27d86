import type { YieldIfDue } from '../domain/time/yieldIfDue'
import type { ReadRequest } from '../domain/sheet/sheetReading'
import type { OpenWorkbook } from './openWorkbook'

export interface ReadSheetOptions extends ReadRequest {
  readonly yieldIfDue: YieldIfDue
  /** Bytes read so far, and all bytes. */
  readonly onProgress?: (done: number, total: number) => void
  /** Opens workbooks; without it `readSheet` refuses them. */
  readonly openWorkbook?: OpenWorkbook
}
