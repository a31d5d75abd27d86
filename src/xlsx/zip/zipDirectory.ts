import type { YieldIfDue } from '../../domain/time/yieldIfDue'
import { WorkbookFault } from './workbookFault'

/** One file inside the zip, as the directory at its end describes it. */
export interface ZipEntry {
  readonly name: string
  readonly isEncrypted: boolean
  /** 0 stored, 8 deflated; others are not of a workbook. */
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  /** Where its local header begins. */
  readonly offset: number
}

/** By name in lower case, with `/`: part names of a workbook are compared so. Two of one name are nobody's. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry | 'ambiguous'>

const END_BYTES = 22
const LOCATOR_BYTES = 20
const ENTRY_BYTES = 46
// What a zip may say after its end, in bytes.
const MAX_COMMENT = 65_535
// A thousand sheets and pictures are far below; it is held in memory as a whole.
const MAX_DIRECTORY_BYTES = 8_388_608
const ENTRIES_A_STEP = 500
// In place of numbers that are too large for their field, or were not known when it was written.
const IN_ZIP64 = 0xffffffff

const utf8 = new TextDecoder()

/** Reads the directory at the end of a zip: what stands in front of it is not looked at. */
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

/** Bytes of a file, refused where they are not all there. */
export async function readBytes(file: Blob, start: number, length: number): Promise<Uint8Array> {
  if (start < 0 || start + length > file.size) throw new WorkbookFault('broken')
  return new Uint8Array(await file.slice(start, start + length).arrayBuffer())
}

/** The text that a zip keeps a name as. */
export function readName(bytes: Uint8Array): string {
  return utf8.decode(bytes)
}

/** A name as the names of parts are compared: in any case, with any slash. */
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
    // Its comment reaches to the end of the file, or what looks like the end stands inside a comment.
    if (isEnd && at + END_BYTES + tail.getUint16(at + 20, true) <= tail.byteLength) return at
  }
  // Cut off: the end of a zip is what tells what is in it.
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
  // In this order they stand in the zip64 field, those only that are needed.
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
