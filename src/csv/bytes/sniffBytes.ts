import { cutControls } from './cutControls'
import type { UnnamedProblem } from '../../domain/sheet/fileProblem'

/** The encodings a file may have. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const magicNumbers: readonly (readonly [magic: readonly number[], problem: UnnamedProblem])[] = [
  [[0x50, 0x4b, 0x03, 0x04], { code: 'FILE_IS_XLSX' }],
  // Nothing is in it.
  [[0x50, 0x4b, 0x05, 0x06], { code: 'FILE_IS_ZIP' }],
  [[0xd0, 0xcf, 0x11, 0xe0], { code: 'FILE_IS_XLS' }],
  [[0x25, 0x50, 0x44, 0x46], { code: 'FILE_IS_BINARY', found: 'PDF' }],
  [[0x1f, 0x8b], { code: 'FILE_IS_BINARY', found: 'gzip' }],
  [[0x42, 0x5a, 0x68], { code: 'FILE_IS_BINARY', found: 'bzip2' }],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], { code: 'FILE_IS_BINARY', found: 'xz' }],
  [[0x28, 0xb5, 0x2f, 0xfd], { code: 'FILE_IS_BINARY', found: 'zstd' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { code: 'FILE_IS_BINARY', found: '7z' }],
  [[0x52, 0x61, 0x72, 0x21], { code: 'FILE_IS_BINARY', found: 'RAR' }],
  [[0x89, 0x50, 0x4e, 0x47], { code: 'FILE_IS_BINARY', found: 'PNG' }],
  [[0xff, 0xd8, 0xff], { code: 'FILE_IS_BINARY', found: 'JPEG' }],
  [[0xff, 0xfe, 0x00, 0x00], { code: 'UNSUPPORTED_ENCODING', found: 'UTF-32 LE' }],
  [[0x00, 0x00, 0xfe, 0xff], { code: 'UNSUPPORTED_ENCODING', found: 'UTF-32 BE' }],
]

// Enough to see what a file is; a text does not turn into a picture half-way.
const SNIFFED_BYTES = 65_536
// One stray control byte is one bad row; one byte in twenty is no text.
const MAX_CONTROL_SHARE = 1 / 20
const LEAST_CONTROLS = 4
// A column of another script may stand beside the IDs; a stray NUL may stand in one of them.
const LEAST_UPPER_ZEROS = 0.4
const MOST_LOWER_ZEROS = 0.05

/** Says why these bytes are no text of a known encoding, by what stands in them, never by the file's name. */
export function findBytesProblem(bytes: Uint8Array): UnnamedProblem | undefined {
  for (const [magic, problem] of magicNumbers) {
    if (startsWith(bytes, magic)) return problem
  }
  if (isLockFile(bytes)) return { code: 'FILE_IS_LOCK' }
  const wide = readByteOrderMark(bytes) ?? guessWide(bytes)
  if (wide === 'UTF-32 LE' || wide === 'UTF-32 BE') return { code: 'UNSUPPORTED_ENCODING', found: wide }
  // In UTF-16 every other byte of plain text is NUL.
  if (wide?.startsWith('utf-16')) return undefined
  return hasControlSoup(bytes) ? { code: 'FILE_IS_BINARY' } : undefined
}

/**
 * By the byte order mark, else UTF-16 by where the NULs stand. Undefined: UTF-8 if it is valid, else Excel's "CSV" of
 * western Windows.
 */
export function findEncoding(bytes: Uint8Array): Encoding | undefined {
  const marked = readByteOrderMark(bytes)
  if (marked) return marked
  const wide = guessWide(bytes)
  return wide === 'utf-16le' || wide === 'utf-16be' ? wide : undefined
}

/**
 * Without a byte order mark, wide text shows by its NULs: IDs, delimiters and line ends are ASCII, so that nearly all
 * of the upper bytes are 0 and nearly none of the lower ones.
 */
function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'UTF-32 LE' | 'UTF-32 BE' | undefined {
  const length = Math.min(bytes.length, SNIFFED_BYTES) & ~3
  const wholeLength = length > 0 ? length : bytes.length & ~1
  const zeros: [number, number, number, number] = [0, 0, 0, 0]
  for (let at = 0; at < wholeLength; at += 1) if (bytes[at] === 0) zeros[(at & 3) as 0 | 1 | 2 | 3] += 1
  const quarter = wholeLength / 4
  const [one, two, three, four] = zeros.map((count) => count / quarter) as [number, number, number, number]
  const few = Math.min(one, two, three, four)
  if (few > MOST_LOWER_ZEROS) return undefined
  if (Math.min(two, three, four) > LEAST_UPPER_ZEROS) return 'UTF-32 LE'
  if (Math.min(one, two, three) > LEAST_UPPER_ZEROS) return 'UTF-32 BE'
  if (two + four > 2 * LEAST_UPPER_ZEROS && one + three < 2 * MOST_LOWER_ZEROS) return 'utf-16le'
  if (one + three > 2 * LEAST_UPPER_ZEROS && two + four < 2 * MOST_LOWER_ZEROS) return 'utf-16be'
  return undefined
}

// Excel's: a name of at most 54 bytes behind its length, filled up with blanks, and the same name in UTF-16 behind it.
const LOCK_BYTES = 165
const LOCK_NAME = 54
// LibreOffice's: who has which file open, since when, and where the profile lies.
const LONGEST_LOCK = 4096
const otherLock = /^,[^\n]*,file:\/\/[^\n;]*;\s*$/

/** Whether this is what a spreadsheet program puts beside a file that it has open. */
function isLockFile(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x2c && bytes.length <= LONGEST_LOCK)
    return otherLock.test(new TextDecoder().decode(bytes))
  const [length = 0] = bytes
  if (bytes.length !== LOCK_BYTES || length < 1 || length > LOCK_NAME || bytes[LOCK_NAME + 1] !== length)
    return false
  return (
    bytes[LOCK_NAME + 2] === 0 && bytes.subarray(length + 1, LOCK_NAME + 1).every((byte) => byte === 0x20)
  )
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
  // Those that are taken out before the text is read do not count.
  const sample = cutControls(bytes.subarray(0, SNIFFED_BYTES))
  let controls = 0
  // TAB to CR are blanks; all others below space show nothing.
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32)) controls += 1
  return controls >= LEAST_CONTROLS && controls > sample.length * MAX_CONTROL_SHARE
}
