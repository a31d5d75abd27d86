import Papa from 'papaparse'
import { isBlank, measureWidth } from '../../domain/ids/cleanText'
import { DELIMITERS } from '../../domain/ids/delimiters'
import { readSubOrderId } from '../../domain/ids/identifiers'
import { splitIds } from '../../domain/ids/splitIds'
import { isWordy } from '../../domain/tables/otherHeading'
import type { ReadRequest } from '../../domain/sheet/sheetReading'
import { countKnown, findKnown } from '../cells/readMeaning'
import type { HeldRecord } from '../cells/heldRecord'
import { MOST_COLUMNS } from '../bytes/excess'

/**
 * Rows with all their cells in a single cell: a CSV file that was opened in a spreadsheet, or that has quotes around
 * each line.
 */
export interface Packing {
  /** The delimiter within the single cell. */
  readonly mark: string
  readonly columns: number
}

/** Splits a cell into the cells it holds. Quotes inside work like those of a CSV file. */
function splitCell(text: string, mark: string): string[] {
  if (!text.includes(mark)) return [text]
  const config = { delimiter: mark, newline: '\n', preview: 1 } as const
  const { data, errors } = Papa.parse<string[]>(text.replace(/[\r\n]+/g, ' '), config)
  // With a quote in a wrong place nobody knows where the cells end.
  return errors.length > 0 ? [text] : (data[0] ?? [text])
}

/** The first cell of a record, if it is the only visible one. */
function findOnly(cells: readonly string[]): string | undefined {
  const [first = ''] = cells
  return !isBlank(first) && cells.slice(1).every(isBlank) ? first : undefined
}

// Characters; a shorter text may be any word.
const LEAST_ID = 4

/**
 * Finds out whether rows are packed: a single cell holds a heading with a meaning, or all rows split into as many
 * cells as the words above them.
 */
export function findPacking(
  held: readonly HeldRecord[],
  { columnNames: names, idRule: rule }: Pick<ReadRequest, 'columnNames' | 'idRule'>,
): Packing | undefined {
  const parted = held.findIndex(({ cells }) => findOnly(cells) === undefined && countKnown(cells, names) > 0)
  if (parted >= 0) {
    const header = held[parted]?.cells ?? []
    const { subOrderId = -1 } = findKnown(header, names)
    return findPackingBelow(header, held.slice(parted + 1), (cells) => {
      // `1,199.00` would split too, but into no ID.
      const read = readSubOrderId(cells[subOrderId] ?? '', rule)
      return read.ok && read.id.length >= LEAST_ID
    })
  }
  for (const { cells, badQuotes } of held) {
    const only = badQuotes ? undefined : findOnly(cells)
    if (only === undefined) continue
    for (const mark of DELIMITERS) {
      const parts = splitCell(only, mark)
      if (
        parts.length > 1 &&
        countKnown(parts, names) > 0 &&
        parts.every((text) => isBlank(text) || isWordy(text))
      )
        return { mark, columns: parts.length }
    }
  }
  return findEvenPacking(held)
}

/**
 * Packed rows below a header that is not packed: each row has to split into as many cells as the header. Several IDs
 * in a cell are no row.
 */
function findPackingBelow(
  header: readonly string[],
  below: readonly HeldRecord[],
  hasId: (cells: readonly string[]) => boolean,
): Packing | undefined {
  const columns = measureWidth(header)
  // A row with several cells is not packed, even if the others are blank.
  const texts = below.map(({ cells, badQuotes }) =>
    badQuotes || cells.length > 1 ? undefined : findOnly(cells),
  )
  const isPacked = (text: string | undefined, mark: string) =>
    text !== undefined &&
    measureWidth(splitCell(text, mark)) <= columns &&
    splitCell(text, mark).length >= columns
  const mark = DELIMITERS.find(
    (sign) => !header.some((text) => text.includes(sign)) && texts.every((text) => isPacked(text, sign)),
  )
  if (mark === undefined || columns < 2) return undefined
  const withId = texts.filter((text = '') => hasId(splitCell(text, mark)) && splitIds(text).length < 2)
  return withId.length * 2 > texts.length ? { mark, columns } : undefined
}

/** Packed headings without a meaning: every row has to split into as many cells. */
function findEvenPacking(held: readonly HeldRecord[]): Packing | undefined {
  const texts = held.map(({ cells, badQuotes }) => (badQuotes ? undefined : findOnly(cells)))
  if (texts.length < 2 || texts.includes(undefined)) return undefined
  const mark = DELIMITERS.find((sign) => {
    const [heading = [], ...rows] = texts.map((text = '') => splitCell(text, sign))
    return (
      heading.length > 1 &&
      heading.every(isWordy) &&
      rows.every(({ length }) => length === heading.length) &&
      rows.some((cells) => cells.some((cell) => /\p{Nd}/u.test(cell)))
    )
  })
  return mark === undefined ? undefined : { mark, columns: splitCell(texts[0] ?? '', mark).length }
}

/**
 * Splits the packed cell of a record. A record that has all its cells stays as it is. A record that was split
 * elsewhere becomes a single cell again, because nobody can tell where its cells end.
 */
export function unpackCells(cells: string[], { mark, columns }: Packing): string[] {
  const only = findOnly(cells)
  if (only !== undefined) return splitCell(only, mark).slice(0, MOST_COLUMNS + 1)
  const shown = measureWidth(cells)
  if (shown === columns && !cells.some((cell) => cell.includes(mark))) return cells
  return [cells.slice(0, shown).join(mark === ',' ? ';' : ',')]
}
