import { isBlank } from '../../domain/ids/cleanText'
import { readSubOrderId } from '../../domain/ids/identifiers'
import type { IdRule } from '../../domain/ids/idRule'
import { isFiller, isZero } from '../../domain/ids/filler'
import { isHeading } from '../../domain/tables/headingWords'
import { listIdsInRefused } from '../../domain/row/idsInRefused'
import type { HeldRecord } from '../cells/heldRecord'

/**
 * The kind of rows below a header. `empty`: no rows. `none`: no row has an ID. `scattered`: no two IDs are alike,
 * like the values beside labels. `varied`: no two IDs are alike, but all are too long for values of labels: IDs of
 * several marketplaces. `single`: only one ID. `mixed`: some IDs are alike. `good`: nearly all IDs are alike.
 */
export type SectionVerdict = 'empty' | 'none' | 'scattered' | 'varied' | 'single' | 'mixed' | 'good'

export interface Section {
  readonly verdict: SectionVerdict
  /** Rows with an ID. */
  readonly sound: number
  /** The look of most IDs. */
  readonly shape?: string
  /** Rows whose ID is too long for the value of a label. */
  readonly long: number
  /** A cell holds a damaged ID, or a text that programs write for a blank. */
  readonly hasDamaged: boolean
}

// Digits; a page number, an account or a user's name has fewer.
const MANY_DIGITS = 6

// The longest ID of a source may have a digit or two more than the others.
const LENGTH_STEP = 3

const date =
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|\d{1,2}[-./ ][A-Za-z]{3,9}[-./ ]\d{2,4}|\d{1,2}-[A-Za-z]{3}|[A-Za-z]{3}-\d{2,4})(?:[ T].*)?$/

/** The kinds of characters of an ID in their order, and its rough length. IDs of one source have the same shape. */
function describeShape(id: string): string {
  const kinds = id
    .replace(/[0-9]+/g, '9')
    .replace(/[A-Z]+/g, 'A')
    .replace(/[a-z]+/g, 'a')
  return `${kinds.slice(0, 20)} ${Math.round(id.length / LENGTH_STEP)}`
}

/** The shape of a cell that may be an ID, even if Excel has rounded it; undefined: the cell is no ID. */
function findShape(cell: string, rule: IdRule | undefined): string | undefined {
  // By a host's rule a date or a word may be an ID; a heading is none.
  if (!rule && date.test(cell.trim())) return undefined
  if (rule && isHeading(cell)) return undefined
  const read = readSubOrderId(cell, rule)
  if (read.ok) return describeShape(read.id)
  // A rounded ID still shows that this is the right column.
  return read.code === 'SCIENTIFIC_ID' || read.code === 'PRECISION_LOST' ? 'rounded' : undefined
}

/** Whether a cell holds an ID with invisible marks, or a word for a missing ID such as `NULL`. */
const isDamaged = (cell: string, rule: IdRule | undefined): boolean =>
  isFiller(cell) || isZero(cell.trim()) || listIdsInRefused(cell, false, rule).size > 0

/** The number of IDs that are alike. Rounding may give similar lengths two numbers: `9 3` and `9 4` are alike. */
function countAlike(shapes: ReadonlyMap<string, number>): number {
  let most = 0
  for (const [shape, count] of shapes) {
    const [kinds = '', length = '0'] = shape.split(' ')
    const next = shapes.get(`${kinds} ${Number(length) + 1}`) ?? 0
    most = Math.max(most, count + next)
  }
  return most
}

const countDigits = (text: string): number => text.replace(/[^0-9]/g, '').length

/**
 * Judges the rows below a header by their cells in the ID column; without an ID column, by whether there are any
 * rows.
 */
export function judgeSection(
  records: readonly HeldRecord[],
  width: number,
  idColumn: number | undefined,
  rule?: IdRule,
): Section {
  const rows = records.filter(({ cells }) => !cells.every(isBlank))
  if (rows.length === 0) return { verdict: 'empty', sound: 0, long: 0, hasDamaged: false }
  if (idColumn === undefined) return { verdict: 'good', sound: rows.length, long: 0, hasDamaged: false }
  const shapes = new Map<string, number>()
  let sound = 0
  let long = 0
  let hasDamaged = false
  for (const { cells, badQuotes } of rows) {
    const isWide = cells.length > width && !cells.slice(width).every(isBlank)
    const shape = badQuotes || isWide ? undefined : findShape(cells[idColumn] ?? '', rule)
    if (shape === undefined) {
      hasDamaged ||= isDamaged(cells[idColumn] ?? '', rule)
      continue
    }
    sound += 1
    if (shape === 'rounded' || countDigits(cells[idColumn] ?? '') >= MANY_DIGITS) long += 1
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
  }
  const [top] = [...shapes].toSorted(([, count], [, next]) => next - count)
  const judged = judge(sound, rows.length, countAlike(shapes))
  const verdict = judged === 'scattered' && long === rows.length ? 'varied' : judged
  const counted = { verdict, sound, long, hasDamaged }
  return top ? { ...counted, shape: top[0] } : counted
}

function judge(sound: number, rows: number, alike: number): SectionVerdict {
  if (sound === 0) return 'none'
  if (sound === 1) return 'single'
  if (alike === 1) return 'scattered'
  return alike * 3 >= sound * 2 && sound * 2 >= rows ? 'good' : 'mixed'
}
