import type { ColumnQuestion, ReadRequest } from '../../domain/sheet/sheetReading'
import { unguardCell } from '../cells/formulaGuard'
import { type HeldRecord, readHeaderTexts } from '../cells/heldRecord'
import { countKnown, findKnown } from '../cells/readMeaning'
import { neededColumns } from '../cells/sampleHeaders'
import { readsAsData } from './createHeader'
import type { Candidate } from './headerCandidates'
import { listOffers } from './rankHeaders'
import { signHeader } from './signHeader'

// Enough rows to tell a person which column is which.
const PREVIEWED = 6
// Characters that tell a cell from others; all six rows go to the page in one message.
const LONGEST_PREVIEW = 255

// More rows would help no user, and each row comes with its preview.
const MOST_OFFERED = 8

/** Asks which column of a row is which. */
export function askColumns(
  record: HeldRecord,
  held: readonly HeldRecord[],
  { kind, idRule, columnNames }: ReadRequest,
): ColumnQuestion {
  const { header } = readHeaderTexts(record)
  const preview = held
    .filter(({ row }) => row >= record.row)
    .slice(0, PREVIEWED)
    .map(({ row, cells }) => ({
      row,
      cells: cells.map((cell) => unguardCell(cell).slice(0, LONGEST_PREVIEW)),
    }))
  return {
    type: 'columns',
    needed: neededColumns[kind],
    headerRow: record.row,
    signature: signHeader(header),
    columns: findKnown(header, columnNames),
    preview,
    looksHeaderless: countKnown(record.cells, columnNames) === 0 && readsAsData(record, idRule),
  }
}

/** Adds the other rows that may head the table, for a user who knows better. */
export function offerRows(
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
