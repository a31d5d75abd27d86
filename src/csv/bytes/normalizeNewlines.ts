import { findClosingQuote } from './quotes'

/** The place of the next character. */
type Place = 'cell-start' | 'in-cell' | 'in-quotes' | 'behind-quotes'

/**
 * Turns every line end outside quoted cells into a line feed, so that a file may mix CRLF, LF and CR. Text inside
 * quoted cells stays as it is. Takes a file block by block; `last` marks the last block.
 */
export function createNewlineNormalizer(delimiter: string): (block: string, last: boolean) => string {
  const cellEnds = `${delimiter}\r\n`
  let place: Place = 'cell-start'
  let held = ''
  return (block, last) => {
    const all = held + block
    // A last CR may be half of a CRLF; the next block tells.
    held = !last && all.endsWith('\r') ? '\r' : ''
    const text = held ? all.slice(0, -1) : all
    if (!text.includes('\r') && place !== 'in-quotes' && !text.includes('"')) {
      if (text !== '') place = cellEnds.includes(text.charAt(text.length - 1)) ? 'cell-start' : 'in-cell'
      return text
    }
    let normalized = ''
    for (let at = 0; at < text.length; ) {
      const passed = passPart(text, at, place, cellEnds)
      const part = text.slice(at, passed.at)
      normalized += passed.quoted ? part : part.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
      at = passed.at
      place = passed.place
    }
    return normalized
  }
}

interface Passed {
  readonly at: number
  readonly place: Place
  readonly quoted: boolean
}

function passPart(text: string, at: number, place: Place, cellEnds: string): Passed {
  // A second quote behind a closing quote makes a doubled quote, and the quoted cell goes on.
  const opens = text[at] === '"' && place !== 'in-cell'
  if (opens || place === 'in-quotes') {
    const close = findClosingQuote(text, place === 'in-quotes' ? at : at + 1)
    if (close === -1) return { at: text.length, place: 'in-quotes', quoted: true }
    return { at: close + 1, place: close + 1 === text.length ? 'behind-quotes' : 'in-cell', quoted: true }
  }
  const open = findOpeningQuote(text, at, cellEnds)
  if (open !== -1) return { at: open, place: 'cell-start', quoted: false }
  const endsCell = cellEnds.includes(text.charAt(text.length - 1))
  return { at: text.length, place: endsCell ? 'cell-start' : 'in-cell', quoted: false }
}

/** A quote opens a cell only as its first character; any other quote is text. */
function findOpeningQuote(text: string, from: number, cellEnds: string): number {
  let at = text.indexOf('"', from + 1)
  while (at !== -1 && !cellEnds.includes(text.charAt(at - 1))) at = text.indexOf('"', at + 1)
  return at
}
