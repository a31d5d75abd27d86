/** Position of the quote that closes a quoted cell, looking from inside it; doubled quotes are text. -1: none. */
export function findClosingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

/** Whether a line, read from outside any quotes, opens a quoted cell that it does not close. */
export function leavesQuoteOpen(line: string, delimiter: string): boolean {
  let open = line.indexOf(`${delimiter}"`)
  while (open !== -1) {
    const close = findClosingQuote(line, open + delimiter.length + 1)
    if (close === -1) return true
    open = line.indexOf(`${delimiter}"`, close)
  }
  return false
}
