import { SaxesParser } from 'saxes'
import { WorkbookFault } from './workbookFault'

/** Visits the elements of an XML part. The root has depth 0; `skip` leaves out an element and all elements within. */
export interface XmlVisitor {
  /** @param name without its prefix */
  open(name: string, depth: number, attributes: Readonly<Record<string, string>>): 'skip' | undefined
  /** Text of the last opened element; a long text may come in blocks. */
  text?(text: string): void
  close?(depth: number): void
}

/** Takes the bytes of a part block by block; throws where they are no well-formed XML. */
interface XmlReader {
  push(block: Uint8Array): void
  end(): void
}

// No part of a workbook nests deeper than some twenty.
const MAX_DEPTH = 64
/** Characters of an escape such as `_x000D_`, which stands for a single one. No tag is longer than a text may be. */
export const ESCAPED_LENGTH = 8
const MIN_TOKEN = 65_536

/**
 * Reads the XML of a workbook's part. Looks nothing up: a DTD could define entities, and is refused, as Excel does.
 *
 * @param maxCellLength characters that a text may have
 */
export function createXmlReader(visitor: XmlVisitor, maxCellLength: number): XmlReader {
  const maxToken = Math.max(maxCellLength * ESCAPED_LENGTH, MIN_TOKEN)
  const walk = createElementWalk(visitor)
  const parser = new SaxesParser({ xmlns: false, position: false })
  let sinceTag = 0
  parser.on('doctype', () => {
    throw new WorkbookFault('broken')
  })
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0
    walk.open(name, attributes)
  })
  parser.on('closetag', () => {
    sinceTag = 0
    walk.close()
  })
  parser.on('text', walk.addText)
  parser.on('cdata', walk.addText)
  const write = (text: string) => {
    sinceTag += text.length
    parser.write(text)
    // The parser holds an unfinished text or tag in memory.
    if (sinceTag > maxToken) throw new WorkbookFault('too-large')
  }
  let decoder: TextDecoder | undefined
  return {
    push: (block) => {
      decoder ??= createDecoder(block)
      write(decoder.decode(block, { stream: true }))
    },
    end: () => {
      write(decoder?.decode() ?? '')
      parser.close()
    },
  }
}

/** Tells the visitor about elements with the root's prefix only: elements of other vocabularies mean nothing to us. */
function createElementWalk(visitor: XmlVisitor) {
  let depth = 0
  let skippedFrom: number | undefined
  let prefix: string | undefined
  return {
    open: (fullName: string, attributes: Readonly<Record<string, string>>) => {
      const colon = fullName.indexOf(':')
      const own = fullName.slice(0, Math.max(colon, 0))
      prefix ??= own
      if (depth >= MAX_DEPTH) throw new WorkbookFault('broken')
      if (skippedFrom === undefined) {
        const isOurs = own === prefix
        const answer = isOurs ? visitor.open(fullName.slice(colon + 1), depth, attributes) : 'skip'
        if (answer === 'skip') skippedFrom = depth
      }
      depth += 1
    },
    close: () => {
      depth -= 1
      if (skippedFrom === undefined) visitor.close?.(depth)
      else if (skippedFrom === depth) skippedFrom = undefined
    },
    addText: (text: string) => {
      if (skippedFrom === undefined && depth > 0) visitor.text?.(text)
    },
  }
}

/** Reads a whole part. */
export async function readXml(
  blocks: AsyncIterable<Uint8Array>,
  visitor: XmlVisitor,
  maxCellLength: number,
): Promise<void> {
  const reader = createXmlReader(visitor, maxCellLength)
  for await (const block of blocks) reader.push(block)
  reader.end()
}

/** UTF-8, or UTF-16 with its byte order mark: the packaging standard allows no other encoding. */
function createDecoder(block: Uint8Array): TextDecoder {
  const mark = ((block[0] ?? 0) << 8) | (block[1] ?? 0)
  const wide = mark === 0xfffe ? 'utf-16le' : 'utf-16be'
  return new TextDecoder(mark === 0xfffe || mark === 0xfeff ? wide : 'utf-8', { fatal: true })
}
