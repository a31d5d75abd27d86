import { readSheet } from '../csv/readSheet'
import type { YieldIfDue } from '../domain/time/yieldIfDue'
import type { ReadRequest, ReadResult } from '../domain/sheet/sheetReading'
import { validateRows } from '../domain/check/validateRows'
import { judgeWholes } from './judgeWholes'

// The share of the reading in the whole work.
const READING_SHARE = 0.7

/**
 * Reads a file and checks its rows, in a worker or in slices on the page. Rejects where
 * `yieldIfDue` throws, and where reading itself falls over.
 */
export async function readAndCheck(
  file: File,
  request: ReadRequest,
  yieldIfDue: YieldIfDue,
  onProgress: (share: number) => void,
): Promise<ReadResult> {
  const read = await readSheet(file, {
    ...request,
    yieldIfDue,
    onProgress: (done, total) => onProgress((done / total) * READING_SHARE),
    // Most users have no workbooks: the first workbook loads their reader.
    openWorkbook: async (workbook, options) => {
      // A release may have removed the file, or the server is out of reach.
      const reader = await import('../xlsx/readWorkbook').catch(() => undefined)
      return reader ? reader.openWorkbook(workbook, options) : { ok: false, why: 'no-reader' }
    },
  })
  if (!read.ok) {
    if (!read.problem) return { type: 'asks', question: read.question }
    const { problem, question } = read
    return question ? { type: 'refused', problem, question } : { type: 'refused', problem }
  }
  const checked = await validateRows(read.sheet, yieldIfDue)
  const judged = await judgeWholes(checked, request, yieldIfDue)
  return judged.type === 'refused' ? judged : { ...judged, fileHash: read.fileHash }
}
