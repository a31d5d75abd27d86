import type { Breathe } from '../domain/breathe'
import type { FileProblem } from '../domain/sheet'

/** The encodings a file may have. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

type BytesProblem = Omit<FileProblem, 'fileName'>

const magicNumbers: readonly (readonly [magic: readonly number[], problem: BytesProblem])[] = [
  [[0x50, 0x4b, 0x03, 0x04], { code: 'FILE_IS_XLSX' }],
  [[0x50, 0x4b, 0x05, 0x06], { code: 'FILE_IS_XLSX' }],
  [[0xd0, 0xcf, 0x11, 0xe0], { code: 'FILE_IS_XLS' }],
  [[0x25, 0x50, 0x44, 0x46], { code: 'FILE_IS_BINARY', found: 'PDF' }],
  [[0x1f, 0x8b], { code: 'FILE_IS_BINARY', found: 'gzip' }],
  [[0xff, 0xfe, 0x00, 0x00], { code: 'UNSUPPORTED_ENCODING', found: 'UTF-32 LE' }],
  [[0x00, 0x00, 0xfe, 0xff], { code: 'UNSUPPORTED_ENCODING', found: 'UTF-32 BE' }],
]

// Enough to see what a file is; a text does not turn into a picture half-way.
const SNIFFED_BYTES = 65_536
// One stray control byte is one bad row; one byte in twenty is no text.
const MAX_CONTROL_SHARE = 1 / 20

/** Says why these bytes are no text of a known encoding, by what stands in them, never by the file's name. */
export function findBytesProblem(bytes: Uint8Array): BytesProblem | undefined {
  for (const [magic, problem] of magicNumbers) {
    if (startsWith(bytes, magic)) return problem
  }
  // In UTF-16 every other byte of plain text is NUL.
  if (readByteOrderMark(bytes)?.startsWith('utf-16')) return undefined
  return bytes.includes(0) || hasControlSoup(bytes) ? { code: 'FILE_IS_BINARY' } : undefined
}

/** UTF-16 only where its byte order mark says so; what is not valid UTF-8 is Excel's "CSV" of western Windows. */
export async function findEncoding(bytes: Uint8Array, breathe: Breathe): Promise<Encoding> {
  const marked = readByteOrderMark(bytes)
  if (marked) return marked
  return (await isUtf8(bytes, breathe)) ? 'utf-8' : 'windows-1252'
}

/** Whether a text begins like a web page or XML: a login page, or a "spreadsheet" that is HTML inside. */
export function isMarkup(text: string): boolean {
  return /^\s*<(?:!doctype\s+html|html|head|body|meta|table|\?xml|!--)/i.test(text)
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

function readByteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined
}

function hasControlSoup(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SNIFFED_BYTES)
  let controls = 0
  // TAB to CR are blanks; all others below space show nothing.
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32)) controls += 1
  return controls > sample.length * MAX_CONTROL_SHARE
}

async function isUtf8(bytes: Uint8Array, breathe: Breathe): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    // In slices, so that the file never stands in memory a second time.
    for (let at = 0; at < bytes.length; at += SNIFFED_BYTES) {
      decoder.decode(bytes.subarray(at, at + SNIFFED_BYTES), { stream: true })
      const pause = breathe()
      if (pause) await pause
    }
    decoder.decode()
    return true
  } catch {
    return false
  }
}
