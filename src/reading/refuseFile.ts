import { showFileName } from '../domain/ids/cleanText'
import type { ReadResult } from '../domain/sheet/sheetReading'

/**
 * Refuses a file for a reason outside of it: reading failed, most likely for lack of memory, or the page could not
 * load our reader.
 */
export function refuseFile(file: File, code: 'UNREADABLE' | 'PART_MISSING'): ReadResult {
  return { type: 'refused', problem: { code, fileName: showFileName(file.name) } }
}
