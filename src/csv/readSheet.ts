import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { YieldIfDue } from '../domain/time/yieldIfDue'
import { showFileName } from '../domain/ids/cleanText'
import type { ColumnNames } from '../domain/sheet/columnNames'
import type { Sheet } from '../domain/sheet/sheet'
import type { RefusalQuestion, WorksheetQuestion } from '../domain/sheet/sheetReading'
import { takeStepsInSlices } from '../domain/time/steps'
import { type Collected, createRowCollector, describeExcess } from './rows/rowCollector'
import { findColumns } from './cells/findColumns'
import { measureMarks } from './bytes/byteOrderMarks'
import { cutControls, cutWideControls } from './bytes/cutControls'
import { createEndTrimmer, findEndMark } from './rows/endMark'
import { isMarkup } from './bytes/isMarkup'
import { createNewlineNormalizer } from './bytes/normalizeNewlines'
import { findOtherFormat, guessOtherFormat } from './bytes/otherFormats'
import { readWorksheet } from './readWorksheet'
import { type Encoding, findBytesProblem, findEncoding } from './bytes/sniffBytes'
import { sniffDialect } from './rows/sniffDialect'
import {
  createRecordSplitter,
  type PushText,
  type RecordTaker,
  type SplitTrouble,
} from './bytes/splitRecords'
import type { FileProblem } from '../domain/sheet/fileProblem'
import type { ReadSheetOptions } from './readSheetOptions'

// Decoded, normalised and parsed in about 5 ms: the page stays alive, and the text never stands in memory as a whole.
const PIECE_BYTES = 65_536

// No header is so long: it is a text without lines, and the parser would take ever larger pieces of it.
const MAX_HEADER_BYTES = 1_048_576

export type ReadSheet =
  | {
      readonly ok: true
      readonly sheet: Sheet
      /** SHA-256 of the bytes, in hex. */
      readonly fileHash: string
    }
  | { readonly ok: false; readonly problem: FileProblem; readonly question?: RefusalQuestion }
  /** Nothing is wrong: the user has to say which worksheet is meant. */
  | { readonly ok: false; readonly problem?: undefined; readonly question: WorksheetQuestion }

/**
 * Reads one of our two sheets from a file, or says why it cannot. Whatever is in the file, this never throws; a file is judged by
 * its bytes, never by its name. Row numbers are a spreadsheet's: records, blank ones counted, a header on the first line is 1.
 */
