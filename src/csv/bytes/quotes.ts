/**
 * The position of the quote that closes a quoted cell, searched from inside the cell; -1: no quote. Doubled quotes
 * are text.
 */
export function findClosingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

/** Whether a line that begins outside quotes opens a quoted cell and does not close it. */
export function leavesQuoteOpen(line: string, delimiter: string): boolean {
  let open = line.indexOf(`${delimiter}"`)
  while (open !== -1) {
    const close = findClosingQuote(line, open + delimiter.length + 1)
    if (close === -1) return true
    open = line.indexOf(`${delimiter}"`, close)
  }
  return false
}

/** A record whose end is not known yet. */
export interface OpenRecord {
  readonly columns: number
  /** Characters of the longest cell without quotes. With bad quotes the raw text is the only cell. */
  readonly longest: number
  /** Characters of the last cell, if its quote is open. */
  readonly quoted: number
}

/**
 * Measures the record at the beginning of a text like the parser, but makes no cells. Undefined: the record ends
 * within the text.
 */
export function measureOpenRecord(text: string, delimiter: string): OpenRecord | undefined {
  let longest = 0
  let at = 0
  for (let columns = 1; ; columns += 1) {
    const from = at
    if (text[at] === '"') {
      const close = findClosingQuote(text, at + 1)
      // A quote as the last character may be half of a doubled quote.
      if (close === -1 || close === text.length - 1)
        return { columns, longest, quoted: text.length - from - 1 }
      at = skipBlanks(text, close + 1, delimiter)
      if (at < text.length && text[at] !== delimiter && text[at] !== '\n')
        return text.includes('\n', close) ? undefined : { columns: 1, longest: text.length, quoted: 0 }
    } else {
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at += 1
      longest = Math.max(longest, at - from)
    }
    if (at === text.length) return { columns, longest, quoted: 0 }
    if (text[at] === '\n') return undefined
    at += 1
  }
}

/** Skips blanks between a closing quote and the end of its cell. */
function skipBlanks(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text.charAt(at).trim() === '')
    at += 1
  return at
}
