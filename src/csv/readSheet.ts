import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Breathe } from '../domain/breathe'
import type { FileProblem, Sheet, SheetKind } from '../domain/sheet'
import { collectRecord, type RowCollection } from './collectRows'
import { findColumns } from './columns'
import { createNewlineNormalizer } from './normalizeNewlines'
import { findBytesProblem, findEncoding, isMarkup } from './sniffBytes'
import { sniffDialect } from './sniffDialect'
import { createRecordSplitter, type PushText, type TakeRecord } from './splitRecords'

// Decoded, normalised and parsed in about 5 ms: the page stays alive, and the text never stands in memory as a whole.
const PIECE_BYTES = 65_536

// No header is so long: it is a text without lines, and the parser would take ever larger pieces of it.
const MAX_HEADER_BYTES = 1_048_576

export interface ReadSheetOptions {
  readonly kind: SheetKind
  /** Data rows, blank ones not counted. */
  readonly maxRows: number
  readonly maxBytes: number
  readonly breathe: Breathe
  /** Bytes read so far, of all. */
  readonly onProgress?: (done: number, total: number) => void
}

type ReadSheet =
  | {
      readonly ok: true
      readonly sheet: Sheet /** SHA-256 of the bytes, in hex. */
      readonly fileHash: string
    }
  | { readonly ok: false; readonly problem: FileProblem }

/**
 * Reads one of our two sheets from a file, or says why it cannot. Whatever is in the file, this never throws; a file is judged by
 * its bytes, never by its name. Row numbers are a spreadsheet's: records, blank ones counted, a header on the first line is 1.
 */
export async function readSheet(file: File, options: ReadSheetOptions): Promise<ReadSheet> {
  const refuse = (problem: Omit<FileProblem, 'fileName'>): ReadSheet => ({
    ok: false,
    problem: { ...problem, fileName: file.name },
  })
  if (file.size > options.maxBytes) return refuse({ code: 'TOO_LARGE', limit: options.maxBytes })
  const bytes = await readBytes(file)
  if (!bytes) return refuse({ code: 'UNREADABLE' })
  const bytesProblem = findBytesProblem(bytes)
  if (bytesProblem) return refuse(bytesProblem)
  const { rows, header, columns, problem, delimiter, fileHash } = await readRows(bytes, options)
  if (problem) return refuse(problem)
  if (!header || !columns) return refuse({ code: 'EMPTY_FILE' })
  if (rows.length === 0) return refuse({ code: 'NO_ROWS' })
  const sheet = { kind: options.kind, fileName: file.name, delimiter, header, columns, rows }
  return { ok: true, sheet, fileHash }
}

// A file can be moved, changed or locked between choosing and reading: Excel still has it open.
async function readBytes(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return undefined
  }
}

async function readRows(bytes: Uint8Array, options: ReadSheetOptions): Promise<ReadRows> {
  const collection: RowCollection = { count: 0, rows: [] }
  const decoder = new TextDecoder(await findEncoding(bytes, options.breathe))
  // Not the browser's digest: that one is missing over plain HTTP, and takes the whole file at once.
  const hash = sha256.create()
  let reader: TextReader | undefined
  for (let at = 0; at < bytes.length && !collection.problem; at += PIECE_BYTES) {
    const last = at + PIECE_BYTES >= bytes.length
    const piece = bytes.subarray(at, at + PIECE_BYTES)
    hash.update(piece)
    const text = decoder.decode(piece, { stream: !last })
    if (!reader && isMarkup(text)) collection.problem = { code: 'FILE_IS_HTML' }
    reader ??= createTextReader(text, (cells, badQuotes) =>
      collectRecord(collection, cells, badQuotes, options),
    )
    const isUnclosed = reader.read(text, last)
    if (!collection.header && at > MAX_HEADER_BYTES) collection.problem ??= refuseHeader(text, options.kind)
    if (isUnclosed) collection.problem ??= { code: 'UNTERMINATED_QUOTE', row: collection.count + 1 }
    options.onProgress?.(Math.min(at + PIECE_BYTES, bytes.length), bytes.length)
    const pause = options.breathe()
    if (pause) await pause
  }
  const fileHash = bytesToHex(hash.digest())
  return { ...collection, delimiter: reader?.delimiter ?? ',', fileHash }
}

function refuseHeader(text: string, kind: SheetKind): Omit<FileProblem, 'fileName'> {
  const found = findColumns([text], kind)
  return found.ok ? { code: 'MISSING_HEADER' } : found.problem
}

type ReadRows = RowCollection & { readonly delimiter: string; readonly fileHash: string }

interface TextReader {
  readonly delimiter: string
  readonly read: PushText
}

function createTextReader(beginning: string, take: TakeRecord): TextReader {
  const { delimiter, skipped } = sniffDialect(beginning)
  const normalize = createNewlineNormalizer(delimiter)
  const push = createRecordSplitter(delimiter, take)
  let toSkip = skipped
  const read: PushText = (text, last) => {
    const isUnclosed = push(normalize(text.slice(toSkip), last), last)
    toSkip = 0
    return isUnclosed
  }
  return { delimiter, read }
}