export async function readSheet(file: File, options: ReadSheetOptions): Promise<ReadSheet> {
  const refuse = (problem: Omit<FileProblem, 'fileName'>, question?: RefusalQuestion): ReadSheet => ({
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

// A file can be moved, changed or locked between choosing and reading: Excel still has it open.
async function readBytes(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return undefined
  }
}

/**
 * SHA-256 of the bytes, in hex. The browser's own digest begins at once, beside our work; over plain HTTP there is none, and
 * ours begins when it is asked for.
 */
function createHash(bytes: Uint8Array, yieldIfDue: YieldIfDue): () => Promise<string> {
  const native = globalThis.crypto?.subtle as SubtleCrypto | undefined
  if (!native) return () => hashInSlices(bytes, yieldIfDue)
  const digest = native.digest('SHA-256', bytes as BufferSource)
  return async () => bytesToHex(new Uint8Array(await digest))
}

async function hashInSlices(bytes: Uint8Array, yieldIfDue: YieldIfDue): Promise<string> {
  const hash = sha256.create()
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    hash.update(bytes.subarray(at, at + PIECE_BYTES))
    const pause = yieldIfDue()
    if (pause) await pause
  }
  return bytesToHex(hash.digest())
}

type ReadText = Collected & { readonly delimiter: string }

/** Text without a mark is UTF-8 as long as all of it is valid; at the first byte that is not, it is read anew. */
async function readText(bytes: Uint8Array, options: ReadSheetOptions): Promise<ReadText> {
  const encoding = findEncoding(bytes)
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be'
  const text = isWide ? cutWideControls(bytes, encoding) : cutControls(bytes)
  const read = await collectRecords(text, encoding ?? 'utf-8', encoding === undefined, options)
  if (read) return read
  const western = await collectRecords(text, 'windows-1252', false, options)
  if (!western?.ok) return western as ReadText
  const note = { code: 'WINDOWS_1252', count: 1, rows: [] } as const
  return { ...western, sheet: { ...western.sheet, notes: [...(western.sheet.notes ?? []), note] } }
}

/** @returns undefined where `isFatal` and the bytes are not of this encoding */
async function collectRecords(
  bytes: Uint8Array,
  encoding: Encoding,
  isFatal: boolean,
  options: ReadSheetOptions,
): Promise<ReadText | undefined> {
  const collector = createRowCollector(options)
  const decode = createDecoder(bytes, encoding, isFatal)
  let reader: TextReader | undefined
  let beginning = ''
  for (let at = 0; at < bytes.length && !collector.isOver; at += PIECE_BYTES) {
    const last = at + PIECE_BYTES >= bytes.length
    const text = decode(at, last)
    if (text === undefined) return undefined
    if (!reader) {
      beginning = text.slice(measureMarks(text))
      const problem = findTextProblem(beginning)
      if (problem) collector.refuse(problem)
    }
    reader ??= createTextReader(text, collector, options.columnNames)
    const trouble = reader.read(text, last)
    const row = collector.count + 1
    if (collector.count === 0 && at > MAX_HEADER_BYTES) collector.refuse(refuseHeader(text, options))
    if (trouble) collector.refuse(describeTrouble(trouble, row))
    options.onProgress?.(Math.min(at + PIECE_BYTES, bytes.length), bytes.length)
    const pause = options.yieldIfDue()
    if (pause) await pause
  }
  const collected = await takeStepsInSlices(collector.finish(), options.yieldIfDue)
  return { ...nameFormat(collected, beginning), delimiter: reader?.delimiter ?? ',' }
}

function findTextProblem(beginning: string): Omit<FileProblem, 'fileName'> | undefined {
  if (isMarkup(beginning)) return { code: 'FILE_IS_HTML' }
  const found = findOtherFormat(beginning)
  return found === undefined ? undefined : { code: 'FILE_IS_NO_TABLE', found }
}

/** Where no header was found, no column may be worth asking for. */
function nameFormat(collected: Collected, beginning: string): Collected {
  if (collected.ok || collected.problem.code !== 'MISSING_HEADER') return collected
  const found = guessOtherFormat(beginning)
  return found === undefined ? collected : { ok: false, problem: { code: 'FILE_IS_NO_TABLE', found } }
}

/** Piece by piece: no piece alone may end in the middle of a character. */
function createDecoder(bytes: Uint8Array, encoding: Encoding, fatal: boolean) {
  const decoder = new TextDecoder(encoding, { fatal })
  return (at: number, last: boolean): string | undefined => {
    try {
      // Node reads Windows-1252 as Latin-1 unless it streams; browsers read it right either way.
      const text = decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true })
      return last ? text + decoder.decode() : text
    } catch {
      return undefined
    }
  }
}

function describeTrouble(trouble: SplitTrouble, row: number): Omit<FileProblem, 'fileName'> {
  if (trouble === 'unclosed') return { code: 'UNTERMINATED_QUOTE', row }
  if (trouble === 'endless') return { code: 'TOO_LARGE', row, unit: 'characters' }
  return describeExcess(trouble, row)
}

function refuseHeader(text: string, { kind, columnNames }: ReadSheetOptions): Omit<FileProblem, 'fileName'> {
  const found = findColumns([text], kind, { names: columnNames })
  return found.ok ? { code: 'MISSING_HEADER' } : found.problem
}

interface TextReader {
  readonly delimiter: string
  readonly read: PushText
}

function createTextReader(beginning: string, taker: RecordTaker, names?: ColumnNames): TextReader {
  const marks = measureMarks(beginning)
  const own = beginning.slice(marks)
  const { delimiter, skipped } = sniffDialect(own, names)
  const normalize = createNewlineNormalizer(delimiter)
  const endMark = skipped > 0 ? undefined : findEndMark(own, delimiter, names)
  const trim = endMark === undefined ? undefined : createEndTrimmer(endMark)
  const push = createRecordSplitter(delimiter, taker)
  let toSkip = marks + skipped
  const read: PushText = (text, last) => {
    const normal = normalize(text.slice(toSkip), last)
    const trouble = push(trim ? trim(normal, last) : normal, last)
    toSkip = 0
    return trouble
  }
  return { delimiter, read }
}
