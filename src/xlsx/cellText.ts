import { decodeEscapes } from './escapedText'
import { digitsFormat, LONGEST_FORMAT } from './numberFormat'
import { writeDate, writeNumber } from './numberText'
import type { CellFormats } from './styles'
import { WorkbookFault } from './workbookFault'

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly strings: readonly string[]
  readonly formats: CellFormats
  readonly isFrom1904: boolean
}

/** A cell as it stands in the file. */
export interface RawCell {
  readonly type: string
  readonly style: string
  readonly value: string
  readonly isFormula: boolean
}

/** The text of a cell. Throws where it is of no known type, or points to nothing. */
export function readCellText(
  { type, style, value, isFormula }: RawCell,
  context: CellContext,
  row: number,
): string {
  switch (type) {
    case 's': {
      if (value === '') return ''
      const text = /^\s*\d+\s*$/.test(value) ? context.strings[Number(value)] : undefined
      if (text === undefined) throw new WorkbookFault('broken', row)
      return text
    }
    case 'str':
    case 'inlineStr':
      return decodeEscapes(value)
    case 'b':
      if (value === '') return ''
      return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE'
    case 'e':
      return value
    case 'd':
      return readIsoDate(value)
    case 'n': {
      // Nobody has worked it out yet. Blank it would look as if nothing were there.
      if (value === '') return isFormula ? '#N/A' : ''
      const format = context.formats.at(style === '' ? 0 : Number(style))
      // A style that there is not may have been a date, or have put zeros in front.
      if (!format && context.formats.length > 0) throw new WorkbookFault('broken', row)
      if (format?.kind === 'too-long')
        throw new WorkbookFault('too-large', row, { unit: 'format', limit: LONGEST_FORMAT })
      return writeNumber(value, format ?? digitsFormat, context.isFrom1904)
    }
    default:
      throw new WorkbookFault('broken', row)
  }
}

// A date with its time, fractions of a second and the zone.
const LONGEST_DATE = 40

/** In the form that dates kept as numbers get. */
function readIsoDate(value: string): string {
  if (value.length > LONGEST_DATE) return value
  const time = Date.parse(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00Z` : `${value.replace(/Z$/, '')}Z`)
  return Number.isNaN(time) ? value : writeDate(time / 86_400_000 + 25_569, false)
}
