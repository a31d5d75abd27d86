import { type NumberFormat, readFormat } from './numberFormat'
import type { XmlVisitor } from '../zip/readXml'
import { WorkbookFault } from '../zip/workbookFault'

/** The number formats of the cell styles, by the number of the style. */
export interface CellFormats {
  /** How many styles there are. */
  readonly length: number
  at(style: number): NumberFormat | undefined
}

// Excel knows some 65,000 styles, and takes 250 formats of a user's own.
const MAX_STYLES = 100_000
const MAX_FORMATS = 10_000

/**
 * Collects the cell styles. Their formats may stand before or behind them: a format is looked for when a cell first
 * asks for it, and read once, however many styles name it. Two formats of one number, and two lists of one kind, are
 * refused: programs differ in which one they take.
 */
export function visitStyles(): {
  readonly visitor: XmlVisitor
  readonly formats: CellFormats
  /** Formats that cells have only where a condition is met, by their number: those that show anything but digits. */
  readonly conditional: ReadonlyMap<number, NumberFormat>
} {
  const codes = new Map<number, string>()
  /** By style, the number of its format. */
  const ids: number[] = []
  const formats = new Map<number, NumberFormat>()
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
  function addFormat(id: number, code: string): void {
    if (codes.size >= MAX_FORMATS) throw new WorkbookFault('too-large')
    if ((codes.get(id) ?? code) !== code) throw new WorkbookFault('broken')
    codes.set(id, code)
  }
  function addConditional(name: string, id: number, code: string): void {
    if (name !== 'numFmt' || conditional.size >= MAX_FORMATS) return
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
      if (list === 'dxfs') addConditional(name, Number(numFmtId), formatCode)
      if (list === 'numFmts' && name === 'numFmt') addFormat(Number(numFmtId), formatCode)
      if (list === 'cellXfs' && name === 'xf') ids.push(Number(numFmtId))
      if (ids.length > MAX_STYLES) throw new WorkbookFault('too-large')
      return 'skip'
    },
  }
  function at(style: number): NumberFormat | undefined {
    const id = ids[style]
    if (id === undefined) return undefined
    const format = formats.get(id) ?? readFormat(id, codes.get(id))
    formats.set(id, format)
    return format
  }
  return {
    visitor,
    conditional,
    formats: {
      get length() {
        return ids.length
      },
      at,
    },
  }
}

/** Whether a format shows the digits of a number, and nothing else of it. */
function isPlain({ sections }: NumberFormat): boolean {
  return sections.every(
    ({ section }) =>
      section.kind === 'general' || (section.kind === 'digits' && section.zeros === 1 && section.scale === 1),
  )
}
