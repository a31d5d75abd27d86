import Papa from 'papaparse'
import type { ColumnNames } from '../domain/columnNames'
import { isBlank } from '../domain/cleanText'
import { DELIMITERS } from '../domain/delimiters'
import { isWordy } from '../domain/otherHeading'
import { countKnown } from './columns'
import type { HeldRecord } from './heldRecord'
import { MOST_COLUMNS } from './splitRecords'

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

/** Finds out whether rows are packed: a heading of ours within one cell, or words above values that all part alike. */
export function findPacking(held: readonly HeldRecord[], names?: ColumnNames): Packing | undefined {
  const isParted = held.some(({ cells }) => findOnly(cells) === undefined && countKnown(cells, names) > 0)
  if (isParted) return undefined
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
 * The cells of a record, parted. A record that is parted already stays as it is; one that is parted in another place than at the mark becomes
 * one cell again, for nobody can tell where its cells end.
 */
export function unpackCells(cells: string[], { mark, columns }: Packing): string[] {
  const only = findOnly(cells)
  if (only !== undefined) return part(only, mark).slice(0, MOST_COLUMNS + 1)
  const shown = cells.findLastIndex((cell) => !isBlank(cell)) + 1
  if (shown === columns && !cells.some((cell) => cell.includes(mark))) return cells
  return [cells.slice(0, shown).join(mark === ',' ? ';' : ',')]
}
