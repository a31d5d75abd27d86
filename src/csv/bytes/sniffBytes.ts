import { cutControls } from './cutControls'
import type { UnnamedProblem } from '../../domain/sheet/fileProblem'

/** The encodings a file may have. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const magicNumbers: readonly (readonly [magic: readonly number[], problem: UnnamedProblem])[] = [
  [[0x50, 0x4b, 0x03, 0x04], { code: 'FILE_IS_XLSX' }],
  // An empty zip.
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

// Enough to tell the kind of a file.
const SNIFFED_BYTES = 65_536
// A stray control byte damages a row; a text has fewer than one in twenty.
const MAX_CONTROL_SHARE = 1 / 20
const LEAST_CONTROLS = 4
// A column of another script may stand beside the IDs, and an ID may hold a stray NUL.
const LEAST_UPPER_ZEROS = 0.4
const MOST_LOWER_ZEROS = 0.05

/** Says why these bytes are no text of a known encoding. The bytes decide, never the name of the file. */
export function findBytesProblem(bytes: Uint8Array): UnnamedProblem | undefined {
  for (const [magic, problem] of magicNumbers) {
    if (startsWith(bytes, magic)) return problem
  }
  if (isLockFile(bytes)) return { code: 'FILE_IS_LOCK' }
  const wide = readByteOrderMark(bytes) ?? guessWide(bytes)
  if (wide === 'UTF-32 LE' || wide === 'UTF-32 BE') return { code: 'UNSUPPORTED_ENCODING', found: wide }
  // In UTF-16 every second byte of plain text is NUL.
  if (wide?.startsWith('utf-16')) return undefined
  return hasControlSoup(bytes) ? { code: 'FILE_IS_BINARY' } : undefined
}

/**
 * Finds the encoding by the byte order mark, or UTF-16 by its NULs. Undefined: UTF-8 if it is valid, or else
 * Windows-1252, the encoding of Excel's "CSV" on western Windows.
 */
export function findEncoding(bytes: Uint8Array): Encoding | undefined {
  const marked = readByteOrderMark(bytes)
  if (marked) return marked
  const wide = guessWide(bytes)
  return wide === 'utf-16le' || wide === 'utf-16be' ? wide : undefined
}

/**
 * Guesses UTF-16 and UTF-32 by their NULs: IDs, delimiters and line ends are ASCII, so that nearly all upper bytes
 * are 0, and nearly no lower bytes.
 */
function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'UTF-32 LE' | 'UTF-32 BE' | undefined {
  const length = Math.min(bytes.length, SNIFFED_BYTES) & ~3
  const wholeLength = length > 0 ? length : bytes.length & ~1
  const zeros: [number, number, number, number] = [0, 0, 0, 0]
  for (let at = 0; at < wholeLength; at += 1) if (bytes[at] === 0) zeros[(at & 3) as 0 | 1 | 2 | 3] += 1
  const quarter = wholeLength / 4
  const [first, second, third, fourth] = zeros.map((count) => count / quarter) as [
    number,
    number,
    number,
    number,
  ]
  const few = Math.min(first, second, third, fourth)
  if (few > MOST_LOWER_ZEROS) return undefined
  if (Math.min(second, third, fourth) > LEAST_UPPER_ZEROS) return 'UTF-32 LE'
  if (Math.min(first, second, third) > LEAST_UPPER_ZEROS) return 'UTF-32 BE'
  if (second + fourth > 2 * LEAST_UPPER_ZEROS && first + third < 2 * MOST_LOWER_ZEROS) return 'utf-16le'
  if (first + third > 2 * LEAST_UPPER_ZEROS && second + fourth < 2 * MOST_LOWER_ZEROS) return 'utf-16be'
  return undefined
}

// A lock file of Excel: the length of a name, the name in 54 bytes filled with blanks, and the name in UTF-16.
const LOCK_BYTES = 165
const LOCK_NAME = 54
// A lock file of LibreOffice: user, computer, time, and the address of the profile.
const LONGEST_LOCK = 4096
const otherLock = /^,[^\n]*,file:\/\/[^\n;]*;\s*$/

/** Whether this is a lock file, which a spreadsheet program puts beside an open file. */
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
  // Bytes that `cutControls` removes before reading do not count.
  const sample = cutControls(bytes.subarray(0, SNIFFED_BYTES))
  let controls = 0
  // Bytes from TAB to CR are blanks; all others below space are control characters.
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32)) controls += 1
  return controls >= LEAST_CONTROLS && controls > sample.length * MAX_CONTROL_SHARE
}
