import type { YieldIfDue } from '../../domain/time/yieldIfDue'
import { WorkbookFault } from './workbookFault'

/** A file inside the zip, as the directory at the end of the zip describes it. */
export interface ZipEntry {
  readonly name: string
  readonly isEncrypted: boolean
  /** 0: stored, 8: deflated; workbooks use no other method. */
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  /** The position of its local header. */
  readonly offset: number
}

/** By name in lower case, with `/`, as workbooks compare the names of parts. `ambiguous`: two files have this name. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry | 'ambiguous'>

const END_BYTES = 22
const LOCATOR_BYTES = 20
const ENTRY_BYTES = 46
// The comment at the end of a zip.
const MAX_COMMENT = 65_535
// The whole directory stands in memory. A thousand sheets and pictures need far less.
const MAX_DIRECTORY_BYTES = 8_388_608
const ENTRIES_A_STEP = 500
// Replaces a number that is too large for its field, or was unknown at writing.
const IN_ZIP64 = 0xffffffff

const utf8 = new TextDecoder()

/** Reads the directory at the end of a zip, and nothing before it. */
export async function readZipDirectory(file: Blob, yieldIfDue: YieldIfDue): Promise<ZipDirectory> {
  const view = await readDirectory(file)
  const entries = new Map<string, ZipEntry | 'ambiguous'>()
  let count = 0
  for (let at = 0; at + ENTRY_BYTES <= view.byteLength && view.getUint32(at, true) === 0x02014b50; ) {
    const entry = readEntry(view, at)
    const key = foldName(entry.name)
    entries.set(key, entries.has(key) ? 'ambiguous' : entry)
    at +=
      ENTRY_BYTES +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
    count += 1
    const pause = count % ENTRIES_A_STEP === 0 ? yieldIfDue() : undefined
    if (pause) await pause
  }
  return entries
}

/** Reads bytes of a file; throws where some are missing. */
export async function readBytes(file: Blob, start: number, length: number): Promise<Uint8Array> {
  if (start < 0 || start + length > file.size) throw new WorkbookFault('broken')
  return new Uint8Array(await file.slice(start, start + length).arrayBuffer())
}

/** Decodes a name of a zip. */
export function readName(bytes: Uint8Array): string {
  return utf8.decode(bytes)
}

/** Folds a name for comparing: lower case, with `/`. */
export function foldName(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase()
}

async function readDirectory(file: Blob): Promise<DataView> {
  const magic = await readView(file, 0, Math.min(4, file.size))
  if (magic.byteLength < 4 || magic.getUint32(0, true) !== 0x04034b50) throw new WorkbookFault('no-workbook')
  const tailBytes = Math.min(file.size, END_BYTES + MAX_COMMENT + LOCATOR_BYTES)
  const tailAt = file.size - tailBytes
  const tail = await readView(file, tailAt, tailBytes)
  const end = findEnd(tail)
  let length = tail.getUint32(end + 12, true)
  let start = tail.getUint32(end + 16, true)
  const locator = end - LOCATOR_BYTES
  if (start === IN_ZIP64 && locator >= 0 && tail.getUint32(locator, true) === 0x07064b50) {
    const end64 = await readView(file, Number(tail.getBigUint64(locator + 8, true)), 56)
    if (end64.getUint32(0, true) !== 0x06064b50) throw new WorkbookFault('broken')
    length = Number(end64.getBigUint64(40, true))
    start = Number(end64.getBigUint64(48, true))
  }
  if (length > MAX_DIRECTORY_BYTES) throw new WorkbookFault('too-large')
  return readView(file, start, length)
}

async function readView(file: Blob, start: number, length: number): Promise<DataView> {
  return new DataView((await readBytes(file, start, length)).buffer)
}

function findEnd(tail: DataView): number {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    const isEnd = tail.getUint32(at, true) === 0x06054b50
    // The comment must fit into the file: otherwise these bytes are part of a comment.
    if (isEnd && at + END_BYTES + tail.getUint16(at + 20, true) <= tail.byteLength) return at
  }
  // The file is cut off: without its end, nobody knows what a zip holds.
  throw new WorkbookFault('broken')
}

function readEntry(view: DataView, at: number): ZipEntry {
  const nameAt = at + ENTRY_BYTES
  const extraAt = nameAt + view.getUint16(at + 28, true)
  const name = readName(new Uint8Array(view.buffer, view.byteOffset + nameAt, extraAt - nameAt))
  const wide = readWideNumbers(view, extraAt, view.getUint16(at + 30, true))
  const readNumber = (field: number) => {
    const number = view.getUint32(at + field, true)
    return number === IN_ZIP64 ? (wide.shift() ?? number) : number
  }
  // The zip64 field holds the missing numbers in this order.
  const bytes = readNumber(24)
  const packedBytes = readNumber(20)
  const offset = readNumber(42)
  const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1
  const method = view.getUint16(at + 10, true)
  return { name, isEncrypted, method, crc: view.getUint32(at + 16, true), packedBytes, bytes, offset }
}

function readWideNumbers(view: DataView, start: number, length: number): number[] {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    const count = view.getUint16(at + 2, true) >> 3
    return Array.from({ length: count }, (_, index) => Number(view.getBigUint64(at + 4 + index * 8, true)))
  }
  return []
}
