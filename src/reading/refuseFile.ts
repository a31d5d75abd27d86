import { showFileName } from '../domain/ids/cleanText'
import type { ReadResult } from '../domain/sheet/sheetReading'

/**
 * What is said of a file that cannot be read for a reason that is not in it: reading itself has fallen over it, most
 * likely for too little memory, or the part of ours that reads could not be fetched.
 */
export function refuseFile(file: File, code: 'UNREADABLE' | 'PART_MISSING'): ReadResult {
  return { type: 'refused', problem: { code, fileName: showFileName(file.name) } }
}
