import { markCell, markShown } from '../../domain/ids/cellMarks'
import { isExcelError } from '../../domain/ids/cleanText'
import type { ShownRule } from './conditionalFormats'
import { writeIsoDate } from './dateText'
import { generalFormat, LONGEST_FORMAT, type NumberFormat } from './numberFormat'
import { type CellText, writeNumber } from './numberText'
import type { OpenCell } from './openCell'
import { decodeEscapes, UNKNOWN_TEXT } from './sharedStrings'
import type { CellFormats } from './styles'
import { WorkbookFault } from '../zip/workbookFault'

/** The parts of a workbook that cells refer to. */
export interface CellContext {
  /** Absent: the workbook has none. */
  readonly strings: readonly string[] | undefined
  readonly formats: CellFormats
  readonly isFrom1904: boolean
  /** The workbook says that results of formulas are out of date. */
  readonly isStale: boolean
  /** The formats that a cell has only where a condition is met. */
  readonly rules: readonly ShownRule[]
}

/** A cell as it stands in the file. */
type RawCell = Pick<OpenCell, 'type' | 'style' | 'value' | 'isFormula' | 'isTwofold' | 'column' | 'row'>

const REFUSED = { isWrongEverywhere: true } as const

/** Reads the text of a cell. A fault of the cell concerns no other cell. */
export function readCellText(cell: RawCell, context: CellContext, hidesZeros: boolean): CellText {
  const { value, isFormula } = cell
  if (cell.isTwofold) return refuseCell(value)
  if (!isFormula) return readValue(cell, context, hidesZeros)
  // As a blank, the cell would look empty.
  const isUnknown = value === '' && cell.type.toLowerCase() === 'n'
  if (!isUnknown && !context.isStale) return readValue(cell, context, hidesZeros)
  const text = value === '' ? '#N/A' : readValue(cell, context, hidesZeros).text
  return { text, inIds: () => markCell(text, 'not worked out'), ...REFUSED }
}

function readValue(cell: RawCell, context: CellContext, hidesZeros: boolean): CellText {
  const { value } = cell
  switch (cell.type) {
    case 's': {
      if (value === '') return { text: '' }
      // All texts are missing, and most likely the headers with them.
      if (!context.strings) throw new WorkbookFault('broken', cell.row)
      const text = /^\s*\d+\s*$/.test(value) ? context.strings[Number(value)] : undefined
      return text === undefined ? refuseCell(UNKNOWN_TEXT) : showText(text, cell, context)
    }
    case 'str':
    case 'inlineStr':
      return showText(decodeEscapes(value), cell, context)
    case 'b':
      if (value === '') return { text: '' }
      return { text: value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE' }
    case 'e':
      return isExcelError(value)
        ? { text: value }
        : { text: value, inIds: () => markCell(value, 'an error'), ...REFUSED }
    case 'd':
      return { text: writeIsoDate(value) }
    case 'n':
      return readNumber(cell, context, hidesZeros)
    default: {
      const type = KNOWN_TYPES.get(cell.type.toLowerCase())
      if (type === undefined) return value === '' ? { text: '' } : refuseCell(value)
      return readValue({ ...cell, type }, context, hidesZeros)
    }
  }
}

/** Compared in any case: a program wrote them in capitals. */
const KNOWN_TYPES: ReadonlyMap<string, string> = new Map(
  ['s', 'str', 'inlineStr', 'b', 'e', 'd', 'n'].map((type) => [type.toLowerCase(), type]),
)

function refuseCell(text: string): CellText {
  // A blank text would make the cell disappear.
  return { text: text === '' ? '#VALUE!' : text, inIds: () => markCell(text, 'cannot be read'), ...REFUSED }
}

/** Undefined: the workbook has no such style, and nobody knows its effect. */
function findFormat({ style, row }: RawCell, { formats }: CellContext): NumberFormat | undefined {
  if (style === '' && formats.length === 0) return generalFormat
  const format =
    formats.at(style === '' ? 0 : Number(style)) ?? (Number(style) === 0 ? generalFormat : undefined)
  if (format?.isTooLong) throw new WorkbookFault('too-large', row, { unit: 'format', limit: LONGEST_FORMAT })
  return format
}

function showText(text: string, cell: RawCell, context: CellContext): CellText {
  const shape = cell.style === '' || text === '' ? undefined : context.formats.at(Number(cell.style))?.ofText
  if (shape === undefined) return { text }
  // The text is there, but nobody sees it.
  if (shape === null) return { text, inIds: () => markShown(text, ''), ...REFUSED }
  return { text: `${shape[0]}${text}${shape[1]}` }
}

function readNumber(cell: RawCell, context: CellContext, hidesZeros: boolean): CellText {
  const { value, row, column } = cell
  if (value === '') return { text: '' }
  const format = findFormat(cell, context)
  // The missing format may have been a date, or may have added leading zeros.
  if (!format) return refuseCell(value)
  const own = writeNumber(value, format, context.isFrom1904)
  if (hidesZeros && Number(value) === 0) return { text: '' }
  if (own.inIds !== undefined) return own
  for (const rule of context.rules) {
    if (!rule.mayShow(row, column, Number(value))) continue
    const other = writeNumber(value, rule.format, context.isFrom1904)
    if (other.text === own.text && !other.isWrongEverywhere) continue
    const { text, inIds } = other
    return { text: own.text, inIds: () => (inIds ? inIds() : markShown(own.text, text)), ...REFUSED }
  }
  return own
}
