import type { RowMark } from '../../domain/sheet/rowMark'
import { isBlank } from '../../domain/ids/cleanText'
import { describeExcess, findExcess } from '../bytes/excess'
import { type HeldRecord, MOST_SEARCHED } from '../cells/heldRecord'
import { findHeader } from '../header/findHeader'
import { type Collection, refuse } from './collection'
import { noteHeader } from './noteHeader'
import { findPacking, type Packing, unpackCells } from './packedCells'
import { type PlainRows, packPlain } from './packPlain'

// Blank records are skipped, but take time. A spreadsheet program ends here; a few more allow for title rows.
const MOST_BLANK = 1_100_000

/** Takes the record of row `count`. */
export function takeRecord(
  collection: Collection,
  cells: string[],
  badQuotes: boolean,
  marks: readonly RowMark[] | undefined,
): void {
  const { count: row, held, packing } = collection
  // Before blank records are skipped: readers refuse an unfinished record before anybody knows whether it is blank.
  const excess = findExcess(cells)
  if (excess) refuse(collection, describeExcess(excess, row))
  else if (cells.every(isBlank)) checkBlanks(collection)
  else if (held) {
    held.push({ row, cells, badQuotes, ...(marks && { marks }) })
    if (held.length === MOST_SEARCHED) searchHeader(collection)
  } else {
    const own = packing && !badQuotes ? unpackCells(cells, packing) : cells
    refuse(collection, collection.rows.add(row, own, badQuotes, marks))
  }
}

function checkBlanks(collection: Collection): void {
  const { count, rows, request } = collection
  if (count - rows.length > MOST_BLANK) refuse(collection, { code: 'TOO_MANY_ROWS', limit: request.maxRows })
}

/** Searches for the header among the first records; those below it become rows. */
export function searchHeader(collection: Collection): void {
  const { held, request, rows, notes } = collection
  if (!held) return
  collection.held = undefined
  const packing = findPacking(held, request)
  collection.packing = packing
  const records = packing ? held.map((record) => unpackRecord(record, packing)) : held
  const found = findHeader(records, request)
  if (!found?.ok) {
    if (found) refuse(collection, found.problem, found.question)
    return
  }
  collection.header = found
  refuse(collection, rows.begin(found))
  noteHeader(notes, found, records, request)
  for (const { row, cells, badQuotes, marks } of records) {
    if (found.row === null || row > found.row) refuse(collection, rows.add(row, cells, badQuotes, marks))
  }
}

const unpackRecord = (record: HeldRecord, packing: Packing): HeldRecord =>
  record.badQuotes ? record : { ...record, cells: unpackCells(record.cells, packing) }

/** Takes the records of a text without quotes. Each record ends with a line feed. */
export function takePlain(collection: Collection, text: string, delimiter: string): void {
  let at = 0
  const hasGuards = text.includes("'")
  while (at < text.length && goesByLine(collection, hasGuards)) {
    const end = text.indexOf('\n', at)
    collection.count += 1
    takeRecord(collection, text.slice(at, end).split(delimiter), false, undefined)
    at = end + 1
  }
  if (at < text.length && !collection.refusal)
    addPlain(collection, packPlain(at > 0 ? text.slice(at) : text, delimiter, collection.count + 1))
}

/** Lines are read one by one until the header is known, and where cells change on the way. */
function goesByLine({ refusal, held, header, packing }: Collection, hasGuards: boolean): boolean {
  if (refusal) return false
  return held !== undefined || hasGuards || header?.report !== undefined || packing !== undefined
}

function addPlain(collection: Collection, { packed, records, excess }: PlainRows): void {
  const { rows, request } = collection
  collection.count += records
  if (excess) refuse(collection, describeExcess(excess, collection.count))
  for (const block of packed) rows.addBlock(block)
  if (rows.length > request.maxRows) refuse(collection, { code: 'TOO_MANY_ROWS', limit: request.maxRows })
  checkBlanks(collection)
}
