import type { UnnamedProblem } from '../domain/sheet/fileProblem'
import { takeStepsInSlices } from '../domain/time/steps'
import { measureMarks } from './bytes/byteOrderMarks'
import { cutControls, cutWideControls } from './bytes/cutControls'
import { describeExcess } from './bytes/excess'
import { isMarkup } from './bytes/isMarkup'
import { findOtherFormat, guessOtherFormat } from './bytes/otherFormats'
import type { SplitTrouble } from './bytes/recordSplitter'
import { type Encoding, findEncoding } from './bytes/sniffBytes'
import { findColumns } from './cells/findColumns'
import type { ReadSheetOptions } from './readSheetOptions'
import type { Collected } from './rows/collection'
import { createRowCollector } from './rows/rowCollector'
import { createTextReader, type TextReader } from './textReader'

// A block is decoded, normalised and parsed in about 5 ms: the page stays responsive, and the whole text never stands
// in memory.
const BLOCK_BYTES = 65_536

// No header is this long: the file is a text without lines, and the parser would take ever larger windows of it.
const MAX_HEADER_BYTES = 1_048_576

export type ReadText = Collected & { readonly delimiter: string }

/** Reads a text without a byte order mark as UTF-8; where a byte is no UTF-8, reads all of it again as Windows-1252. */
export async function readText(bytes: Uint8Array, options: ReadSheetOptions): Promise<ReadText> {
  const encoding = findEncoding(bytes)
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be'
  const text = isWide ? cutWideControls(bytes, encoding) : cutControls(bytes)
  const read = await readRecords(
    text,
    createDecoder(text, encoding ?? 'utf-8', encoding === undefined),
    options,
  )
  if (read) return read
  const western = await readRecords(text, createDecoder(text, 'windows-1252', false), options)
  if (!western?.ok) return western as ReadText
  const note = { code: 'WINDOWS_1252', count: 1, rows: [] } as const
  return { ...western, sheet: { ...western.sheet, notes: [...(western.sheet.notes ?? []), note] } }
}

/** @returns undefined where the bytes are not of the decoder's encoding */
async function readRecords(
  bytes: Uint8Array,
  decode: Decode,
  options: ReadSheetOptions,
): Promise<ReadText | undefined> {
  const collector = createRowCollector(options)
  let reader: TextReader | undefined
  let beginning = ''
  for (let at = 0; at < bytes.length && !collector.isOver; at += BLOCK_BYTES) {
    const last = at + BLOCK_BYTES >= bytes.length
    const text = decode(at, last)
    if (text === undefined) return undefined
    if (!reader) {
      beginning = text.slice(measureMarks(text))
      const problem = findTextProblem(beginning)
      if (problem) collector.refuse(problem)
      reader = createTextReader(text, collector, options.columnNames)
    }
    const trouble = reader.read(text, last)
    const row = collector.count + 1
    if (collector.count === 0 && at > MAX_HEADER_BYTES) collector.refuse(refuseHeader(text, options))
    if (trouble) collector.refuse(describeTrouble(trouble, row))
    options.onProgress?.(Math.min(at + BLOCK_BYTES, bytes.length), bytes.length)
    const pause = options.yieldIfDue()
    if (pause) await pause
  }
  const collected = await takeStepsInSlices(collector.finish(), options.yieldIfDue)
  return { ...nameFormat(collected, beginning), delimiter: reader?.delimiter ?? ',' }
}

/** Decodes the block at a position; undefined: the bytes are not of the encoding. */
type Decode = (at: number, last: boolean) => string | undefined

/** The decoder keeps a character that is cut in two by the end of a block, and completes it with the next block. */
function createDecoder(bytes: Uint8Array, encoding: Encoding, fatal: boolean): Decode {
  const decoder = new TextDecoder(encoding, { fatal })
  return (at, last) => {
    try {
      // Node decodes Windows-1252 as Latin-1 unless it streams; browsers decode it correctly either way.
      const text = decoder.decode(bytes.subarray(at, at + BLOCK_BYTES), { stream: true })
      return last ? text + decoder.decode() : text
    } catch {
      return undefined
    }
  }
}

function findTextProblem(beginning: string): UnnamedProblem | undefined {
  if (isMarkup(beginning)) return { code: 'FILE_IS_HTML' }
  const found = findOtherFormat(beginning)
  return found === undefined ? undefined : { code: 'FILE_IS_NO_TABLE', found }
}

/** Names the format of a text without a header: asking the user for columns would make no sense. */
function nameFormat(collected: Collected, beginning: string): Collected {
  if (collected.ok || collected.problem.code !== 'MISSING_HEADER') return collected
  const found = guessOtherFormat(beginning)
  return found === undefined ? collected : { ok: false, problem: { code: 'FILE_IS_NO_TABLE', found } }
}

function describeTrouble(trouble: SplitTrouble, row: number): UnnamedProblem {
  if (trouble === 'unclosed') return { code: 'UNTERMINATED_QUOTE', row }
  if (trouble === 'endless') return { code: 'TOO_LARGE', row, unit: 'characters' }
  return describeExcess(trouble, row)
}

function refuseHeader(text: string, { kind, columnNames }: ReadSheetOptions): UnnamedProblem {
  const found = findColumns([text], kind, { names: columnNames })
  return found.ok ? { code: 'MISSING_HEADER' } : found.problem
}
