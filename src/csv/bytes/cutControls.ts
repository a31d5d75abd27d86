const NUL = 0
const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const BLANK = 32
// Ctrl+Z: DOS programs end a text with it, and fill the rest of the last block with blanks or NULs.
const END_OF_FILE = 26

const isLineEnd = (byte: number | undefined): boolean => byte === LINE_FEED || byte === CARRIAGE_RETURN

const isTail = (unit: number): boolean =>
  unit === NUL ||
  unit === END_OF_FILE ||
  unit === LINE_FEED ||
  unit === CARRIAGE_RETURN ||
  unit === TAB ||
  unit === BLANK

/** The order of the two bytes of a character; undefined: characters have single bytes. */
type Wide = 'utf-16le' | 'utf-16be' | undefined

/**
 * Removes the end that old programs add: a DOS end-of-file mark, and NULs that fill a block. NULs directly behind a
 * text stay: the text may have been cut off.
 */
function cutEnd(bytes: Uint8Array, wide?: Wide): Uint8Array {
  const step = wide ? 2 : 1
  const readUnit = (at: number): number => {
    if (!wide) return bytes[at] ?? 0
    const [first = 0, second = 0] = bytes.subarray(at, at + 2)
    return wide === 'utf-16le' ? first | (second << 8) : second | (first << 8)
  }
  let end = bytes.length - (bytes.length % step)
  let cut = bytes.length
  while (end > 0) {
    const unit = readUnit(end - step)
    if (!isTail(unit)) break
    end -= step
    const before = end > 0 ? readUnit(end - step) : undefined
    if (unit === END_OF_FILE || (unit === NUL && isLineEnd(before))) cut = end
  }
  return bytes.subarray(0, cut)
}

interface Counted {
  readonly lineEnds: number
  /** The number of line ends with a NUL before them. */
  readonly ended: number
}

function countEnded(bytes: Uint8Array): Counted {
  let lineEnds = 0
  let ended = 0
  for (let at = 0; at < bytes.length; at += 1) {
    // CRLF is a single line end.
    if (!isLineEnd(bytes[at]) || (bytes[at] === LINE_FEED && bytes[at - 1] === CARRIAGE_RETURN)) continue
    lineEnds += 1
    if (bytes[at - 1] === NUL) ended += 1
  }
  return { lineEnds, ended }
}

/**
 * Removes the NULs that a program writes behind each line end, or before each line end as C ends its texts. Any other
 * NUL stays, and becomes an issue of its row.
 *
 * @param bytes of a text that is not UTF-16
 */
export function cutControls(bytes: Uint8Array): Uint8Array {
  const cut = cutEnd(bytes)
  // `includes` takes three times as long.
  return cut.indexOf(NUL) === -1 ? cut : cutNuls(cut)
}

/** Removes the NULs behind the line ends of a text in UTF-16. */
export function cutWideControls(bytes: Uint8Array, wide: NonNullable<Wide>): Uint8Array {
  const cut = cutEnd(bytes, wide)
  const lower = wide === 'utf-16be' ? 1 : 0
  const kept = new Uint8Array(cut.length)
  let length = 0
  let isBehind = false
  for (let at = 0; at < cut.length; at += 2) {
    const unit = (cut[at + lower] ?? 0) | ((cut[at + 1 - lower] ?? 0) << 8)
    if (isBehind && unit === NUL) continue
    isBehind = isLineEnd(unit)
    kept.set(cut.subarray(at, at + 2), length)
    length += 2
  }
  return kept.subarray(0, Math.min(length, cut.length))
}

function cutNuls(cut: Uint8Array): Uint8Array {
  const { lineEnds, ended } = countEnded(cut)
  const endsEach = lineEnds > 1 && ended * 2 > lineEnds
  const kept = new Uint8Array(cut.length)
  let length = 0
  for (let at = 0; at < cut.length; ) {
    const found = cut.indexOf(NUL, at)
    const from = found === -1 ? cut.length : found
    let to = from
    while (cut[to] === NUL) to += 1
    const isBehind = from > 0 && isLineEnd(cut[from - 1])
    const isBefore = endsEach && (to === cut.length || isLineEnd(cut[to]))
    const part = cut.subarray(at, isBehind || isBefore ? from : to)
    kept.set(part, length)
    length += part.length
    at = to
  }
  return kept.subarray(0, length)
}
