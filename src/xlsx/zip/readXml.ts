import { SaxesParser } from 'saxes'
import { WorkbookFault } from './workbookFault'

/** What is told of an XML part. Depth counts from 0, the root's; `skip` leaves out the element and all within. */
export interface XmlVisitor {
  /** Names come without their prefix. */
  open(name: string, depth: number, attributes: Readonly<Record<string, string>>): 'skip' | undefined
  /** Text of the element opened last; a long one may come in pieces. */
  text?(text: string): void
  close?(depth: number): void
}

/** Takes the bytes of a part, piece by piece; throws where they are no well-formed XML. */
export interface XmlReader {
  push(piece: Uint8Array): void
  end(): void
}

// No part of a workbook nests deeper than some twenty.
const MAX_DEPTH = 64
/** Characters that one may be written as: `_x000D_`. No tag is longer than a text may be. */
export const ESCAPED_LENGTH = 8
const MIN_TOKEN = 65_536

/**
 * Reads the XML of a workbook's part. Only elements with the root's prefix are told: what other vocabularies put
 * between them is none of ours. Nothing is looked up: a DTD, which could make up entities, is refused, as Excel does.
 * @param maxCellLength characters that a text may have
 */
export function createXmlReader(visitor: XmlVisitor, maxCellLength: number): XmlReader {
  const maxToken = Math.max(maxCellLength * ESCAPED_LENGTH, MIN_TOKEN)
  let depth = 0
  let skippedFrom: number | undefined
  let prefix: string | undefined
  let quiet = 0
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw new WorkbookFault('broken')
  })
  parser.on('opentag', (tag) => {
    quiet = 0
    const colon = tag.name.indexOf(':')
    const own = tag.name.slice(0, Math.max(colon, 0))
    prefix ??= own
    if (depth >= MAX_DEPTH) throw new WorkbookFault('broken')
    if (skippedFrom === undefined) {
      const isOurs = own === prefix
      const answer = isOurs ? visitor.open(tag.name.slice(colon + 1), depth, tag.attributes) : 'skip'
      if (answer === 'skip') skippedFrom = depth
    }
    depth += 1
  })
  parser.on('closetag', () => {
    quiet = 0
    depth -= 1
    if (skippedFrom === undefined) visitor.close?.(depth)
    else if (skippedFrom === depth) skippedFrom = undefined
  })
  const tellText = (text: string) => {
    if (skippedFrom === undefined && depth > 0) visitor.text?.(text)
  }
  parser.on('text', tellText)
  parser.on('cdata', tellText)
  const write = (text: string) => {
    quiet += text.length
    parser.write(text)
    // The parser holds a text or tag back until it has all of it.
    if (quiet > maxToken) throw new WorkbookFault('too-large')
  }
  let decoder: TextDecoder | undefined
  return {
    push: (piece) => {
      decoder ??= createDecoder(piece)
      write(decoder.decode(piece, { stream: true }))
    },
    end: () => {
      write(decoder?.decode() ?? '')
      parser.close()
    },
  }
}

/** Reads a whole part. */
export async function readXml(
  pieces: AsyncIterable<Uint8Array>,
  visitor: XmlVisitor,
  maxCellLength: number,
): Promise<void> {
  const reader = createXmlReader(visitor, maxCellLength)
  for await (const piece of pieces) reader.push(piece)
  reader.end()
}

/** UTF-8, or UTF-16 with its byte order mark: the packaging standard allows no other. */
function createDecoder(piece: Uint8Array): TextDecoder {
  const mark = ((piece[0] ?? 0) << 8) | (piece[1] ?? 0)
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding, { fatal: true })
}
