import { Inflate } from 'fflate'
import type { YieldIfDue } from '../../domain/time/yieldIfDue'
import { WorkbookFault } from './workbookFault'
import { foldName, readBytes, readName, type ZipEntry } from './zipDirectory'

/** The number of bytes that may still be inflated. All reads for the same purpose share it. */
export interface Budget {
  left: number
}

interface InflateOptions {
  readonly budget: Budget
  readonly yieldIfDue: YieldIfDue
  /** Packed bytes read since the last call. */
  readonly onPacked?: (bytes: number) => void
}

const HEADER_BYTES = 30
const READ_BYTES = 262_144
// Zipping shrinks sheets to a tenth, empty formatted cells to a hundredth; deflate's limit is a 1032nd. Small entries
// may have any ratio.
const MAX_RATIO = 400
const HARMLESS_BYTES = 67_108_864
// A deflated byte gives at most 1032 bytes: a step inflates 2 MB at most, in some milliseconds.
const STEP_BYTES = 2048
// Parsed in some milliseconds.
const BLOCK_BYTES = 16_384

/**
 * Inflates a file of a zip block by block, as the caller takes the blocks, and never beyond the declared size and the
 * budget. Checks size and checksum at the end. Throws a WorkbookFault.
 */
export async function* inflateEntry(
  file: Blob,
  entry: ZipEntry,
  options: InflateOptions,
): AsyncGenerator<Uint8Array, void> {
  const { budget, yieldIfDue } = options
  if (entry.isEncrypted || (entry.method !== 0 && entry.method !== 8)) throw new WorkbookFault('broken')
  // The declared size is enough to refuse the entry.
  if (entry.bytes > budget.left || isBomb(entry)) throw new WorkbookFault('too-large')
  let inflated = 0
  let crc = 0
  for await (const chunk of inflateChunks(file, entry, options)) {
    inflated += chunk.length
    budget.left -= chunk.length
    if (inflated > entry.bytes) throw new WorkbookFault('broken')
    for (let at = 0; at < chunk.length; at += BLOCK_BYTES) {
      const block = chunk.subarray(at, at + BLOCK_BYTES)
      crc = updateCrc32(crc, block)
      yield block
      const pause = yieldIfDue()
      if (pause) await pause
    }
  }
  if (inflated !== entry.bytes || crc !== entry.crc) throw new WorkbookFault('broken')
}

function isBomb({ bytes, packedBytes }: ZipEntry): boolean {
  return bytes > HARMLESS_BYTES && bytes > packedBytes * MAX_RATIO
}

async function* inflateChunks(
  file: Blob,
  entry: ZipEntry,
  { yieldIfDue, onPacked }: InflateOptions,
): AsyncGenerator<Uint8Array, void> {
  const chunks: Uint8Array[] = []
  const inflate = new Inflate((chunk) => chunks.push(chunk))
  const start = await findData(file, entry)
  const end = start + entry.packedBytes
  for (let at = start; at < end; at += READ_BYTES) {
    const packed = await readBytes(file, at, Math.min(READ_BYTES, end - at))
    for (let from = 0; from < packed.length; from += STEP_BYTES) {
      const step = packed.subarray(from, from + STEP_BYTES)
      if (entry.method === 0) chunks.push(step)
      else inflate.push(step, at + from + step.length === end)
      yield* chunks.splice(0)
      onPacked?.(step.length)
      const pause = yieldIfDue()
      if (pause) await pause
    }
  }
}

/** Finds the start of the packed bytes. The local header must name the same file as the directory, in any case. */
async function findData(file: Blob, entry: ZipEntry): Promise<number> {
  const header = new DataView((await readBytes(file, entry.offset, HEADER_BYTES)).buffer)
  const nameBytes = header.getUint16(26, true)
  const name = readName(await readBytes(file, entry.offset + HEADER_BYTES, nameBytes))
  const isSame = header.getUint32(0, true) === 0x04034b50 && header.getUint16(8, true) === entry.method
  if (!isSame || foldName(name) !== foldName(entry.name)) throw new WorkbookFault('broken')
  return entry.offset + HEADER_BYTES + nameBytes + header.getUint16(28, true)
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** Continues a zip's checksum over more bytes; a checksum starts at 0. */
function updateCrc32(crc: number, bytes: Uint8Array): number {
  let value = ~crc
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 255] ?? 0) ^ (value >>> 8)
  return ~value >>> 0
}
