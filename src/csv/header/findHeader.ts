import { headsLines } from '../../domain/tables/headingWords'
import type { UnnamedProblem } from '../../domain/sheet/fileProblem'
import type { ReadRequest } from '../../domain/sheet/sheetReading'
import type { ColumnMap } from '../../domain/sheet/columnMeaning'
import { findColumns } from '../cells/findColumns'
import { type HeldRecord, readHeaderTexts } from '../cells/heldRecord'
import { hasCellsInLines } from './cellsInLines'
import { chooseHeader } from './chooseHeader'
import { createHeader, readBareList } from './createHeader'
import type { FoundHeader, NoHeader } from './foundHeader'
import { type Candidate, findCandidates, findRemembered } from './headerCandidates'
import { isOnItsSide } from './isOnItsSide'
import { refuseHeader, refuseUnclear } from './refuseHeader'
import { signHeader } from './signHeader'

/**
 * Finds the header among the first records that are not blank: the row that the user has chosen, or else a row that
 * names every column (by itself or by an earlier choice of the user) and fits the rows below it.
 *
 * @returns undefined where there is no record, or the chosen row is missing
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
  if (!candidate) return readBareList(held, request) ?? refuseHeader(held, request)
  const chosen = chooseHeader([candidate, ...others], request.idRule)
  return chosen.kind === 'sure'
    ? takeCandidate(chosen.candidate, held, request)
    : refuseUnclear(chosen, candidates, held, request)
}

/** This row heads the table, but the table may belong to the other tab, or have a column twice. */
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
  if (found.problem.code !== 'WRONG_SHEET')
    return refuseHeader(
      held.filter(({ row }) => row >= record.row),
      request,
    )
  const columns = idColumn === undefined ? undefined : { subOrderId: idColumn }
  return refuseLines(found.problem, signHeader(header), columns)
}

/** Refuses line items on the tab of sub-orders. The user can answer in one step that whole sub-orders are meant. */
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
  const { kind, choice, columnNames } = request
  if (row === null) return createHeader(held[0]?.cells.length ?? 0, columns, columnNames)
  const record = held.find((next) => next.row === row)
  if (!record) return undefined
  const texts = readHeaderTexts(record)
  const { header } = texts
  const found = findColumns(header, kind, { names: columnNames, isWhole: choice?.isWhole })
  const isLines = !found.ok && found.problem.code === 'WRONG_SHEET' && kind === 'sub-orders'
  const chosen = { ok: true, row, columns, ...texts } as const
  if (!isLines) return chosen
  const known = findRemembered(request, () => signHeader(header))
  if (known?.answers?.includes('line-columns')) return { ...chosen, isRememberedWhole: true }
  return refuseLines(found.problem, signHeader(header), columns)
}
