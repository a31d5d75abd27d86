import { hasStrangeMarks, isBlank } from '../../domain/ids/cleanText'
import { createNoteBook } from '../../domain/row/noteTaker'
import { createRowPacker } from '../../domain/sheet/packedRows'
import { createRowList } from '../../domain/sheet/rowList'
import type { Sheet } from '../../domain/sheet/sheet'
import type { ReadRequest, RefusalQuestion } from '../../domain/sheet/sheetReading'
import type { SheetSight } from '../../domain/sheet/sheetSight'
import type { Steps } from '../../domain/time/steps'
import { applyMarks, type RowMark } from '../cells/applyMarks'
import { readMeaning } from '../cells/readMeaning'
import { type FoundHeader, findHeader } from '../header/findHeader'
import { findUnseen } from './findUnseen'
import { mayHoldGuards, unguardCell } from '../cells/formulaGuard'
import { type HeldRecord, MOST_SEARCHED } from '../cells/heldRecord'
import { findPacking, type Packing, unpackCells } from './packedCells'
import { type PlainRows, packPlain } from './packPlain'
import { dropReportColumns, type ReportColumns } from '../cells/reportColumns'
import type { TableShape } from './joinedRows'
import { findSwallowed, writeRawRecord } from './swallowedRows'
import { type Excess, findExcess, LONGEST_CELL, MOST_COLUMNS } from '../bytes/splitRecords'
import type { FileProblem } from '../../domain/sheet/fileProblem'

// Blank records are skipped and yet take time: a spreadsheet program ends here, with a few more for title rows.
const MOST_BLANK = 1_100_000

// Cells that a workbook leaves out cost nothing in the file, and are made all the same: so many take a second. More of them need
// cells that are there, so that reading stays linear in the file's size; a million rows with one cell in thirty has them.
const FREE_PADDING = 8_388_608
const PADDING_A_CELL = 32

type Problem = Omit<FileProblem, 'fileName'>

/** What the records of a file come to. */
export type Collected =
  | {
      readonly ok: true
      readonly sheet: Omit<Sheet, 'fileName' | 'delimiter' | 'kind'>
    }
  | { readonly ok: false; readonly problem: Problem; readonly question?: RefusalQuestion }

/** Takes the records of a file, one by one and in order, to a header and its rows. */
export interface RowCollector {
  /** Records so far, blank ones too: the last one's row number. */
  readonly count: number
  /** The file cannot be loaded: nothing after this record counts. */
  readonly isOver: boolean
  /** @param row as a spreadsheet shows it; default: the one after the last */
  take(cells: string[], badQuotes: boolean, row?: number, marks?: readonly RowMark[]): void
  /** Takes the records of a text without quotes, each ended by a line feed. */
  takePlain(text: string, delimiter: string): void
  /** Whoever made the file does not see this row there. In any order, and as often as it is noticed. */
  noteHidden(row: number): void
  /** What is seen of the worksheet; its hidden values are looked for at the end. */
  noteSight(sight: SheetSight): void
  refuse(problem: Problem): void
  /** In steps, for a long worksheet is gone over once more. */
  finish(): Steps<Collected>
}

