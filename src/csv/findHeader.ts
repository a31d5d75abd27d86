import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { cleanText, isBlank } from '../domain/cleanText'
import type { ColumnNames } from '../domain/columnNames'
import { readSubOrderId } from '../domain/identifiers'
import type { IdRule } from '../domain/idRule'
import type { ColumnMap, ColumnMeaning, FileProblem } from '../domain/sheet'
import type { ColumnQuestion, ReadRequest } from '../domain/sheetReading'
import type { RowMark } from './applyMarks'
import { countKnown, findColumns, nameSample, neededColumns, readMeaning } from './columns'
import { unguardCell } from './formulaGuard'
import { findReportColumns, type ReportColumns } from './reportColumns'

/** Title rows above a header are few; further down a header would be data that only looks like one. */
export const MOST_SEARCHED = 30

/** So many rows tell a person which column is which. */
const PREVIEWED = 6
// Characters of a cell that tell it from others; all six rows go to the page in one message.
const LONGEST_PREVIEW = 255

/** A record that came before the header was known. */
export interface HeldRecord {
  readonly row: number
  readonly cells: string[]
  readonly badQuotes: boolean
  /** Of a workbook's row. */
  readonly marks?: readonly RowMark[]
}

export interface FoundHeader {
  readonly ok: true
  /** Null: there is none, and all records are rows. */
  readonly row: number | null
  readonly header: readonly string[]
  readonly columns: ColumnMap
  readonly report?: ReportColumns
  readonly isRemembered?: true
}

interface NoHeader {
  readonly ok: false
  readonly problem: Omit<FileProblem, 'fileName'>
  readonly question?: ColumnQuestion
}

/**
 * Finds the header among the first records that are not blank: the first that has every column, or that the user or an
 * earlier choice of theirs names. Undefined: more records are needed.
 *
 * @param isEnd no more will come
 */
export function findHeader(
  held: readonly HeldRecord[],
  request: ReadRequest,
  isEnd: boolean,
): FoundHeader | NoHeader | undefined {
  const chosen = request.choice?.header
  if (chosen) return findChosen(held, chosen, request.columnNames)
  // Two columns of one meaning make a header all the same: nothing further down is one.
  const doubled = held.find((record) => hasDoubledColumns(record, request))
  const last = held.at(-1)
  const found = last && !(doubled && last.row > doubled.row) ? readHeader(last, request) : undefined
  if (found) return found
  if (isEnd && doubled)
    return refuse(
      held.filter(({ row }) => row >= doubled.row),
      request,
    )
  return isEnd && held.length > 0 ? (readBareList(held, request) ?? refuse(held, request)) : undefined
}

function findChosen(
  held: readonly HeldRecord[],
  { row, columns }: { readonly row: number | null; readonly columns: ColumnMap },
  names?: ColumnNames,
): FoundHeader | undefined {
  if (row === null) return createHeader(held[0]?.cells.length ?? 0, columns, names)
  const record = held.find((one) => one.row === row)
  return record && { ok: true, row, columns, ...readOwnHeader(record) }
}

/** Heads for a file that has none, so that every download can be uploaded again. */
function createHeader(width: number, columns: ColumnMap, own?: ColumnNames): FoundHeader {
  const kind = columns.skuId === undefined ? 'sub-orders' : 'line-items'
  const called = nameSample(kind, own)
  const names = new Map(
    neededColumns[kind].map((meaning, index) => [columns[meaning] ?? -1, called[index] ?? '']),
  )
  const header = Array.from({ length: width }, (_, index) => names.get(index) ?? `Column ${index + 1}`)
  return { ok: true, row: null, header, columns }
}

function readOwnHeader({ cells }: HeldRecord): Pick<FoundHeader, 'header' | 'report'> {
  const texts = cells.map(unguardCell)
  const report = findReportColumns(texts)
  return report ? { header: texts.slice(0, report.ownWidth), report } : { header: texts }
}

