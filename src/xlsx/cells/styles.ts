import { type NumberFormat, readFormat } from './numberFormat'
import type { XmlVisitor } from '../zip/readXml'
import { WorkbookFault } from '../zip/workbookFault'

/** The number formats of the cell styles, by the number of the style. */
export interface CellFormats {
  /** The number of styles. */
  readonly length: number
  at(style: number): NumberFormat | undefined
}

// Excel has some 65,000 styles, and takes 250 custom formats.
const MAX_STYLES = 100_000
const MAX_FORMATS = 10_000

interface StyleVisit {
  readonly visitor: XmlVisitor
  readonly formats: CellFormats
  /** By number, the formats that a cell has only where a condition is met, without those that only show digits. */
  readonly conditional: ReadonlyMap<number, NumberFormat>
}

/**
 * Collects the cell styles. Two formats with the same number, or two lists of the same kind, are refused: programs
 * differ in which of them they take.
 */
export function visitStyles(): StyleVisit {
  const styles = createStyleTable()
  const conditional = new Map<number, NumberFormat>()
  let conditions = 0
  const lists = new Set<string>()
  let list = ''

  function openList(name: string): 'skip' | undefined {
    if (name !== 'numFmts' && name !== 'cellXfs' && name !== 'dxfs') return 'skip'
    if (lists.has(name)) throw new WorkbookFault('broken')
    lists.add(name)
    list = name
    return undefined
  }
  function addConditional(id: number, code: string): void {
    if (conditional.size >= MAX_FORMATS) return
    const format = readFormat(id, code)
    if (!isPlain(format)) conditional.set(conditions - 1, format)
  }
  const visitor: XmlVisitor = {
    open(name, depth, { numFmtId = '0', formatCode = '' }) {
      if (depth === 0 && name !== 'styleSheet') throw new WorkbookFault('broken')
      if (depth === 0) return undefined
      if (depth === 1) return openList(name)
      if (list === 'dxfs' && depth === 2) {
        conditions += 1
        return undefined
      }
      if (list === 'dxfs' && name === 'numFmt') addConditional(Number(numFmtId), formatCode)
      if (list === 'numFmts' && name === 'numFmt') styles.addFormat(Number(numFmtId), formatCode)
      if (list === 'cellXfs' && name === 'xf') styles.addStyle(Number(numFmtId))
      return 'skip'
    },
  }
  return { visitor, conditional, formats: styles }
}

/**
 * The styles and their formats. A file may hold the formats before or behind the styles: a format is read when a cell
 * first asks for it, and only once, however many styles name it.
 */
function createStyleTable() {
  const codes = new Map<number, string>()
  const formats = new Map<number, NumberFormat>()
  /** By style, the number of its format. */
  const ids: number[] = []
  return {
    addFormat: (id: number, code: string) => {
      if (codes.size >= MAX_FORMATS) throw new WorkbookFault('too-large')
      if ((codes.get(id) ?? code) !== code) throw new WorkbookFault('broken')
      codes.set(id, code)
    },
    addStyle: (id: number) => {
      if (ids.push(id) > MAX_STYLES) throw new WorkbookFault('too-large')
    },
    get length() {
      return ids.length
    },
    at: (style: number): NumberFormat | undefined => {
      const id = ids[style]
      if (id === undefined) return undefined
      const format = formats.get(id) ?? readFormat(id, codes.get(id))
      formats.set(id, format)
      return format
    },
  }
}

/** Whether a format shows the digits of a number, and nothing else. */
function isPlain({ sections }: NumberFormat): boolean {
  return sections.every(
    ({ section }) =>
      section.kind === 'general' || (section.kind === 'digits' && section.zeros === 1 && section.scale === 1),
  )
}
