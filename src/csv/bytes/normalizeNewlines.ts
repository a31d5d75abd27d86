import { findClosingQuote } from './quotes'

/** What the text so far says of the next character. */
type Place = 'cell-start' | 'in-cell' | 'in-quotes' | 'behind-quotes'

/**
 * Makes every line end outside quoted cells a line feed, so that one file may mix CRLF, LF and CR. Text inside quoted
 * cells stays as it is. Takes a file piece by piece; `last` says that no more comes.
 */
export function createNewlineNormalizer(delimiter: string): (piece: string, last: boolean) => string {
  const cellEnds = `${delimiter}\r\n`
  let place: Place = 'cell-start'
  let held = ''
  return (piece, last) => {
    const all = held + piece
    // A last CR may be half of a CRLF: the next piece tells.
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
  // Behind quotes, a quote is the second half of a doubled one: the quoted cell goes on.
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

/** A quote opens only as the first character of a cell; any other is text. */
function findOpeningQuote(text: string, from: number, cellEnds: string): number {
  let at = text.indexOf('"', from + 1)
  while (at !== -1 && !cellEnds.includes(text.charAt(at - 1))) at = text.indexOf('"', at + 1)
  return at
}
