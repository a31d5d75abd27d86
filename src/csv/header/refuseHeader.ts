import { isBlank } from '../../domain/ids/cleanText'
import { isHeading } from '../../domain/tables/headingWords'
import type { ColumnNames } from '../../domain/sheet/columnNames'
import type { ColumnQuestion, ReadRequest } from '../../domain/sheet/sheetReading'
import { findColumns } from '../cells/findColumns'
import { type HeldRecord, readHeaderTexts } from '../cells/heldRecord'
import { countKnown } from '../cells/readMeaning'
import { listSampleHeaders, neededColumns } from '../cells/sampleHeaders'
import { askColumns, offerRows } from './askColumns'
import type { Chosen } from './chooseHeader'
import type { NoHeader } from './foundHeader'
import type { Candidate } from './headerCandidates'

/** Refuses a file without a header that names every column, and asks for the columns of the likeliest row. */
export function refuseHeader(held: readonly HeldRecord[], request: ReadRequest): NoHeader {
  const { kind, columnNames, choice } = request
  const best = findBest(held, columnNames)
  if (!best) throw new Error('no record to name')
  const { header } = readHeaderTexts(best)
  const found = findColumns(header, kind, { names: columnNames, isWhole: choice?.isWhole })
  if (found.ok) throw new Error('a header that was found is refused')
  const question = askColumns(best, held, request)
  return { ok: false, problem: found.problem, question: leaveOpen(question, found.problem.columns, request) }
}

/** The row that names the most of our columns, then the row with the most headings; a title row has neither. */
function findBest(held: readonly HeldRecord[], names: ColumnNames | undefined): HeldRecord | undefined {
  const rank = ({ cells }: HeldRecord) =>
    countKnown(cells, names) * (cells.length + 1) +
    (cells.every(isBlank) ? 0 : cells.filter(isHeading).length)
  const ranks = held.map(rank)
  return held[ranks.indexOf(Math.max(...ranks))]
}

/**
 * Only the user knows which of two equal columns counts. A filled-in first column would be accepted with a click.
 */
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

/**
 * Refuses a file in which several rows could head the table, and offers the likeliest row with all that is known of
 * it.
 */
export function refuseUnclear(
  chosen: Exclude<Chosen, { kind: 'sure' }>,
  candidates: readonly Candidate[],
  held: readonly HeldRecord[],
  request: ReadRequest,
): NoHeader {
  const isLabel = chosen.kind === 'label'
  const { record, nextHeading, rowOfWords } = isLabel ? chosen.candidate : chosen.best
  const next = nextHeading ?? rowOfWords
  const asked = askColumns((isLabel ? next : record) ?? record, held, request)
  // A label is no header: where the file has no other heading, nothing is filled in.
  const question: ColumnQuestion =
    isLabel && !next ? { ...asked, columns: {} } : { ...asked, doubt: 'heading' }
  const found = readHeaderTexts(record)
    .header.filter((text) => !isBlank(text))
    .join(', ')
  return {
    ok: false,
    problem: { code: 'UNCLEAR_HEADER', row: record.row, found: found.slice(0, 200) },
    question: offerRows(question, candidates, held, request),
  }
}
