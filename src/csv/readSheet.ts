import { showFileName } from '../domain/ids/cleanText'
import type { FileProblem, UnnamedProblem } from '../domain/sheet/fileProblem'
import type { Sheet } from '../domain/sheet/sheet'
import type { RefusalQuestion, WorksheetQuestion } from '../domain/sheet/sheetReading'
import { findBytesProblem } from './bytes/sniffBytes'
import { createHash } from './hashBytes'
import type { ReadSheetOptions } from './readSheetOptions'
import { readText } from './readText'
import { readWorksheet } from './readWorksheet'

type ReadSheet =
  | {
      readonly ok: true
      readonly sheet: Sheet
      /** SHA-256 of the bytes, in hex. */
      readonly fileHash: string
    }
  | { readonly ok: false; readonly problem: FileProblem; readonly question?: RefusalQuestion }
  /** Nothing is wrong: the user has to choose a worksheet. */
  | { readonly ok: false; readonly problem?: undefined; readonly question: WorksheetQuestion }

/**
 * Reads a sheet from a file, or says why this is impossible. Never throws, whatever the file holds. The bytes of a
 * file tell its format, never its name. Row numbers are those of a spreadsheet: blank records count, and a header on
 * the first line is row 1.
 */
export async function readSheet(file: File, options: ReadSheetOptions): Promise<ReadSheet> {
  const refuse = (problem: UnnamedProblem, question?: RefusalQuestion): ReadSheet => ({
    ok: false,
    problem: { ...problem, fileName: showFileName(file.name) },
    ...(question && { question }),
  })
  if (file.size > options.maxBytes) return refuse({ code: 'TOO_LARGE', limit: options.maxBytes })
  const bytes = await readBytes(file)
  if (!bytes) return refuse({ code: 'UNREADABLE' })
  const bytesProblem = findBytesProblem(bytes)
  if (bytesProblem && !(bytesProblem.code === 'FILE_IS_XLSX' && options.openWorkbook))
    return refuse(bytesProblem)
  const hash = createHash(bytes, options.yieldIfDue)
  const read = bytesProblem ? await readWorksheet(bytes, options) : await readText(bytes, options)
  if ('names' in read) return { ok: false, question: { type: 'worksheet', names: read.names } }
  if (!read.ok) return refuse(read.problem, read.question)
  const { kind, idRule, columnNames } = options
  const own = { ...(idRule && { idRule }), ...(columnNames && { columnNames }) }
  return {
    ok: true,
    sheet: { kind, fileName: showFileName(file.name), delimiter: read.delimiter, ...own, ...read.sheet },
    fileHash: await hash(),
  }
}

// Between choosing and reading, a file can be moved, changed, or locked by Excel.
async function readBytes(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return undefined
  }
}
