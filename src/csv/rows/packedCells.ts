import Papa from 'papaparse'
import { isBlank, measureWidth } from '../../domain/ids/cleanText'
import { DELIMITERS } from '../../domain/ids/delimiters'
import { readSubOrderId, splitIds } from '../../domain/ids/identifiers'
import { isWordy } from '../../domain/tables/otherHeading'
import type { ReadRequest } from '../../domain/sheet/sheetReading'
import { countKnown, findKnown } from '../cells/readMeaning'
import type { HeldRecord } from '../cells/heldRecord'
import { MOST_COLUMNS } from '../bytes/excess'

/** Rows whose cells all stand in one: a CSV file opened in a spreadsheet, or with each of its lines in quotes. */
export interface Packing {
  /** What parts the cells within the one. */
  readonly mark: string
  readonly columns: number
}

/** The cells that stand in one; quotes inside are read as in a file of their own. */
function part(text: string, mark: string): string[] {
  if (!text.includes(mark)) return [text]
  const config = { delimiter: mark, newline: '\n', preview: 1 } as const
  const { data, errors } = Papa.parse<string[]>(text.replace(/[\r\n]+/g, ' '), config)
  // A quote in a wrong place: where the cells end is not known.
  return errors.length > 0 ? [text] : (data[0] ?? [text])
}

/** The only cell of a record that shows something, if that is the first one. */
function findOnly(cells: readonly string[]): string | undefined {
  const [first = ''] = cells
  return !isBlank(first) && cells.slice(1).every(isBlank) ? first : undefined
}

/** Characters; what is shorter may be any word beside another. */
const LEAST_ID = 4

/** Finds out whether rows are packed: a heading of ours within one cell, or words above values that all part alike. */
export function findPacking(
  held: readonly HeldRecord[],
  { columnNames: names, idRule: rule }: Pick<ReadRequest, 'columnNames' | 'idRule'>,
): Packing | undefined {
  const parted = held.findIndex(({ cells }) => findOnly(cells) === undefined && countKnown(cells, names) > 0)
  if (parted >= 0) {
    const header = held[parted]?.cells ?? []
    const { subOrderId = -1 } = findKnown(header, names)
    return findPackingBelow(header, held.slice(parted + 1), (cells) => {
      // What it comes to: `1,199.00` is one number.
      const read = readSubOrderId(cells[subOrderId] ?? '', rule)
      return read.ok && read.id.length >= LEAST_ID
    })
  }
  for (const { cells, badQuotes } of held) {
    const only = badQuotes ? undefined : findOnly(cells)
    if (only === undefined) continue
    for (const mark of DELIMITERS) {
      const parts = part(only, mark)
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
 * Rows that are packed below a header that is not: each of them has to part into as many. Several IDs in a cell are
 * no row.
 */
function findPackingBelow(
  header: readonly string[],
  below: readonly HeldRecord[],
  hasId: (cells: readonly string[]) => boolean,
): Packing | undefined {
  const columns = measureWidth(header)
  // A row with blank cells behind is parted already.
  const texts = below.map(({ cells, badQuotes }) =>
    badQuotes || cells.length > 1 ? undefined : findOnly(cells),
  )
  const isPacked = (text: string | undefined, mark: string) =>
    text !== undefined && measureWidth(part(text, mark)) <= columns && part(text, mark).length >= columns
  const mark = DELIMITERS.find(
    (one) => !header.some((text) => text.includes(one)) && texts.every((text) => isPacked(text, one)),
  )
  if (mark === undefined || columns < 2) return undefined
  const withId = texts.filter((text = '') => hasId(part(text, mark)) && splitIds(text).length < 2)
  return withId.length * 2 > texts.length ? { mark, columns } : undefined
}

/** Headings in words that we do not know: every row has to part into as many. */
function findEvenPacking(held: readonly HeldRecord[]): Packing | undefined {
  const texts = held.map(({ cells, badQuotes }) => (badQuotes ? undefined : findOnly(cells)))
  if (texts.length < 2 || texts.includes(undefined)) return undefined
  const mark = DELIMITERS.find((one) => {
    const [heading = [], ...rows] = texts.map((text = '') => part(text, one))
    return (
      heading.length > 1 &&
      heading.every(isWordy) &&
      rows.every(({ length }) => length === heading.length) &&
      rows.some((cells) => cells.some((cell) => /\p{Nd}/u.test(cell)))
    )
  })
  return mark === undefined ? undefined : { mark, columns: part(texts[0] ?? '', mark).length }
}

/**
 * The cells of a record, parted. A record that is parted already stays as it is; one that is parted in another place
 * than at the mark becomes one cell again, for nobody can tell where its cells end.
 */
export function unpackCells(cells: string[], { mark, columns }: Packing): string[] {
  const only = findOnly(cells)
  if (only !== undefined) return part(only, mark).slice(0, MOST_COLUMNS + 1)
  const shown = measureWidth(cells)
  if (shown === columns && !cells.some((cell) => cell.includes(mark))) return cells
  return [cells.slice(0, shown).join(mark === ',' ? ';' : ',')]
}
