import { ESCAPED_LENGTH, type XmlVisitor } from '../zip/readXml'
import type { WorkbookLimits } from '../parts/openOptions'
import { WorkbookFault } from '../zip/workbookFault'

/** Stands for a text that nobody can tell. The check refuses it like Excel's own errors. */
export const UNKNOWN_TEXT = '#TEXT!'

// As many as the cells of a million rows with ten columns.
const MAX_STRINGS = 10_000_000

/**
 * Collects the texts that cells share. Of a text that is too long, it keeps just enough to refuse the cells that show
 * it: a text that no cell shows does no harm.
 */
export function visitSharedStrings(
  strings: string[],
  { maxCellLength, maxTextLength }: WorkbookLimits,
): XmlVisitor {
  let text = ''
  let isText = false
  let texts = 0
  let left = maxTextLength
  return {
    open(name, depth) {
      if (depth === 0 && name !== 'sst') throw new WorkbookFault('broken')
      if (depth === 0) return undefined
      if (depth === 1 && name !== 'si') return 'skip'
      if (depth === 1) text = ''
      if (depth === 1) texts = 0
      isText = isTextElement(name, depth - 2)
      if (isText && depth === 2) texts += 1
      return depth === 1 || isText || isRunElement(name, depth - 2) ? undefined : 'skip'
    },
    text(piece) {
      if (isText && text.length <= maxCellLength * ESCAPED_LENGTH) text += piece
    },
    close(depth) {
      isText = false
      if (depth !== 1) return
      if (strings.length >= MAX_STRINGS) throw new WorkbookFault('too-large')
      // Some programs join two texts, others take one of them: no cell may show them.
      const kept = texts > 1 ? UNKNOWN_TEXT : decodeEscapes(text).slice(0, maxCellLength + 1)
      left -= kept.length
      if (left < 0) throw new WorkbookFault('too-large', undefined, { unit: 'texts', limit: maxTextLength })
      strings.push(kept)
    },
  }
}

/**
 * Whether an element holds a part of a rich text. The text joins all runs, without their pronunciation (`rPh`).
 *
 * @param depth below the rich text, from 0
 */
export function isTextElement(name: string, depth: number): boolean {
  return name === 't' && (depth === 0 || depth === 1)
}

/** Whether an element is a run of a rich text. */
export function isRunElement(name: string, depth: number): boolean {
  return name === 'r' && depth === 0
}

const escapedCharacter = /_x([0-9A-Fa-f]{4})_/g

/**
 * Decodes characters that XML cannot hold: a workbook writes a carriage return as `_x000D_`, and the text `_x000D_`
 * as `_x005F_x000D_`.
 */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(escapedCharacter, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
