import type { ColumnNames } from '../../domain/sheet/columnNames'
import { isBlank } from '../../domain/ids/cleanText'
import { isRule } from '../../domain/ids/filler'
import { isAmountHeading, isHeading, isProductHeading, isSureHeading } from '../../domain/tables/headingWords'
import { readSubOrderId } from '../../domain/ids/identifiers'
import type { IdRule } from '../../domain/ids/idRule'
import { isWordy } from '../../domain/tables/otherHeading'
import { readMeaning } from '../cells/readMeaning'
import type { HeldRecord } from '../cells/heldRecord'
import { hasNamesAround } from './namesAround'
import type { ColumnMeaning } from '../../domain/sheet/columnMeaning'

// Columns of a web page's table. A list that repeats itself at a greater distance does so by chance.
const WIDEST_TABLE = 8
const widths = Array.from({ length: WIDEST_TABLE - 1 }, (_, at) => at + 2)
// At most one line in three may have several cells.
const MOST_PARTED = 3
// Fewer pairs of values come round by chance.
const LEAST_PAIRS = 3
// Characters.
const SHORT = 3
const LONG = 7

/** The rough look of a value: words, a short number, a long number, a date. Values of a column look alike. */
function describeKind(text: string): string {
  if (!/\p{Nd}/u.test(text)) return 'words'
  const kinds = text
    .trim()
    .replace(/\p{Nd}+/gu, '9')
    .replace(/\p{L}+/gu, 'a')
    .slice(0, 12)
  const { length } = text.trim()
  if (length <= SHORT) return `${kinds} short`
  return length <= LONG ? `${kinds} middle` : `${kinds} long`
}

/** Whether the values repeat their kinds every `columns` lines, like the cells of rows. */
function comesRound(values: readonly string[], columns: number, leastRows: number): boolean {
  if (values.length < columns * leastRows) return false
  const kinds = values.map(describeKind)
  const isSteady = kinds.every((kind, at) => kind === kinds[at % columns])
  return isSteady && new Set(kinds.slice(0, columns)).size > 1
}

/**
 * Whether each value of a round is of another kind, and at least one is no ID: then these are the cells of rows,
 * below the name of the first column alone. A number that equals the IDs above it is the count of a group, and makes
 * no row.
 */
function areUnlikeInTurn(values: readonly string[], columns: number): boolean {
  if (!comesRound(values, columns, columns === 2 ? LEAST_PAIRS : 2)) return false
  const kinds = values.slice(0, columns).map(describeKind)
  if (new Set(kinds).size < columns || !kinds.some((kind) => kind.endsWith(' long'))) return false
  const isNoId = (kind: string) => kind === 'words' || kind === '9 short'
  return kinds.some(
    (kind, place) =>
      isNoId(kind) && values.some((value, at) => at % columns === place && value.trim() !== `${columns - 1}`),
  )
}

type ReadName = (text: string) => ColumnMeaning | undefined

const namesLine = (text: string, readName: ReadName): boolean =>
  readName(text) !== undefined || isProductHeading(text) || isAmountHeading(text)

/**
 * Whether values come round below the words below the ID's name. Once is enough where several words stand above a
 * long ID.
 */
function isSureRow(words: readonly string[], values: readonly string[], rule: IdRule | undefined): boolean {
  const [first = ''] = values
  const isLong = readSubOrderId(first, rule).ok && /\p{Nd}{4}/u.test(first)
  const once = words.length > 1 && isLong && words.every((word) => /\p{L}{3}/u.test(word))
  return comesRound(values, words.length + 1, once ? 1 : 2)
}

/** Whether two headings of a line-item table stand one below the other. */
function hasColumnOfNames(texts: readonly string[], readName: ReadName): boolean {
  return texts.some((text, at) => {
    const next = texts[at + 1] ?? ''
    if (text === next || !isHeading(text) || !isHeading(next)) return false
    if (!namesLine(text, readName) || !namesLine(next, readName)) return false
    if (readName(text) !== undefined && readName(text) === readName(next)) return false
    // `Cancelled items` above a list of IDs is the title of the list.
    return readName(next) !== 'subOrderId' || readName(text) !== undefined || isAmountHeading(text)
  })
}

/**
 * Whether each line holds a single cell of a table, like a web page's table that was copied as text. SKUs, quantities
 * and dates then stand below the name of the ID, and nobody can tell them from IDs.
 *
 * @param headerRow the row that the user has chosen as the header
 * @param own the host's names for our columns, and its rule for IDs
 */
export function hasCellsInLines(
  held: readonly HeldRecord[],
  headerRow?: number | null,
  own: { readonly names?: ColumnNames | undefined; readonly rule?: IdRule | undefined } = {},
): boolean {
  const { names, rule } = own
  const readName: ReadName = (text) => readMeaning(text, names)
  const lines = dropRepeatedNames(held, readName)
  const shown = lines.map(({ cells }) => cells.filter((cell) => !isBlank(cell)))
  const parted = shown.filter(({ length }) => length !== 1).length
  // An address with a comma makes two cells of its line.
  if (shown.length < 3 || parted * MOST_PARTED > shown.length) return false
  const texts = shown.map((cells) => cells.join(', '))
  const chosen = lines.findIndex(({ row }) => row === headerRow)
  const named = chosen >= 0 ? chosen : texts.findIndex((text) => readName(text) === 'subOrderId')
  // Joined files name the ID once more, in another order of columns.
  const again = texts.findLastIndex((text) => readName(text) === 'subOrderId')
  const isNamed = [named, again].some(
    (at) => at >= 0 && hasNamesAround(texts.slice(0, at), texts.slice(at + 1), rule),
  )
  if (isNamed) return true
  if (parted > 0) return false
  if (hasColumnOfNames(texts, readName)) return true
  if (named >= 0) return hasRowsBelow(texts, named, { readName, rule })
  // A list without a header has IDs of a single kind, or IDs of as many kinds as rows.
  return readSubOrderId(texts[0] ?? '', rule).ok && widths.some((columns) => comesRound(texts, columns, 2))
}

/** The lines without rulers, and without a header that stands twice: the copy names no second column. */
function dropRepeatedNames(held: readonly HeldRecord[], readName: ReadName): readonly HeldRecord[] {
  const drawn = held.filter(({ cells }) => !isRule(cells))
  return drawn.filter(({ cells }, at) => {
    const text = cells.join()
    return text !== drawn[at - 1]?.cells.join() || readName(text) !== 'subOrderId'
  })
}

/** Whether the values below the name of the ID come round like the cells of rows. */
function hasRowsBelow(
  texts: readonly string[],
  named: number,
  { readName, rule }: { readonly readName: ReadName; readonly rule: IdRule | undefined },
): boolean {
  const below = texts.slice(named + 1)
  const end = below.findIndex((text) => !isWordy(text))
  const words = below.slice(0, Math.max(end, 0))
  const values = end < 0 ? [] : below.slice(end)
  // Below the name, `AWB number` heads the next column; `Returns` heads a group of IDs.
  if (words.some((text) => isSureHeading(text) && readName(text) !== 'subOrderId')) return true
  if (words.length > 0 && isSureRow(words, values, rule)) return true
  const hasAbove = named > 0 && isWordy(texts[named - 1] ?? '')
  if (!hasAbove) return words.length === 0 && widths.some((columns) => areUnlikeInTurn(values, columns))
  return widths.some((columns) => comesRound(values, columns, 2))
}