/** @param padsRows short records are filled up: a workbook leaves out cells that hold nothing */
export function createRowCollector(request: ReadRequest, { padsRows = false } = {}): RowCollector {
  const { maxRows } = request
  const rows = createRowPacker()
  const notes = createNoteBook()
  let count = 0
  let paddingLeft = FREE_PADDING
  let held: HeldRecord[] | undefined = []
  let header: FoundHeader | undefined
  let shape: TableShape | undefined
  let packing: Packing | undefined
  let problem: Problem | undefined
  let question: RefusalQuestion | undefined
  let sight: SheetSight | undefined
  const hidden = new Set<number>()

  function refuse(found: Problem, asked?: RefusalQuestion): void {
    problem ??= found
    question ??= asked
  }
  /** All records are here that the header can be among. */
  function decide(): void {
    if (!held) return
    packing = findPacking(held, request)
    const records = packing ? held.map((record) => unpack(record, packing)) : held
    held = undefined
    const found = findHeader(records, request)
    if (!found?.ok) {
      if (found) refuse(found.problem, found.question)
      return
    }
    header = found
    shape = shapeOf(found, request)
    if (found.row !== null && findSwallowed(found.header, shape) !== undefined)
      refuse({ code: 'UNTERMINATED_QUOTE', row: found.row })
    noteHeader(found, records)
    for (const { row, cells, badQuotes, marks } of records) {
      if (found.row === null || row > found.row) addRow(row, cells, badQuotes, marks)
    }
  }
  function noteHeader(found: FoundHeader, records: HeldRecord[]): void {
    const { row: headerRow, header: texts, columns, isRemembered, isRememberedWhole } = found
    for (const { row, cells } of records) {
      if (headerRow !== null && row < headerRow)
        notes.add(
          'TITLE_ROWS',
          row,
          cells.find((cell) => !isBlank(cell)),
        )
    }
    if (headerRow === null) notes.add('NO_HEADER', records[0]?.row ?? 1)
    else if (texts.some(hasStrangeMarks)) notes.add('CLEANED_TEXT', headerRow, texts.find(hasStrangeMarks))
    if (isRememberedWhole) notes.add('REMEMBERED_WHOLE', headerRow ?? 1)
    else noteProduct(texts, headerRow ?? 1)
    if (!isRemembered) return
    const taken = Object.values(columns).map((column) => texts[column] ?? '')
    notes.add('REMEMBERED_COLUMNS', headerRow ?? 1, taken.join(', '))
  }
  /** Each row names one product, and cancels all that its sub-order has. */
  function noteProduct(texts: readonly string[], headerRow: number): void {
    const { kind, choice, columnNames } = request
    if (kind !== 'sub-orders' || choice?.isWhole) return
    const product = texts.find((text) => readMeaning(text, columnNames) === 'skuId' || /sku/i.test(text))
    if (product !== undefined) notes.add('PRODUCT_COLUMN', headerRow, product)
  }
  function addRow(row: number, cells: string[], badQuotes: boolean, marks?: readonly RowMark[]): void {
    if (rows.length >= maxRows) {
      refuse({ code: 'TOO_MANY_ROWS', limit: maxRows })
      return
    }
    const width = header?.header.length ?? 0
    if (!badQuotes && padsRows && !pad(row, cells, width)) return
    if (marks && header) applyMarks(cells, marks, header.columns)
    if (badQuotes) rows.add(row, cells, true)
    else addCells(row, readCells(cells, header?.report))
  }
  function addCells(row: number, cells: readonly string[]): void {
    const swallowed = shape && findSwallowed(cells, shape)
    if (swallowed === undefined) rows.add(row, cells, false)
    else rows.add(row, [writeRawRecord(cells, swallowed)], true)
  }
  /** @returns false where there are too many cells to be made */
  function pad(row: number, cells: string[], width: number): boolean {
    paddingLeft += PADDING_A_CELL * cells.length - Math.max(width - cells.length, 0)
    if (paddingLeft < 0) {
      refuse({ code: 'TOO_LARGE', row, limit: FREE_PADDING, unit: 'cells' })
      return false
    }
    while (cells.length < width) cells.push('')
    return true
  }
  function take(cells: string[], badQuotes: boolean, row = count + 1, marks?: readonly RowMark[]): void {
    count = row
    if (problem) return
    // Blank ones too: what comes in pieces is refused before anybody can say whether it will show something.
    const excess = findExcess(cells)
    if (excess) refuse(describeExcess(excess, row))
    else if (cells.every(isBlank)) checkBlanks()
    else if (held) {
      held.push({ row, cells, badQuotes, ...(marks && { marks }) })
      if (held.length === MOST_SEARCHED) decide()
    } else addRow(row, packing && !badQuotes ? unpackCells(cells, packing) : cells, badQuotes, marks)
  }
  function checkBlanks(): void {
    if (count - rows.length > MOST_BLANK) refuse({ code: 'TOO_MANY_ROWS', limit: maxRows })
  }
  function takePlain(text: string, delimiter: string): void {
    let at = 0
    // Line by line as long as the header is not known, or where cells are not taken as they stand.
    const hasGuards = text.includes("'")
    const goesByLine = () =>
      !problem && (held !== undefined || hasGuards || header?.report !== undefined || packing !== undefined)
    while (at < text.length && goesByLine()) {
      const end = text.indexOf('\n', at)
      take(text.slice(at, end).split(delimiter), false)
      at = end + 1
    }
    if (at < text.length && !problem)
      addPlain(packPlain(at > 0 ? text.slice(at) : text, delimiter, count + 1))
  }
  function addPlain({ packed, records, excess }: PlainRows): void {
    count += records
    if (excess) refuse(describeExcess(excess, count))
    for (const stretch of packed) rows.addBlock(stretch)
    if (rows.length > maxRows) refuse({ code: 'TOO_MANY_ROWS', limit: maxRows })
    checkBlanks()
  }
  return {
    get count() {
      return count
    },
    get isOver() {
      return problem !== undefined
    },
    noteHidden: (row) => hidden.add(row),
    noteSight: (found) => {
      sight = found
    },
    refuse,
    take,
    takePlain,
    *finish() {
      if (!problem) decide()
      if (problem) return question ? { ok: false, problem, question } : { ok: false, problem }
      if (!header) return { ok: false, problem: { code: 'EMPTY_FILE' } }
      if (rows.length === 0) return { ok: false, problem: { code: 'NO_ROWS' } }
      const { header: texts, columns } = header
      const list = createRowList(rows.finish())
      const unseen = sight && (yield* findUnseen(list, columns, sight))
      for (const row of unseen?.hidden ?? []) hidden.add(row)
      const hiddenRows = joinHidden(hidden, header.row ?? 0)
      const sheet = { header: texts, columns, rows: unseen?.rows ?? list, ...(hiddenRows && { hiddenRows }) }
      const noted = notes.finish()
      return { ok: true, sheet: noted.length > 0 ? { ...sheet, notes: noted } : sheet }
    },
  }
}

const shapeOf = ({ header, columns }: FoundHeader, { idRule }: ReadRequest): TableShape => ({
  width: header.length,
  columns,
  ...(idRule && { idRule }),
})

const unpack = (record: HeldRecord, packing: Packing | undefined): HeldRecord =>
  packing && !record.badQuotes ? { ...record, cells: unpackCells(record.cells, packing) } : record

/** Ascending, each once; of the rows below the header. Undefined where there are none. */
function joinHidden(found: ReadonlySet<number>, headerRow: number): Uint32Array | undefined {
  const rows = Uint32Array.from(found).sort()
  const below = rows.filter((row) => row > headerRow)
  return below.length > 0 ? below : undefined
}

/** What is said of a record that has too much. */
export function describeExcess(excess: Excess, row: number): Problem {
  return excess === 'wide'
    ? { code: 'TOO_LARGE', row, limit: MOST_COLUMNS, unit: 'columns' }
    : { code: 'TOO_LARGE', row, limit: LONGEST_CELL, unit: 'characters' }
}

/** Takes formula guards off, and our own columns of an earlier download out. */
export function readCells(cells: string[], report: ReportColumns | undefined): readonly string[] {
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? ''
    if (mayHoldGuards(cell)) cells[index] = unguardCell(cell)
  }
  return report ? dropReportColumns(cells, report) : cells
}
