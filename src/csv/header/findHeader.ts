import { isBlank } from '../../domain/ids/cleanText'
import type { ColumnNames } from '../../domain/sheet/columnNames'
import { headsLines, isHeading } from '../../domain/tables/headingWords'
import { readSubOrderId } from '../../domain/ids/identifiers'
import type { IdRule } from '../../domain/ids/idRule'
import type { ColumnQuestion, ReadRequest, RefusalQuestion } from '../../domain/sheet/sheetReading'
import { hasCellsInLines } from './cellsInLines'
import { chooseHeader, listOffers } from './chooseHeader'
import { countKnown, findKnown } from '../cells/readMeaning'
import { findColumns } from '../cells/findColumns'
import { listSampleHeaders, neededColumns } from '../cells/sampleHeaders'
import { unguardCell } from '../cells/formulaGuard'
import { type Candidate, findCandidates, findRemembered } from './headerCandidates'
import { type HeldRecord, readHeaderTexts } from '../cells/heldRecord'
import { isOnItsSide } from './isOnItsSide'
import type { ReportColumns } from '../cells/reportColumns'
import { signHeader } from './signHeader'
import type { UnnamedProblem } from '../../domain/sheet/fileProblem'
import type { ColumnMap } from '../../domain/sheet/columnMeaning'

/** So many rows tell a person which column is which. */
const PREVIEWED = 6
// Characters of a cell that tell it from others; all six rows go to the page in one message.
const LONGEST_PREVIEW = 255

// Nobody looks through more rows; each comes with those below it.
const MOST_OFFERED = 8

export interface FoundHeader {
  readonly ok: true
  /** Null: there is none, and all records are rows. */
  readonly row: number | null
  readonly header: readonly string[]
  readonly columns: ColumnMap
  readonly report?: ReportColumns
  readonly isRemembered?: true
  /** An earlier answer lets the file be read as whole sub-orders. */
  readonly isRememberedWhole?: true
}

interface NoHeader {
  readonly ok: false
  readonly problem: UnnamedProblem
  readonly question?: RefusalQuestion
}

/**
 * Finds the header among the first records that are not blank: the one that the user names, else the one that names every column, or that an
 * earlier choice of theirs names, and that the rows below agree with.
 */
export function findHeader(
  held: readonly HeldRecord[],
  request: ReadRequest,
): FoundHeader | NoHeader | undefined {
  const [first] = held
  if (!first) return undefined
  const { choice, columnNames: names, idRule: rule } = request
  if (hasCellsInLines(held, choice?.header?.row, { names, rule }))
    return { ok: false, problem: { code: 'CELLS_IN_LINES', row: first.row } }
  if (choice?.header) return findChosen(held, choice.header, request)
  const candidates = findCandidates(held, request)
  if (isOnItsSide(held, candidates, { names, rule }))
    return { ok: false, problem: { code: 'TABLE_ON_ITS_SIDE', row: first.row } }
  const [candidate, ...others] = candidates
  if (!candidate) return readBareList(held, request) ?? refuse(held, request)
  const chosen = chooseHeader([candidate, ...others], request.idRule)
  if (chosen.kind === 'sure') return takeCandidate(chosen.candidate, held, request)
  const unclear = chosen.kind === 'doubt' ? chosen.best : chosen.candidate
  const { problem, question } = refuseUnclear(unclear, chosen.kind === 'label', held, request)
  return { ok: false, problem, question: offerRows(question, candidates, held, request) }
}

/** It is sure which row heads the table; what it heads may be another sheet, or a column may stand there twice. */
function takeCandidate(
  candidate: Candidate,
  held: readonly HeldRecord[],
  request: ReadRequest,
): FoundHeader | NoHeader {
  const { record, header, report, found, isRemembered, answers, idColumn } = candidate
  if (found.ok) {
    const isWholeRemembered =
      request.kind === 'sub-orders' &&
      !request.choice?.isWhole &&
      answers.includes('line-columns') &&
      headsLines(header)
    return {
      ok: true,
      row: record.row,
      columns: found.columns,
      header,
      ...(report && { report }),
      ...(isRemembered && { isRemembered }),
      ...(isWholeRemembered && { isRememberedWhole: true }),
    }
  }
  if (found.problem.code !== 'WRONG_SHEET') return refuse(fromRow(held, record.row), request)
  const columns = idColumn === undefined ? undefined : { subOrderId: idColumn }
  return refuseLines(found.problem, signHeader(header), columns)
}

/** Line items on the tab of sub-orders: that whole ones are meant can be said in one step. */
function refuseLines(problem: UnnamedProblem, signature: string, columns: ColumnMap | undefined): NoHeader {
  if (problem.belongsTo !== 'line-items') return { ok: false, problem }
  const question = { type: 'whole', doubt: 'line-columns', signature, ...(columns && { columns }) } as const
  return { ok: false, problem, question }
}