/** A header is known by what it says, whatever its case and blanks. */
export function signHeader(header: readonly string[]): string {
  const texts = header.map((text) => cleanText(text).toLowerCase())
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(texts))))
}

function readHeader(record: HeldRecord, request: ReadRequest): FoundHeader | NoHeader | undefined {
  const { kind, remembered = [], choice, columnNames } = request
  const own = readOwnHeader(record)
  const found = findColumns(own.header, kind, columnNames)
  if (found.ok) return { ok: true, row: record.row, columns: found.columns, ...own }
  const usable = choice?.asksAgain ? [] : remembered.filter((one) => one.kind === kind)
  const signature = usable.length > 0 ? signHeader(own.header) : ''
  const known = usable.find((one) => one.signature === signature)
  if (known) return { ok: true, row: record.row, columns: known.columns, ...own, isRemembered: true }
  // It says what it is: nothing further down makes another sheet of it.
  return found.problem.code === 'WRONG_SHEET' ? { ok: false, problem: found.problem } : undefined
}

function hasDoubledColumns(record: HeldRecord, { kind, columnNames }: ReadRequest): boolean {
  const found = findColumns(readOwnHeader(record).header, kind, columnNames)
  return !found.ok && found.problem.code === 'DUPLICATE_HEADER'
}

/** One column of IDs from the clipboard needs no header. */
function readBareList(held: readonly HeldRecord[], request: ReadRequest): FoundHeader | undefined {
  const { kind, isPasted, idRule, columnNames } = request
  if (!isPasted || kind !== 'sub-orders') return undefined
  const isList = held.every(({ cells }) => cells.slice(1).every(isBlank))
  const [first] = held
  if (!isList || !first || !readsAsData(first, idRule) || (idRule && beginsWithWord(held))) return undefined
  return createHeader(1, { subOrderId: 0 }, columnNames)
}

/** By a host's rule a word may be an ID: above others it may be a header as well, and only a person can tell. */
function beginsWithWord([first, ...others]: readonly HeldRecord[]): boolean {
  return others.length > 0 && !/\p{Nd}/u.test(first?.cells[0] ?? '')
}

function readsAsData({ cells, badQuotes }: HeldRecord, idRule: IdRule | undefined): boolean {
  return !badQuotes && cells.some((cell) => readSubOrderId(cell, idRule).ok)
}

function refuse(held: readonly HeldRecord[], { kind, idRule, columnNames }: ReadRequest): NoHeader {
  const [first, ...others] = held
  if (!first) throw new Error('no record to name')
  // What knows the most of our columns; a title row knows none.
  let best = first
  const count = ({ cells }: HeldRecord) => countKnown(cells, columnNames)
  for (const one of others) if (count(one) > count(best)) best = one
  const { header } = readOwnHeader(best)
  const found = findColumns(header, kind, columnNames)
  if (found.ok) throw new Error('a header that was found is refused')
  const preview = held
    .filter(({ row }) => row >= best.row)
    .slice(0, PREVIEWED)
    .map(({ row, cells }) => ({
      row,
      cells: cells.map((cell) => unguardCell(cell).slice(0, LONGEST_PREVIEW)),
    }))
  const question: ColumnQuestion = {
    type: 'columns',
    needed: neededColumns[kind],
    headerRow: best.row,
    signature: signHeader(header),
    columns: readKnown(header, columnNames),
    preview,
    looksHeaderless: count(best) === 0 && readsAsData(best, idRule),
  }
  return { ok: false, problem: found.problem, question }
}

function readKnown(
  header: readonly string[],
  names: ColumnNames | undefined,
): Partial<Record<ColumnMeaning, number>> {
  const known: Partial<Record<ColumnMeaning, number>> = {}
  for (const [index, text] of header.entries()) {
    const meaning = readMeaning(text, names)
    if (meaning) known[meaning] ??= index
  }
  return known
}
