/** A record as it stands in a file; `isBad`: a quoted cell of it goes on behind its closing quote. */
export interface SlowRecord {
  readonly cells: readonly string[]
  readonly isBad: boolean
}

/**
 * Splits a text into records, character by character, in the plainest way. Tests compare the fast reading with it.
 * Undefined: a quote is never closed.
 */
export function readSlowly(text: string, delimiter: string): readonly SlowRecord[] | undefined {
  const records: SlowRecord[] = []
  let at = 0
  const endLength = () => {
    if (text.startsWith('\r\n', at)) return 2
    return /[\r\n]/.test(text[at] ?? '') ? 1 : 0
  }
  while (at < text.length) {
    const start = at
    const cells: string[] = []
    let isBad = false
    for (;;) {
      let cell = ''
      if (text[at] === '"') {
        at += 1
        for (; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
          if (at >= text.length) return undefined
          if (text[at] === '"') at += 1
          cell += text[at]
        }
        at += 1
      } else {
        while (at < text.length && text[at] !== delimiter && endLength() === 0) cell += text[at++]
      }
      // Text behind a closing quote: the cells after it are cells all the same, and may go on over a line end.
      for (; at < text.length && text[at] !== delimiter && endLength() === 0; at += 1) isBad = true
      cells.push(cell)
      if (text[at] !== delimiter) break
      at += 1
    }
    records.push(isBad ? { cells: [text.slice(start, at)], isBad } : { cells, isBad })
    at += endLength()
  }
  return records
}

/** Everything that nobody sees, spelled out. */
const UNSEEN = new Set(
  [
    0x61c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060,
    0x2061, 0x2062, 0x2063, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0x206a, 0x206b, 0x206c, 0x206d, 0x206e,
    0x206f, 0xfeff,
  ].map((code) => String.fromCharCode(code)),
)

/** A text without invisible marks, and with plain characters instead of full-width ones. */
export function seeText(text: string): string {
  return Array.from(text)
    .filter((char) => !UNSEEN.has(char))
    .map((char) => (/[\uff01-\uff5e]/.test(char) ? char.normalize('NFKC') : char))
    .join('')
}

/** The ID that a person would read in a cell. */
export function seeId(cell: string): string {
  let seen = seeText(cell).trim()
  if (/^'\s*[=+\-@]/.test(seen)) seen = seen.slice(1).trim()
  if (seen.startsWith('="') && seen.endsWith('"')) seen = seen.slice(2, -1).trim()
  if (/^'\d/.test(seen)) seen = seen.slice(1)
  return /^\d+\.0+$/.test(seen) ? seen.slice(0, seen.indexOf('.')) : seen
}