function findChosen(
  held: readonly HeldRecord[],
  { row, columns }: { readonly row: number | null; readonly columns: ColumnMap },
  request: ReadRequest,
): FoundHeader | NoHeader | undefined {
  if (row === null) return createHeader(held[0]?.cells.length ?? 0, columns, request.columnNames)
  const record = held.find((one) => one.row === row)
  if (!record) return undefined
  const texts = readHeaderTexts(record)
  const { header } = texts
  const found = findColumns(header, request.kind, readTerms(request))
  const isLines = !found.ok && found.problem.code === 'WRONG_SHEET' && request.kind === 'sub-orders'
  const chosen = { ok: true, row, columns, ...texts } as const
  if (!isLines) return chosen
  const known = findRemembered(request, () => signHeader(header))
  if (known?.answers?.includes('line-columns')) return { ...chosen, isRememberedWhole: true }
  return refuseLines(found.problem, signHeader(header), columns)
}

/** Heads for a file that has none, so that every download can be uploaded again. */
function createHeader(width: number, columns: ColumnMap, own?: ColumnNames): FoundHeader {
  const kind = columns.skuId === undefined ? 'sub-orders' : 'line-items'
  const called = listSampleHeaders(kind, own)
  const names = new Map(
    neededColumns[kind].map((meaning, index) => [columns[meaning] ?? -1, called[index] ?? '']),
  )
  const header = Array.from({ length: width }, (_, index) => names.get(index) ?? `Column ${index + 1}`)
  return { ok: true, row: null, header, columns }
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

const readTerms = ({ columnNames, choice }: ReadRequest) => ({ names: columnNames, isWhole: choice?.isWhole })

const fromRow = (held: readonly HeldRecord[], from: number) => held.filter(({ row }) => row >= from)

/** What knows the most of our columns, then what reads most like a heading; a title row knows none. */
function findBest(held: readonly HeldRecord[], names: ColumnNames | undefined): HeldRecord | undefined {
  const rank = ({ cells }: HeldRecord) =>
    countKnown(cells, names) * (cells.length + 1) +
    (cells.every(isBlank) ? 0 : cells.filter(isHeading).length)
  const ranks = held.map(rank)
  return held[ranks.indexOf(Math.max(...ranks))]
}

function refuse(held: readonly HeldRecord[], request: ReadRequest): NoHeader {
  const best = findBest(held, request.columnNames)
  if (!best) throw new Error('no record to name')
  const { header } = readHeaderTexts(best)
  const found = findColumns(header, request.kind, readTerms(request))
  if (found.ok) throw new Error('a header that was found is refused')
  const question = askColumns(best, held, request)
  return { ok: false, problem: found.problem, question: leaveOpen(question, found.problem.columns, request) }
}

/** Which of two columns counts only a person knows: neither is filled in, or one click would agree to the first. */
function leaveOpen(
  question: ColumnQuestion,
  doubled: readonly string[] = [],
  { kind, columnNames }: ReadRequest,
): ColumnQuestion {
  const called = listSampleHeaders(kind, columnNames)
  const columns = { ...question.columns }
  for (const [index, meaning] of neededColumns[kind].entries())
    if (doubled.includes(called[index] ?? '')) delete columns[meaning]
  return { ...question, columns }
}

/** Several rows could head the table. The best is offered with what it says: often there is nothing left but to agree. */
function refuseUnclear(
  { record, nextHeading, rowOfWords }: Candidate,
  isLabel: boolean,
  held: readonly HeldRecord[],
  request: ReadRequest,
): { readonly problem: NoHeader['problem']; readonly question: ColumnQuestion } {
  const next = nextHeading ?? rowOfWords
  const best = (isLabel ? next : record) ?? record
  const asked = askColumns(best, held, request)
  // A label is offered to nobody: with no other heading in sight, nothing is filled in.
  const question: ColumnQuestion =
    isLabel && !next ? { ...asked, columns: {} } : { ...asked, doubt: 'heading' }
  const found = readHeaderTexts(record)
    .header.filter((text) => !isBlank(text))
    .join(', ')
  return {
    problem: { code: 'UNCLEAR_HEADER', row: record.row, found: found.slice(0, 200) },
    question,
  }
}

/** Whoever knows better than we do points at another row. */
function offerRows(
  question: ColumnQuestion,
  candidates: readonly Candidate[],
  held: readonly HeldRecord[],
  request: ReadRequest,
): ColumnQuestion {
  const likely = held.find(({ row }) => row === question.headerRow)
  const rows = likely ? listOffers(candidates, likely).slice(0, MOST_OFFERED) : []
  if (rows.length < 2) return question
  const offers = rows.map((record) => {
    const { type: _, needed: __, ...offer } = askColumns(record, held, request)
    return offer
  })
  return { ...question, offers }
}

function askColumns(best: HeldRecord, held: readonly HeldRecord[], request: ReadRequest): ColumnQuestion {
  const { kind, idRule, columnNames } = request
  const { header } = readHeaderTexts(best)
  const preview = fromRow(held, best.row)
    .slice(0, PREVIEWED)
    .map(({ row, cells }) => ({
      row,
      cells: cells.map((cell) => unguardCell(cell).slice(0, LONGEST_PREVIEW)),
    }))
  return {
    type: 'columns',
    needed: neededColumns[kind],
    headerRow: best.row,
    signature: signHeader(header),
    columns: findKnown(header, columnNames),
    preview,
    looksHeaderless: countKnown(best.cells, columnNames) === 0 && readsAsData(best, idRule),
  }
}
