import { decodeEscapes } from './escapedText'
import type { XmlVisitor } from './readXml'
import { WorkbookFault } from './workbookFault'

// A sheet of a million rows with ten columns.
const MAX_STRINGS = 10_000_000

/** Collects the texts that cells share. */
export function visitSharedStrings(strings: string[]): XmlVisitor {
  let text = ''
  let isText = false
  return {
    open(name, depth) {
      if (depth === 0 && name !== 'sst') throw new WorkbookFault('broken')
      if (depth === 0) return undefined
      if (depth === 1 && name !== 'si') return 'skip'
      if (depth === 1) text = ''
      isText = isTextElement(name, depth - 2)
      return depth === 1 || isText || isRunElement(name, depth - 2) ? undefined : 'skip'
    },
    text(piece) {
      if (isText) text += piece
    },
    close(depth) {
      isText = false
      if (depth !== 1) return
      if (strings.length >= MAX_STRINGS) throw new WorkbookFault('too-large')
      strings.push(decodeEscapes(text))
    },
  }
}

/**
 * Whether this holds a part of a rich text, counted from what is directly in it. All its runs are joined; how it is
 * pronounced (`rPh`) is left out.
 */
export function isTextElement(name: string, depth: number): boolean {
  return name === 't' && (depth === 0 || depth === 1)
}

/** Whether this is a run of a rich text. */
export function isRunElement(name: string, depth: number): boolean {
  return name === 'r' && depth === 0
}
